// The rules of status: a mission or activity starts, is suspended, resumes, goes on, ends, is extended or is to begin.
import type { StatusWord } from '../../../../model/claim.ts';
import type { StatusFinding } from '../../../finding.ts';
import { type Rule, rule } from '../../../rule.ts';
import type { NounLike } from '../../../syntax/item.ts';
import type { Predicate, SentenceView } from '../../../syntax/predicate.ts';
import { concernsForces } from '../decision/words.ts';
import { type Activity, activityOf, isMilitary, standing, statusFinding } from './read-status.ts';
import { FORCE_WORK, MILITARY, STATUS_OF } from './words.ts';

/** Verbs that start or end a move as well: a deployment begins by moving, so only its end, pause or extension is a status. */
const STARTS: ReadonlySet<StatusWord> = new Set(['started', 'resumed']);

function changed(predicate: Predicate, view: SentenceView): StatusFinding[] {
  const status = STATUS_OF.get(predicate.lemma);
  if (status === undefined || predicate.item.kind !== 'verb') return [];
  const loose = !STARTS.has(status);
  const passive = predicate.item.voice === 'passive';
  const objects = predicate.object
    .map((o) => activityOf(view, o, loose) ?? deploymentOf(view, o, loose))
    .filter((a) => a !== null);
  const subjects = passive ? [] : predicate.subject.map((s) => activityOf(view, s, loose)).filter((a) => a !== null);
  // "the mission resumed its work": the mission is what resumed.
  const activities =
    subjects.length > 0 && (objects.length === 0 || subjects.some((s) => s.mission?.entry))
      ? subjects
      : objects.length > 0
        ? objects
        : subjects;
  // The "by" phrase of a passive may be a length: "extended by six months".
  const agents: NounLike[] =
    activities === subjects
      ? []
      : predicate.subject.filter((s) => !passive || (s.kind !== 'noun' && s.kind !== 'number'));
  if (predicate.object.length > 0 && activities === subjects && !passive && objects.length === 0 && !isIdle(predicate))
    return [];
  const found = standing(status, predicate);
  if (found === null) return [];
  if (status === 'extended' && isDecided(predicate, agents)) return [];
  const alone = agents.length === 0 && !passive && activities !== subjects;
  const fit = activities.filter((a) => {
    const name = a.name ?? '';
    if (/\bwars?\b/i.test(name)) return false;
    if (/\b(?:exercises?|drills)$/i.test(name) && status !== 'extended' && status !== 'suspended') return false;
    // An attack that starts or goes on is an incident; only its halt is news of a campaign.
    if (/\b(?:attacks?|strikes?|airstrikes?|bombings?|shelling|raids?|assaults?)$/i.test(name))
      return !alone && (status === 'suspended' || status === 'resumed' || status === 'ended');
    return true;
  });
  return fit.filter((a) => isMilitary(view, a, agents)).map((a) => statusFinding(view, predicate, a, found, agents));
}

/** "The council extended the mandate", "agreed to extend": the decision says it. A mission that "has been extended until May" is a status. */
const isDecided = (predicate: Predicate, agents: readonly NounLike[]): boolean =>
  (predicate.item.kind === 'verb' && predicate.item.modal === 'would') ||
  agents.some((a) => a.kind === 'actor' || a.kind === 'pronoun') ||
  /^(?:agree|decide|vote|approve|veto|reject|back|pass|adopt|authori[sz]e)$/.test(predicate.governor?.lemma ?? '') ||
  (predicate.item.kind === 'verb' && predicate.item.voice === 'active' && predicate.item.form !== 'finite');

/** "the deployment of two helicopters will be extended": the force stands beside the verb, the deployment before it is what is meant. */
function deploymentOf(view: SentenceView, item: NounLike, loose: boolean): Activity | null {
  if (item.kind !== 'force' || !loose) return null;
  const at = view.items.indexOf(item);
  for (let i = at - 1; i >= Math.max(0, at - 6); i--) {
    const before = view.items[i]!;
    if (before.kind === 'verb') return null;
    if (before.kind === 'nominal' && before.lemma === 'deploy') {
      const activity = activityOf(view, before, true);
      return (
        activity && {
          ...activity,
          at: { from: before.from, to: item.to },
          name: view.document.text
            .slice(view.tokens[before.from]!.start, view.tokens[item.to - 1]!.end)
            .replace(/\s+/g, ' ')
            .replace(/^(?:the|a|an) /i, ''),
        }
      );
    }
  }
  return null;
}

