// Runs the parsers in a thread of their own with a deadline and a memory limit a file: a file that stalls costs its limit and no more.
import { Worker } from 'node:worker_threads';
import type { Draft, FileDrafts } from '../model/draft.ts';
import { type ErrorCode, LaydownError } from '../model/errors.ts';
import type { ParsedFormat } from '../ports/intake.ts';

/** What passes between the threads: an error keeps its code and message, and nothing else. */
interface SentFault {
  readonly code: ErrorCode;
  readonly message: string;
}
export interface ParseReply {
  readonly id: number;
  readonly items?: readonly { readonly item: number | null; readonly draft?: Draft; readonly fault?: SentFault }[];
  readonly notes?: readonly string[];
  readonly fault?: SentFault;
}
export interface ParseRequest {
  readonly id: number;
  readonly format: ParsedFormat;
  readonly content: string | Uint8Array;
}

export interface ParserThreadOptions {
  /** Milliseconds that a file of the format may take. */
  readonly deadlineMs: Readonly<Record<ParsedFormat, number>>;
  /** Bytes that reading one file may add to the process. */
  readonly memoryBytes: number;
}

const LOOK_EVERY_MS = 200;
/** A page's tree is garbage when it is read: room for a few keeps the thread small, and its collector as quick. */
const YOUNG_MB = 24;

/** One file at a time; the thread starts with the first file and is started anew after one that had to be ended. */
export class ParserThread {
  private worker: Worker | null = null;
  private last = 0;
  private turn: Promise<unknown> = Promise.resolve();
  private readonly script: URL;
  private readonly options: ParserThreadOptions;

  constructor(script: URL, options: ParserThreadOptions) {
    this.script = script;
    this.options = options;
  }

  /** Throws LaydownError `bad-input` where the file cannot be read, `too-large` where it passes the limit of time or memory. */
  parse(format: ParsedFormat, content: string | Uint8Array): Promise<FileDrafts> {
    const mine = this.turn.then(() => this.parseNow(format, content));
    this.turn = mine.catch(() => undefined);
    return mine;
  }

  async close(): Promise<void> {
    const worker = this.worker;
    this.worker = null;
    await worker?.terminate();
  }

  private parseNow(format: ParsedFormat, content: string | Uint8Array): Promise<FileDrafts> {
    this.worker ??= this.start();
    const worker = this.worker;
    const id = ++this.last;
    const deadline = this.options.deadlineMs[format];
    const memory = this.options.memoryBytes;
    const before = process.memoryUsage.rss();
    worker.ref();
    return new Promise<FileDrafts>((resolve, reject) => {
      const settle = (then: () => void) => {
        clearTimeout(timer);
        clearInterval(watch);
        worker.off('message', onMessage);
        worker.off('error', onError);
        worker.off('exit', onExit);
        worker.unref();
        then();
      };
      const giveUp = (error: LaydownError) =>
        settle(() => {
          this.worker = null;
          void worker.terminate().then(() => reject(error));
        });
      const onMessage = (reply: ParseReply) => {
        if (reply.id !== id) return;
        settle(() => (reply.items ? resolve(received(reply)) : reject(revived(reply.fault))));
      };
      const onError = (error: Error & { code?: string }) =>
        giveUp(
          error.code === 'ERR_WORKER_OUT_OF_MEMORY'
            ? tooBig(memory)
            : new LaydownError('bad-input', `cannot be read as ${format}: ${error.message}`, { cause: error }),
        );
      const onExit = () => giveUp(new LaydownError('bad-input', `cannot be read as ${format}: its reader ended`));
      const timer = setTimeout(
        () =>
          giveUp(
            new LaydownError(
              'too-large',
              `took longer than ${deadline / 1000} s to parse: save the report's text as a .txt file instead`,
            ),
          ),
        deadline,
      );
      // The heap limit of a thread leaves out array buffers, where a packed stream swells.
      const watch = setInterval(() => {
        if (process.memoryUsage.rss() - before > memory) giveUp(tooBig(memory));
      }, LOOK_EVERY_MS);
      worker.on('message', onMessage);
      worker.on('error', onError);
      worker.on('exit', onExit);
      const request: ParseRequest = { id, format, content };
      worker.postMessage(request);
    });
  }

  private start(): Worker {
    const maxOldGenerationSizeMb = Math.round(this.options.memoryBytes / 1024 / 1024);
    const worker = new Worker(this.script, {
      resourceLimits: { maxOldGenerationSizeMb, maxYoungGenerationSizeMb: YOUNG_MB },
    });
    // Between files nobody listens; a thread that dies there is replaced by the next file's.
    worker.on('error', () => undefined);
    worker.on('exit', () => {
      if (this.worker === worker) this.worker = null;
    });
    return worker;
  }
}

const tooBig = (bytes: number): LaydownError =>
  new LaydownError(
    'too-large',
    `needs more than ${Math.round(bytes / 1024 / 1024)} MB of memory to parse: save the report's text as a .txt file instead`,
  );

const revived = (fault: SentFault | undefined): LaydownError =>
  new LaydownError(fault?.code ?? 'bad-input', fault?.message ?? 'cannot be read');

const received = ({ items = [], notes = [] }: ParseReply): FileDrafts => ({
  items: items.map(({ item, draft, fault }) => ({ item, draft: draft ?? revived(fault) })),
  notes,
});
