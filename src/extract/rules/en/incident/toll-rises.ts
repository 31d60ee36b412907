// A toll that is told by its own noun: "the death toll from clashes between Mali and Niger rises to 40".
import type { IncidentFinding } from '../../../finding.ts';
import { rule } from '../../../rule.ts';
import type { ActorItem, PlaceItem } from '../../../syntax/item.ts';
import type { Predicate, SentenceView } from '../../../syntax/predicate.ts';
import { NOBODY } from './attacker.ts';
import { isAccidental } from './harmed.ts';
import { hasHappened, incidents } from './incident-finding.ts';
import { placesOf } from './where.ts';
import { ATTACK_NOUN } from './words.ts';

const RISES = new Set('rise,increase,climb,reach,grow,jump,stand,exceed,pass,surpass,top,hit,mount,soar'.split(','));

function risen(predicate: Predicate, view: SentenceView): IncidentFinding[] {
  if (predicate.item.kind !== 'verb' || !hasHappened(predicate)) return [];
  const words = view.tokens.map((t) => t.lower);
  const toll = words.slice(0, predicate.item.from).lastIndexOf('toll');
  const number = words.slice(0, predicate.item.from).lastIndexOf('number');
  const killed =
    number >= 0 && words.slice(number, predicate.item.from).some((w) => /^(?:killed|dead|deaths|fatalities)$/.test(w));
  const from = toll >= 0 && /^(?:death|casualty|fatality)$/.test(words[toll - 1] ?? '') ? toll : killed ? number : -1;
  if (from < 0) return [];
  const began = view.predicates.find((p) => p.from > from && /^(?:begin|start|erupt|break out)$/.test(p.lemma));
  const told = words.slice(from, predicate.to);
  if (!told.some((w) => ATTACK_NOUN.test(w)) || isAccidental(told)) return [];
  const places = view.items.filter(
    (x): x is PlaceItem =>
      x.kind === 'place' && x.places.length > 0 && x.from > from && x.from < Math.max(predicate.item.from, from + 18),
  );
  const beside = placesOf(view, [], { from, to: predicate.item.from });
  const sides = view.items.filter(
    (x): x is ActorItem =>
      x.kind === 'actor' &&
      x.place !== null &&
      x.from > from &&
      x.from < predicate.item.from &&
      words[x.from - 1] === 'and',
  );
  const where = [
    ...(places.length > 0 ? places : beside),
    ...sides.map(
      ({ from: at, to, start, prep, place }): PlaceItem => ({
        kind: 'place',
        from: at,
        to,
        start,
        prep,
        places: [place!],
        ref: null,
        name: null,
      }),
    ),
  ];
  if (where.length === 0) return [];
  const count = [...predicate.object, ...predicate.others].find((o) => o.kind === 'force' && o.quantity !== null);
  const n = count?.kind === 'force' ? (count.quantity?.min ?? count.quantity?.max ?? null) : null;
  const at = { from: Math.min(from, predicate.item.from), to: Math.max(predicate.item.to, count?.to ?? 0) };
  return incidents(view, predicate, at, NOBODY, where, began?.dates ?? predicate.dates).map((f) => ({
    ...f,
    killed: n ?? f.killed,
  }));
}

export const tollRises = rule({
  id: 'incident/toll-rises',
  on: 'predicate',
  lemmas: RISES,
  read: risen,
  examples: {
    'The death toll from clashes between Mali and Niger rises to 40.': ['incident ? ML+NE killed 40'],
    'The number of people killed in the attack on a market in Gao has risen to 31.': ['incident ? ML killed 31'],
  },
  not: [
    'The death toll from the earthquake in Chile rises to 40.',
    'The death toll from clashes may rise to 40 in Mali.',
    'The toll on the bridge in Oslo rises to 40 kroner.',
  ],
});
