// Who stands to the left of a verb: its subject, past asides, relative clauses and participles that lie between.
import { reports } from '../lexicon/control.ts';
import type { Item, NounLike, VerbItem } from './item.ts';
import { isBare, isLink, isNoun } from './item-tests.ts';
import { isInReducedClause } from './reduced-clause.ts';
import { isFiniteBy, lackedBy, PLANS } from './verb-of-clause.ts';

/** The furthest that a scan looks, in items: what is further away belongs to another clause. */
export const REACH = 48;

export interface Subject {
  /** Coordinated phrases, in the order of the text; [] where none was found. */
  readonly items: readonly NounLike[];
  /** Index of the first of them; the verb's own index where there is none. */
  readonly at: number;
  /** How it was found: plain; relative ("who"); participle ("the 30 sent there"); coordinate (shared with `verb`). */
  readonly by: 'plain' | 'relative' | 'participle' | 'coordinate';
  /** With `coordinate`: the index of the verb whose subject it shares. */
  readonly verb: number | null;
  /** With an object relative ("which Addis Ababa plans to withdraw"): the antecedent is the object. */
  readonly antecedent: NounLike | null;
}

const NO_SUBJECT = (at: number): Subject => ({ items: [], at, by: 'plain', verb: null, antecedent: null });

/** Looks left of the finite verb or participle at index `v`. */
export function subjectOf(items: readonly Item[], v: number): Subject {
  const least = Math.max(0, v - REACH);
  const near = participleOn(items, v, least);
  if (near !== null)
    return { items: [items[near] as NounLike], at: near, by: 'participle', verb: null, antecedent: null };
  const beside: NounLike[] = [];
  let conjunction = false;
  let gap = false;
  for (let j = v - 1; j >= least; j--) {
    const item = items[j]!;
    // "there was unrest": who is told of behind the verb.
    if (j === v - 1 && isThere(item) && (items[v] as VerbItem).lemma === 'be') return NO_SUBJECT(v);
    if (item.kind === 'word' || item.kind === 'date') continue;
    // "three weeks earlier": how long, and nobody.
    if (item.kind === 'noun' && /^(?:hour|day|week|month|year)$/.test(item.head) && isWord(items[j + 1], LATER))
      continue;
    if (isLink(item, 'preposition', 'quote')) continue;
    if (isLink(item, 'comma')) {
      const opening = openingComma(items, j, least);
      if (opening !== null) {
        if (isLink(items[opening + 1], 'and'))
          for (let k = opening + 2; k < j; k++) if (items[k]!.kind === 'force') beside.push(items[k] as NounLike);
        j = opening;
        continue;
      }
      gap = true;
      continue;
    }
    if (isLink(item, 'close')) {
      while (j > least && !isLink(items[j], 'open')) j--;
      continue;
    }
    if (isLink(item, 'dash')) {
      let open = j - 1;
      while (open > least && !isLink(items[open], 'dash')) open--;
      if (isLink(items[open], 'dash')) {
        for (let k = open + 1; k < j; k++)
          if (items[k]!.kind === 'force' && (items[k] as NounLike).prep === 'including')
            beside.push(items[k] as NounLike);
        j = open;
      }
      continue;
    }
    if (isLink(item, 'and', 'but', 'or')) {
      conjunction = true;
      continue;
    }
    if (isLink(item, 'relative')) {
      if (item.word === 'where') return NO_SUBJECT(v);
      const antecedent = antecedentOf(items, j);
      if (antecedent === null) return NO_SUBJECT(v);
      return { items: [antecedent.item], at: antecedent.at, by: 'relative', verb: null, antecedent: null };
    }
    if (item.kind === 'link') return NO_SUBJECT(v);
    if (item.kind === 'verb') {
      // "sent troops to fight and kept them there": a past goes on with a past, not with the infinitive between.
      if (conjunction && item.form === 'infinitive' && isPast(items[v] as VerbItem)) continue;
      if (conjunction || gap) return { items: [], at: j, by: 'coordinate', verb: j, antecedent: null };
      // A participle or a clause in between: "soldiers stationed in Iraq will leave". Go on to what it hangs on.
      continue;
    }
    if (item.kind === 'pronoun' && /^(?:me|him|us|them)$/.test(item.word)) continue;
    if (!isBare(item)) continue;
    if (!conjunction && !gap && isInReducedClause(items, j, v)) continue;
    // "clashes between troops and rebels left": the second side has no verb of its own.
    const side = items[j - 2];
    if (isLink(items[j - 1], 'and') && isNoun(side) && side.prep === 'between') {
      j -= 2;
      continue;
    }
    // "Bomb kills one, injures three soldiers": a headline's second verb.
    const first = items[j - 1];
    const second = items[v] as VerbItem;
    if (
      gap &&
      !conjunction &&
      isLink(items[v - 1], 'comma') &&
      first?.kind === 'verb' &&
      isPresent(first) &&
      isPresent(second)
    )
      return { items: [], at: j - 1, by: 'coordinate', verb: j - 1, antecedent: null };
    const subject = named(items, found(items, v, j, least, conjunction), v);
    return beside.length === 0 ? subject : { ...subject, items: [...subject.items, ...beside] };
  }
  return NO_SUBJECT(v);
}

