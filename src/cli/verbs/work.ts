// `laydown work`: a worker host: files from a queue into the ledger, until it is told to end; what is in hand is finished first.
import { work as workOn } from '../../app/work.ts';
import type { Queue } from '../../ports/queue.ts';
import type { Store } from '../../ports/store.ts';
import { type ExtractorOptions, readersOf } from '../extractor.ts';
import { withStore } from '../ledger.ts';
import { counted } from '../numbers.ts';
import { withQueue } from '../queue.ts';
import type { Call } from '../verb-kit.ts';

export interface WorkVerbOptions extends ExtractorOptions {
  readonly queue?: string;
  readonly jobs?: string;
}

const REPORT_MS = 5_000;

export async function work(call: Call, options: WorkVerbOptions): Promise<void> {
  const { wiring, terminal } = call;
  const loading = readersOf(call, options);
  loading.catch(() => undefined);
  const atWork = async (queue: Queue, store: Store, ending: AbortSignal): Promise<void> => {
    const { reader, second, tell } = await loading;
    const since = wiring.clock.now();
    let files = 0;
    let dead = 0;
    let before = { files: 0, at: performance.now() };
    const report = (): void => {
      const at = performance.now();
      const rate = ((files - before.files) * 1_000) / Math.max(1, at - before.at);
      before = { files, at };
      const name = wiring.hostAndProcess();
      queue.report({ name, since, files, dead, rate: Math.round(rate * 10) / 10 }).catch(() => undefined);
    };
    report();
    const reporting = setInterval(report, REPORT_MS);
    terminal.warn('laydown: at work (Ctrl-C ends it when what is in hand is done)');
    try {
      const services = { store, clock: wiring.clock, reader, texts: wiring.texts, queue };
      const count = await workOn({ ...services, ...(second === undefined ? {} : { second }) }, ending, {
        progress: (now) => {
          files = now.files;
          dead = now.dead;
        },
        dead: (source, reason) => terminal.warn(`${terminal.warnPaint.red('set aside')} ${source}: ${reason}`),
        away: (error, ms) =>
          terminal.warn(`${terminal.warnPaint.yellow('laydown:')} ${error.message}; tried again in ${ms} ms`),
      });
      tell();
      if (call.global.json) terminal.json(count);
      else
        terminal.say(
          `${counted(count.files, 'file')} done: ${counted(count.reports, 'report')} added with ${counted(count.claims, 'claim')}, ${counted(count.dead, 'file')} set aside`,
        );
    } finally {
      clearInterval(reporting);
    }
  };
  await withQueue(call, options.queue, (queue) => {
    const stop = new AbortController();
    void wiring.untilEnded().then(() => stop.abort());
    return withStore(call, (store) => atWork(queue, store, stop.signal), { ending: stop.signal });
  });
}
