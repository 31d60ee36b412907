// JSON -> reports: one object {"text", "published"?, "title"?, "url"?, "publisher"?, "id"?}, or a list of them.

import { type Draft, type DraftItem, draftOf } from '../model/draft.ts';
import { LaydownError } from '../model/errors.ts';
import { inMegabytes, LIMITS } from './limits.ts';
import { checkProse } from './prose.ts';
import { dayFromWords } from './published.ts';

/** Throws LaydownError `bad-input` where the file is no JSON; a bad report in a list spoils no other. */
export function readJson(text: string): readonly DraftItem[] {
  if (text.trim() === '') throw new LaydownError('bad-input', 'holds no text: there is nothing to read');
  const value = parsed(text);
  if (!Array.isArray(value)) return [{ item: null, draft: attempt(value) }];
  if (value.length === 0) throw new LaydownError('bad-input', 'is an empty list: there is nothing to read');
  return value.map((one, i) => ({ item: i + 1, draft: attempt(one) }));
}

/** One line of a JSONL file. Throws LaydownError `bad-input`. */
export function readJsonLine(line: string): Draft {
  if (line.length > LIMITS.textBytes)
    throw new LaydownError('too-large', `is longer than ${inMegabytes(LIMITS.textBytes)}`);
  return draftFrom(parsed(line));
}

function parsed(json: string): unknown {
  if (isDeeper(json, LIMITS.jsonDepth)) {
    throw new LaydownError('too-large', `nests lists and objects deeper than ${LIMITS.jsonDepth}: no report does`);
  }
  try {
    return JSON.parse(json);
  } catch (error) {
    throw new LaydownError('bad-input', `is no valid JSON: ${(error as Error).message}`);
  }
}

/** Brackets inside texts do not count. One pass, stopped where the limit is passed. */
function isDeeper(json: string, limit: number): boolean {
  const marks = /["[\]{}]/g;
  let depth = 0;
  for (let mark = marks.exec(json); mark !== null; mark = marks.exec(json)) {
    if (mark[0] === '"') {
      let end = json.indexOf('"', marks.lastIndex);
      while (end >= 0 && isEscaped(json, end)) end = json.indexOf('"', end + 1);
      if (end < 0) return false;
      marks.lastIndex = end + 1;
    } else if (mark[0] === '[' || mark[0] === '{') {
      if (++depth > limit) return true;
    } else depth--;
  }
  return false;
}

/** True where an odd number of backslashes stands before the place. */
function isEscaped(json: string, at: number): boolean {
  let from = at;
  while (json[from - 1] === '\\') from--;
  return (at - from) % 2 === 1;
}

function attempt(value: unknown): Draft | LaydownError {
  try {
    return draftFrom(value);
  } catch (error) {
    if (error instanceof LaydownError) return error;
    throw error;
  }
}

function draftFrom(value: unknown): Draft {
  if (typeof value !== 'object' || value === null || Array.isArray(value)) {
    throw new LaydownError(
      'bad-input',
      'is no report: a report is an object {"text": "...", "published": "YYYY-MM-DD", ...}',
    );
  }
  const fields = value as Record<string, unknown>;
  const text = fields['text'];
  if (typeof text !== 'string') {
    throw new LaydownError(
      'bad-input',
      `has no "text": a report is {"text": "...", "published": "YYYY-MM-DD", "title", "url", "publisher"}`,
    );
  }
  if (text.length > LIMITS.textBytes)
    throw new LaydownError('too-large', `has a text longer than ${inMegabytes(LIMITS.textBytes)}`);
  checkProse(text);
  const published = word(fields, 'published');
  const day = published === null ? null : dayFromWords(published);
  if (published !== null && day === null)
    throw new LaydownError('bad-input', `has "published": "${published}", which is no date: write YYYY-MM-DD`);
  const id = word(fields, 'id');
  return draftOf(text, {
    title: word(fields, 'title'),
    published: day,
    publisher: word(fields, 'publisher'),
    url: word(fields, 'url'),
    ...(id === null ? {} : { id }),
  });
}

function word(fields: Record<string, unknown>, name: string): string | null {
  const value = fields[name];
  if (value === undefined || value === null || value === '') return null;
  if (typeof value !== 'string') throw new LaydownError('bad-input', `has a "${name}" that is no text`);
  return value;
}
