// The thread that runs the parsers: a file that stalls one is ended with it (adapters/parser-thread.ts holds the limits).
// Each library is loaded with the first file that needs it.
import { parentPort } from 'node:worker_threads';
import type { ParseReply, ParseRequest } from './adapters/parser-thread.ts';
import { LIMITS } from './formats/limits.ts';
import type { MailParts } from './formats/mail.ts';
import { type FileDrafts, oneDraft } from './model/draft.ts';
import { LaydownError } from './model/errors.ts';
import type { ParsedFormat } from './ports/intake.ts';

type Parse = (content: string | Uint8Array) => Promise<FileDrafts>;

const words = (content: string | Uint8Array): string =>
  typeof content === 'string' ? content : new TextDecoder().decode(content);

const bytesOf = (content: string | Uint8Array): Uint8Array =>
  typeof content === 'string' ? new TextEncoder().encode(content) : content;

function asFault(error: unknown): LaydownError {
  if (error instanceof LaydownError) return error;
  throw error;
}

const PARSERS: Readonly<Partial<Record<ParsedFormat, Parse>>> = {
  html: async (content) => oneDraft((await import('./formats/html.ts')).readHtml(words(content))),
  markdown: async (content) => oneDraft((await import('./formats/markdown.ts')).readMarkdown(words(content))),
  feed: async (content) => (await import('./formats/feed.ts')).readFeed(words(content)),
  mail: async (content) => {
    const { mailParts, splitMailbox } = await import('./adapters/mail-parts.ts');
    const { readMail, readMails } = await import('./formats/mail.ts');
    const mails = splitMailbox(bytesOf(content), LIMITS.feedItems);
    if (mails.length === 1) {
      const { draft, notes } = readMail(await mailParts(mails[0]!, LIMITS.mailDepth));
      return oneDraft(draft, notes);
    }
    const parts: (MailParts | LaydownError)[] = [];
    for (const mail of mails) parts.push(await mailParts(mail, LIMITS.mailDepth).catch(asFault));
    return readMails(parts);
  },
  docx: async (content) => {
    const bytes = bytesOf(content);
    const entries = (await import('./formats/zip-directory.ts')).zipDirectory(bytes, LIMITS.docxEntries);
    const { docxParts } = await import('./adapters/docx-parts.ts');
    const parts = await docxParts(bytes, entries, LIMITS.docxUnpackedBytes);
    return oneDraft((await import('./formats/docx.ts')).readDocx(parts));
  },
  pdf: async (content) => {
    const { pdfPages } = await import('./adapters/pdf-pages.ts');
    const pages = await pdfPages(bytesOf(content), { pages: LIMITS.pdfPages, characters: LIMITS.textBytes });
    return (await import('./formats/pdf.ts')).readPdf(pages);
  },
};

parentPort?.on('message', async ({ id, format, content }: ParseRequest) => {
  parentPort?.postMessage(await reply(id, format, content));
});

async function reply(id: number, format: ParsedFormat, content: string | Uint8Array): Promise<ParseReply> {
  try {
    const parse = PARSERS[format];
    if (!parse) throw new LaydownError('bad-input', `cannot be read: there is no reader of ${format} files`);
    const { items, notes } = await parse(content);
    return {
      id,
      notes,
      items: items.map(({ item, draft }) =>
        draft instanceof LaydownError ? { item, fault: sent(draft, format) } : { item, draft },
      ),
    };
  } catch (error) {
    return { id, fault: sent(error, format) };
  }
}

function sent(error: unknown, format: ParsedFormat): NonNullable<ParseReply['fault']> {
  if (error instanceof LaydownError) return { code: error.code, message: error.message };
  if (error instanceof RangeError && /call stack/i.test(error.message))
    return { code: 'too-large', message: 'nests its parts too deep to be read' };
  return { code: 'bad-input', message: `cannot be read as ${format}: ${(error as Error).message}` };
}
