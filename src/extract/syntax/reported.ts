// What a clause becomes by the words that report, deny or doubt it: "denied that troops had landed", "it is unlikely that".

import { wordsOf } from '../../text/words-of.ts';
import { controlOf, reports } from '../lexicon/control.ts';
import type { Building } from './building.ts';
import type { Item, VerbItem } from './item.ts';
import type { Factuality } from './predicate.ts';

/** Told of each word that changes what is claimed. */
export type Raise = (to: Factuality['mode'], word: string) => void;

const STANDS = wordsOf(/^(?:base|station|locate|headquarter)$/);
/** A denied or doubted clause: "denied that troops had landed", "it is unlikely that". */
export function reported(items: readonly Item[], b: Building, raise: Raise): void {
  // "to advise the task force based in Gao": it only says where that is.
  if (b.item.kind === 'verb' && b.item.bare && STANDS.has(b.lemma)) return;
  for (let j = b.at - 1; j >= Math.max(0, b.at - 14); j--) {
    const item = items[j]!;
    if (item.kind !== 'link' && item.kind !== 'verb') continue;
    if (item.kind === 'link') {
      if (item.link === 'semicolon') return;
      if (item.link !== 'that') continue;
      if (items.slice(Math.max(0, j - 3), j).some(isDoubt)) {
        raise('proposed', 'unlikely');
        return;
      }
      if (isDenied(items, j)) {
        raise('cancelled', 'not true');
        return;
      }
    }
    const verb =
      item.kind === 'verb' ? item : items[j - 1]?.kind === 'verb' ? (items[j - 1] as VerbItem) : nounBefore(items, j);
    if (verb === null) return;
    if (isTale(items, verb)) raise('none', verb.lemma);
    if (verb.kind === 'verb') {
      const control = controlOf(verb.lemma, false);
      if (item.kind === 'verb' && !reports(verb.lemma) && verb.lemma !== 'deny' && !DEMANDS.has(verb.lemma)) return;
      if (control?.mode === 'cancelled') raise(verb.negated ? 'asserted' : 'cancelled', verb.lemma);
      else if (
        control !== null &&
        !(item.kind === 'link' && isTold(verb.lemma, b)) &&
        control.mode !== 'report' &&
        control.mode !== 'asserted' &&
        (item.kind === 'link' || DEMANDS.has(verb.lemma))
      )
        raise(control.mode === 'planned' ? 'planned' : control.mode, verb.lemma);
    }
    return;
  }
}

/** "The novel tells how 300 men landed in Oman". */
function isTale(items: readonly Item[], verb: VerbItem): boolean {
  const teller = items.findLast((x) => x.to <= verb.from && x.kind === 'noun' && x.prep === null);
  return teller?.kind === 'noun' && verb.from - teller.to < 4 && TALES.test(teller.head);
}
const TALES = /^(?:novel|film|movie|thriller|play|drama|comic|videogame|game|trailer|screenplay)$/;

/** "announced that 200 arrived", "told parliament that 200 have left": told as done, whatever the verb holds else. */
function isTold(holder: string, b: Building): boolean {
  if (!reports(holder) && !/^(?:claim|warn)$/.test(holder)) return false;
  const { item } = b;
  if (item.kind === 'verb')
    return (
      item.form === 'finite' &&
      (b.lemma === 'be' || !(item.tense === 'present' && item.aspect === 'simple' && item.voice === 'active'))
    );
  // "announced that the withdrawal is complete".
  const held = b.governor?.item;
  return held?.kind === 'verb' && held.form === 'finite' && held.from >= item.to;
}

/** "it is not true that", "there is no evidence that", "it is false that". */
function isDenied(items: readonly Item[], that: number): boolean {
  const near = items.slice(Math.max(0, that - 4), that);
  const word = (x: Item): string => (x.kind === 'word' ? x.word : x.kind === 'noun' ? x.head : '');
  const negated = near.some((x) => (x.kind === 'verb' && x.negated) || (x.kind === 'noun' && x.negated));
  if (near.some((x) => /^(?:false|untrue|baseless|unfounded|wrong)$/.test(word(x)))) return !negated;
  return negated && near.some((x) => /^(?:true|truth|evidence|proof|sign|indication|case)$/.test(word(x)));
}

/** "it is unlikely that". */
const isDoubt = (item: Item): boolean =>
  (item.kind === 'word' && DOUBTS.test(item.word)) || (item.kind === 'noun' && DOUBTS.test(item.head));
const DOUBTS = /^(?:unlikely|impossible|doubtful|possible|likely|conceivable|improbable)$/;

/** "recommended (that) the troops withdraw". */
const DEMANDS = wordsOf(/^(?:recommend|demand|urge|propose|suggest|request|ask|advise)$/);

const nounBefore = (items: readonly Item[], j: number): VerbItem | null => {
  for (let k = j - 1; k >= Math.max(0, j - 3); k--) if (items[k]!.kind === 'verb') return items[k] as VerbItem;
  return null;
};
