// Text that any store can hold, and what is wrong with a value in words.
import type { z } from 'zod';

const NUL = '\u0000';
const SURROGATE = /[\uD800-\uDFFF]/;
const LONE = /[\uD800-\uDBFF](?![\uDC00-\uDFFF])|(?<![\uD800-\uDBFF])[\uDC00-\uDFFF]/g;

/** Half characters (lone surrogates) become U+FFFD, as a UTF-8 encoder would make them: offsets stay as they are. */
export const wellFormed = (text: string): string => (SURROGATE.test(text) ? text.replace(LONE, '\uFFFD') : text);

/** True where some text of a plain value holds a NUL character, which no database text can. */
export function holdsNul(value: unknown): boolean {
  if (typeof value === 'string') return value.includes(NUL);
  if (value === null || typeof value !== 'object') return false;
  return Object.values(value).some(holdsNul);
}

/** The first problem with its place: `quantity.min: expected number, received string`. */
export function problemIn(error: z.ZodError): string {
  const [issue] = error.issues;
  if (issue === undefined) return 'is not as it must be';
  const place = issue.path.join('.');
  return place === '' ? issue.message : `${place}: ${issue.message}`;
}
