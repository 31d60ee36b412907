// A verb of killing or wounding that tells of an attack: "gunmen killed five peacekeepers", "a soldier died in an ambush".
import type { IncidentFinding } from '../../../finding.ts';
import { rule } from '../../../rule.ts';
import type { Predicate, SentenceView } from '../../../syntax/predicate.ts';
import { spanOver } from './attacked.ts';
import { attackerOf, isKnown } from './attacker.ts';
import { datesBeside, hasHappened, incidents } from './incident-finding.ts';
import { placesOf } from './where.ts';
import { ATTACK_NOUN, ATTACKING, FIGHTERS, HARMING, IN_ARMS, NO_ATTACK, SEIZING } from './words.ts';

const ACCIDENT =
  /^(?:accident|accidents|crash|crashes|crashed|collision|collided|drowned|capsized|overturned|earthquake|flood|floods|fire|wildfire|avalanche|storm|illness|disease|coronavirus|virus|suicide|landslide|lightning|drowning|heatstroke|cancer|shark|cable|gas|bus|lorry)$/;
/** Tolls of a war, a year, a career: no attack of a day. */
const SUMMED = /^(?:since|altogether|total|war|wars|years?|decades?|campaign|ever)$/;

function harmed(predicate: Predicate, view: SentenceView): IncidentFinding[] {
  if (predicate.item.kind !== 'verb' || !hasHappened(predicate)) return [];
  const { governor } = predicate;
  // "hit a car, killing two", "killed and wounded": told with the verb before it.
  if (governor !== null && governor.item.kind === 'verb') {
    const told = ATTACKING.has(governor.lemma) || SEIZING.has(governor.lemma);
    if (told && /^(?:gerund|participle|coordinate)$/.test(predicate.relation ?? '')) return [];
    if (predicate.relation === 'coordinate' && HARMING.has(governor.lemma) && predicate.places.length === 0) return [];
  }
  const words = view.tokens.map((t) => t.lower);
  const after = words.slice(predicate.item.to, predicate.item.to + 9);
  if (predicate.lemma === 'leave' && !after.some((w) => /^(?:dead|wounded|injured)$/.test(w))) return [];
  const victims = predicate.lemma === 'die' ? predicate.subject : predicate.object;
  if (victims.length === 0) return [];
  const attack = words.some((w, i) => ATTACK_NOUN.test(w) && !NO_ATTACK.test(words[i - 1] ?? ''));
  const inArms = victims.some((v) => v.kind === 'force' || IN_ARMS.test(words[v.to - 1]!));
  const means = predicate.others.filter((o) => /^(?:by|in|during|with)$/.test(o.prep ?? ''));
  const doers = predicate.lemma === 'die' ? means : [...predicate.subject, ...means];
  const attacker = attackerOf(
    view,
    doers.filter((d) => d.kind !== 'pronoun'),
  );
  const fought = doers.some((s) => FIGHTERS.test(words[s.to - 1]!));
  const places = placesOf(view, [...meansOf(predicate, view), predicate], spanOver(predicate, victims));
  const placed = places.some((p) => p.places.length > 0);
  const dates = predicate.dates.length > 0 ? predicate.dates : datesBeside(view, predicate);
  const dated = dates.length > 0;
  const accident = words.some((w) => ACCIDENT.test(w));
  if (accident && !(isKnown(attacker) && inArms)) return [];
  const slain = inArms && dated && placed && predicate.lemma !== 'die';
  if (!attack && !slain && !(inArms && (isKnown(attacker) || fought))) return [];
  if (isSummed(predicate, words)) return [];
  const armed = predicate.subject.some((s) => s.kind === 'nominal');
  const nearby = !placed && dated && (armed || (inArms && (fought || isKnown(attacker) || attack)));
  if (!placed && !nearby) return [];
  const at = spanOver(predicate, [...predicate.subject, ...victims]);
  return incidents(view, predicate, at, attacker, places).map((f) => (nearby ? { ...f, nearby } : f));
}

/** "killed in an airstrike on Gao": what it was done with has its own places. */
const meansOf = (predicate: Predicate, view: SentenceView): Predicate[] =>
  view.predicates.filter(
    (p) => p.item.kind === 'nominal' && (predicate.others.includes(p.item) || predicate.subject.includes(p.item)),
  );

function isSummed(predicate: Predicate, words: readonly string[]): boolean {
  if (predicate.dates.some((d) => d.date.kind === 'since')) return true;
  if (predicate.dates.some((d) => d.date.kind === 'point')) return false;
  return words.slice(Math.max(0, predicate.from - 10), predicate.to + 6).some((w) => SUMMED.test(w));
}

export const harms = rule({
  id: 'incident/harmed',
  on: 'predicate',
  lemmas: HARMING,
  read: harmed,
  examples: {
    'Gunmen killed five Senegalese peacekeepers in Darfur on 8 June.': ['incident ? SD killed 5 [2020-06-08]'],
    'Three soldiers were wounded in an ambush near Gao.': ['incident ? ML wounded 3'],
    'A Peruvian soldier was killed in Bangui on Sunday.': ['incident ? CF killed 1 [2020-06-14]'],
  },
  not: [
    'Two climbers were killed in Nepal on Monday.',
    'Four soldiers were killed in a road accident in Mali on Monday.',
    'Some 90 Danish soldiers have been killed in Afghanistan since 2002.',
    'At least ten people died in a fire in Madrid on Monday.',
  ],
});
