// The words on a PDF's pages -> a report: paragraphs in reading order, notes last; title and day from what the pages show, then from
// metadata that they bear out.
import { type DraftItem, draftOf, type FileDrafts } from '../model/draft.ts';
import { LaydownError } from '../model/errors.ts';
import { plausibleDay, plausibleTitle } from './file-metadata.ts';
import { withoutFurniture } from './pdf-furniture.ts';
import { linesOf, type PdfLine, type PdfPage, segmentsOf } from './pdf-lines.ts';
import { type Paragraph, paragraphsOf } from './pdf-paragraphs.ts';
import { checkProse } from './prose.ts';
import { dayFromText, dayFromWords } from './published.ts';
import { titleLine } from './text.ts';

export interface PdfPages {
  readonly pages: readonly PdfPage[];
  /** Numbers of pages that could not be read. */
  readonly failed: readonly number[];
  readonly title: string | null;
  /** "D:20200107101500+01'00'", as the file states it. */
  readonly created: string | null;
}

/** Throws LaydownError `bad-input` where no page holds text that can be read. A page that could not be read is a fault of its own. */
export function readPdf({ pages, failed, title, created }: PdfPages): FileDrafts {
  const segments = pages.map(segmentsOf);
  checkLetters(
    segments.flat().map((s) => s.text),
    pages.length,
  );
  const kept = withoutFurniture(
    segments,
    pages.map(({ height }) => height),
  );
  const { body, notes } = partNotes(inOrder(kept));
  const paragraphs = paragraphsOf(body);
  const text = [...paragraphs, ...paragraphsOf(notes)].reduce(
    (whole, { text, isRow }, i, all) => whole + (i === 0 ? '' : isRow && all[i - 1]!.isRow ? '\n' : '\n\n') + text,
    '',
  );
  checkProse(text);
  const day = dayFromWords(/^(?:D:)?(\d{8})/.exec(created ?? '')?.[1] ?? '');
  const draft = draftOf(text, {
    title: plausibleTitle(title, text) ?? shownTitle(paragraphs) ?? titleLine(`${text}\n\n`),
    published: dayFromText(text) ?? plausibleDay(day, text),
  });
  const faults = failed.map(
    (page): DraftItem => ({
      item: page,
      draft: new LaydownError('bad-input', `page ${page} is broken and left out; the rest is read`),
    }),
  );
  return { items: [{ item: null, draft }, ...faults], notes: blankPages(segments) };
}

function checkLetters(texts: readonly string[], pages: number): void {
  const text = texts.join(' ');
  if (!/[\p{L}\p{N}]/u.test(text)) {
    throw new LaydownError(
      'bad-input',
      `holds no text: its ${pages === 1 ? 'page is an image' : `${pages} pages are images`} (a scan); recognise the text first (ocrmypdf FILE OUT.pdf)`,
    );
  }
  const unknown = text.match(/[\ue000-\uf8ff\ufffd\u0000-\u0008\u000e-\u001f]/g)?.length ?? 0;
  if (unknown > text.length * 0.3) {
    throw new LaydownError(
      'bad-input',
      'does not say which letters its fonts draw: recognise the text first (ocrmypdf --force-ocr FILE OUT.pdf)',
    );
  }
}

function blankPages(segments: readonly (readonly unknown[])[]): readonly string[] {
  const blank = segments.flatMap((own, i) => (own.length === 0 ? [i + 1] : []));
  if (blank.length === 0) return [];
  const shown = blank.slice(0, 8).join(', ') + (blank.length > 8 ? ', ...' : '');
  return [`${blank.length} of ${segments.length} pages hold no text (page ${shown}): empty, or images`];
}

function inOrder(pages: readonly (readonly Parameters<typeof linesOf>[0][number][])[]): readonly PdfLine[] {
  const lines: PdfLine[] = [];
  pages.forEach((segments, i) => {
    for (const line of linesOf(segments, i + 1, (lines.at(-1)?.flow ?? 0) + 1)) lines.push(line);
  });
  return lines;
}

const NOTE = /^(?:\d{1,3}|[*\u2020\u2021])[.)]?\s?\D/;

/** Notes at the foot of a page stand between two halves of a sentence: smaller letters from a line on that opens with a mark. */
function partNotes(lines: readonly PdfLine[]): { body: readonly PdfLine[]; notes: readonly PdfLine[] } {
  const size = usualSize(lines);
  const isSmall = (line: PdfLine): boolean => line.size < size * 0.92;
  const body: PdfLine[] = [];
  const notes: PdfLine[] = [];
  for (let from = 0; from < lines.length; ) {
    let to = from;
    while (to < lines.length && lines[to]!.page === lines[from]!.page) to++;
    let start = to;
    while (start > from && isSmall(lines[start - 1]!)) start--;
    while (start < to && !NOTE.test(lines[start]!.text)) start++;
    const hasBody = start > from;
    for (let k = from; k < to; k++) (hasBody && k >= start ? notes : body).push(lines[k]!);
    from = to;
  }
  return { body, notes };
}

/** The letter height that most of the text has. */
function usualSize(lines: readonly { readonly text: string; readonly size: number }[]): number {
  const letters = new Map<number, number>();
  for (const { text, size } of lines) {
    const key = Math.round(size * 2) / 2;
    letters.set(key, (letters.get(key) ?? 0) + text.length);
  }
  return [...letters].sort((a, b) => b[1] - a[1])[0]?.[0] ?? 10;
}

/** The first page's paragraph in the largest letters, of three words at least: a letterhead's "PRESS RELEASE" is no headline. */
function shownTitle(paragraphs: readonly Paragraph[]): string | null {
  const usual = usualSize(paragraphs);
  const large = paragraphs
    .filter(({ page, size, isRow }) => page === 1 && !isRow && size > usual * 1.12)
    .filter(({ text }) => text.length <= 300 && text.split(' ').length >= 3 && /\p{L}{3}/u.test(text))
    .sort((a, b) => b.size - a.size);
  return large[0]?.text ?? null;
}
