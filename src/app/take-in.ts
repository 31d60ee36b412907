// Files -> reports on their way in: one step a format, one fault a bad file, the rest of the batch goes on.
import { decodeDeclared } from '../formats/charset.ts';
import { readsAsEnglish } from '../formats/english.ts';
import { binaryKind, type Format, formatOfName, formatOfText } from '../formats/format-of.ts';
import { readJson, readJsonLine } from '../formats/json.ts';
import { inMegabytes, LIMITS } from '../formats/limits.ts';
import { readText } from '../formats/text.ts';
import type { Day } from '../model/day.ts';
import type { Draft } from '../model/draft.ts';
import { type Fault, LaydownError } from '../model/errors.ts';
import type { FoundFile, TextServices } from '../ports/intake.ts';
import type { IncomingReport } from './add-reports.ts';

export interface TakeInEvents {
  /** A file is done: its source, and how many reports it gave. */
  readonly file?: (source: string, reports: number) => void;
  /** Something to know about a report that is taken: a guessed charset, another language. */
  readonly note?: (source: string, note: string) => void;
}

export interface TakeInOptions extends TakeInEvents {
  /** The day of publication of all of them, whatever they state themselves. */
  readonly published?: Day;
}

export const isFault = (value: object): value is Fault => 'code' in value && 'message' in value;

/** Yields reports and faults in the order of the files. A report whose language is another than English has `language` set. */
export async function* takeIn(
  services: TextServices,
  files: AsyncIterable<FoundFile | Fault>,
  options: TakeInOptions = {},
): AsyncGenerator<IncomingReport | Fault> {
  for await (const file of files) {
    if (isFault(file)) {
      yield file;
      continue;
    }
    let reports = 0;
    try {
      for await (const { source, draft } of draftsOf(services, file, options)) {
        if (draft instanceof LaydownError) {
          yield { source, code: draft.code, message: draft.message };
          continue;
        }
        reports++;
        yield { source, report: await complete(services, source, draft, options) };
      }
    } catch (error) {
      if (!(error instanceof LaydownError)) throw error;
      yield { source: file.source, code: error.code, message: error.message };
    }
    options.file?.(file.source, reports);
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
    yield* lineDrafts(file);
    return;
  }
  const text = await textOfFile(services, file, named, options);
  const format = named ?? formatOfText(text);
  const source = file.source;
  switch (format) {
    case 'json':
      for (const { item, draft } of readJson(text))
        yield { source: item === null ? source : `${source}:${item}`, draft };
      return;
    case 'jsonl': {
      let number = 0;
      for (const line of text.split('\n')) yield* lineDraft(source, line, ++number);
      return;
    }
    case 'html':
      yield { source, draft: await services.readHtml(text) };
      return;
    case 'markdown':
      yield { source, draft: (await import('../formats/markdown.ts')).readMarkdown(text) };
      return;
    case 'text':
      yield { source, draft: readText(text) };
  }
}

async function* lineDrafts(file: FoundFile): AsyncGenerator<SourcedDraft> {
  let number = 0;
  let found = 0;
  for await (const line of file.lines()) {
    for (const draft of lineDraft(file.source, line, ++number)) {
      found++;
      yield draft;
    }
  }
  if (found === 0) throw new LaydownError('bad-input', 'holds no text: there is nothing to read');
}

function* lineDraft(source: string, line: string, number: number): Generator<SourcedDraft> {
  if (line.trim() === '') return;
  try {
    yield { source: `${source}:${number}`, draft: readJsonLine(line) };
  } catch (error) {
    if (!(error instanceof LaydownError)) throw error;
    yield { source: `${source}:${number}`, draft: error };
  }
}

const BYTES: Readonly<Record<Format, number>> = {
  text: LIMITS.textBytes,
  markdown: LIMITS.textBytes,
  html: LIMITS.htmlBytes,
  json: LIMITS.jsonBytes,
  jsonl: LIMITS.jsonBytes,
};

async function textOfFile(
  services: TextServices,
  file: FoundFile,
  format: Format | null,
  options: TakeInOptions,
): Promise<string> {
  // A name that tells nothing gets the largest limit; the format's own is checked once its text tells it.
  const limit = format === null ? LIMITS.jsonBytes : BYTES[format];
  const refuse = (size: number, most: number) =>
    new LaydownError(
      'too-large',
      `is ${inMegabytes(size)}: the limit for ${format ?? 'such a file'} is ${inMegabytes(most)}`,
    );
  if (file.size !== null && file.size > limit) throw refuse(file.size, limit);
  const bytes = await file.bytes(limit);
  if (bytes.length === 0) throw new LaydownError('bad-input', 'is empty: there is nothing to read');
  const binary = binaryKind(bytes);
  if (binary !== null) throw new LaydownError('bad-input', `is ${binary}`);
  const declared = decodeDeclared(bytes);
  if (declared === null) {
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
  if (format === null && bytes.length > BYTES[formatOfText(declared)])
    throw refuse(bytes.length, BYTES[formatOfText(declared)]);
  return declared;
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
