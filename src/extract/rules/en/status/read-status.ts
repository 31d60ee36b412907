// A predicate over a mission or activity -> the finding of its status.
import type { StatusWord } from '../../../../model/claim.ts';
import type { StatusFinding } from '../../../finding.ts';
import type { MissionItem, NominalItem, NounLike, PlaceItem, Range } from '../../../syntax/item.ts';
import { type Predicate, type SentenceView, textOf } from '../../../syntax/predicate.ts';
import { sharesFuture } from '../../../syntax/shared-future.ts';
import { concernsForces } from '../decision/words.ts';
import { ownerPhrase } from '../roles.ts';
import { ACTIVITIES, FORCE_WORK, MILITARY } from './words.ts';

export interface Activity {
  readonly mission: MissionItem | null;
  readonly name: string | null;
  readonly places: readonly PlaceItem[];
  readonly at: Range;
  /** "Syria's presence": whose the words themselves say. */
  readonly whose?: NominalItem['owner'];
  /** True where the words themselves are military or name a known mission. */
  readonly military: boolean;
}

const WITHOUT_ARTICLE = /^(?:the|a|an|its|their|his|her|our|this|that|these|those|all|any)\s+/i;
const PLACE_PREPOSITIONS = /^(?:in|at|over|across|around|near|on|off|inside|throughout|within|against)$/;

const nameOf = (view: SentenceView, at: Range): string =>
  textOf(view, at).replace(/\s+/g, ' ').replace(WITHOUT_ARTICLE, '');

const MILITARY_WORK =
  /\b(?:military|air|naval|peace-?keeping|combat|training|joint|counter-?terror\w*|troops?|coalition|NATO|UN)\b/;
/** Missions that no table knows, by how such names are made: "Operation Sirli", UNMISS, MINUSTAH, EUFOR Althea. */
const NAMED_MISSION = /^(?:(?:Operation|Exercise|Task Force) \p{Lu}|(?:UN|MIN|EU|AM|EC|ON|SA|NT)[A-Z]{3,}\b)/u;
const SUPPORT = /^(?:participation|support|assistance|contribution|commitment|involvement|war|role)$/;

/** "the deployment of Kenya's army", "the presence of Danish soldiers": whose those are. */
function ownerOfThose(doing: Predicate | undefined): Extract<NominalItem['owner'], { kind: 'named' }> | null {
  const those = doing?.object.find((o) => o.prep === 'of');
  if (those?.kind === 'force' && those.owner?.kind === 'named') return those.owner;
  if (those?.kind !== 'actor' || those.party === null || those.role !== 'military') return null;
  return { kind: 'named', parties: [those.party], at: { from: those.from, to: those.to } };
}

/** Reads an item as something that can be started, paused or ended; null where it cannot. */
export function activityOf(view: SentenceView, item: NounLike, loose: boolean): Activity | null {
  const at: Range = { from: item.from, to: item.to };
  if (item.kind === 'mission') {
    // "the mandate of the UN mission in Haiti": the mission is what has the mandate.
    const next = view.items[view.items.indexOf(item) + 1];
    if (
      !item.entry &&
      /^mandates?$/.test(view.tokens[item.to - 1]!.lower) &&
      next?.kind === 'mission' &&
      next.prep === 'of'
    )
      return activityOf(view, next, loose);
    const owned = item.entry || item.owner ? null : sharedOwner(view, item);
    if (owned) return activityOf(view, { ...item, from: owned.from, owner: owned.owner }, loose);
    const to = handedTo(view, item);
    const name = item.entry ? item.name : nameOf(view, to === null ? at : { from: item.from, to });
    if (
      !item.entry &&
      /\b(?:civil )?wars?$|\bfights?$|\befforts?$|\bprogram(?:me)?s?$|\bactivit(?:y|ies)$/i.test(name) &&
      !MILITARY_WORK.test(name)
    )
      return null;
    // "continue expediting assistance": goods and money are no mission.
    if (!item.entry && /\b(?:assistance|aid|sales|deliver(?:y|ies)|shipments?)$/i.test(name)) return null;
    const military = item.entry !== null || MILITARY.test(name) || item.owner !== null;
    return { mission: item, name, places: item.place ? [item.place] : [], at, military };
  }
  if (item.kind === 'nominal') {
    // Moves start and end as movements; a stay and an attack are activities.
    const attack = /^(?:attack|strike|patrol|bomb|shell|raid)$/.test(item.lemma);
    // "put an end to attacks by rebels": nobody's mission.
    if (item.lemma === 'attack' && item.owner === null) return null;
    if (!attack && !(loose && /^(?:deploy|presence|station|contribute)$/.test(item.lemma))) return null;
    const stay = attack || item.lemma === 'deploy' || item.lemma === 'presence';
    if (item.lemma === 'contribute') return contributionOf(view, item);
    const own = view.predicates.find((p) => p.item === item);
    const whose = item.owner?.kind === 'named' && item.definite ? item.owner : ownerOfThose(own);
    return {
      mission: null,
      name: nameOf(view, at),
      places: own?.places.filter((p) => p.places.length > 0) ?? [],
      at,
      military: stay || item.force || item.owner !== null,
      ...(whose === null ? {} : { whose }),
    };
  }
  if ((item.kind === 'noun' || (item.kind === 'actor' && item.party === null)) && NAMED_MISSION.test(nameOf(view, at)))
    return { mission: null, name: nameOf(view, at), places: [], at, military: true };
  if (item.kind === 'noun' && (ACTIVITIES.test(item.head) || (loose && SUPPORT.test(item.head)))) {
    const name = nameOf(view, at);
    const served = /^(?:participation|contribution|commitment|involvement|role)$/.test(item.head)
      ? contributionOf(view, item)
      : null;
    const next = view.items[view.items.indexOf(item) + 1];
    const whole =
      /^(?:involvement|participation)$/.test(item.head) &&
      next !== undefined &&
      'prep' in next &&
      /^(?:in|to|for)$/.test(next.prep ?? '') &&
      next.kind !== 'date'
        ? nameOf(view, { from: item.from, to: next.to })
        : name;
    return served ?? { mission: null, name: whole, places: [], at, military: MILITARY.test(name) };
  }
  return null;
}

