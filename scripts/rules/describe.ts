// What the rules see of a sentence, in lines: its chunks, and each predicate with who, what, where and how far it is a fact.

import type { Item, NounLike } from '../../src/extract/syntax/item.ts';
import { type Predicate, type SentenceView, textOf } from '../../src/extract/syntax/predicate.ts';
import { printQuantity } from '../../src/model/notation.ts';

/** `force[strong 30 part] "Thirty of the 120 German soldiers in Iraq"`. */
export function describeItem(item: Item, view: SentenceView): string {
  const words = textOf(view, { from: item.start, to: item.to }).replace(/\s+/g, ' ');
  const traits = traitsOf(item).filter(Boolean).join(' ');
  return `${item.kind}${traits ? `[${traits}]` : ''} "${words}"`;
}

function traitsOf(item: Item): (string | null | undefined | false)[] {
  switch (item.kind) {
    case 'force':
      return [
        item.sort,
        item.head,
        printQuantity(item.quantity),
        item.owner && (item.owner.kind === 'named' ? item.owner.parties.join('+') : item.owner.word),
        item.unit && `unit:${item.unit.name}`,
        item.mission && `mission:${item.mission.name}`,
        item.portion,
        item.whole && `part of ${printQuantity(item.whole.quantity) ?? '?'}`,
        item.additional && 'more',
        item.anaphor && 'told before',
        item.place && `at ${item.place.places.map((p) => p.country ?? '?').join('+') || item.place.ref}`,
      ];
    case 'place':
      return [item.prep, item.places.map((p) => p.country ?? '?').join('+'), item.ref];
    case 'actor':
      return [item.what, item.role, item.party, item.prep];
    case 'mission':
      return [item.name, !item.entry && 'not in the tables', item.prep];
    case 'date':
      return [item.date.kind, item.date.period && `${item.date.period.start ?? ''}..${item.date.period.end ?? ''}`];
    case 'verb':
      return [
        item.lemma,
        item.tense,
        item.aspect !== 'simple' && item.aspect,
        item.voice === 'passive' && 'passive',
        item.form !== 'finite' && item.form,
        item.modal,
        item.negated && 'negated',
      ];
    case 'nominal':
      return [item.lemma, item.prep, item.owner && 'owned', item.force && 'of a force'];
    case 'noun':
      return [item.head, item.negated && 'negated', item.prep];
    case 'pronoun':
      return [item.prep];
    case 'number':
      return [item.number.use];
    case 'link':
      return [item.link];
    case 'word':
      return [];
  }
}

/** `will be sent = send asserted; what: Thirty of ...; where: to Jordan and Kuwait; under: say (that)`. */
export function describePredicate(predicate: Predicate, view: SentenceView): string {
  const { item, factuality, governor, relation } = predicate;
  const phrases = (list: readonly NounLike[]) =>
    list.map((n) => textOf(view, { from: n.start, to: n.to }).replace(/\s+/g, ' ')).join(' | ');
  const parts = [
    `${textOf(view, item)} = ${predicate.lemma}, ${factuality.mode}${factuality.by.length > 0 ? ` by ${factuality.by.map((w) => `"${w}"`).join(', ')}` : ''}${factuality.aspect ? `, ${factuality.aspect}` : ''}`,
    predicate.subject.length > 0 && `who: ${phrases(predicate.subject)}`,
    predicate.object.length > 0 && `what: ${phrases(predicate.object)}`,
    predicate.places.length > 0 && `where: ${phrases(predicate.places)}`,
    predicate.dates.length > 0 && `when: ${phrases(predicate.dates)}`,
    predicate.others.length > 0 && `also: ${phrases(predicate.others)}`,
    governor && `under: ${governor.lemma}${relation ? ` (${relation})` : ''}`,
  ];
  return parts.filter(Boolean).join('; ');
}