const LATER = /^(?:earlier|later|ahead|early|late|ago|before|after)$/;
const isWord = (item: Item | undefined, words: RegExp): boolean => item?.kind === 'word' && words.test(item.word);

const isPresent = (verb: VerbItem): boolean =>
  verb.form === 'finite' && verb.bare && verb.tense === 'present' && verb.aspect === 'simple';

const isPast = (verb: VerbItem): boolean =>
  verb.form === 'finite' && verb.tense === 'past' && verb.aspect === 'simple' && verb.voice === 'active';

const isThere = (item: Item): boolean =>
  (item.kind === 'word' && item.word === 'there') || (item.kind === 'place' && item.ref === 'there');

/** "The largest contributor, China, maintains": the name beside a noun says who it is. */
function named(items: readonly Item[], subject: Subject, v: number): Subject {
  const [only] = subject.items;
  if (subject.items.length !== 1 || only?.kind !== 'noun' || subject.by !== 'plain') return subject;
  const name = items[subject.at + 2];
  const isBeside =
    isLink(items[subject.at + 1], 'comma') &&
    isLink(items[subject.at + 3], 'comma') &&
    subject.at + 3 < v &&
    name?.kind === 'actor' &&
    name.prep === null &&
    name.party !== null;
  return isBeside ? { ...subject, items: [name] } : subject;
}

/** "including 4,700 soldiers deployed there": a participle right behind a force in a phrase of its own hangs on that force. */
function participleOn(items: readonly Item[], v: number, least: number): number | null {
  const verb = items[v] as VerbItem;
  if (!verb.bare || verb.form === 'gerund') return null;
  // "the movement of forces already stationed there".
  const at = isAlready(items[v - 1]) ? v - 2 : v - 1;
  const before = items[at];
  if (before?.kind !== 'force' || before.prep === null) return null;
  if (verb.form !== 'participle' && verb.tense !== 'past') return null;
  // "with 300 of them stationed in Gao".
  if (
    before.prep === 'including' ||
    (before.prep === 'with' && before.anaphor && /^(?:station|base|deploy|post|garrison)$/.test(verb.lemma))
  )
    return at;
  // "forces backed by African Union troops retook the port": the agent of a participle has had its verb.
  if (before.prep === 'by' && items[at - 1]?.kind === 'verb') return null;
  let passed = false;
  for (let j = at - 1; j >= least; j--) {
    const item = items[j]!;
    // "saw the movement of forces stationed there"; but "said the commander of the troops left".
    if (item.kind === 'verb') return passed && reports(item.lemma) ? null : at;
    if (item.kind === 'link' && !isLink(item, 'preposition', 'quote')) break;
    passed ||= isBare(item);
  }
  return isReduced(items, v, verb) ? at : null;
}

const isAlready = (item: Item | undefined): boolean =>
  item?.kind === 'word' && /^(?:already|currently|now|still|permanently|presently)$/.test(item.word);

