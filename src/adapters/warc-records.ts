// Records of a WARC archive (ISO 28500), and lines of an archive of reports: one after the other through a window.
import { LaydownError } from '../model/errors.ts';
import type { ArchiveRecord } from '../ports/archive.ts';
import type { ArchiveWindow } from './archive-window.ts';
import { type Head, headOf, pageIn, textKind, tooLarge } from './http-answer.ts';

export type Content = ArchiveRecord['content'];

const MARK = Buffer.from('WARC/');
const HEAD_BYTES = 64 * 1024;
const NEWLINE = 10;
const RETURN = 13;

/** The content of each record. Throws LaydownError `bad-input` where the first one is none: then it is no WARC archive. */
export async function* warcContents(
  window: ArchiveWindow,
  limit: number,
  isBeginning: boolean,
): AsyncGenerator<Content> {
  for (let isFirst = isBeginning; ; isFirst = false) {
    if (!(await skipBlank(window))) {
      const damage = window.damage();
      if (damage === null) return;
      yield damage;
      continue;
    }
    const head = await warcHead(window);
    const length = head === null ? null : Number(head.fields.get('content-length'));
    if (head === null || length === null || !Number.isSafeInteger(length) || length < 0) {
      if (isFirst)
        throw new LaydownError('bad-input', 'is no WARC archive: it does not begin with a record ("WARC/1.0")');
      yield window.damage() ??
        new LaydownError('bad-input', 'is no WARC record: what follows is passed over up to the next one');
      await window.toNextBorder(MARK);
      continue;
    }
    window.take(head.end);
    yield await contentAfter(window, head, length, limit);
  }
}

async function skipBlank(window: ArchiveWindow): Promise<boolean> {
  for (;;) {
    if (!(await window.has(1))) return false;
    let blank = 0;
    while (window.held[blank] === NEWLINE || window.held[blank] === RETURN) blank++;
    if (blank === 0) return true;
    window.take(blank);
  }
}

async function warcHead(window: ArchiveWindow): Promise<Head | null> {
  for (;;) {
    await window.has(MARK.length);
    if (!window.held.subarray(0, MARK.length).equals(MARK)) return null;
    const head = headOf(window.held);
    if (head !== null) return head;
    if (window.held.length >= HEAD_BYTES || !(await window.has(window.held.length + 1))) return null;
  }
}

async function contentAfter(window: ArchiveWindow, head: Head, length: number, limit: number): Promise<Content> {
  const kind = head.fields.get('warc-type')?.toLowerCase();
  const isAnswer = kind === 'response' && /^application\/http\b/i.test(head.fields.get('content-type') ?? '');
  const own = kind === 'resource' || kind === 'conversion' ? textKind(head.fields.get('content-type')) : null;
  const isWanted = isAnswer || own !== null;
  // The packing of a page is no larger than the page.
  if (!isWanted || length > limit + HEAD_BYTES) {
    if (!(await window.skip(length, MARK))) return window.damage() ?? cut();
    return isWanted ? tooLarge(limit) : null;
  }
  const isWhole = await window.has(length);
  // A record that says that it is longer than it is: those behind it are not lost with it.
  const border = window.borderWithin(length, MARK);
  if (border !== null || !isWhole) {
    window.take(border ?? window.held.length);
    return (border === null ? window.damage() : null) ?? cut();
  }
  const block = window.held.subarray(0, length);
  window.take(length);
  const url = addressIn(head.fields.get('warc-target-uri'));
  try {
    if (own !== null) return { kind: 'page', url, ...own, bytes: block };
    return pageIn(block, url, head.fields.get('warc-identified-payload-type'), limit);
  } catch (error) {
    if (error instanceof LaydownError) return error;
    throw error;
  }
}

const cut = (): LaydownError =>
  new LaydownError('bad-input', 'is cut short: it is said to be longer than what is there');

/** Older writers put the address in angle brackets. */
function addressIn(value: string | undefined): string | null {
  const address = value?.replace(/^<|>$/g, '') ?? '';
  return /^https?:\/\//i.test(address) ? address : null;
}

const UTF8 = new TextDecoder('utf-8', { fatal: true });

/** Each line, null for an empty one. */
export async function* lineContents(window: ArchiveWindow, limit: number): AsyncGenerator<Content> {
  for (;;) {
    let end = window.held.indexOf(NEWLINE);
    while (end < 0 && window.held.length <= limit) {
      const searched = window.held.length;
      if (!(await window.has(searched + 1))) break;
      end = window.held.indexOf(NEWLINE, searched);
    }
    if (end > limit || (end < 0 && window.held.length > limit)) {
      await skipLine(window);
      yield new LaydownError('too-large', `is longer than ${Math.round(limit / 1024 / 1024)} MB, the limit for a line`);
      continue;
    }
    const damage = end < 0 ? window.damage() : null;
    const line = window.held.subarray(0, end < 0 ? window.held.length : end);
    if (end < 0 && damage === null && line.length === 0) return;
    window.take(end < 0 ? line.length : end + 1);
    yield damage ?? lineIn(line);
  }
}

async function skipLine(window: ArchiveWindow): Promise<void> {
  for (;;) {
    const end = window.held.indexOf(NEWLINE);
    window.take(end < 0 ? window.held.length : end + 1);
    if (end >= 0 || !(await window.has(1))) return;
  }
}

function lineIn(bytes: Buffer): Content {
  try {
    const text = UTF8.decode(bytes).replace(/\r$/, '');
    return text.trim() === '' ? null : { kind: 'line', text };
  } catch {
    return new LaydownError('bad-input', 'is not UTF-8: convert the file first (iconv -f CHARSET -t UTF-8)');
  }
}
