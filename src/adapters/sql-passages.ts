// Where words stand in the texts of reports: runs of text round them, made by the engine.
import type { Passage } from '../model/report.ts';
import type { Sql } from './sql.ts';
import { text } from './sql-read.ts';
import { SEARCHED_LETTERS } from './word-index.ts';

/** Letters that stand in no report: private ones, which are left out of the text before. */
const [START, END, BREAK] = ['\ue000', '\ue001', '\ue002'] as const;
const OPTIONS = `StartSel="${START}",StopSel="${END}",FragmentDelimiter="${BREAK}",MaxFragments=2,MinWords=10,MaxWords=28`;

/** Where the words stand in the texts of these reports; those whose title alone holds them, or that have no text, are left out. */
export async function readPassages(
  sql: Sql,
  words: string,
  reports: readonly string[],
): Promise<ReadonlyMap<string, readonly Passage[]>> {
  if (reports.length === 0) return new Map();
  const rows = await sql.query(
    `select id, ts_headline('english', translate(left(text, ${SEARCHED_LETTERS}), $3, ''), websearch_to_tsquery('english', $1::text), $4) as found
     from report where id = any($2::text[]) and text is not null`,
    [words, reports, START + END + BREAK, OPTIONS],
  );
  const passages = rows.map((row) => [text(row, 'id'), passagesIn(text(row, 'found'))] as const);
  return new Map(passages.filter(([, found]) => found.length > 0));
}

const passagesIn = (headline: string): Passage[] =>
  headline
    .split(BREAK)
    .map(passageIn)
    .filter(({ marks }) => marks.length > 0);

function passageIn(marked: string): Passage {
  const marks: [number, number][] = [];
  let plain = '';
  // The white space of the text is folded: a passage is a line.
  for (const part of marked.trim().replace(/\s+/g, ' ').split(START)) {
    const [word, rest] = part.includes(END) ? (part.split(END, 2) as [string, string]) : ['', part];
    if (word !== '') marks.push([plain.length, plain.length + word.length]);
    plain += word + rest;
  }
  return { text: plain, marks };
}