function found(items: readonly Item[], v: number, j: number, least: number, conjunction: boolean): Subject {
  const verb = items[v] as VerbItem;
  const before = items[j - 1];
  const list = coordinated(items, j, least);
  const first = list.at;
  const opener = items[first - 1];
  if (isLink(opener, 'relative') && !/^(?:where|who|whose)$/.test(opener.word)) {
    const antecedent = antecedentOf(items, first - 1);
    const [only] = list.items;
    // "Portugal and Chad, which both have troops there": each of those named before.
    if (antecedent !== null && only?.kind === 'pronoun' && /^(?:all|both|each)$/.test(only.word))
      return { ...coordinated(items, antecedent.at, least), by: 'relative', verb: null, antecedent: null };
    return { items: list.items, at: first, by: 'plain', verb: null, antecedent: antecedent?.item ?? null };
  }
  const lacking = lackedBy(items, v, first);
  if (lacking !== null) return { items: list.items, at: first, by: 'plain', verb: null, antecedent: lacking };
  // The object of the verb before it: then the word is a participle upon it, or the verb of a clause around a relative.
  const governor = previousVerb(items, first);
  if (governor !== null && conjunction && !reports((items[governor] as VerbItem).lemma))
    return { items: [], at: governor, by: 'coordinate', verb: governor, antecedent: null };
  if (governor !== null && !conjunction) {
    const u = items[governor] as VerbItem;
    // "Soldiers supporting the mission were cut": the gerund describes them.
    const described = items[governor - 1];
    if (
      u.form === 'gerund' &&
      u.bare &&
      (!verb.bare || isFiniteBy(items, v, verb)) &&
      described?.kind === 'force' &&
      described.prep === null
    )
      return { items: [described], at: governor - 1, by: 'plain', verb: null, antecedent: null };
    // "The decision to send 60 soldiers was taken": the object of the infinitive takes no decision.
    const plan = items[governor - 1];
    if (u.form === 'infinitive' && !verb.bare && plan?.kind === 'noun' && plan.prep === null && PLANS.test(plan.head))
      return { items: [plan], at: governor - 1, by: 'plain', verb: null, antecedent: null };
    const opensRelative = relativeBefore(items, governor);
    const takesClause = reports(u.lemma) || (u.lemma === 'be' && !verb.bare);
    if (opensRelative !== null && u.voice === 'active' && !(verb.bare && verb.form === 'participle')) {
      const antecedent = antecedentOf(items, opensRelative);
      if (antecedent) return { items: [antecedent.item], at: antecedent.at, by: 'plain', verb: null, antecedent: null };
    }
    // "have 1,000 of its soldiers remain", "lets the troops stay".
    const causes = verb.form === 'finite' && verb.tense === 'present' && /^(?:have|let|make|see|help)$/.test(u.lemma);
    if (!takesClause && !causes && verb.bare && verb.form !== 'gerund')
      return { items: list.items, at: first, by: 'participle', verb: null, antecedent: null };
  }
  if (verb.bare && verb.form !== 'gerund' && isReduced(items, v, verb))
    return { items: list.items, at: first, by: 'participle', verb: null, antecedent: null };
  if (verb.form === 'participle' && verb.bare && before !== undefined)
    return { items: list.items, at: first, by: 'participle', verb: null, antecedent: null };
  return { items: list.items, at: first, by: 'plain', verb: null, antecedent: null };
}

/** "soldiers based in Kabul will stay": a bare past with only prepositions behind it, and then the verb that the phrase belongs to. */
function isReduced(items: readonly Item[], v: number, verb: VerbItem): boolean {
  if (verb.tense !== 'past' && verb.form !== 'participle') return false;
  let commas = isLink(items[v - 1], 'comma') ? 1 : 0;
  for (let i = v + 1; i < Math.min(items.length, v + 14); i++) {
    const item = items[i]!;
    if (item.kind === 'verb')
      return (
        item.form === 'finite' && !(item.bare && item.tense === 'past' && commas === 0 && isLink(items[i - 1], 'and'))
      );
    if (item.kind === 'word' || isLink(item, 'preposition', 'quote')) continue;
    if (isLink(item, 'comma') && commas === 1) {
      commas++;
      continue;
    }
    if (item.kind === 'link') return false;
    if (isBare(item)) return false;
  }
  return false;
}

/** The verb directly before a phrase, with at most words and dates in between. */
function previousVerb(items: readonly Item[], at: number): number | null {
  for (let i = at - 1; i >= 0 && i > at - 4; i--) {
    const item = items[i]!;
    if (item.kind === 'verb') return i;
    if (item.kind !== 'word' && item.kind !== 'date' && !(item.kind === 'place' && item.ref !== null)) return null;
  }
  return null;
}

function relativeBefore(items: readonly Item[], verb: number): number | null {
  for (let i = verb - 1; i >= 0 && i > verb - 3; i--) {
    if (isLink(items[i], 'relative')) return i;
    if (items[i]!.kind !== 'word' && !isLink(items[i], 'quote')) return null;
  }
  return null;
}

/** The noun phrase that a relative clause hangs on: the nearest bare one, or the one right before ("the force in Gao, which"). */
export function antecedentOf(
  items: readonly Item[],
  link: number,
): { readonly item: NounLike; readonly at: number } | null {
  let nearest: { item: NounLike; at: number } | null = null;
  for (let j = link - 1; j >= Math.max(0, link - 8); j--) {
    const item = items[j]!;
    if (isLink(item, 'comma', 'dash') && j === link - 1) continue;
    if (item.kind === 'verb') break;
    if (!isNoun(item)) {
      if (item.kind === 'word' || isLink(item, 'close')) continue;
      break;
    }
    if (item.kind === 'date') continue;
    // "a thousand members of the 2nd Regiment, which is based there": not the persons, the formation.
    if (
      item.kind === 'force' &&
      isLink(items[link], 'relative') &&
      items[link].word === 'which' &&
      item.unit !== null &&
      item.sort === 'strong'
    )
      return { item: { ...item, quantity: null, count: null, whole: null, head: 'unit', sort: 'unit' }, at: j };
    // "a resolution drafted by France, which allows": the resolution does.
    const drafted =
      item.kind === 'actor' && item.prep === 'by' && isLink(items[link], 'relative') && items[link].word === 'which';
    const paper = drafted && items[j - 1]?.kind === 'verb' ? items[j - 2] : undefined;
    if (paper?.kind === 'noun') return { item: paper, at: j - 2 };
    if (item.kind === 'force' || item.kind === 'mission' || item.kind === 'actor') return { item, at: j };
    nearest ??= { item, at: j };
    if (item.prep === null) break;
  }
  return nearest;
}

