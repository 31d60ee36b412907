// The words of texts as the engine reads them, worked out here for most: its parser takes as long for a text as this program takes to read it for
// claims. What stands between two spaces is read by the engine once, whatever text it comes in, and remembered.
import type { Sql } from './sql.ts';

/**
 * Between spaces the engine's parser keeps nothing in mind but a tag ("<a b>"), and takes a file's name ("./a") for one at the beginning alone: such
 * texts are left to it, and very long ones.
 */
const ENGINES = /^[./~]|<[A-Za-z!/?]/;
const MOST_LETTERS = 100_000;
const MOST_REMEMBERED = 20_000;
const LONGEST = 40;
const SPACE = 32;

interface Piece {
  /** Its words, with spaces between; '' where it has none ("the"). */
  forms: string | null;
  /** The text it was last met in. */
  met: number;
}

/** What is searched of a report; null where the engine must say so itself. */
export function searchedIn(title: string | null, text: string | null): string | null {
  const end = text?.indexOf('\n\nline ') ?? -1;
  const searched = `${title ?? ''} ${end < 0 ? (text ?? '') : text!.slice(0, end)}`;
  return searched.length > MOST_LETTERS || ENGINES.test(searched) ? null : searched;
}

export class WordForms {
  #pieces = new Map<string, Piece>();
  #texts = 0;

  /** The words of each text, with spaces between, some of them more than once. */
  async of(sql: Sql, texts: readonly string[]): Promise<readonly string[]> {
    const unknown: [string, Piece][] = [];
    const pieces = texts.map((text) => this.#piecesIn(text, unknown));
    await this.#learn(sql, unknown);
    const words = pieces.map((all) =>
      all
        .map(({ forms }) => forms)
        .filter((forms) => forms !== '')
        .join(' '),
    );
    for (const [piece] of unknown) if (piece.length > LONGEST) this.#pieces.delete(piece);
    if (this.#pieces.size > MOST_REMEMBERED) this.#pieces = new Map();
    return words;
  }

  async #learn(sql: Sql, unknown: readonly [string, Piece][]): Promise<void> {
    if (unknown.length === 0) return;
    try {
      const rows = await sql.query(
        `select array_to_string(tsvector_to_array(to_tsvector('english'::regconfig, ' ' || piece)), ' ') as forms
         from unnest(string_to_array($1::text, ' ')) with ordinality as p(piece, n) order by n`,
        [Buffer.from(unknown.map(([piece]) => piece).join(' '))],
      );
      for (const [i, [, piece]] of unknown.entries()) piece.forms = String(rows[i]!['forms']);
    } catch (error) {
      for (const [piece] of unknown) this.#pieces.delete(piece);
      throw error;
    }
  }

  #piecesIn(text: string, unknown: [string, Piece][]): readonly Piece[] {
    const met = ++this.#texts;
    const found: Piece[] = [];
    for (let i = 0, start = 0; i <= text.length; i++) {
      // Past the end there is no letter: NaN, which is no more than nothing.
      if (text.charCodeAt(i) > SPACE) continue;
      if (i > start) {
        const word = text.slice(start, i);
        const piece = this.#pieces.get(word);
        if (piece === undefined) {
          const fresh: Piece = { forms: null, met };
          const own = owned(word);
          this.#pieces.set(own, fresh);
          unknown.push([own, fresh]);
          found.push(fresh);
        } else if (piece.met !== met) {
          piece.met = met;
          found.push(piece);
        }
      }
      start = i + 1;
    }
    return found;
  }
}

/** Letters of its own: a part of a text keeps the whole of it in memory. */
const owned = (part: string): string => Buffer.from(part).toString();
