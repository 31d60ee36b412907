// Answers kept by what they are a function of: the ledger transaction, the question and the day. The same question at once is worked out once.

export interface Answered {
  readonly body: string | Uint8Array<ArrayBuffer>;
  readonly headers: Readonly<Record<string, string>>;
}

/** Letters of all kept bodies. */
const MOST_LETTERS = 64 * 1024 * 1024;

export class AnswerCache {
  readonly #kept = new Map<string, Promise<Answered>>();
  readonly #letters = new Map<string, number>();
  #total = 0;

  /** The kept answer, else that of `work`, which is kept unless it fails. The least lately asked go first when room is needed. */
  get(key: string, work: () => Promise<Answered>): Promise<Answered> {
    const kept = this.#kept.get(key);
    if (kept !== undefined) {
      this.#kept.delete(key);
      this.#kept.set(key, kept);
      return kept;
    }
    const answered = work();
    this.#kept.set(key, answered);
    answered.then(
      ({ body }) => this.#keep(key, body.length),
      () => this.#kept.delete(key),
    );
    return answered;
  }

  #keep(key: string, letters: number): void {
    this.#letters.set(key, letters);
    this.#total += letters;
    for (const oldest of this.#kept.keys()) {
      if (this.#total <= MOST_LETTERS) return;
      const freed = this.#letters.get(oldest);
      if (freed === undefined) continue;
      this.#kept.delete(oldest);
      this.#letters.delete(oldest);
      this.#total -= freed;
    }
  }
}
