// A verb of attacking with who attacked and what was hit: "insurgents ambushed a convoy", "rockets landed on the base", "came under fire".
import type { IncidentFinding } from '../../../finding.ts';
import { rule } from '../../../rule.ts';
import type { ActorItem, NounLike, PlaceItem, Range } from '../../../syntax/item.ts';
import type { Predicate, SentenceView } from '../../../syntax/predicate.ts';
import { attackerOf, headOf, isKnown, NOBODY } from './attacker.ts';
import { hasHappened, incidents } from './incident-finding.ts';
import { hasUnknownPlace, placesOf } from './where.ts';
import { ARMS, ATTACKING, FIGHTERS, IN_ARMS, TARGETS } from './words.ts';

export const spanOver = (predicate: Predicate, items: readonly NounLike[]): Range => ({
  from: Math.min(predicate.item.from, ...items.map((i) => i.from)),
  to: Math.max(predicate.item.to, ...items.map((i) => i.to)),
});

const lastWord = (view: SentenceView, item: NounLike): string => view.tokens[item.to - 1]!.lower;
const isArms = (view: SentenceView, item: NounLike): boolean =>
  (item.kind === 'nominal' && ATTACKING.has(item.lemma)) || ARMS.test(lastWord(view, item));
const AIRBORNE =
  /^(?:drones?|jets?|planes?|aircraft|helicopters?|warplanes?|missiles?|rockets?|balloons?|uavs?|airliner|fighters?)$/;
const AGAIN_AND_AGAIN = /^(?:repeatedly|regularly|often|frequently|routinely|constantly)$/;

/** What lands on a runway or a beach. */
const CARRIER = /^(?:drones?|jets?|planes?|aircraft|helicopters?|warplanes?|fighters?|bombers?|boats?)$/;

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
    case 'hurl':
    case 'lob':
      return predicate.object.some((o) => o.kind !== 'nominal' && ARMS.test(lastWord(view, o)));
    case 'strike':
    case 'hit':
      // What lay there for years attacks nobody.
      return !predicate.object.some((o) =>
        /^(?:mines?|landmines?|explosives?|devices?|ieds?|bombs?)$/.test(lastWord(view, o)),
      );
    case 'exchange':
    case 'trade':
      return (
        /^(?:fire|gunfire|shots|blows|artillery)$/.test(after[0] ?? '') || predicate.object.some((o) => isArms(view, o))
      );
    case 'clash':
      // Crowds and police at home are no battle.
      if (view.tokens.slice(0, predicate.to).some((t) => CROWD.test(t.lower))) return false;
      return [...predicate.subject, ...predicate.others].some(
        (s) => s.kind === 'force' || FIGHTERS.test(lastWord(view, s)) || (s.kind === 'actor' && s.role === 'military'),
      );
    case 'battle':
    case 'fight':
      return isBattle(view, predicate);
    case 'shake':
    case 'rock':
    case 'rip':
    case 'jolt':
    case 'rattle':
      return armed;
    case 'sink':
    case 'breach':
      return [...predicate.subject, ...predicate.others].some(
        (s) => s.kind === 'force' || isArms(view, s) || FIGHTERS.test(lastWord(view, s)),
      );
    case 'fire':
      return after[0] === 'on' || after[0] === 'at' || predicate.object.some((o) => isArms(view, o));
    case 'land':
      return predicate.subject.some((s) => isArms(view, s) && !CARRIER.test(lastWord(view, s)));
    case 'fall':
    case 'explode':
    case 'detonate':
    case 'go off':
    case 'ram':
      return armed || predicate.object.some((o) => ARMS.test(lastWord(view, o)));
    case 'blow':
      return after.includes('up') && after.some((w) => /^(?:himself|herself|themselves|itself)$/.test(w));
    case 'throw':
      return predicate.object.some((o) => o.kind !== 'nominal' && ARMS.test(lastWord(view, o)));
    case 'destroy':
      return predicate.subject.some(
        (s) =>
          isArms(view, s) || FIGHTERS.test(lastWord(view, s)) || (s.kind === 'force' && predicate.object.length > 0),
      );
    case 'engage':
      return predicate.subject.some((s) => s.kind === 'nominal');
    case 'down':
    case 'shoot down':
    case 'intercept':
      if (isEscorted(predicate, view)) return false;
      return (
        predicate.object.some((o) => o.kind === 'force' && o.sort === 'platform') ||
        view.tokens
          .slice(predicate.from, predicate.to)
          .concat(view.tokens.slice(Math.max(0, predicate.item.from - 8), predicate.item.from))
          .some((t) => AIRBORNE.test(t.lower))
      );
    default:
      return true;
  }
}

