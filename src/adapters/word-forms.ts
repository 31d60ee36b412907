// The words of texts as the engine reads them, worked out here for most: its parser takes as long for a text as this program takes to read it for
// claims. What stands between two spaces is read by the engine once, whatever text it comes in, and remembered.
import type { Sql } from './sql.ts';
import { MOST_PIECES, type PiecesOfText, PieceTable, SEPARATOR } from './word-pieces.ts';

/** The engine takes these for the beginning of a file's name at the beginning of a text alone: such texts are left to it, and very long ones. */
const ENGINES = /^[./~]/;
const MOST_LETTERS = 100_000;
const LINE = 10;
const BLANK = 32;

/** What is searched of a report. */
export interface Searched {
  readonly title: string;
  readonly text: string;
}

/** Null where the engine must say itself what is searched. */
export function searchedIn(title: string | null, text: string | null): Searched | null {
  const end = text?.indexOf('\n\nline ') ?? -1;
  const searched = { title: title ?? '', text: end < 0 ? (text ?? '') : text!.slice(0, end) };
  return lettersOf(searched) > MOST_LETTERS || ENGINES.test(searched.title) ? null : searched;
}

export const lettersOf = ({ title, text }: Searched): number => title.length + text.length;

export interface WordsOfTexts {
  /** True for the texts whose words are here. */
  readonly known: readonly boolean[];
  /** Of those, a line for each: its words with spaces between, some of them more than once. Good until the next are asked for. */
  readonly lines: Uint8Array;
}

export class WordForms {
  #memory = new Memory();

  async of(sql: Sql, texts: readonly Searched[]): Promise<WordsOfTexts> {
    if (this.#memory.isFull) this.#memory = new Memory();
    const memory = this.#memory;
    memory.pieces.clear();
    const pieces = texts.map(({ title, text }) => memory.pieces.piecesIn(title, text));
    const others = [...new Set(pieces.flatMap((one) => one?.others ?? []))];
    const unread = memory.unread();
    const read = await readForms(sql, [...unread.map((piece) => memory.pieces.textOf(piece)), ...others]);
    for (const [i, piece] of unread.entries()) memory.learn(piece, read[i]!);
    const ofOther = new Map(others.map((other, i) => [other, read[unread.length + i]!]));
    return {
      known: pieces.map((one) => one !== null),
      lines: memory.lines(
        pieces.filter((one) => one !== null),
        ofOther,
      ),
    };
  }
}

/** What the engine has read: the words of each piece, one set of them for all pieces that have the same. */
class Memory {
  readonly pieces = new PieceTable();
  readonly #formsOf = new Int32Array(MOST_PIECES);
  readonly #numbers = new Map<string, number>();
  /** Where the words of each number end in `#bytes`. */
  readonly #ends = new Int32Array(MOST_PIECES);
  readonly #bytes = new Bytes();
  /** The line they were last written to. */
  readonly #written = new Int32Array(MOST_PIECES);
  readonly #made = new Bytes();
  #read = 0;
  #lines = 0;

  get isFull(): boolean {
    return this.pieces.count === MOST_PIECES;
  }

  /** Pieces are numbered as they are met: those that were not met before, and those of a time when the engine did not answer. */
  unread(): readonly number[] {
    return Array.from({ length: this.pieces.count - this.#read }, (_, i) => this.#read + i);
  }

  learn(piece: number, forms: string): void {
    let number = this.#numbers.get(forms);
    if (number === undefined) {
      number = this.#numbers.size;
      this.#numbers.set(forms, number);
      const bytes = Buffer.from(forms);
      this.#bytes.add(bytes, 0, bytes.length);
      this.#ends[number] = this.#bytes.length;
    }
    this.#formsOf[piece] = number;
    this.#read = piece + 1;
  }

  /** Good until they are asked for again. */
  lines(texts: readonly PiecesOfText[], ofOther: ReadonlyMap<string, string>): Uint8Array {
    const made = this.#made;
    made.length = 0;
    for (const [n, text] of texts.entries()) {
      if (n > 0) made.addByte(LINE);
      this.#addLine(text, ofOther);
    }
    return made.room.subarray(0, made.length);
  }

  #addLine({ from, to, others }: PiecesOfText, ofOther: ReadonlyMap<string, string>): void {
    const made = this.#made;
    const line = ++this.#lines;
    const begin = made.length;
    for (let i = from; i < to; i++) {
      const forms = this.#formsOf[this.pieces.numbers[i]!]!;
      if (this.#written[forms] === line) continue;
      this.#written[forms] = line;
      const [first, last] = [forms === 0 ? 0 : this.#ends[forms - 1]!, this.#ends[forms]!];
      if (first === last) continue;
      if (made.length > begin) made.addByte(BLANK);
      made.add(this.#bytes.room, first, last);
    }
    for (const other of others) {
      const forms = Buffer.from(ofOther.get(other)!);
      if (forms.length === 0) continue;
      if (made.length > begin) made.addByte(BLANK);
      made.add(forms, 0, forms.length);
    }
  }
}

/** Bytes that grow. */
class Bytes {
  room = new Uint8Array(1 << 16);
  length = 0;

  /** Short parts: a copy byte by byte is the quickest. */
  add(part: Uint8Array, from: number, to: number): void {
    this.#make(to - from);
    const { room } = this;
    for (let i = from; i < to; i++) room[this.length++] = part[i]!;
  }

  addByte(byte: number): void {
    this.#make(1);
    this.room[this.length++] = byte;
  }

  #make(more: number): void {
    if (this.length + more <= this.room.length) return;
    const larger = new Uint8Array(2 * (this.length + more));
    larger.set(this.room.subarray(0, this.length));
    this.room = larger;
  }
}

/** The words of each piece, with spaces between; '' where it has none ("the"). No word holds a line's end: as one text they are handed over in a tenth of the time. */
async function readForms(sql: Sql, pieces: readonly string[]): Promise<readonly string[]> {
  if (pieces.length === 0) return [];
  const separator = String.fromCharCode(SEPARATOR);
  const [row] = await sql.query(
    `select string_agg(array_to_string(tsvector_to_array(to_tsvector('english'::regconfig, ' ' || piece)), ' '), E'\\n' order by n) as forms
     from unnest(string_to_array($1::text, $2::text)) with ordinality as p(piece, n)`,
    [Buffer.from(pieces.join(separator)), separator],
  );
  return String(row?.['forms']).split('\n');
}