/** "the transition to Afghan security responsibility": the end of the phrase that says to what; null where it does not. */
function handedTo(view: SentenceView, item: MissionItem): number | null {
  if (view.tokens[item.to - 1]?.lower !== 'transition') return null;
  const next = view.items[view.items.indexOf(item) + 1];
  const led =
    next?.kind === 'noun' &&
    next.prep === 'to' &&
    /^(?:responsibility|lead|control|authority|leadership|command)$/.test(next.head);
  return led ? next.to : null;
}

/** "the Danish training and advisory mission": whose the first is, the second is. */
function sharedOwner(
  view: SentenceView,
  mission: MissionItem,
): { readonly from: number; readonly owner: MissionItem['owner'] } | null {
  if (view.tokens[mission.from - 1]?.lower !== 'and') return null;
  const first = view.items.find((x) => x.to === mission.from - 1);
  const named = first?.kind === 'verb' && first.form === 'gerund' ? view.items[view.items.indexOf(first) - 1] : null;
  if (named?.kind === 'actor' && named.party !== null)
    return {
      from: named.from,
      owner: { kind: 'named', parties: [named.party], at: { from: named.from, to: named.to } },
    };
  if (first?.kind !== 'noun' && first?.kind !== 'mission' && first?.kind !== 'nominal') return null;
  return first.owner?.kind === 'named' ? { from: first.from, owner: first.owner } : null;
}

/** "its contribution to the UN mission in Mali": where the mission is. */
function contributionOf(view: SentenceView, item: NounLike): Activity | null {
  const at = view.items.indexOf(item);
  const to = view.items.slice(at + 1, at + 3).find((x) => x.kind === 'mission' && /^(?:to|in|of)$/.test(x.prep ?? ''));
  if (to?.kind !== 'mission') return null;
  const range: Range = { from: item.from, to: to.to };
  const places = to.place ?? (to.entry && to.entry.places.length > 0 ? placeOfMission(to) : null);
  const whose = (item.kind === 'noun' || item.kind === 'nominal') && item.owner?.kind === 'named' ? item.owner : null;
  return {
    ...{ mission: null, name: nameOf(view, range), places: places ? [places] : [], at: range, military: true },
    ...(whose === null ? {} : { whose }),
  };
}

const placeOfMission = (mission: MissionItem): PlaceItem => ({
  kind: 'place',
  from: mission.from,
  to: mission.to,
  start: mission.start,
  prep: 'in',
  places: mission.entry?.places ?? [],
  ref: null,
  name: null,
});

