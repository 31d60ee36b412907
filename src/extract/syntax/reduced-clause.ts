// "Soldiers sent in 2019 to guard the border have left": a participle that looks like a past, and what hangs on it, stand between a subject and its verb.
import { reports } from '../lexicon/control.ts';
import { type Building, surfaceSubject } from './building.ts';
import type { Item, VerbItem } from './item.ts';
import { isLink, isNoun } from './item-tests.ts';

/** Verbs whose object does the next thing: "to help residents leave", "to see the troops return". */
const OTHERS_DO = /^(?:help|let|make|see|watch|have|ensure|hear|get|allow|want|keep)$/;
/** Of these a bare past is hardly a participle upon the noun before it. */
const GOES = /^(?:leave|return|arrive|depart|go|come|withdraw|begin|start)$/;

/**
 * True where the noun at `j` is what an infinitive is done to, inside of a reduced clause: the verb at `v` then is told of whom that clause
 * describes.
 */
export function isInReducedClause(items: readonly Item[], j: number, v: number): boolean {
  const verb = items[v] as VerbItem;
  if (verb.form !== 'finite' || (verb.bare && !(verb.tense === 'past' && GOES.test(verb.lemma)))) return false;
  const doing = items[j - 1];
  if (doing?.kind !== 'verb' || reports(doing.lemma) || OTHERS_DO.test(doing.lemma)) return false;
  const helped = items[j - 2];
  const isInfinitive =
    doing.form === 'infinitive' || (doing.bare && helped?.kind === 'verb' && helped.form === 'infinitive');
  return isInfinitive && describedBefore(items, j - 1) !== null;
}

/** The index of the noun whose reduced clause runs up to `end`; null where there is none. */
function describedBefore(items: readonly Item[], end: number): number | null {
  for (let i = end; i > 0; i--) {
    const item = items[i]!;
    if (item.kind === 'link' && !isLink(item, 'preposition')) return null;
    const before = items[i - 1]!;
    const opens = item.kind === 'verb' && item.bare && (item.form === 'participle' || item.tense === 'past');
    if (opens && (before.kind === 'force' || before.kind === 'actor') && before.prep === null) return i - 1;
    if (isNoun(item) && item.prep === null && item.kind !== 'date' && item.kind !== 'place' && i < end) return null;
  }
  return null;
}

/** A verb's subject that a bare past right behind it seemed to have: that was a participle, and done to it. */
export function undoPast(b: Building, built: ReadonlyMap<number, Building>): void {
  const [subject] = surfaceSubject(b);
  if (b.item.kind !== 'verb' || subject?.kind !== 'force') return;
  for (const a of built.values()) {
    const { item } = a;
    if (item.kind !== 'verb' || a.at >= b.at || item.from < subject.to || item.from > subject.to + 1) continue;
    if (!item.bare || item.form !== 'finite' || item.tense !== 'past' || a.relation !== null) continue;
    if (a.object.length > 0 || a.subject[0] !== subject) continue;
    a.object = a.subject;
    a.subject = a.others.filter((o) => o.prep === 'by');
    a.relation = 'participle';
  }
}
