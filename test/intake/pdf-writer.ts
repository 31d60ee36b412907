// Writes small PDFs for the tests: words at places, set in Helvetica, with nothing packed unless asked for.
import { deflateSync } from 'node:zlib';

/** Advance widths of Helvetica from the space to the tilde, in thousandths of the size (Adobe's font metrics). */
const WIDTHS = [
  278, 278, 355, 556, 556, 889, 667, 191, 333, 333, 389, 584, 278, 333, 278, 278, 556, 556, 556, 556, 556, 556, 556,
  556, 556, 556, 278, 278, 584, 584, 584, 556, 1015, 667, 667, 722, 722, 667, 611, 778, 722, 278, 500, 667, 556, 833,
  722, 778, 667, 778, 722, 667, 611, 722, 667, 944, 667, 667, 611, 278, 278, 278, 469, 556, 333, 556, 556, 500, 556,
  556, 278, 556, 556, 222, 222, 500, 222, 833, 556, 556, 556, 556, 333, 500, 278, 556, 500, 722, 500, 500, 500, 334,
  260, 334, 584,
];

const widthOf = (text: string, size: number): number =>
  [...text].reduce((sum, letter) => sum + (WIDTHS[letter.charCodeAt(0) - 32] ?? 556), 0) * (size / 1000);

export interface Placed {
  readonly text: string;
  readonly x: number;
  readonly y: number;
  readonly size?: number;
  /** Extra points at each space: justified text. */
  readonly wordSpace?: number;
  /** Degrees, counter-clockwise. */
  readonly turned?: number;
}

export interface PdfOptions {
  readonly info?: Readonly<Record<string, string>>;
  /** Entries of the trailer besides Size, Root and Info. */
  readonly trailer?: string;
  /** What the page tree says the number of pages is, where it lies. */
  readonly count?: number;
  readonly packed?: boolean;
  /** Degrees by which viewers turn each page. */
  readonly rotate?: number;
}

const escaped = (text: string): string => text.replace(/[\\()]/g, '\\$&');

/** US-letter pages. */
export function pdfOf(pages: readonly (readonly Placed[])[], options: PdfOptions = {}): Uint8Array {
  return pdfOfStreams(
    pages.map((words) => words.map(drawn).join('\n')),
    options,
  );
}

function drawn({ text, x, y, size = 10, wordSpace = 0, turned = 0 }: Placed): string {
  const [cos, sin] = [Math.cos((turned * Math.PI) / 180), Math.sin((turned * Math.PI) / 180)];
  const matrix = [cos, sin, -sin, cos, x, y].map((n) => n.toFixed(3)).join(' ');
  return `BT /F1 ${size} Tf ${wordSpace.toFixed(3)} Tw ${matrix} Tm (${escaped(text)}) Tj ET`;
}