/** "jets intercepted two bombers over the sea": met and followed, and nobody shot at. */
const isEscorted = ({ lemma, object }: Predicate, view: SentenceView): boolean =>
  lemma === 'intercept' && object.some((o) => MANNED.test(lastWord(view, o)));
const MANNED = /^(?:bombers?|jets?|planes?|aircraft|fighters?|airliners?)$/;

/** "Soldiers battled militants in Gao on Tuesday": two armed sides and a day; what is fought for years is a war. */
function isBattle(view: SentenceView, predicate: Predicate): boolean {
  const isSide = (n: NounLike): boolean =>
    n.kind === 'force' || FIGHTERS.test(lastWord(view, n)) || (n.kind === 'actor' && n.role === 'military');
  const foes = [...predicate.object, ...predicate.others.filter((o) => /^(?:with|against)$/.test(o.prep ?? ''))];
  const dated = predicate.dates.some(({ date }) => {
    const { start, end } = date.period ?? {};
    return date.kind === 'point' && start != null && end != null && Date.parse(end) - Date.parse(start) <= 604_800_000;
  });
  return dated && predicate.subject.some(isSide) && foes.some(isSide);
}

const CROWD =
  /^(?:protesters?|protestors|demonstrators|students|fans|supporters|crowds?|marchers|workers|farmers|voters|residents|villagers|inmates|prisoners)$/;
const isStronghold = (view: SentenceView, victims: readonly NounLike[]): boolean =>
  victims.some((v) =>
    view.tokens
      .slice(v.from, v.to)
      .some((t) => /^(?:militia|rebel|insurgent|militant|taliban|jihadist|enemy)$/.test(t.lower)),
  );

/** Both sides do it: neither is the attacker. */
const MUTUAL = /^(?:clash|exchange|trade|battle|fight)$/;
/** What is shot stands as the object. */
const SHOOTS = /^(?:fire|launch|hurl|lob|throw|blow)$/;

/** "Pakistan shot down a drone that entered its airspace": over the attacker's own country. */
function ownSkies(view: SentenceView, predicate: Predicate): readonly PlaceItem[] {
  const at = view.tokens.findIndex(
    (t, i) =>
      /^(?:its|their|own|national)$/.test(t.lower) &&
      view.tokens.slice(i + 1, i + 4).some((w) => /^(?:airspace|territory|waters|soil)$/.test(w.lower)),
  );
  const state = [...predicate.subject, ...predicate.others.filter((o) => o.prep === 'by')].find(
    (s): s is ActorItem => s.kind === 'actor' && s.place !== null,
  );
  if (at < 0 || state === undefined) return [];
  const { from, to, start, prep } = state;
  return [{ kind: 'place', from, to, start, prep, places: [state.place!], ref: null, name: null }];
}

/** "an effort to stop rebels firing rockets": what goes on, and no attack of the day. */
const isToBeStopped = ({ item, governor }: Predicate): boolean =>
  item.kind === 'verb' && item.form === 'gerund' && /^(?:stop|prevent|keep|deter)$/.test(governor?.lemma ?? '');

/** "Two blasts shook Kabul": the town, and no government by its name. */
const struckTown = (victims: readonly NounLike[]): readonly PlaceItem[] =>
  victims.flatMap((v): PlaceItem[] => {
    if (v.kind !== 'actor' || v.place === null || v.what !== 'office') return [];
    const { from, to, start, prep, place } = v;
    return [{ kind: 'place', from, to, start, prep, places: [place], ref: null, name: null }];
  });

