// A parsed mail -> a report: subject, day and sender from its headers, its own words from the text or the HTML part.
import { type Draft, type DraftItem, draftOf, type FileDrafts } from '../model/draft.ts';
import { LaydownError } from '../model/errors.ts';
import { fragmentText } from './html-fragment.ts';
import { LIMITS } from './limits.ts';
import { checkProse } from './prose.ts';
import { dayFromText, dayFromWords } from './published.ts';

/** What a mail parser gives; null where the mail has none. */
export interface MailParts {
  readonly subject: string | null;
  /** The Date header as written. */
  readonly date: string | null;
  /** The sender's name, else the address. */
  readonly from: string | null;
  /** Where a list keeps it on the web. */
  readonly archivedAt: string | null;
  readonly text: string | null;
  readonly html: string | null;
  /** Names of what is attached, images of the letter itself left out. */
  readonly attachments: readonly string[];
}

export interface MailDraft {
  readonly draft: Draft;
  readonly notes: readonly string[];
}

/** Of both parts the plain one, unless it only says to look at the other. Throws LaydownError `bad-input`. */
export function readMail(mail: MailParts): MailDraft {
  const notes = mail.attachments.length > 0 ? [`not read, attached: ${mail.attachments.join(', ')}`] : [];
  const fromHtml = mail.html === null ? '' : fragmentText(mail.html);
  const plain = mail.text === null ? { words: '', cut: false } : ownWords(mail.text);
  const body = plain.words.length >= fromHtml.length * 0.4 ? plain.words : fromHtml;
  if (body === plain.words && plain.cut) notes.push('the mail it quotes is left out');
  const title =
    mail.subject
      ?.replace(/\s+/g, ' ')
      .replace(/^(?:(?:re|fwd?|aw|wg)(?:\[\d+\])?: ?)+/i, '')
      .trim() || null;
  if (body === '') {
    const attached = mail.attachments.length > 0 ? ': what it says may be in its attachments, save them apart' : '';
    throw new LaydownError('bad-input', `is a mail without text${attached}`);
  }
  const text = [title, body].filter(Boolean).join('\n\n');
  if (text.length > LIMITS.textBytes) throw new LaydownError('too-large', 'has a text longer than the limit of 10 MB');
  checkProse(text);
  const published = mail.date === null ? dayFromText(body) : dayFromWords(mail.date);
  return { draft: draftOf(text, { title, published, publisher: mail.from, url: mail.archivedAt }), notes };
}

/** The mails of a mailbox, numbered from 1; a bad one spoils no other. */
export function readMails(mails: readonly (MailParts | LaydownError)[]): FileDrafts {
  const notes: string[] = [];
  const items = mails.map((mail, i): DraftItem => {
    const item = i + 1;
    if (mail instanceof LaydownError) return { item, draft: mail };
    try {
      const read = readMail(mail);
      notes.push(...read.notes.map((note) => `mail ${item}: ${note}`));
      return { item, draft: read.draft };
    } catch (error) {
      if (error instanceof LaydownError) return { item, draft: error };
      throw error;
    }
  });
  return { items, notes };
}

/** Quoted lines (">") are another mail's words of another day; a signature is nobody's. A text that is all quoted is kept. */
function ownWords(text: string): { words: string; cut: boolean } {
  const lines = text.replace(/\r\n?/g, '\n').split('\n');
  const own = lines.filter((line, i) => !line.startsWith('>') && !(isIntroduction(line) && quotesSoon(lines, i + 1)));
  const cut = own.length < lines.length;
  const words = (cut && own.join('').trim() !== '' ? own : lines)
    .join('\n')
    .replace(/\n-- ?\n[\s\S]{0,1200}$/, '')
    .replace(/\n{3,}/g, '\n\n')
    .trim();
  return { words, cut: cut && words.length > 0 };
}

/** "On Tue, Jan 7, 2020 at 10:00 AM J. Writer <j@example.org> wrote:" */
const isIntroduction = (line: string): boolean => /^on .{6,200}(?:wrote|writes):\s*$/i.test(line);
const quotesSoon = (lines: readonly string[], from: number): boolean =>
  lines.slice(from, from + 3).some((line) => line.startsWith('>'));
