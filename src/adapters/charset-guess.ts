// The last resort for bytes that are not UTF-8 and declare no charset: a guess from their statistics, taken only where the result reads as text.
import { analyse } from 'chardet';
import iconv from 'iconv-lite';

/** Under this the guess is noise. */
const LEAST_CONFIDENCE = 20;

/** The text in the likeliest charset that yields no unknown bytes and no control characters, with that charset; null where none does. */
export function decodeGuessed(bytes: Uint8Array): { readonly text: string; readonly charset: string } | null {
  for (const { name, confidence } of analyse(bytes.subarray(0, 256 * 1024))) {
    if (confidence < LEAST_CONFIDENCE) break;
    const text = decode(name, bytes);
    if (text !== null && !/[\u0000-\u0008\u000e-\u001f\u007f-\u009f\ufffd]/.test(text)) return { text, charset: name };
  }
  return null;
}

/** Files that seem ISO-8859-1 mean windows-1252, as browsers take them. */
function decode(charset: string, bytes: Uint8Array): string | null {
  const meant = charset === 'ISO-8859-1' ? 'windows-1252' : charset;
  return iconv.encodingExists(meant) ? iconv.decode(Buffer.from(bytes), meant) : null;
}
