// Bytes -> text: byte order mark first, then UTF-8, then the charset that the file declares, then UTF-8 with a few bad bytes. What is left
// is for charset-guess.ts.

const MARKS: readonly (readonly [readonly number[], string])[] = [
  [[0xef, 0xbb, 0xbf], 'utf-8'],
  [[0xff, 0xfe], 'utf-16le'],
  [[0xfe, 0xff], 'utf-16be'],
];

/** The text, or null where the bytes are neither UTF-8 nor in a charset that they declare, or that the answer they came with states. A byte order mark is no part of the text. */
export function decodeDeclared(bytes: Uint8Array, stated: string | null = null): string | null {
  const mark = MARKS.find(([lead]) => lead.every((byte, i) => bytes[i] === byte));
  if (mark) return decodeAs(mark[1], bytes.subarray(mark[0].length));
  const utf8 = decodeUtf8(bytes);
  if (utf8 !== null) return utf8;
  for (const charset of [stated, declaredCharset(bytes)]) {
    const text = charset === null ? null : decodeAs(charset, bytes);
    if (text !== null) return text;
  }
  return decodeDamaged(bytes);
}

/** UTF-8 with a stray bad byte here and there (a cut in the middle of a letter): the bad ones become U+FFFD; null where it is no UTF-8. */
function decodeDamaged(bytes: Uint8Array): string | null {
  const text = new TextDecoder('utf-8', { ignoreBOM: true }).decode(bytes);
  let bad = 0;
  let good = 0;
  for (const [letters] of text.matchAll(/[^\u0000-\u007f]+/g)) {
    for (const letter of letters) {
      if (letter === '\ufffd') bad++;
      else good++;
    }
  }
  return good >= 4 && bad * 4 <= good ? text : null;
}

const UTF8 = new TextDecoder('utf-8', { fatal: true, ignoreBOM: true });

function decodeUtf8(bytes: Uint8Array): string | null {
  try {
    return UTF8.decode(bytes);
  } catch {
    return null;
  }
}

/** Strict: null where a byte stands for nothing, or where the charset is not known. */
function decodeAs(charset: string, bytes: Uint8Array): string | null {
  try {
    const decoder = new TextDecoder(charset, { fatal: true, ignoreBOM: true });
    const text = decoder.decode(bytes);
    return decoder.encoding === 'windows-1252' ? mendWindows1252(text) : text;
  } catch {
    return null;
  }
}

/** What the bytes 0x80..0x9f are in windows-1252; a space where they are nothing. */
const HIGH = '€ ‚ƒ„…†‡ˆ‰Š‹Œ Ž  ‘’“”•–—˜™š›œ žŸ';

/** Several versions of Node take windows-1252 for ISO-8859-1 and leave control characters where quotation marks and dashes stand. */
const mendWindows1252 = (text: string): string =>
  text.replace(/[\u0080-\u009f]/g, (c) => {
    const meant = HIGH[c.charCodeAt(0) - 0x80];
    return meant === undefined || meant === ' ' ? c : meant;
  });

/** `<meta charset="...">`, `<meta ... content="text/html; charset=...">` or `<?xml encoding="..."?>` in the first 4 kB. */
function declaredCharset(bytes: Uint8Array): string | null {
  const head = new TextDecoder('latin1').decode(bytes.subarray(0, 4096));
  const tag =
    /<meta\b[^>]*?\bcharset\s*=\s*["']?\s*([\w.:-]+)/i.exec(head) ??
    /<\?xml\b[^>]*?\bencoding\s*=\s*["']([\w.:-]+)/i.exec(head);
  return tag?.[1] ?? null;
}
