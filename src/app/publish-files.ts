// Files into a queue for workers: each as it is, a JSONL archive line by line.
import { formatOfName } from '../formats/format-of.ts';
import { LIMITS } from '../formats/limits.ts';
import type { Day } from '../model/day.ts';
import { type Fault, LaydownError } from '../model/errors.ts';
import type { FoundFile } from '../ports/intake.ts';
import type { Queue, QueuedFile } from '../ports/queue.ts';
import { isFault } from './take-in.ts';

export interface PublishSummary {
  readonly queued: number;
  /** Sent shortly before: the queue took them once. */
  readonly known: number;
  readonly faults: readonly Fault[];
}

export interface PublishEvents {
  /** The queue has it on its disks. */
  readonly queued?: (source: string, outcome: 'queued' | 'known') => void;
  readonly fault?: (fault: Fault) => void;
}

/** Waiting for the queue's answer at a time. */
const AT_ONCE = 64;

/** One bad file stops no batch. Throws LaydownError `store-unreachable` where the queue stays away. */
export async function publishFiles(
  queue: Queue,
  files: AsyncIterable<FoundFile | Fault>,
  about: { readonly published?: Day; readonly publisher?: string },
  on: PublishEvents = {},
): Promise<PublishSummary> {
  const summary = { queued: 0, known: 0, faults: [] as Fault[] };
  const fault = (one: Fault): void => {
    summary.faults.push(one);
    on.fault?.(one);
  };
  const send = async (file: QueuedFile): Promise<void> => {
    try {
      const outcome = await queue.publish(file);
      summary[outcome]++;
      on.queued?.(file.source, outcome);
    } catch (error) {
      if (!(error instanceof LaydownError) || error.code === 'store-unreachable') throw error;
      fault({ source: file.source, code: error.code, message: error.message });
    }
  };
  const sending = new Set<Promise<void>>();
  let failed: unknown = null;
  for await (const one of piecesOf(files, about)) {
    if (isFault(one)) {
      fault(one);
      continue;
    }
    const sent: Promise<void> = send(one)
      .catch((error) => {
        failed ??= error;
      })
      .finally(() => sending.delete(sent));
    sending.add(sent);
    if (sending.size >= AT_ONCE) await Promise.race(sending);
    if (failed !== null) break;
  }
  await Promise.all(sending);
  if (failed !== null) throw failed;
  return summary;
}

async function* piecesOf(
  files: AsyncIterable<FoundFile | Fault>,
  { published = null, publisher = null }: { readonly published?: Day | null; readonly publisher?: string | null },
): AsyncGenerator<QueuedFile | Fault> {
  for await (const file of files) {
    if (isFault(file)) {
      yield file;
      continue;
    }
    if (formatOfName(file.source) === 'jsonl') {
      yield* linesOf(file, published, publisher);
      continue;
    }
    try {
      yield { source: file.source, bytes: await file.bytes(MOST_BYTES), published, publisher };
    } catch (error) {
      if (!(error instanceof LaydownError)) throw error;
      yield { source: file.source, code: error.code, message: error.message };
    }
  }
}

/** What any format may hold at most: a worker's own limits are stricter. */
const MOST_BYTES = Math.max(LIMITS.textBytes, LIMITS.htmlBytes, LIMITS.jsonBytes);
const encoder = new TextEncoder();

async function* linesOf(
  file: FoundFile,
  published: Day | null,
  publisher: string | null,
): AsyncGenerator<QueuedFile | Fault> {
  let number = 0;
  for await (const line of file.lines(LIMITS.textBytes)) {
    number++;
    const source = `${file.source}-${number}.json`;
    if (typeof line !== 'string') yield { source, code: line.code, message: line.message };
    else if (line.trim() !== '') yield { source, bytes: encoder.encode(line), published, publisher };
  }
}
