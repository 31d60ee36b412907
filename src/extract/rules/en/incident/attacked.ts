// A verb of attacking with who attacked and what was hit: "insurgents ambushed a convoy", "rockets landed on the base", "came under fire".
import type { IncidentFinding } from '../../../finding.ts';
import { rule } from '../../../rule.ts';
import type { NounLike, Range } from '../../../syntax/item.ts';
import type { Predicate, SentenceView } from '../../../syntax/predicate.ts';
import { attackerOf, isKnown } from './attacker.ts';
import { hasHappened, incidents } from './incident-finding.ts';
import { placesOf } from './where.ts';
import { ARMS, ATTACKING, FIGHTERS, IN_ARMS, TARGETS } from './words.ts';

export const spanOver = (predicate: Predicate, items: readonly NounLike[]): Range => ({
  from: Math.min(predicate.item.from, ...items.map((i) => i.from)),
  to: Math.max(predicate.item.to, ...items.map((i) => i.to)),
});

const lastWord = (view: SentenceView, item: NounLike): string => view.tokens[item.to - 1]!.lower;
const isArms = (view: SentenceView, item: NounLike): boolean =>
  item.kind === 'nominal' || ARMS.test(lastWord(view, item));
const AGAIN_AND_AGAIN = /^(?:repeatedly|regularly|often|frequently|routinely|constantly)$/;

/** What a verb needs around it to be an attack at all: bombs land, and so do ministers. */
function isAttack(view: SentenceView, predicate: Predicate): boolean {
  const after = view.tokens.slice(predicate.item.to, predicate.item.to + 4).map((t) => t.lower);
  const armed = predicate.subject.some((s) => isArms(view, s));
  switch (predicate.lemma) {
    case 'come':
      return after[0] === 'under' && after.some((w) => /^(?:fire|attack|assault|shelling|bombardment|ambush)$/.test(w));
    case 'open':
      return after[0] === 'fire';
    case 'launch':
      return predicate.object.some((o) => o.kind !== 'nominal' && ARMS.test(lastWord(view, o)));
    case 'fire':
      return after[0] === 'on' || after[0] === 'at' || predicate.object.some((o) => isArms(view, o));
    case 'land':
    case 'fall':
    case 'explode':
    case 'detonate':
    case 'go off':
    case 'ram':
      return armed || predicate.object.some((o) => ARMS.test(lastWord(view, o)));
    case 'engage':
    case 'destroy':
      return predicate.subject.some((s) => s.kind === 'nominal');
    case 'down':
    case 'shoot down':
      return view.tokens
        .slice(predicate.from, predicate.to)
        .concat(view.tokens.slice(Math.max(0, predicate.item.from - 8), predicate.item.from))
        .some((t) =>
          /^(?:drones?|jets?|planes?|aircraft|helicopters?|warplanes?|missiles?|balloon|uavs?)$/.test(t.lower),
        );
    default:
      return true;
  }
}

function attacked(predicate: Predicate, view: SentenceView): IncidentFinding[] {
  if (predicate.item.kind !== 'verb' || !hasHappened(predicate) || !isAttack(view, predicate)) return [];
  if (predicate.item.adverbs.some((a) => AGAIN_AND_AGAIN.test(a))) return [];
  const suffers = predicate.lemma === 'come';
  const doers = suffers ? predicate.others.filter((o) => o.prep === 'from') : predicate.subject;
  const victims = suffers ? predicate.subject : predicate.object;
  const by = predicate.others.filter((o) => o.prep === 'by');
  const attacker = attackerOf(view, [...doers, ...by]);
  const armed = [...doers, ...by].some((s) => isArms(view, s));
  const words = view.tokens.slice(predicate.from, predicate.to);
  const target =
    victims.some((o) => o.kind === 'force' || o.kind === 'place') || words.some((t) => TARGETS.test(t.lower));
  const byForce = doers.some((d) => d.kind === 'force');
  if (!target && !armed && !suffers && !byForce) return [];
  const fought = doers.some((s) => FIGHTERS.test(lastWord(view, s)));
  // "the opposition attacked the army's chief": who attacks in so many words must be armed.
  if (!isKnown(attacker) && !armed && !fought && !suffers && predicate.item.voice === 'active') return [];
  const places = placesOf(view, [predicate], spanOver(predicate, victims));
  const placed = places.some((p) => p.places.length > 0);
  const nearby = !placed && predicate.dates.length > 0 && victims.some((v) => IN_ARMS.test(lastWord(view, v)));
  if (!placed && !nearby && !(isKnown(attacker) && predicate.dates.length > 0)) return [];
  const at = spanOver(predicate, [...predicate.subject, ...predicate.object]);
  return incidents(view, predicate, at, attacker, places).map((f) => (nearby ? { ...f, nearby } : f));
}

export const attacks = rule({
  id: 'incident/attacked',
  on: 'predicate',
  lemmas: ATTACKING,
  read: attacked,
  examples: {
    'The base at Gao was shelled by rebels on 8 June.': ['incident OTHER(rebels) ML [2020-06-08]'],
    'Estonian soldiers came under fire near Gao on 8 June.': ['incident ? ML [2020-06-08]'],
    'Nine mortar rounds landed on the airport in Mogadishu on Tuesday.': ['incident ? SO [2020-06-09]'],
    'Rebels shot down a Ugandan helicopter near Baidoa on 3 June.': ['incident OTHER(Rebels) SO [2020-06-03]'],
    'A convoy was ambushed near Kidal on 3 June; the Islamic State claimed responsibility.': [
      'incident ISLAMIC-STATE ML [2020-06-03]',
    ],
  },
  not: [
    'The opposition attacked the president in Paris on Monday.',
    'Chad may attack rebels in Libya.',
    'The minister landed at the base in Gao on Monday.',
    'French jets are striking targets in Libya.',
    'The strike hit trains in Paris on Monday.',
  ],
});
