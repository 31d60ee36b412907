// Files -> reports on their way in: one step a format, one fault a bad file, the rest of the batch goes on.
import { decodeDeclared } from '../formats/charset.ts';
import { readsAsEnglish } from '../formats/english.ts';
import {
  archiveOfName,
  binaryKind,
  CALLED,
  type Format,
  formatFor,
  formatOfBytes,
  formatOfName,
} from '../formats/format-of.ts';
import { readJson, readJsonLine } from '../formats/json.ts';
import { inMegabytes, LIMITS } from '../formats/limits.ts';
import { readText } from '../formats/text.ts';
import type { Day } from '../model/day.ts';
import { type Draft, oneDraft } from '../model/draft.ts';
import { type Fault, LaydownError } from '../model/errors.ts';
import type { ArchiveKind } from '../ports/archive.ts';
import type { FoundFile, TextServices } from '../ports/intake.ts';
import type { IncomingReport, Milestone } from './add-reports.ts';
import { type ArchiveOptions, takeInArchive } from './take-in-archive.ts';

export interface TakeInEvents {
  /** A file is done: its source, and how many reports it gave. */
  readonly file?: (source: string, reports: number) => void;
  /** Something to know about a report that is taken: a guessed charset, another language. */
  readonly note?: (source: string, note: string) => void;
}

export interface TakeInOptions extends TakeInEvents {
  /** The day of publication of all of them, whatever they state themselves. */
  readonly published?: Day;
  readonly archives?: ArchiveOptions;
}

export const isFault = (value: object): value is Fault => 'code' in value && 'message' in value;
export const isMilestone = (value: object): value is Milestone => 'reached' in value;

/** Yields reports and faults in the order of the files. A report whose language is another than English has `language` set. */
export async function* takeIn(
  services: TextServices,
  files: AsyncIterable<FoundFile | Fault>,
  options: TakeInOptions = {},
): AsyncGenerator<IncomingReport | Fault> {
  for await (const one of takeInMarked(services, files, options)) if (!isMilestone(one)) yield one;
}

/** What a file is read as an archive of; null for a file that is taken in whole. `kind` is that of files whose names tell nothing. */
export function archiveKindOf(file: FoundFile, kind?: ArchiveKind): ArchiveKind | null {
  const named = archiveOfName(file.source);
  if (file.archive === undefined) return named === 'warc' ? named : null;
  return named ?? (formatOfName(file.source) === null ? (kind ?? null) : null);
}

/** The same with a milestone here and there: what came before it has been handed out. */
export async function* takeInMarked(
  services: TextServices,
  files: AsyncIterable<FoundFile | Fault>,
  options: TakeInOptions = {},
): AsyncGenerator<IncomingReport | Fault | Milestone> {
  for await (const file of files) {
    if (isFault(file)) {
      yield file;
      continue;
    }
    let reports = 0;
    const kind = archiveKindOf(file, options.archives?.kind);
    try {
      const items = kind === null ? reportsIn(services, file, options) : recordsIn(services, file, kind, options);
      for await (const one of items) {
        if ('report' in one) reports++;
        yield one;
      }
    } catch (error) {
      if (!(error instanceof LaydownError)) throw error;
      yield { source: file.source, code: error.code, message: error.message };
    }
    options.file?.(file.source, reports);
  }
}

async function* recordsIn(
  services: TextServices,
  file: FoundFile,
  kind: ArchiveKind,
  options: TakeInOptions,
): AsyncGenerator<IncomingReport | Fault | Milestone> {
  // Bytes at hand were chosen by whoever handed them over: screening is for archives that are read as a stream.
  const isStream = file.archive !== undefined;
  const archive = await (file.archive?.(kind) ?? file.bytes(MOST_BYTES).then((bytes) => services.archive(kind, bytes)));
  try {
    const whole = (source: string, draft: Draft) => complete(services, source, draft, options);
    yield* takeInArchive(
      services,
      file.source,
      archive,
      kind,
      isStream ? (options.archives ?? {}) : { isScreened: false },
      whole,
    );
  } finally {
    await archive.close();
  }
}

async function* reportsIn(
  services: TextServices,
  file: FoundFile,
  options: TakeInOptions,
): AsyncGenerator<IncomingReport | Fault> {
  for await (const { source, draft } of draftsOf(services, file, options)) {
    if (draft instanceof LaydownError) yield { source, code: draft.code, message: draft.message };
    else yield { source, report: await complete(services, source, draft, options) };
  }
}

interface SourcedDraft {
  readonly source: string;
  readonly draft: Draft | LaydownError;
}

async function* draftsOf(
  services: TextServices,
  file: FoundFile,
  options: TakeInOptions,
): AsyncGenerator<SourcedDraft> {
  const named = formatOfName(file.source);
  if (named === 'jsonl') {
    yield* lineDrafts(file.source, file.lines(LIMITS.textBytes));
    return;
  }
  const { format, content } = await contentOf(services, file, named, options);
  if (format === 'jsonl') {
    yield* lineDrafts(file.source, eachLine(content as string));
    return;
  }
  const { items, notes } =
    format === 'json'
      ? { items: readJson(content as string), notes: [] }
      : format === 'text'
        ? oneDraft(readText(content as string))
        : await services.parse(format, content);
  for (const note of notes) options.note?.(file.source, note);
  for (const { item, draft } of items) yield { source: item === null ? file.source : `${file.source}:${item}`, draft };
}