/** Objects that take nothing from "the mission resumed": "its work", "the same day". */
const isIdle = (predicate: Predicate): boolean =>
  predicate.object.every(
    (o) =>
      (o.kind === 'noun' && /^(?:work|day|activity|duty|task|week|month|year|job)$/.test(o.head)) ||
      o.kind === 'date' ||
      o.kind === 'place' ||
      o.kind === 'number',
  );

/** "continue to train", "are conducting airstrikes", "keeps up its patrols": forces at work. */
function atWork(predicate: Predicate, view: SentenceView): StatusFinding[] {
  const verb = predicate.item;
  if (verb.kind !== 'verb' || !FORCE_WORK.has(predicate.lemma) || verb.voice === 'passive') return [];
  const { mode, aspect } = predicate.factuality;
  // A stop cancels what it holds: "suspended training".
  if (
    mode === 'none' ||
    mode === 'proposed' ||
    (mode === 'cancelled' && STATUS_OF.get(predicate.governor?.lemma ?? '') === undefined)
  )
    return [];
  // "has resumed training", "began to train": the verb that holds it says the status.
  const holder = predicate.relation === 'gerund' || predicate.relation === 'infinitive' ? predicate.governor : null;
  const held = holder ? STATUS_OF.get(holder.lemma) : undefined;
  const turned =
    holder && held !== undefined && held !== 'continuing' && held !== 'extended' ? standing(held, holder) : null;
  // "are working with partners to conduct operations": what they are working at goes on.
  const working =
    holder?.lemma === 'work' &&
    holder.item.kind === 'verb' &&
    holder.item.aspect === 'progressive' &&
    holder.item.tense === 'present';
  const now = working || (verb.aspect === 'progressive' && verb.tense === 'present') || isRegularAbroad(predicate);
  const joins = predicate.lemma === 'join' || predicate.lemma === 'participate' || predicate.lemma === 'take part';
  const keepsOn = aspect === 'continue' && goesOnWith(predicate);
  if (!(keepsOn || now || turned !== null || (joins && mode === 'planned'))) return [];
  const doers = predicate.subject.filter(
    (s) => s.kind === 'force' || s.kind === 'actor' || s.kind === 'mission' || s.kind === 'pronoun',
  );
  const agents = doers.length > 0 ? doers : members(predicate, view);
  if (agents.length === 0) return [];
  const strong = agents.some(
    (a) =>
      (a.kind === 'force' && a.sort !== 'bare' && a.sort !== 'weak') ||
      a.kind === 'mission' ||
      (a.kind === 'actor' && (a.role === 'military' || a.what === 'organisation')),
  );
  const stated =
    [...predicate.object, ...predicate.others].map((o) => activityOf(view, o, true)).find((a) => a !== null) ?? null;
  const words = view.document.text.slice(view.tokens[predicate.from]!.start, view.tokens[predicate.to - 1]!.end);
  if (!strong && !(stated?.military && concernsForces(view.tokens))) return [];
  const teaches = /^(?:train|mentor|advise|assist)$/.test(predicate.lemma);
  const forceGoesOn = keepsOn && agents.some((a) => a.kind === 'force' && a.sort !== 'bare');
  if (
    !forceGoesOn &&
    !MILITARY.test(words) &&
    !teaches &&
    !/^(?:fight|combat|patrol|counter|guard|protect)$/.test(predicate.lemma)
  )
    return [];
  // What forces do at home or against an invader is war news; a status needs its place, a named activity or the teaching of others' forces.
  const placed =
    predicate.places.some((p) => p.places.length > 0) || agents.some((a) => a.kind === 'force' && a.place !== null);
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
  return agents.map((agent) => statusFinding(view, predicate, activity, status, [agent]));
}

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

