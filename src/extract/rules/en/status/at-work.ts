// Forces at work: "continue to train", "are conducting airstrikes", "operates there since".
import type { StatusWord } from '../../../../model/claim.ts';
import type { StatusFinding } from '../../../finding.ts';
import { MOTION } from '../../../lexicon/motion.ts';
import { rule } from '../../../rule.ts';
import type { ActorItem, NounLike } from '../../../syntax/item.ts';
import type { Predicate, SentenceView } from '../../../syntax/predicate.ts';
import { concernsForces } from '../decision/words.ts';
import { type Activity, activityOf, isMilitary, standing, statusFinding } from './read-status.ts';
import { DRILL, FORCE_WORK, MILITARY, NEEDS_OBJECT, STATUS_OF } from './words.ts';

/** "continue to train", "are conducting airstrikes", "keeps up its patrols": forces at work. */
function atWork(predicate: Predicate, view: SentenceView): StatusFinding[] {
  const verb = predicate.item;
  if (verb.kind !== 'verb' || !FORCE_WORK.has(predicate.lemma) || verb.voice === 'passive') return [];
  const { mode, aspect } = predicate.factuality;
  // "is ready to start training": able to, and no more.
  if (predicate.factuality.by.some((word) => word === 'ready' || word === 'prepared')) return [];
  if (NEEDS_OBJECT.test(predicate.lemma) && predicate.object.length + predicate.others.length === 0) return [];
  // "are maintaining their presence": being there is no work.
  if (predicate.object.some((o) => o.kind === 'nominal' && o.noun === 'presence')) return [];
  // A stop cancels what it holds: "suspended training".
  const noLonger = isNoLonger(predicate, view);
  if (
    (mode === 'none' && !noLonger) ||
    mode === 'proposed' ||
    (mode === 'cancelled' && !noLonger && STATUS_OF.get(predicate.governor?.lemma ?? '') === undefined)
  )
    return [];
  // "has resumed training", "began to train": the verb that holds it says the status.
  const holder = predicate.relation === 'gerund' || predicate.relation === 'infinitive' ? predicate.governor : null;
  const held = holder ? STATUS_OF.get(holder.lemma) : undefined;
  const turned = noLonger
    ? 'ended'
    : holder && held !== undefined && held !== 'continuing' && held !== 'extended'
      ? standing(held, holder)
      : null;
  // "commenced operations to assist": the operations have started, whatever for.
  if (
    turned !== null &&
    predicate.relation === 'infinitive' &&
    holder?.object.some((o) => activityOf(view, o, false) !== null)
  )
    return [];
  // "are working with partners to conduct operations": what they are working at goes on.
  const working =
    holder?.lemma === 'work' &&
    holder.item.kind === 'verb' &&
    holder.item.aspect === 'progressive' &&
    holder.item.tense === 'present';
  const now = working || (verb.aspect === 'progressive' && verb.tense === 'present') || isRegularAbroad(predicate);
  const keepsOn = aspect === 'continue' && goesOnWith(predicate);
  // "is fighting to keep rebels out": the war that goes on, and no work of a mission.
  if (now && !working && !keepsOn && /^(?:fight|combat)$/.test(predicate.lemma)) return [];
  const counted = predicate.subject.some((s) => s.kind === 'force' && s.quantity !== null);
  // "is due to join a similar unit in Monrovia": it goes there.
  if (predicate.lemma === 'join' && predicate.object.some((o) => o.kind === 'force' && o.mission === null)) return [];
  const joins = predicate.lemma === 'join' || predicate.lemma === 'participate' || predicate.lemma === 'take part';
  const ahead = !counted && willWork(predicate, view);
  if (
    !(
      keepsOn ||
      now ||
      turned !== null ||
      ahead ||
      (joins && mode === 'planned' && !counted && !joinsSome(predicate, view))
    )
  )
    return [];
  const doers = predicate.subject.filter(
    (s) =>
      (s.kind === 'force' && !(s.sort === 'bare' && s.owner === null)) ||
      s.kind === 'actor' ||
      s.kind === 'mission' ||
      s.kind === 'pronoun',
  );
  // "The exercise will train soldiers of six nations".
  if (doers.some((s) => s.kind === 'mission' && s.entry === null && DRILL.test(s.name))) return [];
  const agents = doers.length > 0 ? doers : members(predicate, view);
  if (agents.length === 0) return [];
  // "sent six jets to take part in strikes": what they go for is told by their going.
  if (mode === 'planned' && holder !== null && MOTION.has(holder.lemma)) return [];
  const teaches = /^(?:train|mentor|advise|assist)$/.test(predicate.lemma);
  // "They will continue to train the Timorese army": who teaches forces is one.
  const teachesForces = teaches && predicate.object.some((o) => o.kind === 'force' && o.owner?.kind === 'named');
  const strong =
    teachesForces ||
    agents.some(
      (a) =>
        (a.kind === 'force' &&
          a.sort !== 'bare' &&
          (a.sort !== 'weak' || (a.owner?.kind === 'named' && TEACHERS.test(a.head ?? '')))) ||
        a.kind === 'mission' ||
        (a.kind === 'actor' && (a.role === 'military' || a.what === 'organisation')),
    );
  const activities = [...predicate.object, ...predicate.others]
    .map((o) => activityOf(view, o, true))
    .filter((x) => x !== null);
  // "provides support to the mission in Chad": the mission known by name says more than the support.
  const stated = activities.find((x) => x.mission?.entry) ?? activities[0] ?? null;
  if (stated !== null && turned !== 'suspended' && DRILL.test(stated.name ?? '')) return [];
  // "are flying missions" is work, "are flying home" is not.
  if (predicate.lemma === 'fly' && stated === null) return [];
  const words = view.document.text.slice(view.tokens[predicate.from]!.start, view.tokens[predicate.to - 1]!.end);
  if (!strong && !(stated?.military && concernsForces(view.tokens))) return [];
  const forceGoesOn = keepsOn && agents.some((a) => a.kind === 'force' && a.sort !== 'bare');
  if (
    !forceGoesOn &&
    !MILITARY.test(words) &&
    !teaches &&
    !(
      stated !== null &&
      agents.some((a) => a.kind === 'force' && (a.sort === 'strong' || (a.sort === 'unit' && a.owner !== null)))
    ) &&
    !/^(?:fight|combat|patrol|counter|guard|protect)$/.test(predicate.lemma)
  )
    return [];
  // What forces do at home or against an invader is war news; a status needs its place, a named activity or the teaching of others' forces.
  const placed =
    predicate.places.some((p) => p.places.length > 0) ||
    predicate.object.some((o) => o.kind === 'place' && o.places.length > 0) ||
    agents.some((a) => a.kind === 'mission' && a.entry !== null) ||
    (stated?.places ?? []).some((p) => p.places.length > 0) ||
    agents.some((a) => a.kind === 'force' && a.place !== null);
  if (
    !stated?.military &&
    !teaches &&
    !placed &&
    !(
      aspect === 'continue' &&
      agents.some((a) => a.kind === 'force') &&
      predicate.lemma !== 'fight' &&
      predicate.lemma !== 'combat'
    )
  )
    return [];
  const activity: Activity = (stated && withPurpose(view, stated)) ?? {
    mission: null,
    name: workName(view, predicate),
    places: [],
    at: { from: predicate.item.from, to: Math.max(predicate.item.to, ...predicate.object.map((o) => o.to)) },
    military: true,
  };
  const status: StatusWord =
    turned ?? ((mode === 'planned' || ahead) && aspect !== 'continue' ? 'planned' : 'continuing');
  // Who does the work is whose the news is, though the mission be another's: "Danish troops support coalition operations".
  return agents.map((agent) => ({ ...statusFinding(view, predicate, activity, status, [agent]), owner: [agent] }));
}

