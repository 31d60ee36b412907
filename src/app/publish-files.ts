// Files into a queue for workers: each as it is, an archive record by record.
import { LIMITS } from '../formats/limits.ts';
import { warcPage } from '../formats/warc-page.ts';
import type { Day } from '../model/day.ts';
import { type Fault, LaydownError } from '../model/errors.ts';
import type { Archive, ArchiveKind, ArchivePlace } from '../ports/archive.ts';
import type { FoundFile, TextServices } from '../ports/intake.ts';
import type { Queue, QueuedFile } from '../ports/queue.ts';
import type { Milestone } from './add-reports.ts';
import { archiveKindOf, isFault, isMilestone } from './take-in.ts';
import { type ArchiveOptions, limitOf, worthyText } from './take-in-archive.ts';

export interface PublishSummary {
  readonly queued: number;
  /** Sent shortly before: the queue took them once. */
  readonly known: number;
  readonly faults: readonly Fault[];
}

export interface PublishOptions {
  readonly published?: Day;
  readonly publisher?: string;
  readonly archives?: ArchiveOptions;
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
  { queue, texts }: { readonly queue: Queue; readonly texts: TextServices },
  files: AsyncIterable<FoundFile | Fault>,
  options: PublishOptions,
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
  for await (const one of piecesOf(texts, files, options)) {
    if (isFault(one)) {
      fault(one);
      continue;
    }
    if (isMilestone(one)) {
      await Promise.all(sending);
      if (failed !== null) break;
      await one.reached();
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

type Piece = QueuedFile | Fault | Milestone;

async function* piecesOf(
  texts: TextServices,
  files: AsyncIterable<FoundFile | Fault>,
  options: PublishOptions,
): AsyncGenerator<Piece> {
  const published = options.published ?? null;
  const publisher = options.publisher ?? null;
  for await (const file of files) {
    if (isFault(file)) {
      yield file;
      continue;
    }
    try {
      const kind = archiveKindOf(file, options.archives?.kind);
      if (kind !== null && file.archive !== undefined)
        yield* recordsOf(texts, file, await file.archive(kind), kind, options);
      else yield { source: file.source, bytes: await file.bytes(MOST_BYTES), published, publisher };
    } catch (error) {
      if (!(error instanceof LaydownError) || error.code === 'store-unreachable') throw error;
      yield { source: file.source, code: error.code, message: error.message };
    }
  }
}

/** What any format may hold at most: a worker's own limits are stricter. */
const MOST_BYTES = Math.max(LIMITS.textBytes, LIMITS.htmlBytes, LIMITS.jsonBytes);
/** A bookmark is set at most so often. */
const MARK_MS = 1_000;
const encoder = new TextEncoder();

/** Each record by itself: a line as a JSON file, a page as an archive of one. */
async function* recordsOf(
  texts: TextServices,
  file: FoundFile,
  archive: Archive,
  kind: ArchiveKind,
  options: PublishOptions,
): AsyncGenerator<Piece> {
  const { archives = {} } = options;
  const published = options.published ?? null;
  const publisher = options.publisher ?? null;
  const bookmark = archives.bookmark?.(archive.id) ?? null;
  const milestoneAt = (place: ArchivePlace): Milestone => ({
    source: file.source,
    reached: async () => bookmark?.set(place),
  });
  const isScreened = archives.isScreened ?? kind === 'warc';
  try {
    const left = (await bookmark?.read()) ?? null;
    if (left !== null) archives.goesOn?.(file.source, left.records);
    let marked = performance.now();
    let last: ArchivePlace | null = null;
    for await (const { number, content, next } of archive.records(left, limitOf(kind))) {
      last = next;
      archives.progress?.({ source: file.source, place: next, size: archive.size });
      if (content instanceof LaydownError)
        yield { source: `${file.source}:${number}`, code: content.code, message: content.message };
      else if (content !== null) {
        const name = `${file.source}-${number}`;
        const text = await worthyText(texts, content, isScreened);
        if (text === null) archives.passedOver?.();
        else if (content.kind === 'line')
          yield { source: `${name}.json`, bytes: encoder.encode(text), published, publisher };
        else yield { source: `${name}.warc`, bytes: warcPage(content.url, content.mime, text), published, publisher };
      }
      if (performance.now() - marked < MARK_MS) continue;
      yield milestoneAt(next);
      marked = performance.now();
    }
    if (last !== null) yield milestoneAt(last);
  } finally {
    await archive.close();
  }
}
