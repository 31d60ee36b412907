// An archive's records -> reports on their way in: what tells nothing of forces is passed over before it is parsed, and pages are parsed
// several at a time while those before them are stored.
import { isAboutForces } from '../extract/screen.ts';
import { decodeDeclared } from '../formats/charset.ts';
import { wordsOfPage } from '../formats/html-words.ts';
import { readJsonLine } from '../formats/json.ts';
import { LIMITS } from '../formats/limits.ts';
import { readText } from '../formats/text.ts';
import type { Draft } from '../model/draft.ts';
import { type Fault, LaydownError } from '../model/errors.ts';
import type {
  Archive,
  ArchivedLine,
  ArchivedPage,
  ArchiveKind,
  ArchivePlace,
  ArchiveRecord,
} from '../ports/archive.ts';
import type { TextServices } from '../ports/intake.ts';
import type { IncomingReport, Milestone } from './add-reports.ts';
import type { ArchiveBookmark } from './archive-bookmark.ts';

export interface ArchiveProgress {
  readonly source: string;
  readonly place: ArchivePlace;
  /** Bytes of the whole; null where not known. */
  readonly size: number | null;
}

export interface ArchiveOptions {
  /** What standard input is, and files whose names tell nothing. */
  readonly kind?: ArchiveKind;
  /** Pages and lines without a word of forces are passed over; where absent, those of WARC archives are. */
  readonly isScreened?: boolean;
  /** Where an archive of that id was left, and where that is kept; absent: it is read from its beginning. */
  readonly bookmark?: (archive: string) => ArchiveBookmark;
  readonly progress?: (progress: ArchiveProgress) => void;
  /** One more record passed over that tells nothing of forces. */
  readonly passedOver?: () => void;
  /** The archive was read before, up to so many records: reading goes on after them. */
  readonly goesOn?: (source: string, records: number) => void;
}

/** How one report of an archive is made whole: its language told, its day set. */
type Complete = (source: string, draft: Draft) => Promise<Draft>;

type Taken = IncomingReport | Fault | Milestone | null;

/** Pages parsed ahead of what is asked for. */
const AHEAD = 16;
/** A bookmark is set after so many milliseconds, or so many records: whichever comes first. */
const MARK_MS = 1_000;
const MARK_RECORDS = 500;
/** So many bad records at the start, and no good one: it is no such archive, and the rest is not tried. */
const BAD_RECORDS = 100;