/** "The nations that are conducting strikes include A, B and C": those named do it. */
function members(predicate: Predicate, view: SentenceView): NounLike[] {
  if (predicate.relation !== 'relative') return [];
  const listing = view.predicates.find(
    (p) => p.item.kind === 'verb' && p.item.from > predicate.item.from && (p.lemma === 'include' || p.lemma === 'be'),
  );
  return listing ? listing.object.filter((o) => o.kind === 'actor' && o.what === 'state') : [];
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

/** "came to an end", "was put on hold", "is over", "is under way", "to be operational in May". */
function phrase(predicate: Predicate, view: SentenceView): StatusFinding[] {
  if (predicate.item.kind !== 'verb') return [];
  const after = view.tokens
    .slice(predicate.item.to, predicate.item.to + 8)
    .map((t) => t.lower)
    .join(' ');
  const status: StatusWord | null =
    predicate.lemma === 'come' && /^(?:to|toward|towards) (?:an? |the )?(?:\w+ )?(?:end|close|halt)\b/.test(after)
      ? /halt/.test(after)
        ? 'suspended'
        : 'ended'
      : (predicate.lemma === 'put' || predicate.lemma === 'place') && /\bon (?:hold|ice|pause)\b/.test(after)
        ? 'suspended'
        : predicate.lemma === 'be' &&
            /^(?:now |all |finally |officially )?(?:over|at an end|finished|complete)\b/.test(after)
          ? 'ended'
          : predicate.lemma === 'be' && /^(?:now |still )?(?:under way|underway|ongoing|in progress)\b/.test(after)
            ? 'continuing'
            : predicate.lemma === 'be' && /^(?:now |fully )*operational\b/.test(after)
              ? 'started'
              : predicate.lemma === 'be' && /^(?:on hold|in abeyance)\b/.test(after)
                ? 'suspended'
                : null;
  if (status === null) return [];
  const found = standing(status, predicate);
  if (found === null) return [];
  return [...predicate.subject, ...predicate.object]
    .map((item) => activityOf(view, item, true))
    .filter((a) => a !== null)
    .filter((a) => isMilitary(view, a, []))
    .slice(0, 1)
    .map((a) => statusFinding(view, predicate, a, found, []));
}

const NOUNS: readonly (readonly [StatusWord, RegExp])[] = [
  ['ended', /^(?:end|ending|closure|conclusion|completion|termination|expiry|cessation)$/],
  ['started', /^(?:start|launch|beginning|commencement|outset)$/],
  ['extended', /^(?:extension|prolongation|renewal)$/],
  ['suspended', /^(?:suspension|halt|pause)$/],
  ['resumed', /^(?:resumption)$/],
];

/** "marking the end of its mission in Mali", "an end to support for the operation", "the extension of the mandate". */
function nouns(view: SentenceView): StatusFinding[] {
  const found: StatusFinding[] = [];
  const { tokens } = view;
  for (let i = 0; i + 2 < tokens.length; i++) {
    const status = NOUNS.find(([, words]) => words.test(tokens[i]!.lower))?.[0];
    if (status === undefined) continue;
    const link = tokens[i + 1]!.lower;
    if (!(link === 'of' || (link === 'to' && status !== 'started'))) continue;
    if (
      /^(?:until|by|at|since|before|after|till|towards?|from)$/.test(tokens[i - 2]?.lower ?? '') ||
      /^(?:at|by|until)$/.test(tokens[i - 1]?.lower ?? '')
    )
      continue;
    const item = view.items.find(
      (x) => x.from >= i + 2 && x.from <= i + 4 && (x.kind === 'mission' || x.kind === 'noun' || x.kind === 'nominal'),
    ) as NounLike | undefined;
    const activity = item ? activityOf(view, item, true) : null;
    if (!activity || !item) continue;
    const holder = view.predicates.filter((p) => p.item.kind === 'verb' && p.item.from < i).at(-1) ?? null;
    const agents = holder?.subject.filter((s) => s.kind === 'force' || s.kind === 'actor') ?? [];
    if (!isMilitary(view, activity, agents)) continue;
    const ahead =
      holder !== null &&
      (holder.factuality.mode === 'planned' || (holder.item.kind === 'verb' && holder.item.tense === 'future'));
    if (
      holder &&
      (holder.factuality.mode === 'none' ||
        holder.factuality.mode === 'cancelled' ||
        holder.factuality.mode === 'proposed')
    )
      continue;
    const word: StatusWord = ahead && status !== 'extended' ? 'planned' : status;
    if (!holder) continue;
    const finding = statusFinding(view, holder, activity, word, agents);
    found.push({
      ...finding,
      evidence: {
        from: Math.max(0, i - (/^(?:the|an?)$/.test(tokens[i - 1]?.lower ?? '') ? 1 : 0)),
        to: activity.at.to,
      },
    });
  }
  return found;
}

/** "The rebels announce an offensive": who announces an attack has begun it. */
function announced(predicate: Predicate, view: SentenceView): StatusFinding[] {
  if (predicate.item.kind !== 'verb' || predicate.item.negated || predicate.item.voice === 'passive') return [];
  const activity =
    predicate.object
      .map((o) => activityOf(view, o, false))
      .find((a) => a !== null && /\b(?:offensive|blockade|campaign|operation)\b/i.test(a.name ?? '')) ?? null;
  const agents = predicate.subject.filter((s) => s.kind === 'actor' || s.kind === 'force');
  if (!activity || agents.length === 0 || !isMilitary(view, activity, agents)) return [];
  return [
    statusFinding(
      view,
      predicate,
      activity,
      /offensive|blockade/i.test(activity.name ?? '') ? 'started' : 'planned',
      agents,
    ),
  ];
}

/** "NATO turned over peacekeeping duties to the EU": one ends, the other starts. */
function handedOver(predicate: Predicate, view: SentenceView): StatusFinding[] {
  const activity = [...predicate.object].map((o) => activityOf(view, o, true)).find((a) => a?.military) ?? null;
  const to = predicate.others.find((o) => o.kind === 'actor' && o.prep === 'to');
  if (!activity || !to) return [];
  const word = standing('ended', predicate);
  if (word === null) return [];
  const next: StatusWord = word === 'planned' ? 'planned' : 'started';
  return [
    statusFinding(view, predicate, activity, word, predicate.subject),
    statusFinding(view, predicate, activity, next, [to]),
  ];
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

export const STATUS_RULES: readonly Rule[] = [
  rule({
    id: 'status/changed',
    on: 'predicate',
    lemmas: new Set(STATUS_OF.keys()),
    read: changed,
    examples: {
      'NATO suspended its training mission in Iraq on 5 June.': [
        'status NATO mission "training mission in Iraq" IQ suspended [2020-06-05]',
      ],
      'The Dutch training mission in Iraq has been extended until 1 May 2021.': [
        'status NL mission "Dutch training mission in Iraq" IQ extended [..2021-05-01]',
      ],
      'NATO halted its airstrikes in Libya.': ['status NATO mission "airstrikes" LY suspended'],
    },
    not: [
      'The company suspended operations in Mali.',
      'The Security Council agreed to extend the UN mission in Lebanon.',
      'Russia launched a war against Georgia.',
    ],
  }),
  rule({
    id: 'status/at-work',
    on: 'predicate',
    lemmas: FORCE_WORK,
    read: atWork,
    examples: {
      'British troops continue to train Iraqi forces in Erbil.': [
        'status GB mission "train Iraqi forces" IQ continuing',
      ],
    },
    not: ['Ukrainian forces continue to fight the invaders.', "The teachers continue to train soldiers' children."],
  }),
  rule({
    id: 'status/announced',
    on: 'predicate',
    lemmas: new Set(['announce', 'declare']),
    read: announced,
    examples: {
      'The Taliban announced an offensive in Helmand.': [
        'status TALIBAN mission "offensive in Helmand" AF started by "Taliban"',
      ],
    },
    not: ['The shop announced a campaign in Helmand.'],
  }),
  rule({
    id: 'status/set-phrase',
    on: 'predicate',
    lemmas: new Set(['come', 'put', 'place', 'be']),
    read: phrase,
    examples: {
      'The African Union mission in Burundi came to an end on 1 June.': [
        'status AFRICAN-UNION mission "African Union mission in Burundi" BI ended [2020-06-01]',
      ],
    },
    not: ['The civil war in Sudan has come to an end.'],
  }),
  rule({
    id: 'status/end-of',
    on: 'sentence',
    wake: /\b(?:end|ending|closure|conclusion|completion|termination|start|launch|beginning|extension|renewal|suspension|halt|pause|resumption) (?:of|to)\b/i,
    read: nouns,
    examples: {
      'French troops left Bangui, marking the end of Operation Sangaris.': [
        'status FR mission "Operation Sangaris" CF ended',
      ],
    },
    not: ['By the end of the mission in Mali France had lost 50 soldiers.'],
  }),
  rule({
    id: 'status/handed-over',
    on: 'predicate',
    lemmas: new Set(['hand over', 'turn over', 'transfer', 'hand']),
    read: handedOver,
    examples: {
      'NATO turned over its peacekeeping mission in Bosnia to the European Union in 2004.': [
        'status NATO mission "peacekeeping mission in Bosnia" BA ended [2004-01-01..2004-12-31]',
        'status EU mission "peacekeeping mission in Bosnia" BA started [2004-01-01..2004-12-31]',
      ],
    },
    not: ['The bank turned over its operations to a rival.'],
  }),
  rule({
    id: 'status/since',
    on: 'predicate',
    lemmas: new Set(['operate', 'run', 'serve', 'work', 'lead', 'conduct', 'focus']),
    read: since,
    examples: {
      'UNIFIL has operated in southern Lebanon since 1978.': [
        'status UN mission "UNIFIL" LB continuing [1978-01-01..]',
      ],
    },
    not: ['The shop has operated in Beirut since 1978.'],
  }),
];