/** Aid agencies and nobody known: "Doctors Without Borders", "the World Food Programme", a firm. */
const isCivil = (view: SentenceView, agent: NounLike): boolean =>
  agent.kind === 'actor' &&
  (/\b(?:Food|Health|Refugees?|Children|Relief|Aid|Red Cross|Crescent|Doctors|Médecins|Medecins|humanitarian|airlines?|bank)\b/i.test(
    textOf(view, agent),
  ) ||
    (agent.party === null &&
      agent.what === 'person' &&
      !/\b(?:army|navy|military|forces?|minist\w+|general|president)\b/i.test(textOf(view, agent))));

/** True where the clause is about forces: its actor is a force, an alliance or a state's military, or its words say so. */
export function isMilitary(view: SentenceView, activity: Activity, agents: readonly NounLike[]): boolean {
  if (agents.some((a) => a.kind === 'force' && !(a.head === 'company' && a.owner === null && a.quantity === null)))
    return true;
  if (agents.length > 0 && agents.every((a) => a.kind === 'noun' || isCivil(view, a))) return false;
  const official = agents.some((a) => a.kind === 'actor' && a.what !== 'person' && a.party !== null);
  if (activity.military)
    return (
      official ||
      agents.length === 0 ||
      agents.some((a) => a.kind === 'pronoun' || a.kind === 'mission' || a.kind === 'actor') ||
      concernsForces(view.tokens)
    );
  // "Instruction at the range has been put on hold, NATO said": an alliance or a ministry speaks of its own.
  if (
    agents.length === 0 &&
    activity.mission &&
    reporterOf(view, null).some(
      (a) => a.kind === 'actor' && (a.what === 'organisation' || a.role === 'ministry' || a.role === 'military'),
    )
  )
    return true;
  const around = [view.tokens, view.document.sentences[view.index - 1]?.tokens ?? []];
  const fought =
    official &&
    view.tokens.some((t) => /^(?:fighters|militants|rebels|insurgents|terrorists|militias?|jihadists)$/.test(t.lower));
  return fought || ((official || activity.mission !== null) && around.some(concernsForces));
}

function arrivedAt(predicate: Predicate): readonly PlaceItem[] {
  const begin = predicate.governor;
  const held = begin?.relation === 'coordinate' && /^(?:begin|start|commence)$/.test(begin.lemma) ? begin : predicate;
  const came = held.relation === 'coordinate' ? held.governor : null;
  return came && /^(?:arrive|deploy|land|go|travel|return)$/.test(came.lemma)
    ? came.places.filter((p) => p.prep !== null && /^(?:in|at|to)$/.test(p.prep))
    : [];
}

/** Places of the clause that say where the mission is. */
export const placesAround = (view: SentenceView, predicate: Predicate, activity: Activity): PlaceItem[] => [
  ...activity.places,
  ...predicate.places.filter((p) => p.prep === null || PLACE_PREPOSITIONS.test(p.prep)),
  // "continues to patrol the waters off Chad": what is watched is where.
  ...(/^(?:patrol|guard|secure|protect|monitor|defend|police)$/.test(predicate.lemma)
    ? predicate.object.filter((o) => o.kind === 'place')
    : []),
  // "in Kandahar the army will continue to provide training": the place stands with the verb that holds it.
  ...(predicate.governor &&
  predicate.relation !== 'relative' &&
  (/^(?:continue|begin|start|resume|keep)$/.test(predicate.governor.lemma) ||
    // "have been working in Taiwan to train its army".
    (/^(?:work|be|operate|serve)$/.test(predicate.governor.lemma) && predicate.relation === 'infinitive'))
    ? predicate.governor.places.filter((p) => p.prep === null || PLACE_PREPOSITIONS.test(p.prep))
    : []),
  // "have arrived in Tbilisi and will begin training": where they arrived.
  ...arrivedAt(predicate),
  // "is training and mentoring the brigade in Uruzgan": the place stands with the last of them.
  ...view.predicates
    .filter(
      (p) => p.governor === predicate && /^(?:gerund|coordinate)$/.test(p.relation ?? '') && FORCE_WORK.has(p.lemma),
    )
    .flatMap((p) => p.places),
];

