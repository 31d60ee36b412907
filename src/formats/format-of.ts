// Which format a file is in: by its first bytes and structure where these are plain, whatever its name; else by its name.

export type Format = 'text' | 'markdown' | 'html' | 'json' | 'jsonl' | 'feed' | 'pdf' | 'mail' | 'docx';

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
  rss: 'feed',
  atom: 'feed',
  rdf: 'feed',
  pdf: 'pdf',
  eml: 'mail',
  mbox: 'mail',
  docx: 'docx',
};

/** What a directory is searched for. */
export const READABLE = [
  ...['.txt', '.text', '.md', '.markdown', '.html', '.htm', '.xhtml', '.json', '.jsonl', '.ndjson'],
  ...['.pdf', '.rss', '.atom', '.rdf', '.xml', '.eml', '.mbox', '.docx'],
  ...['.warc', '.warc.gz', '.jsonl.gz', '.ndjson.gz'],
] as const;

/** By the name's ending; null where that tells nothing (".xml" may be a feed or a page). */
export const formatOfName = (name: string): Format | null =>
  BY_EXTENSION[/\.([a-z]+)$/i.exec(name)?.[1]?.toLowerCase() ?? ''] ?? null;

/** What an archive is by its name's ending, packed or not; null for a file that is no archive. */
export function archiveOfName(name: string): 'warc' | 'jsonl' | null {
  const [, ending] = /\.(warc|jsonl|ndjson)(?:\.gz)?$/i.exec(name) ?? [];
  return ending === undefined ? null : ending.toLowerCase() === 'warc' ? 'warc' : 'jsonl';
}

/** How the format is called in messages. */
export const CALLED: Readonly<Record<Format, string>> = {
  text: 'plain text',
  markdown: 'Markdown',
  html: 'an HTML page',
  json: 'JSON',
  jsonl: 'JSON lines',
  feed: 'a feed',
  pdf: 'a PDF',
  mail: 'a mail',
  docx: 'a Word document (.docx)',
};

const startsWith = (bytes: Uint8Array, words: string): boolean => {
  for (let i = 0; i < words.length; i++) if (bytes[i] !== words.charCodeAt(i)) return false;
  return true;
};
const LATIN = new TextDecoder('latin1');
const latin = (bytes: Uint8Array): string => LATIN.decode(bytes);

/** A PDF, a Word document or a mail, by their bytes; null for anything else. */
export function formatOfBytes(bytes: Uint8Array): Format | null {
  // Up to a kilobyte of other bytes may stand before a PDF's first line.
  const head = latin(bytes.subarray(0, 1024));
  if (/^[\s\S]{0,1000}%PDF-\d/.test(head) && !/^\s*</.test(head)) return 'pdf';
  if (startsWith(bytes, 'PK\u0003\u0004') && zipHolds(bytes, 'word/document')) return 'docx';
  return mayBeMail(head) && isMail(latin(bytes.subarray(0, 64 * 1024))) ? 'mail' : null;
}

/** The names of a zip's files stand at its end, in its directory. */
function zipHolds(bytes: Uint8Array, name: string): boolean {
  const tail = latin(bytes.subarray(Math.max(0, bytes.length - 1024 * 1024)));
  return tail.includes(name) || latin(bytes.subarray(0, 64 * 1024)).includes(name);
}

const HEADER = /^([!-9;-~]{1,60}):(?:[ \t]|$)/;
/** Only a mail that has been sent has one of these: a press release that opens with "From:" and "Date:" has none. */
const SENT = new Set(['mime-version', 'message-id', 'received', 'return-path', 'delivered-to', 'dkim-signature']);

/** False for most that is none, by its first line. */
const mayBeMail = (head: string): boolean => /^(?:From \S|[!-9;-~]{1,60}:[ \t\r\n]|[!-9;-~]{1,60}:$)/.test(head);

/** True where the text opens with a mail's header lines, after the "From " line of a mailbox where there is one. */
function isMail(head: string): boolean {
  const names = new Set<string>();
  const lines = head.split('\n', 400);
  for (let i = /^From \S/.test(lines[0] ?? '') ? 1 : 0; i < lines.length; i++) {
    const line = lines[i]!.replace(/\r$/, '');
    if (line === '') break;
    if (/^[ \t]/.test(line)) {
      if (names.size === 0) return false;
      continue;
    }
    const name = HEADER.exec(line)?.[1];
    if (name === undefined) return false;
    names.add(name.toLowerCase());
  }
  return (names.has('from') || names.has('sender')) && [...names].some((name) => SENT.has(name));
}