/** Reports, faults and milestones in the order of the archive. Throws LaydownError where the archive as a whole cannot be read. */
export async function* takeInArchive(
  services: TextServices,
  source: string,
  archive: Archive,
  kind: ArchiveKind,
  options: ArchiveOptions,
  complete: Complete,
): AsyncGenerator<IncomingReport | Fault | Milestone> {
  const bookmark = options.bookmark?.(archive.id) ?? null;
  const left = (await bookmark?.read()) ?? null;
  if (left !== null) options.goesOn?.(source, left.records);
  const isScreened = options.isScreened ?? kind === 'warc';
  const passedOver = (): null => {
    options.passedOver?.();
    return null;
  };
  const take = (record: ArchiveRecord): Taken | Promise<Taken> => {
    const { number, content } = record;
    const place = `${source}:${number}`;
    if (content === null) return null;
    if (content instanceof LaydownError) return { source: place, code: content.code, message: content.message };
    if (content.kind === 'line') {
      if (isScreened && !isAboutForces(content.text)) return passedOver();
      return faulted(place, async () => ({ source: place, report: await complete(place, readJsonLine(content.text)) }));
    }
    return faulted(place, async () => {
      const draft = await draftOfPage(services, content, isScreened);
      return draft === null ? passedOver() : { source: place, report: await complete(place, draft) };
    });
  };
  const milestoneAt = (place: ArchivePlace): Milestone => ({
    source,
    reached: async () => bookmark?.set(place),
  });

  const pending: (Taken | Promise<Taken>)[] = [];
  const count = { good: 0, bad: 0 };
  const judged = (one: Taken): void => {
    if (one === null || 'reached' in one) return;
    if ('message' in one) count.bad++;
    else count.good++;
    if (left === null && count.good === 0 && count.bad === BAD_RECORDS && kind === 'jsonl')
      throw new LaydownError('bad-input', `holds no report in its first ${BAD_RECORDS} lines: is it a JSONL file?`);
  };
  let marked = performance.now();
  let markedRecords = left?.records ?? 0;
  let last: ArchivePlace | null = null;
  let isBlank = true;
  for await (const record of archive.records(left, limitOf(kind))) {
    last = record.next;
    if (kind === 'warc' || record.content !== null) isBlank = false;
    options.progress?.({ source, place: last, size: archive.size });
    const taken = take(record);
    if (taken !== null) pending.push(taken);
    const isDue = performance.now() - marked > MARK_MS || last.records - markedRecords >= MARK_RECORDS;
    if (bookmark !== null && isDue) {
      pending.push(milestoneAt(last));
      marked = performance.now();
      markedRecords = last.records;
    }
    while (pending.length > AHEAD || (pending.length > 0 && !(pending[0] instanceof Promise))) {
      const one = await pending.shift()!;
      if (one !== null) yield one;
      judged(one);
    }
  }
  for (const waiting of pending) {
    const one = await waiting;
    if (one !== null) yield one;
    judged(one);
  }
  if (left === null && isBlank) throw new LaydownError('bad-input', 'holds no text: there is nothing to read');
  if (last !== null) yield milestoneAt(last);
}

/** A fault is a value; a promise that nobody waits for yet must not end the process. */
function faulted(source: string, work: () => Promise<Taken>): Promise<Taken> {
  const taken = work().catch((error: unknown) => {
    if (!(error instanceof LaydownError)) throw error;
    return { source, code: error.code, message: error.message };
  });
  taken.catch(() => undefined);
  return taken;
}

async function textOfPage(services: TextServices, page: ArchivedPage): Promise<string> {
  const text = decodeDeclared(page.bytes, page.charset) ?? (await services.decodeGuessed(page.bytes))?.text ?? null;
  if (text !== null) return text;
  throw new LaydownError('bad-input', `${page.url ?? 'a page'} is not UTF-8 and its charset cannot be told`);
}

/** Bytes of a record. */
export const limitOf = (kind: ArchiveKind): number => (kind === 'warc' ? LIMITS.htmlBytes : LIMITS.textBytes);

/** The text of a page or line, where it is worth handing on; null where it tells nothing of forces. */
export async function worthyText(
  services: TextServices,
  page: ArchivedPage | ArchivedLine,
  isScreened: boolean,
): Promise<string | null> {
  if (page.kind === 'line') return isScreened && !isAboutForces(page.text) ? null : page.text;
  const text = await textOfPage(services, page);
  if (!isScreened) return text;
  return isAboutForces(page.mime === 'text/plain' ? text : wordsOfPage(text)) ? text : null;
}

async function draftOfPage(services: TextServices, page: ArchivedPage, isScreened: boolean): Promise<Draft | null> {
  const text = await worthyText(services, page, isScreened);
  if (text === null) return null;
  const draft = page.mime === 'text/plain' ? readText(text) : await parsed(services, text);
  // The page around the article may speak of forces where the article does not.
  if (isScreened && draft.text !== null && !isAboutForces(draft.text)) return null;
  return { ...draft, url: draft.url ?? page.url };
}

async function parsed(services: TextServices, html: string): Promise<Draft> {
  const { items } = await services.parse('html', html);
  const draft = items[0]?.draft ?? new LaydownError('bad-input', 'holds no text: there is nothing to read');
  if (draft instanceof LaydownError) throw draft;
  return draft;
}
