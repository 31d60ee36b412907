// Plain text -> a report: the text as it is, its first line as the title where it looks like one, the day where the text states it.
import { type Draft, draftOf } from '../model/draft.ts';
import { checkProse } from './prose.ts';
import { dayFromText } from './published.ts';

/** Throws LaydownError `bad-input` where the text is no report. */
export function readText(text: string): Draft {
  checkProse(text);
  return draftOf(text, { title: titleLine(text), published: dayFromText(text) });
}

/** The first line, where it stands alone, is short and does not end like a sentence; else null. */
export function titleLine(text: string): string | null {
  const [, first, rest] = /^\s*([^\r\n]+)\r?\n(\s*\r?\n)?/.exec(text) ?? [];
  const line = first?.trim();
  if (!line || rest === undefined || line.length > 160 || /[.:;,]$/.test(line)) return null;
  return line;
}
