// Which format a file is in: by its name, and by its first bytes where the name does not tell.

export type Format = 'text' | 'markdown' | 'html' | 'json' | 'jsonl';

const BY_EXTENSION: Readonly<Record<string, Format>> = {
  txt: 'text',
  text: 'text',
  md: 'markdown',
  markdown: 'markdown',
  html: 'html',
  htm: 'html',
  xhtml: 'html',
  json: 'json',
  jsonl: 'jsonl',
  ndjson: 'jsonl',
};

/** What a directory is searched for. */
export const READABLE = ['.txt', '.md', '.html', '.htm', '.json', '.jsonl'] as const;

/** By the name's ending; null where that tells nothing. */
export const formatOfName = (name: string): Format | null =>
  BY_EXTENSION[/\.([a-z]+)$/i.exec(name)?.[1]?.toLowerCase() ?? ''] ?? null;

/** By how the text begins: a page, a JSON value, several lines of JSON objects, else plain text. */
export function formatOfText(text: string): Format {
  const head = text.slice(0, 2000).trimStart();
  if (/^(?:<\?xml[^>]{0,200}>\s{0,50})?<(?:!doctype\s{1,9}html|html|head|body|article)\b/i.test(head)) return 'html';
  if (/^\{\s*"/.test(head)) return /^\{[^\n]*\}\s*\n\s*\{/.test(text.slice(0, 200_000).trimStart()) ? 'jsonl' : 'json';
  if (/^\[\s*\{/.test(head)) return 'json';
  return 'text';
}

const SIGNATURES: readonly (readonly [string, string])[] = [
  ['%PDF-', 'a PDF: save it as text first (pdftotext FILE FILE.txt)'],
  ['PK\u0003\u0004', 'a zip archive or an office document: save it as text first'],
  ['\u001f\u008b', 'gzip-compressed: unpack it first (gunzip FILE)'],
  ['\u0089PNG', 'an image'],
  ['\u00ff\u00d8\u00ff', 'an image'],
  ['GIF8', 'an image'],
  ['\u007fELF', 'a program'],
  ['SQLite format 3', 'a database'],
];

/** What a file is that is no text at all, with what to do; null where it may be text. */
export function binaryKind(bytes: Uint8Array): string | null {
  const head = String.fromCharCode(...bytes.subarray(0, 16));
  for (const [signature, what] of SIGNATURES) if (head.startsWith(signature)) return what;
  const wide = (bytes[0] === 0xff && bytes[1] === 0xfe) || (bytes[0] === 0xfe && bytes[1] === 0xff);
  // A NUL stands in no text but UTF-16 and UTF-32, whose byte order mark tells them.
  if (!wide && bytes.subarray(0, 64 * 1024).includes(0)) return 'a binary file, no text';
  return null;
}