/** "Sweden and Finland", "Kenya, Jamaica and Belize", "Sixty marines from Aruba and forty from Curaçao". */
function coordinated(
  items: readonly Item[],
  j: number,
  least: number,
): { readonly items: NounLike[]; readonly at: number } {
  const list: NounLike[] = [items[j] as NounLike];
  let at = j;
  let and = false;
  let parted = false;
  for (;;) {
    let k = at - 1;
    if (isLink(items[k], 'and', 'or')) {
      and = true;
      k--;
      if (isLink(items[k], 'comma')) {
        parted = true;
        k--;
      }
    } else if (isLink(items[k], 'comma') && and) k--;
    else break;
    // "The 14 Hornets of 75 Squadron and 250 airmen".
    while (
      k > least &&
      isNoun(items[k]) &&
      (items[k] as NounLike).prep !== null &&
      (items[k]!.kind === 'place' || /^(?:of|with)$/.test((items[k] as NounLike).prep ?? ''))
    )
      k--;
    const item = items[k];
    if (!isBare(item) || k < least) break;
    const head = list[0]!;
    // "A man and two women were shot".
    const persons = item.kind === 'noun' && PERSON.test(item.head) && (head.kind === 'force' || head.kind === 'noun');
    if (!persons && (item.kind === 'noun' || item.kind === 'number' || item.kind === 'pronoun')) break;
    const alike =
      persons ||
      item.kind === head.kind ||
      // "Nineteen soldiers and traditional hunters are killed".
      (item.kind === 'force' && item.sort === 'strong' && head.kind === 'noun' && head.prep === null) ||
      (item.kind === 'force' && head.kind === 'actor') ||
      (item.kind === 'actor' && head.kind === 'force') ||
      // "Syrian forces and their allies": whose allies they are acts too.
      ((item.kind === 'force' || item.kind === 'actor') && head.kind === 'noun' && head.owner?.kind === 'pronoun');
    if (!alike) break;
    if (previousVerb(items, k) !== null && !reports((items[previousVerb(items, k)!] as VerbItem).lemma)) break;
    if (parted && endsObjects(items, k)) break;
    list.unshift(item);
    at = k;
  }
  return { items: list, at };
}

/** "trucked tanks and 5,000 men to the front, and Chadian troops moved": the men are what was trucked. */
function endsObjects(items: readonly Item[], at: number): boolean {
  for (let i = at - 1; i >= 0; i--) {
    const item = items[i]!;
    if (item.kind === 'verb') return item.form === 'finite' && !reports(item.lemma);
    if (!isBare(item) && !isLink(item, 'and', 'or', 'comma')) return false;
  }
  return false;
}

const PERSON = /^(?:man|woman|boy|girl|child|civilian|passer-by|driver|interpreter|translator|worker|contractor)$/;

/** Where a comma before a verb closes a relative clause, an apposition or an aside: the index of the comma that opens it. */
function openingComma(items: readonly Item[], closing: number, least: number): number | null {
  let verbs = 0;
  for (let i = closing - 1; i >= least; i--) {
    const item = items[i]!;
    if (isLink(item, 'semicolon', 'colon')) return null;
    if (
      item.kind === 'verb' &&
      item.form !== 'infinitive' &&
      !(item.bare && item.form !== 'finite') &&
      !reports(item.lemma)
    )
      verbs++;
    if (!isLink(item, 'comma')) continue;
    const first = items[i + 1];
    if (isLink(first, 'relative')) return i;
    if (first?.kind === 'verb' && first.bare) return i;
    if (isLink(first, 'time', 'if', 'cause')) return i;
    if (verbs === 0) {
      // An aside needs a phrase to hang on; a comma that opens the sentence has none.
      return i > least ? i : null;
    }
    // A clause with its own verb between two commas: only an aside where it opens with a preposition and a relative ("in which").
    if (isNoun(first) && first.prep !== null && isLink(items[i + 2], 'relative')) return i;
    if (verbs > 0) return null;
  }
  return null;
}
