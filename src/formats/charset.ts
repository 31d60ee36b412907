// Bytes -> text: byte order mark first, then UTF-8, then the charset that the file declares. What is left is for charset-guess.ts.

const MARKS: readonly (readonly [readonly number[], string])[] = [
  [[0xef, 0xbb, 0xbf], 'utf-8'],
  [[0xff, 0xfe], 'utf-16le'],
  [[0xfe, 0xff], 'utf-16be'],
];

/** The text, or null where the bytes are neither UTF-8 nor in a charset that they declare. A byte order mark is no part of the text. */
export function decodeDeclared(bytes: Uint8Array): string | null {
  const mark = MARKS.find(([lead]) => lead.every((byte, i) => bytes[i] === byte));
  if (mark) return decodeAs(mark[1], bytes.subarray(mark[0].length));
  const utf8 = decodeAs('utf-8', bytes);
  if (utf8 !== null) return utf8;
  const declared = declaredCharset(bytes);
  return declared === null ? null : decodeAs(declared, bytes);
}

/** Strict: null where a byte stands for nothing, or where the charset is not known. */
export function decodeAs(charset: string, bytes: Uint8Array): string | null {
  try {
    return new TextDecoder(charset, { fatal: true, ignoreBOM: true }).decode(bytes);
  } catch {
    return null;
  }
}

/** `<meta charset="...">`, `<meta ... content="text/html; charset=...">` or `<?xml encoding="..."?>` in the first 4 kB. */
function declaredCharset(bytes: Uint8Array): string | null {
  const head = new TextDecoder('latin1').decode(bytes.subarray(0, 4096));
  const tag =
    /<meta\b[^>]*?\bcharset\s*=\s*["']?\s*([\w.:-]+)/i.exec(head) ??
    /<\?xml\b[^>]*?\bencoding\s*=\s*["']([\w.:-]+)/i.exec(head);
  return tag?.[1] ?? null;
}
