// What a sentence only supposes, and plans that it goes on to drop.

import { wordsOf } from '../../text/words-of.ts';
import { reports } from '../lexicon/control.ts';
import type { Building } from './building.ts';
import type { Item } from './item.ts';
import { isLink, isNoun } from './item-tests.ts';
import type { Raise } from './reported.ts';

/** "If ..., A will ..." is a proposal; inside the condition itself nothing is claimed; "Had Belgium kept ..." supposes. */
export function conditional(items: readonly Item[], b: Building, raise: Raise): void {
  let commas = 0;
  for (let j = b.at - 1; j >= 0 && j > b.at - 40; j--) {
    const item = items[j]!;
    if (item.kind !== 'link') continue;
    const { link } = item;
    if (link === 'semicolon' || link === 'colon' || link === 'quote' || link === 'dash') break;
    if (link === 'comma') commas++;
    if (link === 'if') {
      // "A may close the border if they come, and B has sent 60 guards": the condition is of what stands before it.
      if (commas > 0 && isBehindClause(items, j) && isNewClause(items, j, b)) return;
      raise(commas === 0 && item.word !== 'whether' ? 'none' : 'proposed', item.word);
      return;
    }
    if ((link === 'that' || link === 'relative') && commas === 0) break;
  }
  for (let j = b.end; j < Math.min(items.length, b.end + 6); j++) {
    const item = items[j]!;
    if (isLink(item, 'if') && item.word !== 'whether') {
      raise('proposed', item.word);
      return;
    }
    // "will send 90, the president said, if others do".
    if (item.kind === 'verb' && reports(item.lemma) && isLink(items[j + 1], 'comma') && isLink(items[j + 2], 'if'))
      continue;
    const teller = item.kind === 'actor' && item.prep === null && items[j + 1]?.kind === 'verb';
    if (!isLink(item, 'comma', 'preposition') && item.kind !== 'place' && item.kind !== 'date' && !teller) break;
  }
  // "Had Belgium kept 300 soldiers there, ...": supposed, and so is what comes of it.
  const first = items[0];
  if (
    first?.kind === 'verb' &&
    first.lemma === 'have' &&
    first.tense === 'past' &&
    isNoun(items[1]) &&
    items[2]?.kind === 'verb'
  )
    raise('none', 'had');
}

/** A main clause runs right up to the "if". */
function isBehindClause(items: readonly Item[], j: number): boolean {
  const before = items[j - 1];
  if (before === undefined || before.kind === 'link' || before.kind === 'word') return false;
  if (before.kind === 'verb' && before.form === 'finite' && before.voice === 'active') return false;
  return items.slice(Math.max(0, j - 8), j).some((x) => x.kind === 'verb' && x.form === 'finite');
}

/** ", and Latvia has sent": a subject and a finite verb of their own behind the condition. */
function isNewClause(items: readonly Item[], j: number, b: Building): boolean {
  const and = items.findLastIndex((x, i) => i > j && i < b.at && isLink(x, 'and', 'but'));
  return (
    and > j &&
    isLink(items[and - 1], 'comma') &&
    isNoun(items[and + 1]) &&
    b.item.kind === 'verb' &&
    b.item.form === 'finite' &&
    items.slice(j, and).some((x) => x.kind === 'verb')
  );
}

const DROPS = wordsOf(/^(?:drop|cancel|abandon|scrap|shelve|call off|reverse|rescind|halt)$/);
/** What may befall a plan in so many words. */
const IS_DROPPED = wordsOf(
  /^(?:drop|cancel|abandon|scrap|shelve|suspend|call off|rescind|reject|veto|rule out|turn down)$/,
);
/** "had planned to station 40 soldiers but dropped the idea": a later coordinated verb undoes a plan. */
export function dropped(items: readonly Item[], b: Building, raise: Raise): void {
  // "The plan to station 40 soldiers in Lima was shelved".
  const fate = items[b.end];
  const plan = b.item.kind === 'verb' && b.item.form === 'infinitive' ? items[b.at - 1] : null;
  if (plan?.kind === 'noun' && fate?.kind === 'verb' && fate.voice === 'passive' && IS_DROPPED.has(fate.lemma))
    raise(fate.negated ? 'proposed' : 'cancelled', fate.lemma);
  for (let j = b.end; j < Math.min(items.length, b.end + 4); j++) {
    const link = items[j]!;
    if (link.kind !== 'link' || !(link.link === 'but' || link.link === 'and' || link.link === 'comma')) continue;
    for (let k = j + 1; k < Math.min(items.length, j + 4); k++) {
      const verb = items[k];
      if (verb?.kind !== 'verb') continue;
      if (DROPS.has(verb.lemma) && link.link !== 'comma') {
        const object = items[k + 1];
        if (object !== undefined && (object.kind === 'noun' || object.kind === 'pronoun' || object.kind === 'nominal'))
          raise('cancelled', verb.lemma);
      }
      return;
    }
  }
}

/** "2,500 airmen, who were due to transfer to Germany, will stay": what was meant and is no longer. */
export function staysInstead(b: Building, others: readonly Building[]): boolean {
  const { item } = b;
  if (b.relation !== 'relative' || item.kind !== 'verb' || item.tense !== 'past') return false;
  if (!/^(?:due|be to|scheduled|expected|set|slated|going|supposed)$/.test(item.modal ?? '')) return false;
  return others.some(
    (o) =>
      o.item.kind === 'verb' &&
      /^(?:stay|remain)$/.test(o.lemma) &&
      o.item.from > item.from &&
      !o.item.negated &&
      o.subject.some((n) => b.subject.includes(n)),
  );
}
