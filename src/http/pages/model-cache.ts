// Page models kept by what they are a function of; the same question asked at once is worked out once.
import type { PageModel } from '../../views/pages/page.ts';

const MOST = 300;

export class ModelCache {
  readonly #kept = new Map<string, Promise<PageModel>>();

  /** The kept model, else that of `work`, which is kept unless it fails; the least lately asked goes when there are too many. */
  get(key: string, work: () => Promise<PageModel>): Promise<PageModel> {
    const kept = this.#kept.get(key) ?? Promise.resolve().then(work);
    this.#kept.delete(key);
    this.#kept.set(key, kept);
    kept.catch(() => this.#kept.delete(key));
    for (const oldest of this.#kept.keys()) {
      if (this.#kept.size <= MOST) break;
      this.#kept.delete(oldest);
    }
    return kept;
  }
}
