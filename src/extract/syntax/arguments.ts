// Who and what stand around a verb: its subject to the left, past what lies between; objects, places and dates to the right up to the clause's end.
import { reports } from '../lexicon/control.ts';
import type { DateItem, Item, LinkItem, NounLike, PlaceItem, VerbItem } from './item.ts';

/** The furthest that a scan looks, in items: what is further away belongs to another clause. */
const REACH = 48;

export const isLink = <L extends LinkItem['link']>(
  item: Item | undefined,
  ...links: L[]
): item is LinkItem & { readonly link: L } =>
  item?.kind === 'link' && (links as LinkItem['link'][]).includes(item.link);
export const isNoun = (item: Item | undefined): item is NounLike =>
  item !== undefined && item.kind !== 'verb' && item.kind !== 'link' && item.kind !== 'word';
/** A phrase that can be a subject or object: no preposition, no date, no adverb of place. */
export const isBare = (item: Item | undefined): item is NounLike =>
  isNoun(item) &&
  item.prep === null &&
  item.kind !== 'date' &&
  !(item.kind === 'place' && (item.ref === 'there' || item.ref === 'home' || item.ref === 'abroad'));

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
    if (item.kind === 'word' || item.kind === 'date') continue;
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
      if (conjunction || gap) return { items: [], at: j, by: 'coordinate', verb: j, antecedent: null };
      // A participle or a clause in between: "soldiers stationed in Iraq will leave". Go on to what it hangs on.
      continue;
    }
    if (item.kind === 'pronoun' && /^(?:me|him|us|them)$/.test(item.word)) continue;
    if (!isBare(item)) continue;
    const subject = found(items, v, j, least, conjunction);
    return beside.length === 0 ? subject : { ...subject, items: [...subject.items, ...beside] };
  }
  return NO_SUBJECT(v);
}

/** "including 4,700 soldiers deployed there": a participle right behind a force in a phrase of its own hangs on that force. */
function participleOn(items: readonly Item[], v: number, least: number): number | null {
  const verb = items[v] as VerbItem;
  const before = items[v - 1];
  if (!verb.bare || verb.form === 'gerund' || before?.kind !== 'force' || before.prep === null) return null;
  if (verb.form !== 'participle' && verb.tense !== 'past') return null;
  if (before.prep === 'including') return v - 1;
  let passed = false;
  for (let j = v - 2; j >= least; j--) {
    const item = items[j]!;
    // "saw the movement of forces stationed there"; but "said the commander of the troops left".
    if (item.kind === 'verb') return passed && reports(item.lemma) ? null : v - 1;
    if (item.kind === 'link' && !isLink(item, 'preposition', 'quote')) break;
    passed ||= isBare(item);
  }
  return isReduced(items, v, verb) ? v - 1 : null;
}