/** By how the text begins: a feed, a page, JSON, several lines of JSON objects; 'xml' for other XML; null where it is none of these. */
function formatOfText(text: string): 'feed' | 'html' | 'json' | 'jsonl' | 'xml' | null {
  const head = text.slice(0, 4000).trimStart();
  if (head.startsWith('<')) return formatOfMarkup(head);
  if (/^\{\s*"/.test(head)) {
    if (/^\{[^\n]*\}\s*\n\s*\{/.test(text.slice(0, 200_000).trimStart())) return 'jsonl';
    return /"version"\s*:\s*"https?:\/\/(?:www\.)?jsonfeed\.org\//.test(head) ? 'feed' : 'json';
  }
  if (/^\[\s*\{\s*"/.test(head)) return 'json';
  return null;
}

/** By the first element, after declarations, comments and the document type. */
function formatOfMarkup(head: string): 'feed' | 'html' | 'xml' | null {
  let rest = head;
  let isXml = false;
  for (;;) {
    const skipped = /^(?:<\?[^>]*>|<!--[\s\S]*?-->)\s*/.exec(rest)?.[0];
    if (skipped === undefined) break;
    if (skipped.startsWith('<?xml')) isXml = true;
    rest = rest.slice(skipped.length);
  }
  if (/^<!doctype\s+html/i.test(rest)) return 'html';
  const root = /^(?:<!doctype[^>[]*(?:\[[\s\S]*?\]\s*)?>\s*)?<([\w.-]{1,40}(?::[\w.-]{1,40})?)/i.exec(rest)?.[1];
  if (root === undefined) return isXml ? 'xml' : null;
  if (/^(?:rss|(?:\w+:)?feed|rdf:rdf)$/i.test(root)) return 'feed';
  if (/^(?:html|head|body|article)$/i.test(root)) return 'html';
  return isXml ? 'xml' : null;
}

/** True where nothing in the text's head is a tag: it is no page, whatever its name. */
const hasNoTags = (text: string): boolean => !/<[a-z!/?]/i.test(text.slice(0, 256 * 1024));

/**
 * The format that a decoded text is read in: its structure overrules its name, except that what has no structure of its own is what it
 * is named. 'xml' is XML that is neither feed nor page; 'misnamed' is plain text named as a PDF or a Word document.
 */
export function formatFor(named: Format | null, text: string): Format | 'xml' | 'misnamed' {
  const found = formatOfText(text);
  if (found === 'feed' || found === 'html') return found;
  if (found === 'json' || found === 'jsonl') return named === 'markdown' ? 'markdown' : found;
  if (named === 'html' && found === null && hasNoTags(text)) return 'text';
  if (named === 'pdf' || named === 'docx') return 'misnamed';
  return named ?? found ?? 'text';
}

const SIGNATURES: readonly (readonly [string, string])[] = [
  ['PK\u0003\u0004', 'a zip archive or an office document other than .docx: save its text first'],
  [
    '\u00d0\u00cf\u0011\u00e0',
    'an old Office file, an Outlook message or a locked document: save it unlocked as .docx or .eml',
  ],
  ['{\\rtf', 'a rich text file (RTF): save it as .docx or .txt'],
  ['\u001f\u008b', 'gzip-compressed: unpack it first (gunzip FILE)'],
  ['BZh', 'bzip2-compressed: unpack it first (bunzip2 FILE)'],
  ['\u00fd7zXZ', 'xz-compressed: unpack it first (unxz FILE)'],
  ['7z\u00bc\u00af', 'a 7-Zip archive: unpack it first'],
  ['Rar!', 'a RAR archive: unpack it first'],
  ['\u0089PNG', 'an image'],
  ['\u00ff\u00d8\u00ff', 'an image'],
  ['GIF8', 'an image'],
  ['II*\u0000', 'an image'],
  ['MM\u0000*', 'an image'],
  ['%!PS', 'a PostScript file: save it as PDF (ps2pdf FILE)'],
  ['\u007fELF', 'a program'],
  ['SQLite format 3', 'a database'],
];

/** What a file is that is no text at all, with what to do; null where it may be text. */
export function binaryKind(bytes: Uint8Array): string | null {
  for (const [signature, what] of SIGNATURES) if (startsWith(bytes, signature)) return what;
  const wide = (bytes[0] === 0xff && bytes[1] === 0xfe) || (bytes[0] === 0xfe && bytes[1] === 0xff);
  // A NUL stands in no text but UTF-16 and UTF-32, whose byte order mark tells them.
  if (!wide && bytes.subarray(0, 64 * 1024).includes(0)) return 'a binary file, no text';
  return null;
}