export function pdfOfStreams(streams: readonly (string | Uint8Array)[], options: PdfOptions = {}): Uint8Array {
  const parts: Buffer[] = [];
  const starts: number[] = [];
  let length = 0;
  const put = (part: string | Uint8Array): void => {
    const bytes = typeof part === 'string' ? Buffer.from(part, 'latin1') : Buffer.from(part);
    parts.push(bytes);
    length += bytes.length;
  };
  const object = (body: string, stream?: Uint8Array): void => {
    starts.push(length);
    put(`${starts.length} 0 obj\n${body}\n`);
    if (stream) {
      put('stream\n');
      put(stream);
      put('\nendstream\n');
    }
    put('endobj\n');
  };
  put('%PDF-1.4\n%\u00e2\u00e3\u00cf\u00d3\n');
  const kids = streams.map((_, i) => `${5 + i * 2} 0 R`).join(' ');
  object('<< /Type /Catalog /Pages 2 0 R >>');
  object(`<< /Type /Pages /Kids [${kids}] /Count ${options.count ?? streams.length} >>`);
  object('<< /Type /Font /Subtype /Type1 /BaseFont /Helvetica /Encoding /WinAnsiEncoding >>');
  const info = Object.entries(options.info ?? {}).map(([key, value]) => `/${key} (${escaped(value)})`);
  object(`<< ${info.join(' ')} >>`);
  streams.forEach((stream, i) => {
    const rotate = options.rotate ? `/Rotate ${options.rotate} ` : '';
    object(
      `<< /Type /Page /Parent 2 0 R /MediaBox [0 0 612 792] ${rotate}/Resources << /Font << /F1 3 0 R >> >> /Contents ${6 + i * 2} 0 R >>`,
    );
    const raw = typeof stream === 'string' ? Buffer.from(stream, 'latin1') : Buffer.from(stream);
    const body = options.packed ? deflateSync(raw) : raw;
    object(`<< /Length ${body.length}${options.packed ? ' /Filter /FlateDecode' : ''} >>`, body);
  });
  const xref = length;
  put(`xref\n0 ${starts.length + 1}\n0000000000 65535 f \n`);
  for (const start of starts) put(`${String(start).padStart(10, '0')} 00000 n \n`);
  put(`trailer\n<< /Size ${starts.length + 1} /Root 1 0 R /Info 4 0 R ${options.trailer ?? ''} >>\n`);
  put(`startxref\n${xref}\n%%EOF\n`);
  return new Uint8Array(Buffer.concat(parts));
}

export interface ColumnOptions {
  readonly size?: number;
  /** Points from one base line to the next. */
  readonly leading?: number;
  readonly indent?: number;
  /** Points between paragraphs. */
  readonly gap?: number;
  readonly justified?: boolean;
  /** Where words may be parted: "deploy\u00adment". */
  readonly from?: number;
}

/** Paragraphs set into a column from the top down; soft hyphens are where a word may be parted. */
export function columnOf(
  paragraphs: readonly string[],
  x: number,
  top: number,
  width: number,
  options: ColumnOptions = {},
): Placed[] {
  const { size = 10, leading = size * 1.2, indent = 0, gap = 0, justified = false } = options;
  const placed: Placed[] = [];
  let y = top;
  for (const paragraph of paragraphs) {
    const lines = wrapped(paragraph, width, size, indent);
    lines.forEach((text, i) => {
      const own = i === 0 ? indent : 0;
      const spaces = text.split(' ').length - 1;
      const spare = width - own - widthOf(text, size);
      const wordSpace = justified && i < lines.length - 1 && spaces > 0 ? spare / spaces : 0;
      placed.push({ text, x: x + own, y, size, wordSpace });
      y -= leading;
    });
    y -= gap;
  }
  return placed;
}

function wrapped(paragraph: string, width: number, size: number, indent: number): string[] {
  const lines: string[] = [];
  let line = '';
  const room = (): number => width - (lines.length === 0 ? indent : 0);
  for (const word of paragraph.split(' ')) {
    const whole = word.replaceAll('\u00ad', '');
    const next = line === '' ? whole : `${line} ${whole}`;
    if (widthOf(next, size) <= room()) {
      line = next;
      continue;
    }
    const pieces = word.split('\u00ad');
    let fitting = 0;
    for (let k = 1; k < pieces.length; k++)
      if (widthOf(`${line} ${pieces.slice(0, k).join('')}-`, size) <= room()) fitting = k;
    if (fitting > 0) {
      lines.push(`${line} ${pieces.slice(0, fitting).join('')}-`);
      line = pieces.slice(fitting).join('');
    } else if (/\w-\w/.test(whole) && widthOf(`${line} ${whole.slice(0, whole.indexOf('-') + 1)}`, size) <= room()) {
      lines.push(`${line} ${whole.slice(0, whole.indexOf('-') + 1)}`);
      line = whole.slice(whole.indexOf('-') + 1);
    } else {
      lines.push(line);
      line = whole;
    }
  }
  lines.push(line);
  return lines;
}