/** "In 2021 the army will focus on a training role in Gao": work to come, told by itself and not with a move. */
function willWork(predicate: Predicate, view: SentenceView): boolean {
  const verb = predicate.item;
  if (verb.kind !== 'verb' || verb.tense !== 'future' || verb.form !== 'finite' || verb.negated) return false;
  if (!/^(?:asserted|planned)$/.test(predicate.factuality.mode)) return false;
  if (!/^(?:train|mentor|advise|operate|focus|conduct|patrol|carry out|escort|guard)$/.test(predicate.lemma))
    return false;
  return view.predicates.every((p) => !MOTION.has(p.lemma) || p.subject.every((s) => !predicate.subject.includes(s)));
}

const TEACHERS = /^(?:trainer|instructor|adviser|advisor|mentor|engineer|observer|specialist)$/;

/** "no longer conduct joint patrols": the work has ended. */
const isNoLonger = (predicate: Predicate, view: SentenceView): boolean =>
  predicate.item.kind === 'verb' &&
  view.tokens
    .slice(Math.max(0, predicate.item.from - 2), predicate.item.main)
    .map((t) => t.lower)
    .join(' ')
    .includes('no longer');

/** "US personnel conduct engagements in Somalia to train the army": a plain present of forces away from home. */
function isRegularAbroad(predicate: Predicate): boolean {
  const verb = predicate.item;
  if (verb.kind !== 'verb' || verb.aspect !== 'simple' || verb.tense !== 'present' || verb.form !== 'finite')
    return false;
  if (!/^(?:conduct|provide|carry out|train|advise|assist)$/.test(predicate.lemma)) return false;
  const homes = predicate.subject.flatMap((s) =>
    s.kind === 'force' && s.owner?.kind === 'named' ? s.owner.parties : [],
  );
  const places = [
    ...predicate.places.flatMap((p) => p.places),
    ...[...predicate.object, ...predicate.others].flatMap((o) =>
      o.kind === 'mission' ? [...(o.place?.places ?? []), ...(o.entry?.places ?? [])] : [],
    ),
  ];
  return homes.length > 0 && places.length > 0 && places.every((p) => p.country !== null && !homes.includes(p.country));
}

