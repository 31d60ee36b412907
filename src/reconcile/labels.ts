// What rows call a place, mission or unit: its plain form where the reports' own name says the same, else the name that the newest report gives it.
import type { Day } from '../model/day.ts';
import { fold } from '../model/plain-name.ts';
import { sameWords } from './names.ts';

export class Labels {
  readonly #given = new Map<string, { readonly name: string; readonly published: Day }>();
  readonly #chosen = new Map<string, string>();
  #changes = 0;

  /** Grows when what was called one thing is called another. */
  get changes(): number {
    return this.#changes;
  }

  /** `plain` null: there is no plain form but the given one. */
  note(key: string, given: string, plain: string | null, published: Day): void {
    const seen = this.#given.get(key);
    if (seen && (seen.published > published || (seen.published === published && seen.name <= given))) return;
    this.#given.set(key, { name: given, published });
    const chosen = plain !== null && sameWords(fold(plain), fold(given)) ? plain : given;
    const before = this.#chosen.get(key);
    if (before !== undefined && before !== chosen) this.#changes++;
    this.#chosen.set(key, chosen);
  }

  of(key: string): string | null {
    return this.#chosen.get(key) ?? null;
  }
}
