// What stands to the right of a verb up to the end of its clause: objects, places, dates; and what of the clause stands before its subject.

import { reports } from '../lexicon/control.ts';
import type { DateItem, Item, LinkItem, NounLike, PlaceItem } from './item.ts';
import { isBare, isLink, isNoun } from './item-tests.ts';
import { REACH } from './subject.ts';

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
      // "to Mali instead of to Chad": what is not done.
      const next = items[i + 1];
      if (item.word === 'instead' && ((isNoun(next) && next.prep === 'of') || isLink(next, 'preposition'))) break;
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
      if (item.link === 'comma' && isLevelBefore(items, i + 1)) break;
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
          // "base 4,800 soldiers and 200 civilians in Rukla": the clause goes on behind them.
          const along = isAnd(items[n - 1])
            ? then.kind === 'number' && items[n + 1]?.kind === 'noun'
              ? n + 1
              : n
            : -1;
          if (!moved && objects.length > 0 && items[along]?.kind === 'noun' && !isBareNoun(items[along + 1])) {
            i = along;
            continue;
          }
          const last = !moved && objects.length > 0 && item.link === 'comma' ? lastOfNouns(items, n) : -1;
          if (last > 0 && !isBareNoun(items[last + 1])) {
            i = last;
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
      if (item.prep !== null && isOfVisit(items, i)) continue;
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

/** "during a visit to the base at Gao in Mali", "before her trip to Oman": where somebody travels, not where the clause goes. */
function isOfVisit(items: readonly Item[], at: number): boolean {
  let to = at;
  while (to > at - 3 && items[to - 1]?.kind === 'place') to--;
  const [visit, place] = [items[to - 1], items[to]];
  return (
    visit?.kind === 'noun' &&
    /^(?:visit|trip|journey)$/.test(visit.head) &&
    visit.prep !== null &&
    visit.prep !== 'on' &&
    place?.kind === 'place' &&
    place.prep === 'to'
  );
}

const isAnd = (item: Item | undefined): boolean => isLink(item, 'and');
const isBareNoun = (item: Item | undefined): boolean => isNoun(item) && isBare(item);

/** "a rocket, artillery and mortar post at Gao": the index of the last noun of a list that goes on at `i`; -1 where none does. */
function lastOfNouns(items: readonly Item[], i: number): number {
  for (let k = i; items[k]?.kind === 'noun' && isBareNoun(items[k]); k += 2) {
    if (isLink(items[k - 1], 'and')) return k;
    if (!isLink(items[k + 1], 'comma', 'and')) return -1;
    if (isLink(items[k + 1], 'comma') && isLink(items[k + 2], 'and')) k++;
  }
  return -1;
}

/** ", down from 4,500 in April": the level before, with a date of its own. */
const isLevelBefore = (items: readonly Item[], i: number): boolean => {
  const [word, level] = [items[i], items[i + 1]];
  return word?.kind === 'word' && /^(?:down|up)$/.test(word.word) && level?.kind === 'force' && level.prep === 'from';
};

/** True where the phrase at `i` is followed by a finite verb of its own: a new clause. */
function opensNewClause(items: readonly Item[], i: number): boolean {
  // "and by the end of the year, our war will be over": what stands before the comma is fronted.
  const fronts = items[i]?.kind === 'date' || (isNoun(items[i]) && (items[i] as NounLike).prep !== null);
  if (fronts && isLink(items[i + 1], 'comma') && isBare(items[i + 2]))
    return !isTeller(items, i + 2) && opensNewClause(items, i + 2);
  for (let k = i; k < Math.min(items.length, i + 10); k++) {
    const item = items[k]!;
    if (item.kind === 'verb') return item.form === 'finite' || (item.form === 'participle' && k === i + 1);
    if (item.kind === 'link' && !['preposition', 'quote'].includes(item.link)) {
      // "sent a frigate and 600 troops and Oman has supplied helicopters": the state opens the clause, alone.
      if (item.link === 'and' && items[i]!.kind === 'force' && items[k + 1]?.kind === 'actor') return false;
      if (item.link === 'and' && isBare(items[k + 1])) continue;
      if (item.link === 'relative') return false;
      return false;
    }
  }
  return false;
}

/** ", to Poland, officials said.": who tells it stands at the end, and what stands before is no part of the telling. */
function isTeller(items: readonly Item[], i: number): boolean {
  const verb = items[i + 1];
  return verb?.kind === 'verb' && reports(verb.lemma) && isLink(items[i + 2], 'comma') && items[i + 3] === undefined;
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
  if (i < 0 || isLink(items[i], 'semicolon', 'colon', 'that', 'time') || isLink(items[i], 'and', 'but', 'cause', 'if'))
    kept = ahead.length;
  for (const item of ahead.slice(0, kept)) {
    if (item.kind === 'date') dates.push(item);
    else if (item.kind === 'place') places.push(item);
    else others.push(item);
  }
  return { dates, places, others };
}
