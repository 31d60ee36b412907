// Full names of persons as a report first gives them, by surname: "Mr. Annan" later is Kofi Annan.
import type { TextDocument } from '../../text/document.ts';
import { wordsOf } from '../../text/words-of.ts';
import {
  ADVERBS,
  AUXILIARIES,
  CONJUNCTIONS,
  DETERMINERS,
  MONTHS,
  PREPOSITIONS,
  PRONOUNS,
  TITLES,
  WEEKDAYS,
} from './lexicon.ts';

const NAME =
  /(?<![\p{L}.])(\p{Lu}[\p{Ll}\p{M}'’-]+(?: \p{Lu}\.)?(?: (?:de|da|bin|van|von|al|el))?(?: \p{Lu}[\p{L}\p{M}'’-]+){1,5})(?![\p{L}])/gu;
const NO_NAME = wordsOf(
  /^(?:The|Security|Defen[cs]e|Foreign|Prime|Vice|Secretary|Minister|Ministry|President|United|New|North|South|Saudi|White|House|Air|Armed|National|General|European|African|Middle|Remarks|Press|Joint|Russian|Iraqi|Chief|Deputy|State|High|Representative|Senator|Congressman|Colonel|Captain|Lieutenant|Major|Admiral|Supreme|Democratic|Islamic|Central|Operation|Camp|Fort|News|Times|Post|Herald|Radio|Agence|Guardian|Tribune|Journal|Telegraph|Daily|Television|Bloomberg|Reuters|In|On|At|Some|And|But)$/,
);

const isNoName = (word: string): boolean => {
  const lower = word.toLowerCase();
  return (
    NO_NAME.has(word) ||
    PREPOSITIONS.has(lower) ||
    CONJUNCTIONS.has(lower) ||
    DETERMINERS.has(lower) ||
    AUXILIARIES.has(lower) ||
    PRONOUNS.has(lower) ||
    ADVERBS.has(lower) ||
    MONTHS.has(lower) ||
    WEEKDAYS.has(lower) ||
    TITLES.has(lower)
  );
};

/** Surname (lower case) -> full name as first given. A word pair that holds an office or a state is no personal name. */
export function namesOf(document: TextDocument): Map<string, string> {
  const names = new Map<string, string>();
  const source = `${document.title ?? ''}\n${document.text}`;
  for (const match of source.matchAll(NAME)) {
    const words = (match[1] ?? '').split(' ');
    while (words.length > 2 && isNoName(words[0] ?? '')) words.shift();
    if (words.some(isNoName) || words.length < 2) continue;
    const surname = words.at(-1)?.toLowerCase() ?? '';
    if (!names.has(surname)) names.set(surname, words.join(' '));
  }
  return names;
}
