// The formation or branch that a force's phrase names, and the number before its head.
import type { NumberMention } from '../../text/document.ts';
import { wordsOf } from '../../text/words-of.ts';
import type { ForceNoun } from '../lexicon/forces.ts';
import type { Range } from './item.ts';
import { entryOf, type Phrase, words } from './read-phrase.ts';

/** The noun that a force's phrase is headed by. */
export interface Head {
  readonly noun: ForceNoun;
  /** First token of the head ("police" of "police officers"). */
  readonly at: number;
  /** End of the head: names after it ("frigate Hessen") lie beyond. */
  readonly to: number;
}

/** The number before the head, labels apart. */
export function numberOf(p: Phrase, headAt: number): NumberMention | null {
  for (let i = p.numbers.length - 1; i >= 0; i--) {
    const number = p.numbers[i]!;
    if (number.to <= headAt && number.from >= p.from && number.use !== 'label') return number;
  }
  return null;
}

/** "the U.S. Army's 2nd Cavalry Regiment": the formation by its number, which is finer than the army. */
function numberedUnit(p: Phrase, head: Head): { readonly name: string; readonly at: Range } | null {
  const { a } = p;
  if (head.noun.sort !== 'unit') return null;
  let start = head.at;
  while (start - 1 >= p.body && (a.tags[start - 1] === 'noun' || isOrdinal(a.tokens[start - 1]!.lower))) start--;
  return isOrdinal(a.tokens[start]!.lower)
    ? { name: words(a, start, head.to), at: { from: start, to: head.to } }
    : null;
}
const isOrdinal = (word: string): boolean => /^\d+(?:st|nd|rd|th)$/.test(word);

/** "a KC-30A tanker", "six F-35 strike fighters": platforms by their type or name, from which token on; -1 where they have none. */
function typeAt(p: Phrase, head: Head): number {
  if (head.noun.sort !== 'platform') return -1;
  const count = numberOf(p, head.at);
  const from = count ? count.to : p.a.tags[p.from] === 'determiner' ? p.from + 1 : p.from;
  const named = p.a.tokens.slice(from, head.to).findIndex((t, i) => {
    const model = /^\p{Lu}[\p{L}/]*-?\d/u.test(t.text);
    return (model || /^\p{Lu}/u.test(t.text)) && !isInName(p, from + i) && p.a.tags[from + i] !== 'determiner';
  });
  return named < 0 || from + named + 1 >= head.to ? -1 : from + named;
}

/** "a United Nations vehicle": the second word is no type of vehicle. */
const isInName = ({ mentions }: Phrase, at: number): boolean => mentions.some((m) => at >= m.from && at < m.to);

/** "a special forces contingent": the forces are its name. */
const isSpecial = (p: Phrase, head: Head): boolean =>
  p.a.tokens[head.at - 1]?.lower === 'forces' && p.a.tokens[head.at - 2]?.lower === 'special';

const CONTINGENT = wordsOf(/^(?:contingent|detachment|group)$/);
/** The formation or branch as named: a gazetteer unit, or the words of a counted unit ("demining team"), or a branch noun. */
export function unitOf(p: Phrase, head: Head): { readonly name: string; readonly at: Range } | null {
  const formation = p.mentions.find((m) => entryOf(m, 'unit') !== null);
  if (formation)
    return { name: words(p.a, formation.from, formation.to), at: { from: formation.from, to: formation.to } };
  for (const mention of p.mentions) {
    const force = mention.entries[0]?.kind === 'force' ? entryOf(mention, 'force') : null;
    const numbered = force ? numberedUnit(p, head) : null;
    if (numbered) return numbered;
    if (force === null) continue;
    if (force.unit !== null) return { name: force.unit, at: { from: mention.from, to: mention.to } };
    // "an Australian Defence Force reconstruction task force": its own words name it.
    if (head.noun.sort !== 'unit' || head.at < mention.to) return null;
    break;
  }
  const { a } = p;
  const type = typeAt(p, head);
  if (type >= 0) return { name: words(a, type, head.to), at: { from: type, to: head.to } };
  if (CONTINGENT.has(head.noun.lemma) && isSpecial(p, head))
    return { name: words(a, head.at - 2, head.at), at: { from: head.at - 2, to: head.at } };
  if (head.to < p.to) return { name: words(a, head.to, p.to), at: { from: head.to, to: p.to } };
  const number = numberOf(p, head.at);
  const counts = number !== null && number.glued === null && head.noun.of !== 'other';
  if (
    head.noun.sort === 'unit' &&
    !counts &&
    !/^(?:force|forces|mission|contingent|garrison|detachment|convoy|deployment)$/.test(head.noun.lemma)
  ) {
    let start = head.at;
    while (start - 1 >= p.body && a.tags[start - 1] === 'noun') start--;
    return { name: words(a, start, head.to), at: { from: start, to: head.to } };
  }
  if (head.noun.lemma === 'national') return null;
  if (head.noun.lemma === 'marine' || head.noun.lemma === 'para' || head.noun.lemma === 'gurkha')
    return { name: words(a, head.at, head.to), at: { from: head.at, to: head.to } };
  return null;
}