function found(items: readonly Item[], v: number, j: number, least: number, conjunction: boolean): Subject {
  const verb = items[v] as VerbItem;
  const before = items[j - 1];
  const list = coordinated(items, j, least);
  const first = list.at;
  const opener = items[first - 1];
  if (isLink(opener, 'relative') && opener.word !== 'where' && opener.word !== 'who') {
    const antecedent = antecedentOf(items, first - 1);
    return { items: list.items, at: first, by: 'plain', verb: null, antecedent: antecedent?.item ?? null };
  }
  // The object of the verb before it: then the word is a participle upon it, or the verb of a clause around a relative.
  const governor = previousVerb(items, first);
  if (governor !== null && conjunction && !reports((items[governor] as VerbItem).lemma))
    return { items: [], at: governor, by: 'coordinate', verb: governor, antecedent: null };
  if (governor !== null && !conjunction) {
    const u = items[governor] as VerbItem;
    const opensRelative = relativeBefore(items, governor);
    const takesClause = reports(u.lemma) || (u.lemma === 'be' && !verb.bare);
    if (opensRelative !== null && u.voice === 'active' && !(verb.bare && verb.form === 'participle')) {
      const antecedent = antecedentOf(items, opensRelative);
      if (antecedent) return { items: [antecedent.item], at: antecedent.at, by: 'plain', verb: null, antecedent: null };
    }
    if (!takesClause && verb.bare && verb.form !== 'gerund')
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
    if (items[i]!.kind !== 'word') return null;
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
  for (;;) {
    let k = at - 1;
    if (isLink(items[k], 'and', 'or')) {
      and = true;
      k--;
      if (isLink(items[k], 'comma')) k--;
    } else if (isLink(items[k], 'comma') && and) k--;
    else break;
    while (k > least && isNoun(items[k]) && (items[k] as NounLike).prep !== null && items[k]!.kind === 'place') k--;
    const item = items[k];
    if (!isBare(item) || k < least) break;
    if (item.kind === 'noun' || item.kind === 'number' || item.kind === 'pronoun') break;
    const head = list[0]!;
    const alike =
      item.kind === head.kind ||
      (item.kind === 'force' && head.kind === 'actor') ||
      (item.kind === 'actor' && head.kind === 'force');
    if (!alike) break;
    if (previousVerb(items, k) !== null && !reports((items[previousVerb(items, k)!] as VerbItem).lemma)) break;
    list.unshift(item);
    at = k;
  }
  return { items: list, at };
}

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

export interface Right {
  readonly objects: readonly NounLike[];
  readonly places: readonly PlaceItem[];
  readonly dates: readonly DateItem[];
  readonly others: readonly NounLike[];
  /** A free particle after the object: "pull its troops OUT". */
  readonly particle: string | null;
  /** Index after the last item taken. */
  readonly end: number;
  /** Where a gapped second object starts ("130 soldiers to Latvia and 60 to Lithuania"); null where none does. */
  readonly gapped: number | null;
}

/** Looks right from index `start` to the clause's end. */
export function rightOf(items: readonly Item[], start: number, takesObject: boolean): Right {
  const objects: NounLike[] = [];
  const places: PlaceItem[] = [];
  const dates: DateItem[] = [];
  const others: NounLike[] = [];
  let particle: string | null = null;
  let gapped: number | null = null;
  let i = start;
  let settled = !takesObject;
  const most = Math.min(items.length, start + REACH);
  for (; i < most; i++) {
    const item = items[i]!;
    if (item.kind === 'word') {
      if (/^(?:out|back|over|down|away|off|in)$/.test(item.word)) particle ??= item.word;
      continue;
    }
    if (item.kind === 'date') {
      dates.push(item);
      continue;
    }
    if (item.kind === 'verb') break;
    if (item.kind === 'link') {
      const next = items[i + 1];
      if (item.link === 'open') {
        while (i < most && !isLink(items[i], 'close')) i++;
        continue;
      }
      if (item.link === 'quote' || item.link === 'close') continue;
      if (item.link === 'preposition') {
        if (items[i + 1]?.kind === 'verb') break;
        continue;
      }
      if (item.link === 'dash') {
        const closing = closingDash(items, i, most);
        if (closing === null) break;
        i = closing;
        continue;
      }
      // "will deploy eight fighters; a tanker; and a radar plane": a list by semicolons goes on with forces.
      if (item.link === 'semicolon' && objects.some((o) => o.kind === 'force')) {
        const n = isLink(items[i + 1], 'and') ? i + 2 : i + 1;
        const then = items[n];
        if (then?.kind !== 'force' || !isBare(then) || opensNewClause(items, n)) break;
        objects.push(then);
        i = n;
        continue;
      }
      if (item.link === 'comma' || item.link === 'and' || item.link === 'or') {
        let n = i + 1;
        while (isLink(items[n], 'and', 'comma', 'or') || (items[n]?.kind === 'word' && n < i + 3)) n++;
        const then = items[n];
        if (then === undefined || then.kind === 'link' || then.kind === 'verb') break;
        if (then.kind === 'date' || (isNoun(then) && then.prep !== null)) {
          if (opensNewClause(items, n)) break;
          i = n - 1;
          continue;
        }
        if (item.link === 'and' || isLink(items[n - 1], 'and')) {
          const along = (items[n - 1] as LinkItem).word;
          if (along === 'along with' && then.kind === 'force' && !opensNewClause(items, n)) {
            others.push({ ...then, prep: 'along with' });
            i = n;
            continue;
          }
        }
        const listed = others.at(-1);
        if (
          then.kind === 'force' &&
          isBare(then) &&
          objects.length === 0 &&
          listed?.kind === 'force' &&
          listed.prep !== null &&
          !opensNewClause(items, n)
        ) {
          others.push({ ...then, prep: listed.prep });
          i = n;
          continue;
        }
        if (isBare(then) && !opensNewClause(items, n)) {
          const moved = places.length > 0 || others.length > 0;
          if (then.kind === 'force' && moved && objects.length > 0) {
            gapped = n;
            break;
          }
          if (!moved && objects.length > 0 && then.kind !== 'noun') {
            objects.push(then);
            i = n;
            continue;
          }
          if (then.kind === 'noun' || then.kind === 'actor' || then.kind === 'nominal' || then.kind === 'mission') {
            if (item.link === 'comma' && !moved) break;
          }
        }
        if (then.kind === 'place' && then.prep === null) {
          i = n - 1;
          continue;
        }
        break;
      }
      if (next === undefined) break;
      break;
    }
    if (item.kind === 'place') {
      if (
        item.prep === null &&
        (item.ref === null || item.ref === 'site' || item.ref === 'country' || item.ref === 'region') &&
        !settled
      )
        objects.push(item);
      else places.push(item);
      settled = true;
      continue;
    }
    if (item.prep === null) {
      if (!settled || objects.length === 0 || objects.at(-1)!.kind !== 'force') objects.push(item);
      settled = true;
      continue;
    }
    others.push(item);
  }
  return { objects, places, dates, others, particle, end: i, gapped };
}

/** True where the phrase at `i` is followed by a finite verb of its own: a new clause. */
function opensNewClause(items: readonly Item[], i: number): boolean {
  for (let k = i; k < Math.min(items.length, i + 10); k++) {
    const item = items[k]!;
    if (item.kind === 'verb') return item.form === 'finite' || (item.form === 'participle' && k === i + 1);
    if (item.kind === 'link' && !['preposition', 'quote'].includes(item.link)) {
      if (item.link === 'and' && isBare(items[k + 1])) continue;
      if (item.link === 'relative') return false;
      return false;
    }
  }
  return false;
}

function closingDash(items: readonly Item[], open: number, most: number): number | null {
  for (let i = open + 1; i < most; i++) {
    if (isLink(items[i], 'dash')) return i;
    if (isLink(items[i], 'semicolon')) return null;
  }
  return null;
}

/** Dates and places of a clause that stand before its subject or between it and the verb. */
export function fronted(
  items: readonly Item[],
  subjectAt: number,
  v: number,
): { readonly dates: DateItem[]; readonly places: PlaceItem[]; readonly others: NounLike[] } {
  const dates: DateItem[] = [];
  const places: PlaceItem[] = [];
  const others: NounLike[] = [];
  for (let i = subjectAt + 1; i < v; i++) {
    const item = items[i]!;
    if (isLink(item, 'relative', 'open')) break;
    if (item.kind === 'verb') break;
    if (item.kind === 'date') dates.push(item);
    else if (item.kind === 'place' && item.prep !== null) places.push(item);
    else if (isNoun(item) && item.prep !== null) others.push(item);
  }
  const ahead: (DateItem | PlaceItem | NounLike)[] = [];
  let kept = 0;
  let i = subjectAt - 1;
  for (; i >= 0 && i > subjectAt - 10; i--) {
    const item = items[i]!;
    if (item.kind === 'verb' || (item.kind !== 'word' && isBare(item))) break;
    if (item.kind === 'link' && item.link !== 'comma' && item.link !== 'quote' && item.link !== 'preposition') {
      kept = ahead.length;
      break;
    }
    // What lies left of a comma belongs here only where nothing else stands before it.
    if (isLink(item, 'comma')) kept = ahead.length;
    else if (isNoun(item)) ahead.push(item);
  }
  if (i < 0 || isLink(items[i], 'semicolon', 'colon', 'that', 'time', 'and', 'but', 'cause', 'if')) kept = ahead.length;
  for (const item of ahead.slice(0, kept)) {
    if (item.kind === 'date') dates.push(item);
    else if (item.kind === 'place') places.push(item);
    else others.push(item);
  }
  return { dates, places, others };
}
