// Bytes of a mail, or of a mailbox of several -> their parts. Attachments are named, never opened.
import PostalMime, { type Email } from 'postal-mime';
import { LaydownError } from '../model/errors.ts';

/** The mails in a file: one, or as many as a mailbox ("From " lines) holds. Throws LaydownError `too-large` past `most`. */
export function splitMailbox(bytes: Uint8Array, most: number): readonly Uint8Array[] {
  const buffer = Buffer.from(bytes.buffer, bytes.byteOffset, bytes.byteLength);
  if (buffer.subarray(0, 5).toString('latin1') !== 'From ') return [bytes];
  const mails: Uint8Array[] = [];
  for (let from = 0; from >= 0 && from < buffer.length; ) {
    const next = separatorAfter(buffer, from);
    const start = buffer.indexOf(10, from) + 1;
    if (start > 0) mails.push(buffer.subarray(start, next < 0 ? buffer.length : next));
    if (mails.length > most)
      throw new LaydownError('too-large', `holds more than ${most.toLocaleString('en')} mails: split it`);
    from = next;
  }
  return mails;
}

/** A "From " line with a sender and a year, after an empty line. */
function separatorAfter(buffer: Buffer, from: number): number {
  for (let at = buffer.indexOf('\nFrom ', from + 1); at >= 0; at = buffer.indexOf('\nFrom ', at + 1)) {
    const before = buffer[at - 1] === 13 ? buffer[at - 2] : buffer[at - 1];
    const line =
      buffer
        .subarray(at + 1, at + 200)
        .toString('latin1')
        .split('\n')[0] ?? '';
    if (before === 10 && /^From \S+ .*\b(?:19|20)\d\d\b/.test(line)) return at + 1;
  }
  return -1;
}

/** Throws LaydownError `too-large` where parts nest deeper than `depth`, `bad-input` where there is no mail. */
export async function mailParts(bytes: Uint8Array, depth: number) {
  const mail = await parse(bytes, depth);
  const header = (name: string): string | null => mail.headers.find(({ key }) => key === name)?.value.trim() || null;
  if (mail.headers.length === 0 || (mail.from === undefined && mail.subject === undefined && mail.date === undefined))
    throw new LaydownError('bad-input', 'is no mail: it has no From, Subject or Date');
  return {
    subject: mail.subject?.trim() || null,
    date: header('date'),
    from: mail.from?.name?.trim() || mail.from?.address || null,
    archivedAt: /^<?(https?:\/\/[^\s>]+)>?$/.exec(header('archived-at') ?? '')?.[1] ?? null,
    text: mail.text?.trim() ? mail.text : null,
    html: mail.html?.trim() ? mail.html : null,
    attachments: mail.attachments
      .filter(({ related, disposition }) => !related || disposition === 'attachment')
      .map(({ filename, mimeType }) => filename ?? `a part without a name (${mimeType})`),
  };
}

async function parse(bytes: Uint8Array, depth: number): Promise<Email> {
  try {
    return await PostalMime.parse(bytes, { maxNestingDepth: depth, maxRfc822NestingDepth: 4 });
  } catch (error) {
    if (/nesting depth/i.test((error as Error).message))
      throw new LaydownError('too-large', `nests its parts deeper than ${depth}: no mail does`);
    throw new LaydownError('bad-input', `cannot be read as a mail: ${(error as Error).message}`);
  }
}
