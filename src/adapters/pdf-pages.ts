// Bytes of a PDF -> the words on its pages with their places, and what the file says of itself. Nothing is drawn and no script runs.
import { definePDFJSModule, getDocumentProxy } from 'unpdf';
import { LaydownError } from '../model/errors.ts';

export interface PdfMost {
  readonly pages: number;
  /** Characters of all pages together. */
  readonly characters: number;
}

/**
 * Pages in order; a page's words in the order in which the file draws them, places in points from the page's lower left, turned pages
 * set upright, slanted words (watermarks) left out. `failed` are the numbers of pages that cannot be read.
 * Throws LaydownError `bad-input` for what is broken, cut short or locked, `too-large` past a limit.
 */
export async function pdfPages(bytes: Uint8Array, most: PdfMost) {
  checkWhole(bytes);
  await definePDFJSModule(() => import('unpdf/pdfjs'));
  const pdf = await open(bytes);
  if (pdf.numPages > most.pages) {
    throw new LaydownError(
      'too-large',
      `has ${pdf.numPages.toLocaleString('en')} pages: the limit is ${most.pages.toLocaleString('en')}; split it`,
    );
  }
  const pages: PdfPage[] = [];
  const failed: number[] = [];
  let characters = 0;
  for (let number = 1; number <= pdf.numPages; number++) {
    try {
      const page = await pdf.getPage(number);
      const read = await wordsOf(page);
      page.cleanup();
      for (const { text } of read.words) characters += text.length;
      pages.push(read);
    } catch {
      failed.push(number);
    }
    if (characters > most.characters)
      throw new LaydownError('too-large', 'holds more text than the limit of 10 MB: split it');
  }
  const { info } = await pdf.getMetadata().catch(() => ({ info: {} }));
  const facts = info as Readonly<Record<string, unknown>>;
  return { pages, failed, title: wordsIn(facts['Title']), created: wordsIn(facts['CreationDate']) };
}

interface PdfWord {
  readonly text: string;
  readonly x: number;
  readonly y: number;
  readonly width: number;
  readonly size: number;
}
interface PdfPage {
  readonly width: number;
  readonly height: number;
  readonly words: readonly PdfWord[];
}

type Pdf = Awaited<ReturnType<typeof getDocumentProxy>>;
type Page = Awaited<ReturnType<Pdf['getPage']>>;

async function open(bytes: Uint8Array): Promise<Pdf> {
  try {
    // The library takes the bytes over and may detach them.
    return await getDocumentProxy(bytes, {
      verbosity: 0,
      isEvalSupported: false,
      disableFontFace: true,
      useSystemFonts: false,
      enableXfa: false,
      stopAtErrors: false,
    });
  } catch (error) {
    const { name, message } = error as Error;
    if (name === 'PasswordException')
      throw new LaydownError('bad-input', 'is encrypted: save it without its password first (qpdf --decrypt)');
    throw new LaydownError('bad-input', `is a PDF that is broken or cut short: fetch it again (${message})`);
  }
}

/** A PDF ends with %%EOF, and one made for the web says at its start how long it is. */
function checkWhole(bytes: Uint8Array): void {
  const latin = (from: number, to: number): string => new TextDecoder('latin1').decode(bytes.subarray(from, to));
  const stated = Number(/\/Linearized[^>]{0,200}?\/L[ \t\r\n]{1,4}(\d{1,12})/.exec(latin(0, 2048))?.[1] ?? 0);
  const isShort = stated > bytes.length + 1024;
  if (isShort || !latin(Math.max(0, bytes.length - 65_536), bytes.length).includes('%%EOF'))
    throw new LaydownError('bad-input', 'is a PDF that is cut short (its end is missing): fetch it again');
}

async function wordsOf(page: Page): Promise<PdfPage> {
  const { width, height, transform } = page.getViewport({ scale: 1 });
  const { items } = await page.getTextContent({ includeMarkedContent: false });
  const words: PdfWord[] = [];
  for (const item of items) {
    if (!('str' in item) || item.str === '') continue;
    const placed = upright(item.transform as readonly number[], transform as readonly number[]);
    if (placed === null) continue;
    words.push({ text: item.str, x: placed.x, y: height - placed.y, width: item.width, size: placed.size });
  }
  return { width, height, words };
}

/** The place and size on the upright page (origin upper left); null where the words slant or stand on their side. */
function upright(own: readonly number[], view: readonly number[]): { x: number; y: number; size: number } | null {
  const [a = 1, b = 0, c = 0, d = 1, e = 0, f = 0] = own;
  const [va = 1, vb = 0, vc = 0, vd = 1, ve = 0, vf = 0] = view;
  const along = [va * a + vc * b, vb * a + vd * b] as const;
  const up = [va * c + vc * d, vb * c + vd * d] as const;
  if (Math.abs(along[1]) > Math.abs(along[0]) * 0.1 || along[0] <= 0) return null;
  return { x: va * e + vc * f + ve, y: vb * e + vd * f + vf, size: Math.hypot(up[0], up[1]) };
}

const wordsIn = (value: unknown): string | null => (typeof value === 'string' && value.trim() ? value.trim() : null);
