// Runs the HTML parser in a thread of its own, with a deadline a page: a page that stalls costs its time limit and no more.
import { Worker } from 'node:worker_threads';
import type { Draft } from '../model/draft.ts';
import { type ErrorCode, LaydownError } from '../model/errors.ts';

type Reply = {
  readonly id: number;
  readonly draft?: Draft;
  readonly fault?: { readonly code: ErrorCode; readonly message: string };
};

/** One page at a time; the thread starts with the first page and is started anew after one that had to be ended. */
export class HtmlThread {
  private worker: Worker | null = null;
  private last = 0;
  private turn: Promise<unknown> = Promise.resolve();
  private readonly script: URL;
  private readonly deadlineMs: number;

  constructor(script: URL, deadlineMs: number) {
    this.script = script;
    this.deadlineMs = deadlineMs;
  }

  /** Throws LaydownError `bad-input` where the page cannot be read, `too-large` where it takes longer than the deadline. */
  read(html: string): Promise<Draft> {
    const mine = this.turn.then(() => this.readNow(html));
    this.turn = mine.catch(() => undefined);
    return mine;
  }

  async close(): Promise<void> {
    await this.worker?.terminate();
    this.worker = null;
  }

  private readNow(html: string): Promise<Draft> {
    this.worker ??= this.start();
    const worker = this.worker;
    const id = ++this.last;
    worker.ref();
    return new Promise<Draft>((resolve, reject) => {
      const settle = (then: () => void) => {
        clearTimeout(timer);
        worker.off('message', onMessage);
        worker.off('error', onError);
        worker.unref();
        then();
      };
      const giveUp = (error: LaydownError) =>
        settle(() => {
          this.worker = null;
          void worker.terminate();
          reject(error);
        });
      const onMessage = (reply: Reply) => {
        if (reply.id !== id) return;
        const { draft, fault } = reply;
        settle(() =>
          draft
            ? resolve(draft)
            : reject(new LaydownError(fault?.code ?? 'bad-input', fault?.message ?? 'cannot be read as HTML')),
        );
      };
      const onError = (error: Error) =>
        giveUp(new LaydownError('bad-input', `cannot be read as HTML: ${error.message}`, { cause: error }));
      const timer = setTimeout(
        () =>
          giveUp(
            new LaydownError(
              'too-large',
              `took longer than ${this.deadlineMs / 1000} s to parse: save the article's text instead`,
            ),
          ),
        this.deadlineMs,
      );
      worker.on('message', onMessage);
      worker.on('error', onError);
      worker.postMessage({ id, html });
    });
  }

  private start(): Worker {
    return new Worker(this.script, { resourceLimits: { maxOldGenerationSizeMb: 512 } });
  }
}
