// Refuses what is text by its bytes and no report by its shape. Throws LaydownError `bad-input`; the caller names the file.
import { LaydownError } from '../model/errors.ts';
import { LIMITS } from './limits.ts';

/** Not tab, line feed, form feed or carriage return. */
const CONTROL = /[\u0000-\u0008\u000b\u000e-\u001f]/;

/** Passes a text that can be read: not blank, few control characters, no endless run. Linear in its length. */
export function checkProse(text: string): void {
  if (text.trim() === '') throw new LaydownError('bad-input', 'holds no text: there is nothing to read');
  // Most texts are shorter than that and hold no control character: to know it costs a fraction of looking at each.
  if (text.length <= LIMITS.unbrokenRun && !CONTROL.test(text)) return;
  let controls = 0;
  let run = 0;
  for (let i = 0; i < text.length; i++) {
    const c = text.charCodeAt(i);
    if (c <= 0x20 || c === 0xa0 || (c >= 0x2000 && c <= 0x200b) || c === 0x2028 || c === 0x3000) run = 0;
    else if (++run > LIMITS.unbrokenRun) {
      throw new LaydownError(
        'bad-input',
        `has more than ${LIMITS.unbrokenRun.toLocaleString('en')} characters without a space: this is no report text`,
      );
    }
    if (c < 0x20 && c !== 9 && c !== 10 && c !== 12 && c !== 13) controls++;
  }
  if (controls > 8 && controls > text.length / 100) throw new LaydownError('bad-input', 'is a binary file, no text');
}
