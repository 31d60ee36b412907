// Text that any store can hold, and what is wrong with a value in words.
import type { z } from 'zod';

const NUL = '\u0000';
const LONE = /[\uD800-\uDBFF](?![\uDC00-\uDFFF])|(?<![\uD800-\uDBFF])[\uDC00-\uDFFF]/g;

/** Half characters (lone surrogates) become U+FFFD, as a UTF-8 encoder would make them: offsets stay as they are. */
export const wellFormed = (text: string): string => text.replace(LONE, '\uFFFD');

/** True where some text of a plain value holds a NUL character, which no database text can. */
export const holdsNul = (value: object): boolean => JSON.stringify(value).includes('\\u0000') && deep(value);

function deep(value: unknown): boolean {
  if (typeof value === 'string') return value.includes(NUL);
  if (value === null || typeof value !== 'object') return false;
  return Object.values(value).some(deep);
}

/** The first problem with its place: `quantity.min: expected number, received string`. */
export function problemIn(error: z.ZodError): string {
  const [issue] = error.issues;
  if (issue === undefined) return 'is not as it must be';
  const place = issue.path.join('.');
  return place === '' ? issue.message : `${place}: ${issue.message}`;
}