const PARTNERS =
  /^(?:countries|nations|states|allies|members|partners|governments|forces|participants|those|contributors)$/;

/** "The nations that are conducting strikes include A, B and C", "those taking part are A and B": those named do it. */
function members(predicate: Predicate, view: SentenceView): NounLike[] {
  const before = view.tokens.slice(Math.max(0, predicate.item.from - 4), predicate.item.from);
  if (!before.some((t) => PARTNERS.test(t.lower))) return [];
  const listing = view.tokens.findIndex(
    (t, i) => i >= predicate.item.to && /^(?:include|includes|included)$/.test(t.lower),
  );
  if (listing < 0) return [];
  return view.items.filter(
    (item): item is ActorItem =>
      item.kind === 'actor' && item.from > listing && item.what === 'state' && item.prep === null,
  );
}

/** True for "continue to train", "kept training"; not for "kept 40 men there to train". A coordinated verb goes on with its first. */
function goesOnWith(predicate: Predicate): boolean {
  const governor = predicate.governor;
  if (!governor) return false;
  if (predicate.relation === 'coordinate' && FORCE_WORK.has(governor.lemma)) return false;
  if (governor.lemma === 'continue') return predicate.item.from - governor.item.to <= 3;
  return (
    predicate.relation === 'gerund' &&
    /^(?:keep|go on|carry on|keep on)$/.test(governor.lemma) &&
    predicate.item.from - governor.item.to <= 2
  );
}

/** "training Afghan forces", "advise, assist and enable the Iraqi army": the work as named, with the verbs beside it and what the last is done to. */
function workName(view: SentenceView, predicate: Predicate): string {
  // "work closely with partners to degrade the threat": what they work at.
  const aim =
    predicate.lemma === 'work' || predicate.lemma === 'operate'
      ? view.predicates.find(
          (p) =>
            p.governor === predicate && p.relation === 'infinitive' && p.item.kind === 'verb' && p.object.length > 0,
        )
      : undefined;
  if (aim) return workName(view, aim);
  const from = predicate.item.kind === 'verb' ? predicate.item.main : predicate.item.from;
  const to = Math.max(predicate.item.to, ...predicate.object.map((o) => o.to), workEnd(view, predicate));
  return view.document.text
    .slice(view.tokens[from]!.start, view.tokens[Math.min(to, from + 14) - 1]!.end)
    .replace(/\s+/g, ' ');
}

const GENERAL =
  /\b(?:engagements?|activit(?:y|ies)|operations|missions|efforts|programmes?|programs?)(?: in [\p{L} ]+)?$/u;

/** "periodic engagements in Somalia to train, advise and assist regional forces": what a general word is for tells what it is. */
function withPurpose(view: SentenceView, activity: Activity): Activity {
  if (activity.mission?.entry || activity.name === null || !GENERAL.test(activity.name)) return activity;
  const next = view.predicates.find(
    (p) =>
      p.item.kind === 'verb' &&
      p.item.form === 'infinitive' &&
      p.item.from >= activity.at.to &&
      p.item.from <= activity.at.to + 4 &&
      FORCE_WORK.has(p.lemma),
  );
  if (next === undefined) return activity;
  const to = Math.min(Math.max(next.item.to, workEnd(view, next)), next.item.from + 14);
  const text = view.document.text.slice(view.tokens[activity.at.to - 1]!.end, view.tokens[to - 1]!.end);
  return { ...activity, mission: null, name: `${activity.name}${text}`.replace(/\s+/g, ' ') };
}

