// Of a process that is told to end: a server that does not answer is waited for no longer than a moment.

/** As a connection that is lost. */
export const notAnswered = (): Error =>
  Object.assign(new Error('Connection terminated: the server does not answer'), { code: '08006' });

const AGAIN_MS = 200;

export class Haste {
  readonly #ending: AbortSignal | undefined;
  /** Who did not answer once is hardly waited for again. */
  #ms: number;

  /** `ending` absent: there is never any haste. */
  constructor(ending: AbortSignal | undefined, ms: number) {
    this.#ending = ending;
    this.#ms = ms;
  }

  get isOn(): boolean {
    return this.#ending?.aborted === true;
  }

  /** Calls once when the process is told to end, at once where it was, until the function returned is called. */
  whenOn(call: () => void): () => void {
    if (this.isOn) call();
    else this.#ending?.addEventListener('abort', call, { once: true });
    return () => this.#ending?.removeEventListener('abort', call);
  }

  /** The answer; rejects where it does not come within a moment of being told to end. What comes later is given to `late`. */
  async during<T>(answer: Promise<T>, late: (answer: T) => void = () => undefined): Promise<T> {
    if (this.#ending === undefined) return answer;
    let timer: NodeJS.Timeout | undefined;
    let stop = (): void => undefined;
    let isLate = false;
    const over = new Promise<never>((_, reject) => {
      stop = this.whenOn(() => {
        timer = setTimeout(() => {
          isLate = true;
          this.#ms = Math.min(this.#ms, AGAIN_MS);
          reject(notAnswered());
        }, this.#ms);
      });
    });
    answer.then((value) => isLate && late(value)).catch(() => undefined);
    try {
      return await Promise.race([answer, over]);
    } finally {
      stop();
      clearTimeout(timer);
    }
  }

  /** For so many milliseconds, or until the process is told to end. */
  pause(ms: number): Promise<void> {
    return new Promise((resolve) => {
      let stop = (): void => undefined;
      const timer = setTimeout(() => {
        stop();
        resolve();
      }, ms);
      stop = this.whenOn(() => {
        clearTimeout(timer);
        resolve();
      });
    });
  }
}
