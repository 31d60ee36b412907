// Forces that take a place by arms: "rebels captured the town of Goma".
import type { IncidentFinding } from '../../../finding.ts';
import { rule } from '../../../rule.ts';
import type { Predicate, SentenceView } from '../../../syntax/predicate.ts';
import { spanOver } from './attacked.ts';
import { attackerOf, isKnown } from './attacker.ts';
import { hasHappened, incidents } from './incident-finding.ts';
import { FIGHTERS, SEIZING } from './words.ts';

const ARMED = /^(?:forces?|army|troops|soldiers|fighters|militia|militias|units|jihadists|separatists|taliban)$/;

function seized(predicate: Predicate, view: SentenceView): IncidentFinding[] {
  if (predicate.item.kind !== 'verb' || !hasHappened(predicate)) return [];
  // "seized the capital of Farah", "seized control of Goma": the place behind "of".
  const part = predicate.object.some(
    (o) => o.kind === 'noun' && /^(?:capital|control|centre|center|part|half|most|outskirt)$/.test(o.head),
  );
  const places = [
    ...predicate.object.filter((o) => o.kind === 'place'),
    ...(part ? predicate.places.filter((p) => p.prep === 'of') : []),
  ].filter((p) => p.places.length > 0);
  if (places.length === 0) return [];
  const doers = [...predicate.subject, ...predicate.others.filter((o) => o.prep === 'by')];
  const attacker = attackerOf(view, doers);
  const armed = doers.some((d) => {
    const last = view.tokens[d.to - 1]!.lower;
    if (d.kind === 'force' || d.kind === 'pronoun' || FIGHTERS.test(last) || ARMED.test(last)) return true;
    return (
      d.kind === 'actor' && d.party !== null && (d.party.length > 2 || d.what === 'state' || d.role === 'military')
    );
  });
  if (!armed || !(isKnown(attacker) || predicate.item.voice === 'active')) return [];
  return incidents(view, predicate, spanOver(predicate, [...predicate.subject, ...predicate.object]), attacker, places);
}

export const seizes = rule({
  id: 'incident/seized',
  on: 'predicate',
  lemmas: SEIZING,
  read: seized,
  examples: {
    'Rwandan troops captured the town of Goma on 2 June.': ['incident RW CD [2020-06-02]'],
    'Rebels seized control of Goma on 2 June.': ['incident OTHER(Rebels) CD [2020-06-02]'],
  },
  not: [
    'Police seized two tonnes of cocaine in Antwerp on Monday.',
    'Rebels may capture Goma.',
    'The film captured Goma at night.',
  ],
});