async function* eachLine(text: string): AsyncGenerator<string> {
  for (let from = 0; from < text.length; ) {
    let end = text.indexOf('\n', from);
    if (end < 0) end = text.length;
    yield text.slice(from, end);
    from = end + 1;
  }
}

/** So many bad lines at the start of a file, and no good one: it is no JSONL file, and the rest is not tried. */
const BAD_LINES = 100;

async function* lineDrafts(source: string, lines: AsyncIterable<string | LaydownError>): AsyncGenerator<SourcedDraft> {
  let number = 0;
  let good = 0;
  let bad = 0;
  for await (const line of lines) {
    number++;
    if (typeof line === 'string' && line.trim() === '') continue;
    const draft = typeof line === 'string' ? lineDraft(line) : line;
    yield { source: `${source}:${number}`, draft };
    if (draft instanceof LaydownError) bad++;
    else good++;
    if (good === 0 && bad === BAD_LINES)
      throw new LaydownError('bad-input', `holds no report in its first ${BAD_LINES} lines: is it a JSONL file?`);
  }
  if (good + bad === 0) throw new LaydownError('bad-input', 'holds no text: there is nothing to read');
}

function lineDraft(line: string): Draft | LaydownError {
  try {
    return readJsonLine(line);
  } catch (error) {
    if (error instanceof LaydownError) return error;
    throw error;
  }
}

const BYTES: Readonly<Record<Format, number>> = {
  text: LIMITS.textBytes,
  markdown: LIMITS.textBytes,
  html: LIMITS.htmlBytes,
  json: LIMITS.jsonBytes,
  jsonl: LIMITS.jsonBytes,
  feed: LIMITS.feedBytes,
  pdf: LIMITS.pdfBytes,
  mail: LIMITS.mailBytes,
  docx: LIMITS.docxBytes,
};
const MOST_BYTES = Math.max(...Object.values(BYTES));

/** The format by name and content, with the text, or the bytes where the format's own parser decodes them. */
async function contentOf(
  services: TextServices,
  file: FoundFile,
  named: Format | null,
  options: TakeInOptions,
): Promise<{ readonly format: Format; readonly content: string | Uint8Array }> {
  // A name that tells nothing gets the largest limit; the format's own is checked once the content tells it.
  const limit = named === null ? MOST_BYTES : BYTES[named];
  if (file.size !== null && file.size > limit) throw tooLarge(file.size, named);
  const bytes = await file.bytes(limit);
  if (bytes.length === 0) throw new LaydownError('bad-input', 'is empty: there is nothing to read');
  const packed = formatOfBytes(bytes);
  const binary = packed === null ? binaryKind(bytes) : null;
  if (binary !== null) throw new LaydownError('bad-input', `is ${binary}`);
  const content = packed === null ? await textOfBytes(services, file, bytes, options) : bytes;
  const format = packed ?? formatFor(named, content as string);
  if (format === 'xml')
    throw new LaydownError(
      'bad-input',
      'is XML, but neither a feed (RSS, Atom, RDF) nor a page: there is nothing to read',
    );
  if (format === 'misnamed')
    throw new LaydownError('bad-input', `is named as ${CALLED[named!]} and is none: rename it (.txt for plain text)`);
  if (bytes.length > BYTES[format]) throw tooLarge(bytes.length, format);
  if (named !== null && named !== format)
    options.note?.(file.source, `is ${CALLED[format]} by its content, whatever its name: read as such`);
  return { format, content };
}

function tooLarge(size: number, format: Format | null): LaydownError {
  const most = inMegabytes(format === null ? MOST_BYTES : BYTES[format]);
  return new LaydownError(
    'too-large',
    `is ${inMegabytes(size)}: the limit for ${format === null ? 'any file' : CALLED[format]} is ${most}`,
  );
}

async function textOfBytes(
  services: TextServices,
  file: FoundFile,
  bytes: Uint8Array,
  options: TakeInOptions,
): Promise<string> {
  const declared = decodeDeclared(bytes);
  if (declared !== null) return declared;
  const guessed = await services.decodeGuessed(bytes);
  if (guessed === null) {
    throw new LaydownError(
      'bad-input',
      'is not UTF-8 and its charset cannot be told: convert it first (iconv -f CHARSET -t UTF-8)',
    );
  }
  options.note?.(file.source, `is not UTF-8: read as ${guessed.charset}`);
  return guessed.text;
}

async function complete(services: TextServices, source: string, draft: Draft, options: TakeInOptions): Promise<Draft> {
  const published = options.published ?? draft.published;
  const dated = published === draft.published ? draft : { ...draft, published };
  if (draft.text === null || readsAsEnglish(draft.text) === 'yes') return dated;
  const language = await services.languageOf(draft.text);
  if (language === null || language === 'en') return dated;
  options.note?.(source, `is in another language than English (${language}): kept, not read for claims`);
  return { ...dated, language };
}