/** Where the work stops: at a place, a day, a purpose or another clause. */
function workEnd(view: SentenceView, predicate: Predicate): number {
  let end = predicate.item.to;
  let doing = true;
  for (const item of view.items) {
    if (item.from < predicate.item.to) continue;
    if (item.kind === 'verb') {
      if (!doing || (item.form === 'infinitive' && item.from > predicate.item.to) || item.tense === 'past') break;
    } else if (item.kind === 'link') {
      if (!/^(?:and|comma|preposition)$/.test(item.link)) break;
      continue;
    } else if (item.kind === 'date' || item.kind === 'word') break;
    else if (item.prep === null || /^(?:to|for|of|against|with)$/.test(item.prep)) {
      if (item.kind === 'place' && item.prep !== 'of') break;
      doing = item.kind === 'noun' && item.prep === null;
    } else break;
    end = item.to;
  }
  return end;
}

/** "UNDOF has operated in the Golan since 1974". */
function since(predicate: Predicate, view: SentenceView): StatusFinding[] {
  const verb = predicate.item;
  if (verb.kind !== 'verb' || verb.aspect === 'simple' || predicate.factuality.mode !== 'asserted') return [];
  if (!predicate.dates.some((d) => d.date.kind === 'since')) return [];
  const activity =
    [...predicate.subject, ...predicate.object].map((item) => activityOf(view, item, false)).find((a) => a !== null) ??
    null;
  if (!activity || !isMilitary(view, activity, [])) return [];
  return [statusFinding(view, predicate, activity, 'continuing', predicate.subject)];
}

/** "are expected to take part in an offensive": which one is not told. */
const joinsSome = (predicate: Predicate, view: SentenceView): boolean =>
  predicate.places.length === 0 &&
  [...predicate.object, ...predicate.others].some(
    (n) => n.kind === 'mission' && n.entry === null && n.to - n.from < 3 && /^an?$/.test(view.tokens[n.from]!.lower),
  );

export const worksOn = rule({
  id: 'status/at-work',
  on: 'predicate',
  lemmas: FORCE_WORK,
  read: atWork,
  examples: {
    'In 2021 the Danish army will focus on a training role in Mali.': [
      'status DK mission "training role" ML planned [2021-01-01..2021-12-31]',
    ],
    'Danish troops no longer take part in combat operations in Helmand.': [
      'status DK mission "combat operations in Helmand" AF ended',
    ],
    'Italian instructors resumed training Iraqi forces in Baghdad.': [
      'status IT mission "training Iraqi forces" IQ resumed',
    ],
    'The Chilean Armed Forces also provide logistics support to the UN mission in Haiti.': [
      'status CL mission "UN mission in Haiti" HT continuing',
    ],
    'British troops continue to train Iraqi forces in Erbil.': ['status GB mission "train Iraqi forces" IQ continuing'],
    'The states that are now carrying out combat patrols include Jordan and Egypt.': [
      'status JO mission "combat patrols" continuing',
      'status EG mission "combat patrols" continuing',
    ],
  },
  not: [
    'The exercise in Latvia will train Estonian soldiers.',
    'The Danish battalion in Mali is fighting to keep rebels from taking Gao.',
    'Peruvian troops are expected to take part in an offensive.',
    'Ukrainian forces continue to fight the invaders.',
    "The teachers continue to train soldiers' children.",
  ],
});

export const runsSince = rule({
  id: 'status/since',
  on: 'predicate',
  lemmas: new Set(['operate', 'run', 'serve', 'work', 'lead', 'conduct', 'focus', 'deploy']),
  read: since,
  examples: {
    'UNIFIL has operated in southern Lebanon since 1978.': ['status UN mission "UNIFIL" LB continuing [1978-01-01..]'],
  },
  not: [
    'Danish soldiers are conducting exercises in Mali.',
    'The NATO battalion in Lithuania is ready to start training.',
    'The shop has operated in Beirut since 1978.',
  ],
});