function attacked(predicate: Predicate, view: SentenceView): IncidentFinding[] {
  if (predicate.item.kind !== 'verb' || !hasHappened(predicate) || !isAttack(view, predicate)) return [];
  if (predicate.item.adverbs.some((a) => AGAIN_AND_AGAIN.test(a)) || isToBeStopped(predicate)) return [];
  const suffers = predicate.lemma === 'come' || MUTUAL.test(predicate.lemma);
  // "when their car, struck by a bomb," and "their vehicle struck by a bomb": it was hit.
  const struck = predicate.item.bare && predicate.object.length === 0 && view.tokens[predicate.item.to]?.lower === 'by';
  const doers = struck ? [] : suffers ? predicate.others.filter((o) => o.prep === 'from') : predicate.subject;
  const victims = suffers || struck ? predicate.subject : predicate.object;
  const by = predicate.others.filter((o) => o.prep === 'by');
  const attacker = MUTUAL.test(predicate.lemma) ? NOBODY : attackerOf(view, [...doers, ...by]);
  const burst = predicate.lemma === 'blow';
  const armed =
    burst || [...doers, ...by, ...(SHOOTS.test(predicate.lemma) ? victims : [])].some((s) => isArms(view, s));
  const words = view.tokens.slice(predicate.from, predicate.to);
  const target =
    victims.some((o) => o.kind === 'force' || o.kind === 'place') ||
    words.some((t) => TARGETS.test(t.lower) || TARGETS.test(t.lower.replace(/s$/, '')));
  const byForce = doers.some((d) => d.kind === 'force');
  if (!target && !armed && !suffers && !byForce) return [];
  const fought = doers.some((s) => FIGHTERS.test(headOf(view, s)));
  // "the opposition attacked the army's chief": who attacks in so many words must be armed.
  if (!isKnown(attacker) && !armed && !fought && !suffers && predicate.item.voice === 'active') return [];
  const places = placesOf(view, [predicate], spanOver(predicate, victims));
  const own = places.some((p) => p.places.length > 0) ? [] : armed ? struckTown(victims) : ownSkies(view, predicate);
  if (own.length > 0) return incidents(view, predicate, spanOver(predicate, [...doers, ...victims]), attacker, own);
  const placed = places.some((p) => p.places.length > 0);
  const inArms = victims.some((v) => v.kind === 'force' || IN_ARMS.test(lastWord(view, v)));
  // "attacked a base in Qayib": a place that nobody knows lies where the story is.
  const unknown = hasUnknownPlace(view, spanOver(predicate, victims));
  const answered =
    isKnown(attacker) && doers.some((d) => d.kind === 'force') && victims.length > 0 && predicate.item.tense === 'past';
  const nearby =
    !placed &&
    ((predicate.dates.length > 0 && (inArms || (armed && victims.some((v) => v.kind === 'place')))) ||
      (unknown && (target || suffers)) ||
      (answered && (inArms || isStronghold(view, victims))));
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
    'Chilean rebels fire rockets at Arica in northern Chile.': ['incident OTHER(Chilean rebels) CL'],
    'Soldiers battled rebels in Gao on Tuesday.': ['incident ? ML [2020-06-09]'],
    'Two bombs shook Mogadishu on Tuesday, killing nine people and wounding 16, Somali officials said.': [
      'incident ? SO killed 9 wounded 16 [2020-06-09] by "Somali officials"',
    ],
    'A car bomb exploded near a police patrol in central Mogadishu on Tuesday, killing 17 people and wounding 20.': [
      'incident ? SO killed 17 wounded 20 [2020-06-09]',
    ],
    'Oman shot down two drones that had entered its airspace.': ['incident OM OM'],
    'The Chadian army and rebels clashed near Faya on 4 June.': ['incident ? TD [2020-06-04]'],
    'A convoy was ambushed near Kidal on 3 June; the Islamic State claimed responsibility.': [
      'incident ISLAMIC-STATE ML [2020-06-03]',
    ],
  },
  not: [
    'Danish jets intercepted two Russian bombers over the Baltic Sea.',
    'The opposition attacked the president in Paris on Monday.',
    'Chad may attack rebels in Libya.',
    'The two ministers clashed in Oslo on Monday.',
    'The company launched a drone in Denver on Monday.',
    'Chad and Niger exchanged ambassadors in Niamey on Monday.',
    'The minister landed at the base in Gao on Monday.',
    'French jets are striking targets in Libya.',
    'The strike hit trains in Paris on Monday.',
    'Soldiers fought rebels in Mali for ten years.',
    'Firefighters battled a blaze in Lima on Monday.',
    'Protests shook Lima on Monday.',
    'Soldiers search houses in Gaza to stop militants firing rockets into Israel.',
  ],
});
