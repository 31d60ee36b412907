// Forces that take a place by arms: "rebels captured the town of Goma".
import type { IncidentFinding } from '../../../finding.ts';
import { rule } from '../../../rule.ts';
import type { NounLike, PlaceItem } from '../../../syntax/item.ts';
import type { Predicate, SentenceView } from '../../../syntax/predicate.ts';
import { spanOver } from './attacked.ts';
import { attackerOf, isKnown } from './attacker.ts';
import { hasHappened, incidents } from './incident-finding.ts';
import { FIGHTERS, SEIZING } from './words.ts';

const ARMED = /^(?:forces?|army|troops|soldiers|fighters|militia|militias|units|jihadists|separatists|taliban)$/;

/** What a force takes when it takes a place: "control of", "the capital of". */
const PART =
  /^(?:capital|control|centre|center|part|half|most|outskirt|hold|possession|rest|town|city|village|area|palace|district)$/;

function seized(predicate: Predicate, view: SentenceView): IncidentFinding[] {
  if (predicate.item.kind !== 'verb' || isOnlyMeant(predicate, view) || !hasHappened(predicate)) return [];
  const falls = predicate.lemma === 'fall';
  const won = falls ? predicate.subject : predicate.object;
  const doers = falls
    ? predicate.others.filter((o) => o.prep === 'to' || o.prep === 'into')
    : [...predicate.subject, ...predicate.others.filter((o) => o.prep === 'by')];
  const places = takenPlaces(predicate, won, view);
  if (places.length === 0) return [];
  const attacker = attackerOf(view, doers);
  if (!doers.some((d) => isArmed(d, view)) || !(isKnown(attacker) || predicate.item.voice === 'active')) return [];
  return incidents(
    view,
    predicate,
    spanOver(predicate, [...predicate.subject, ...predicate.object, ...doers]),
    attacker,
    places,
  );
}

/** "an offensive to retake Goma", "came within hours of capturing Goma": not taken yet. */
const isOnlyMeant = (predicate: Predicate, view: SentenceView): boolean =>
  predicate.item.kind === 'verb' &&
  (predicate.item.form === 'infinitive' ||
    (predicate.item.form === 'gerund' && view.tokens[predicate.item.from - 1]?.text !== ','));

/** "seized Goma"; "seized the capital of Farah", "took control of Goma": the place behind "of"; "seized the airport in Kunduz": behind "in". */
function takenPlaces(predicate: Predicate, won: readonly NounLike[], view: SentenceView): readonly PlaceItem[] {
  const named = won.filter((o): o is PlaceItem => o.kind === 'place' && o.places.length > 0);
  if (named.length > 0) return LOOSE.test(predicate.lemma) && !isTaking(predicate, view) ? [] : named;
  if (/^(?:take|gain|regain|fall|take over)$/.test(predicate.lemma)) {
    const control = won.some((o) => o.kind === 'noun' && /^(?:control|hold|possession)$/.test(o.head));
    return control ? predicate.places.filter((p) => p.prep === 'of' && p.places.length > 0) : [];
  }
  const part = won.some(
    (o) =>
      (o.kind === 'noun' && PART.test(o.head)) ||
      (o.kind === 'actor' && o.what === 'office') ||
      (o.kind === 'place' && o.ref !== null) ||
      (o.kind === 'force' && o.sort === 'unit'),
  );
  return part
    ? predicate.places.filter((p) => /^(?:of|in|at|near|from)$/.test(p.prep ?? '') && p.places.length > 0)
    : [];
}

const LOOSE = /^(?:take|gain|regain)$/;

/** "took Goma", "took over the town": what else is taken stands behind a place ("took Goma by surprise"). */
const isTaking = (predicate: Predicate, view: SentenceView): boolean =>
  predicate.others.every((o) => o.prep === 'from' || o.prep === 'after' || o.prep === 'by') &&
  !/^(?:by|to|on|seriously|part)$/.test(view.tokens[predicate.to]?.lower ?? '');

function isArmed(d: NounLike, view: SentenceView): boolean {
  const last = view.tokens[d.to - 1]!.lower;
  if (d.kind === 'force' || d.kind === 'pronoun' || FIGHTERS.test(last) || ARMED.test(last)) return true;
  return d.kind === 'actor' && d.party !== null && (d.party.length > 2 || d.what === 'state' || d.role === 'military');
}

export const seizes = rule({
  id: 'incident/seized',
  on: 'predicate',
  lemmas: SEIZING,
  read: seized,
  examples: {
    'Rwandan troops captured the town of Goma on 2 June.': ['incident RW CD [2020-06-02]'],
    'Troops loyal to Khalifa Haftar seize the town of Gharyan.': ['incident LY LY'],
    'The Sudan Armed Forces recapture the presidential palace in Khartoum.': ['incident SD SD'],
    'The city of Kunduz falls to the Taliban.': ['incident TALIBAN AF'],
    'Rebels seized control of Goma on 2 June.': ['incident OTHER(Rebels) CD [2020-06-02]'],
  },
  not: [
    'Police seized two tonnes of cocaine in Antwerp on Monday.',
    'Rebels may capture Goma.',
    'The minister took over the town of Gharyan from the mayor.',
    'Snow fell on Kunduz.',
    'The army took part in a parade in Lima.',
    'The film captured Goma at night.',
  ],
});
