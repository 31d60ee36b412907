// Armed men who take people: "gunmen abducted 30 students in Kaduna", "the Taliban took ten aid workers hostage".
import type { IncidentFinding } from '../../../finding.ts';
import { rule } from '../../../rule.ts';
import type { NounLike } from '../../../syntax/item.ts';
import type { Predicate, SentenceView } from '../../../syntax/predicate.ts';
import { spanOver } from './attacked.ts';
import { attackerOf, isKnown } from './attacker.ts';
import { hasHappened, incidents } from './incident-finding.ts';
import { placesOf } from './where.ts';
import { ABDUCTING, FIGHTERS, IN_ARMS } from './words.ts';

const HELD = /^(?:hostages?|captive|captives|prisoners?)$/;

function abducted(predicate: Predicate, view: SentenceView): IncidentFinding[] {
  if (predicate.item.kind !== 'verb' || !hasHappened(predicate)) return [];
  const plain = /^(?:kidnap|abduct|hijack)$/.test(predicate.lemma);
  const after = view.tokens.slice(predicate.item.to, predicate.item.to + 9).map((t) => t.lower);
  const persons = predicate.object.filter((o) => isPersons(o, view));
  const held = /^(?:take|seize|hold|capture)$/.test(predicate.lemma) && after.some((w) => HELD.test(w));
  const vessel = predicate.object.some((o) => VESSEL.test(view.tokens[o.to - 1]!.lower));
  const soldiers = /^(?:capture|seize)$/.test(predicate.lemma) && (persons.length > 0 || vessel);
  if (!plain && !held && !soldiers) return [];
  if (predicate.lemma === 'hold' && predicate.item.tense !== 'past') return [];
  const doers = [...predicate.subject, ...predicate.others.filter((o) => o.prep === 'by')];
  const attacker = attackerOf(view, doers);
  // Who holds people by law arrests them: only the armed take hostages.
  const armed = doers.some(
    (d) =>
      d.kind === 'force' ||
      FIGHTERS.test(view.tokens[d.to - 1]!.lower) ||
      (d.kind === 'actor' && d.party !== null && d.party.length > 2),
  );
  if (!armed && !(isKnown(attacker) && plain)) return [];
  const places = placesOf(view, [predicate], spanOver(predicate, predicate.object));
  const from = predicate.places.filter((p) => p.prep === 'from' && p.places.length > 0);
  const where = places.some((p) => p.places.length > 0) ? places : from;
  if (where.length === 0 && !(isKnown(attacker) && predicate.dates.length > 0)) return [];
  return incidents(view, predicate, spanOver(predicate, [...predicate.subject, ...predicate.object]), attacker, where);
}

const VESSEL = /^(?:ships?|tankers?|vessels?|freighters?|trawlers?|boats?|yachts?|dhows?|crew|sailors)$/;

const isPersons = (o: NounLike, view: SentenceView): boolean =>
  (o.kind === 'force' && o.sort !== 'platform') || IN_ARMS.test(view.tokens[o.to - 1]!.lower);

export const abducts = rule({
  id: 'incident/abducted',
  on: 'predicate',
  lemmas: ABDUCTING,
  read: abducted,
  examples: {
    'Gunmen abducted 30 students from a college in Kaduna, Nigeria, on 9 June.': ['incident ? NG [2020-06-09]'],
    'The Taliban took ten aid workers hostage in Ghazni on Sunday.': ['incident TALIBAN AF [2020-06-14]'],
    'Two Swiss peacekeepers were kidnapped by rebels near Goma.': ['incident OTHER(rebels) CD'],
  },
  not: [
    'Police captured a smuggler in Lima on Monday.',
    'Rebels may kidnap workers in Goma.',
    'The museum took ten paintings from Ghazni.',
    'Some 40 people are held hostage by debt in Lagos.',
  ],
});
