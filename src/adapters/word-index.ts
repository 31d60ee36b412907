// What of a report is searched: the words of its title and text, as PostgreSQL's full text reads them, the same on both engines. An erased text
// is found no more: the words are worked out from the row itself, and only an index of them is kept.

/** The engine takes a megabyte of words at most, which so many letters of any writing cannot come to. */
export const SEARCHED_LETTERS = 200_000;
const wordsOf = (prose: string): string =>
  `to_tsvector('english'::regconfig, coalesce(title, '') || ' ' || left(${prose}, ${SEARCHED_LETTERS}))`;
const WHOLE = wordsOf(`coalesce(text, '')`);
/** Without the rows of a table ("line 12: ..."): they are no prose, and to read their words takes longer than to store them. */
const WORDS = wordsOf(`split_part(coalesce(text, ''), E'\\n\\nline ', 1)`);

// No statistics of the words: they would outlive an erased text.
const indexOf = (words: string): readonly string[] => [
  `create index report_words on report using gin ((${words}))`,
  `alter index report_words alter column 1 set statistics 0`,
];
export const WORD_INDEX = indexOf(WHOLE);
/** The old one goes last: to drop it keeps all readers away, to make the new one nobody but writers. */
export const PROSE_INDEX: readonly string[] = [
  `alter index report_words rename to report_words_whole`,
  ...indexOf(WORDS),
  `drop index report_words_whole`,
];

/** True for reports that hold the words of parameter `$n`; those it does not hold ("-word"), phrases and "or" are read as web searches do. */
export const holdsWords = (n: number): string => `${WORDS} @@ websearch_to_tsquery('english', $${n}::text)`;
