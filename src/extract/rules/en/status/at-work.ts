// Forces at work: "continue to train", "are conducting airstrikes", "operates there since".
import type { StatusWord } from '../../../../model/claim.ts';
import type { StatusFinding } from '../../../finding.ts';
import { MOTION } from '../../../lexicon/motion.ts';
import { rule } from '../../../rule.ts';
import type { ActorItem, NounLike } from '../../../syntax/item.ts';
import type { Predicate, SentenceView } from '../../../syntax/predicate.ts';
import { concernsForces } from '../decision/words.ts';
import { type Activity, activityOf, isMilitary, standing, statusFinding } from './read-status.ts';
import { FORCE_WORK, MILITARY, NEEDS_OBJECT, STATUS_OF } from './words.ts';

/** "continue to train", "are conducting airstrikes", "keeps up its patrols": forces at work. */
function atWork(predicate: Predicate, view: SentenceView): StatusFinding[] {
  const verb = predicate.item;
  if (verb.kind !== 'verb' || !FORCE_WORK.has(predicate.lemma) || verb.voice === 'passive') return [];
  const { mode, aspect } = predicate.factuality;
  if (NEEDS_OBJECT.test(predicate.lemma) && predicate.object.length + predicate.others.length === 0) return [];
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
  // "are working with partners to conduct operations": what they are working at goes on.
  const working =
    holder?.lemma === 'work' &&
    holder.item.kind === 'verb' &&
    holder.item.aspect === 'progressive' &&
    holder.item.tense === 'present';
  const now = working || (verb.aspect === 'progressive' && verb.tense === 'present') || isRegularAbroad(predicate);
  const counted = predicate.subject.some((s) => s.kind === 'force' && s.quantity !== null);
  const joins = predicate.lemma === 'join' || predicate.lemma === 'participate' || predicate.lemma === 'take part';
  const keepsOn = aspect === 'continue' && goesOnWith(predicate);
  if (!(keepsOn || now || turned !== null || (joins && mode === 'planned' && !counted))) return [];
  const doers = predicate.subject.filter(
    (s) =>
      (s.kind === 'force' && !(s.sort === 'bare' && s.owner === null)) ||
      s.kind === 'actor' ||
      s.kind === 'mission' ||
      s.kind === 'pronoun',
  );
  const agents = doers.length > 0 ? doers : members(predicate, view);
  if (agents.length === 0) return [];
  // "sent six jets to take part in strikes": what they go for is told by their going.
  if (mode === 'planned' && holder !== null && MOTION.has(holder.lemma)) return [];
  const strong = agents.some(
    (a) =>
      (a.kind === 'force' && a.sort !== 'bare' && a.sort !== 'weak') ||
      a.kind === 'mission' ||
      (a.kind === 'actor' && (a.role === 'military' || a.what === 'organisation')),
  );
  const activities = [...predicate.object, ...predicate.others]
    .map((o) => activityOf(view, o, true))
    .filter((x) => x !== null);
  // "provides support to the mission in Chad": the mission known by name says more than the support.
  const stated = activities.find((x) => x.mission?.entry) ?? activities[0] ?? null;
  // "are flying missions" is work, "are flying home" is not.
  if (predicate.lemma === 'fly' && stated === null) return [];
  const words = view.document.text.slice(view.tokens[predicate.from]!.start, view.tokens[predicate.to - 1]!.end);
  if (!strong && !(stated?.military && concernsForces(view.tokens))) return [];
  const teaches = /^(?:train|mentor|advise|assist)$/.test(predicate.lemma);
  const forceGoesOn = keepsOn && agents.some((a) => a.kind === 'force' && a.sort !== 'bare');
  if (
    !forceGoesOn &&
    !MILITARY.test(words) &&
    !teaches &&
    !(stated !== null && agents.some((a) => a.kind === 'force' && a.sort === 'strong')) &&
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
  const activity: Activity = stated ?? {
    mission: null,
    name: workName(view, predicate),
    places: [],
    at: { from: predicate.item.from, to: Math.max(predicate.item.to, ...predicate.object.map((o) => o.to)) },
    military: true,
  };
  const status: StatusWord = turned ?? (mode === 'planned' && aspect !== 'continue' ? 'planned' : 'continuing');
  // Who does the work is whose the news is, though the mission be another's: "Danish troops support coalition operations".
  return agents.map((agent) => ({ ...statusFinding(view, predicate, activity, status, [agent]), owner: [agent] }));
}

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

/** "training Afghan forces", "detention operations": the work as named. */
function workName(view: SentenceView, predicate: Predicate): string {
  const to = Math.max(predicate.item.to, ...predicate.object.map((o) => o.to));
  const from = predicate.item.kind === 'verb' ? predicate.item.main : predicate.item.from;
  return view.document.text
    .slice(view.tokens[from]!.start, view.tokens[Math.min(to, from + 10) - 1]!.end)
    .replace(/\s+/g, ' ');
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

export const worksOn = rule({
  id: 'status/at-work',
  on: 'predicate',
  lemmas: FORCE_WORK,
  read: atWork,
  examples: {
    'British troops continue to train Iraqi forces in Erbil.': ['status GB mission "train Iraqi forces" IQ continuing'],
    'The states that are now carrying out combat patrols include Jordan and Egypt.': [
      'status JO mission "combat patrols" continuing',
      'status EG mission "combat patrols" continuing',
    ],
  },
  not: ['Ukrainian forces continue to fight the invaders.', "The teachers continue to train soldiers' children."],
});

export const runsSince = rule({
  id: 'status/since',
  on: 'predicate',
  lemmas: new Set(['operate', 'run', 'serve', 'work', 'lead', 'conduct', 'focus']),
  read: since,
  examples: {
    'UNIFIL has operated in southern Lebanon since 1978.': ['status UN mission "UNIFIL" LB continuing [1978-01-01..]'],
  },
  not: ['The shop has operated in Beirut since 1978.'],
});