/** What the tense and the words around make of the verb's status; null where the text denies it or only supposes it. */
export function standing(status: StatusWord, predicate: Predicate): StatusWord | null {
  const { mode } = predicate.factuality;
  const verb = predicate.item.kind === 'verb' ? predicate.item : null;
  if (mode === 'none' || mode === 'cancelled') return null;
  // "was due to lapse": whether it did is told elsewhere.
  if (verb?.modal === 'due' && verb.tense === 'past') return null;
  // "announced that it had been suspended": the announcer plans nothing; a past tense has happened.
  const past =
    verb !== null &&
    verb.form === 'finite' &&
    verb.modal === null &&
    (verb.tense === 'past' || verb.aspect === 'perfect');
  const ahead =
    !past &&
    (mode === 'planned' ||
      mode === 'proposed' ||
      verb?.tense === 'future' ||
      sharesFuture(predicate) ||
      // "Sweden to end Kosovo mission".
      (verb?.form === 'infinitive' && (verb.modal !== null || predicate.governor === null)));
  // "asked whether the mission will be extended".
  if (predicate.factuality.by.includes('whether')) return null;
  // "a request to continue the mission": asked for.
  if (verb?.form === 'infinitive' && predicate.factuality.by.includes('request')) return null;
  if (status === 'continuing' || status === 'extended') return status;
  if (mode === 'proposed') return null;
  if (ahead) return 'planned';
  // "expires on 31 October", "starts in May": a present tense with a day is ahead.
  const ends =
    (status === 'ended' || status === 'started') &&
    verb?.tense === 'present' &&
    verb.aspect === 'simple' &&
    verb.voice === 'active';
  if (ends && (predicate.lemma === 'expire' || predicate.dates.length > 0)) return 'planned';
  if (status === 'ended' && verb?.aspect === 'progressive') return 'planned';
  return status;
}

export function statusFinding(
  view: SentenceView,
  predicate: Predicate,
  activity: Activity,
  status: StatusWord,
  agents: readonly NounLike[],
): StatusFinding {
  const acting = agents.filter(
    (a) => a.kind === 'actor' || a.kind === 'force' || a.kind === 'pronoun' || a.kind === 'mission',
  );
  const verb = predicate.item.kind === 'verb' ? predicate.item : null;
  const stated = placesAround(view, predicate, activity);
  const from = Math.min(predicate.item.from, activity.at.from, ...acting.map((a) => a.from));
  const to = Math.max(predicate.item.to, activity.at.to, ...predicate.dates.map((d) => d.to));
  return {
    kind: 'status',
    predicate,
    evidence: { from, to },
    confidence: 0.75,
    // "the two states agreed to end the coalition's mission": the mission says whose it is.
    owner:
      activity.mission?.owner?.kind === 'named'
        ? []
        : activity.whose != null
          ? [ownerPhrase(activity.whose, activity.at)]
          : acting.length > 0
            ? acting
            : reporterOf(view, predicate),
    mission: activity.mission,
    name: activity.name,
    places:
      stated.length > 0 || activity.mission?.entry
        ? stated
        : [...servedAt(predicate), ...aimedAt(view, predicate, status)],
    status,
    ...(verb?.adverbs.includes('temporarily') ||
    /\bfor the time being\b|\btemporar/i.test(textOf(view, { from, to: Math.min(view.tokens.length, to + 8) }))
      ? { temporary: status === 'suspended' }
      : {}),
  };
}

/** "halted flights in support of the UN mission in Chad": where that mission is. */
const servedAt = (predicate: Predicate): PlaceItem[] =>
  predicate.others
    .filter((o): o is MissionItem => o.kind === 'mission' && /^(?:of|for|to|with)$/.test(o.prep ?? ''))
    .flatMap((m) => (m.place ? [m.place] : m.entry && m.entry.places.length > 0 ? [placeOfMission(m)] : []));

/** "commenced operations to prevent a catastrophe in Libya": where the aim is. */
function aimedAt(view: SentenceView, predicate: Predicate, status: StatusWord): PlaceItem[] {
  if (status !== 'started') return [];
  const aim = view.predicates.find((p) => p.governor === predicate && p.relation === 'infinitive');
  if (aim === undefined) return [];
  const place = view.items.find(
    (x): x is PlaceItem =>
      x.kind === 'place' &&
      x.from > aim.item.to &&
      x.from < aim.item.to + 20 &&
      PLACE_PREPOSITIONS.test(x.prep ?? '') &&
      x.places.length > 0,
  );
  return place ? [place] : [];
}

/** "NATO's chief announced that the training was suspended": with no other actor, the mission is the announcer's own. */
function reporterOf(view: SentenceView, predicate: Predicate | null): NounLike[] {
  for (const other of view.predicates) {
    if (other === predicate || other.item.kind !== 'verb') continue;
    if (!/^(?:say|announce|confirm|state|declare|report|tell|add)$/.test(other.lemma)) continue;
    const actor = other.subject.find((s) => s.kind === 'actor' && s.party !== null);
    if (actor) return [actor];
  }
  return [];
}
