// A verb of starting, pausing, resuming, ending or extending upon a mission or activity: "NATO suspended its training mission".
import type { StatusWord } from '../../../../model/claim.ts';
import type { StatusFinding } from '../../../finding.ts';
import { rule } from '../../../rule.ts';
import type { NounLike, Range } from '../../../syntax/item.ts';
import { type Predicate, type SentenceView, textOf } from '../../../syntax/predicate.ts';
import { type Activity, activityOf, isMilitary, standing, statusFinding } from './read-status.ts';
import { DRILL, FORCE_WORK, STATUS_OF } from './words.ts';

/** Verbs that start or end a move as well: a deployment begins by moving, so only its end, pause or extension is a status. */
const STARTS: ReadonlySet<StatusWord> = new Set(['started', 'resumed']);

function changed(predicate: Predicate, view: SentenceView): StatusFinding[] {
  const status = STATUS_OF.get(predicate.lemma) ?? (isFounding(predicate) ? 'started' : undefined);
  if (status === undefined || predicate.item.kind !== 'verb') return [];
  // "in her view continued deployment is a necessity": no verb.
  const { item } = predicate;
  if (predicate.lemma === 'continue' && item.bare && item.tense === 'past' && predicate.subject.length === 0) return [];
  const loose = !STARTS.has(status);
  if (isTwiceTold(predicate, view) || isSinceThen(predicate, view)) return [];
  if (predicate.lemma === 'complete' && [...predicate.object, ...predicate.subject].some((n) => isJourney(n, view)))
    return [];
  // "the mission finished downsizing": something of it has ended.
  if (
    /^(?:finish|complete)$/.test(predicate.lemma) &&
    view.predicates.some((p) => p.governor === predicate && p.relation === 'gerund')
  )
    return [];
  const passive = predicate.item.voice === 'passive';
  // "The mission shut its first base": a base, and not the mission.
  if (
    !passive &&
    /^(?:shut|close|open|shut down|close down)$/.test(predicate.lemma) &&
    predicate.subject.some((n) => n.kind === 'mission') &&
    predicate.object.some((n) => n.kind === 'place')
  )
    return [];
  // "continues to patrol": the work itself says more.
  if (status === 'continuing' && view.predicates.some((p) => p.governor === predicate && FORCE_WORK.has(p.lemma)))
    return [];
  const read = (n: NounLike): Activity | null =>
    activityOf(view, n, loose || (n.kind === 'nominal' && n.lemma === 'contribute')) ??
    deploymentOf(view, n, loose) ??
    siteOf(view, n, predicate) ??
    unitOf(view, n, status, predicate) ??
    postOf(view, n, predicate) ??
    dutiesOf(view, n, predicate);
  // "ATMIS, whose mandate expires": the mission's.
  const whose = ownerOfMandate(predicate, view);
  if (whose !== null) {
    const word = standing(status, predicate);
    return word === null ? [] : [statusFinding(view, predicate, whose, word, [])];
  }
  const objects = [...predicate.object, ...partsOf(predicate)].map(read).filter((a) => a !== null);
  const subjects = passive ? [] : predicate.subject.map(read).filter((a) => a !== null);
  const work = objects.length + subjects.length === 0 ? workOf(view, predicate) : null;
  if (work !== null) {
    const found = standing(status, predicate);
    return found === null ? [] : [statusFinding(view, predicate, work.activity, found, work.agents)];
  }
  // "the mission resumed its work": the mission is what resumed.
  const activities =
    subjects.length > 0 &&
    (objects.length === 0 ||
      subjects.some((s) => s.mission?.entry) ||
      objects.every((o) => /^(?:mandate|mission|tasks?)$/.test(o.name ?? '')))
      ? subjects
      : objects.length > 0
        ? objects
        : subjects;
  // The "by" phrase of a passive may be a length: "extended by six months".
  const agents: NounLike[] =
    activities === subjects
      ? []
      : predicate.subject.filter((s) => !passive || (s.kind !== 'noun' && s.kind !== 'number'));
  // "the mission ended for Slovenia this week": its part in it.
  const forWhom = predicate.others.filter(
    (o) => o.prep === 'for' && (o.kind === 'force' || (o.kind === 'actor' && o.what === 'state')),
  );
  if (agents.length === 0 && status === 'ended') agents.push(...forWhom);
  // "exercises between Omani and Qatari forces were extended": theirs they are.
  if (agents.length === 0)
    agents.push(
      ...predicate.others.filter((o) => o.kind === 'force' && /^(?:between|by|involving)$/.test(o.prep ?? '')),
    );
  if (predicate.object.length > 0 && activities === subjects && !passive && objects.length === 0 && !isIdle(predicate))
    return [];
  const said = notRenewed(status, predicate) ?? standing(status, predicate);
  if (said === null) return [];
  // "continued from May to July": a stretch that is over goes on no more.
  const over =
    said === 'continuing' &&
    predicate.item.tense === 'past' &&
    predicate.dates.some((d) => d.date.period?.end != null && d.date.period.start !== d.date.period.end);
  const found = over ? 'ended' : said === status && isYetToCome(predicate, view) ? 'planned' : said;
  if (status === 'extended' && isDecided(predicate, agents)) return [];
  const alone = agents.length === 0 && !passive && activities !== subjects;
  const fit = activities.filter((a) => {
    const name = a.name ?? '';
    if (/\bwars?\b/i.test(name) || /^transition$/i.test(name)) return false;
    // "having completed a one-year tour": they come home, and a mission has none the less of it.
    if (
      status === 'ended' &&
      /^(?:[\w-]+ )?tours?(?: of duty)?\b/i.test(name) &&
      agents.some((n) => n.kind === 'force')
    )
      return false;
    // "completed 12,000 patrols": so many were done, and none has stopped.
    if (COUNTED.test(name) && /^(?:complete|finish|launch)$/.test(predicate.lemma)) return false;
    // "continues its support", "continues expediting security assistance": goods and goodwill.
    if (
      found === 'continuing' &&
      a.mission === null &&
      /\b(?:support|assistance|commitment|involvement)$/i.test(name) &&
      !/\btraining|military\b/i.test(name)
    )
      return false;
    // "they will complete their mission": with neither name, place nor day it says nothing.
    if (
      found === 'planned' &&
      /^(?:mission|task|duty|tour)$/.test(name) &&
      predicate.dates.length + predicate.places.length === 0
    )
      return false;
    if (DRILL.test(name) && status !== 'extended' && status !== 'suspended') return false;
    // An attack that starts or goes on is an incident; only its halt is news of a campaign.
    if (/\b(?:attacks?|strikes?|airstrikes?|bombings?|shelling|raids?|assaults?)$/i.test(name))
      return !alone && (status === 'suspended' || status === 'resumed' || status === 'ended');
    return true;
  });
  const whoseEnd = status === 'ended' && activities === subjects && forWhom.length > 0 ? { owner: forWhom } : {};
  return fit
    .filter((a) => isMilitary(view, a, agents))
    .map((a) => ({ ...statusFinding(view, predicate, a, found, agents), ...whoseEnd }));
}

const COUNTED = /^(?:[\d.,]+|(?:(?:tens|hundreds|thousands|dozens|scores) of|several|numerous|many)\b)/i;

const FOUNDING: ReadonlySet<string> = new Set(['establish', 'set up', 'found', 'create']);

/** "UNFICYP was set up in 1964": a mission known by its name. */
const isFounding = ({ lemma, item, object }: Predicate): boolean =>
  FOUNDING.has(lemma) &&
  item.kind === 'verb' &&
  item.voice === 'passive' &&
  object.some((n) => n.kind === 'mission' && n.entry !== null);

/** "42 soldiers have died since the mission began": only a date of something else. */
const isSinceThen = ({ subject, item }: Predicate, { tokens }: SentenceView): boolean => {
  const from = Math.min(item.from, ...subject.map((n) => n.start));
  return tokens[from - 1]?.lower === 'since' && item.kind === 'verb' && item.tense === 'past';
};

/** "suspended most of its operations", "the bulk of the mission": what a part is of. */
function partsOf(predicate: Predicate): readonly NounLike[] {
  const [part, more] = predicate.object;
  if (part === undefined || more !== undefined) return [];
  const some =
    (part.kind === 'pronoun' && /^(?:most|all|some|much|several|many)$/.test(part.word)) ||
    (part.kind === 'noun' && /^(?:part|bulk|majority|half|element|phase|rest)$/.test(part.head));
  return some ? predicate.others.filter((o) => o.prep === 'of' && o.start === part.to) : [];
}

/** "The council extended the mandate", "agreed to extend": the decision says it. A mission that "has been extended until May" is a status. */
const isDecided = (predicate: Predicate, agents: readonly NounLike[]): boolean =>
  (predicate.item.kind === 'verb' && predicate.item.modal === 'would') ||
  agents.some((a) => a.kind === 'actor' || a.kind === 'pronoun') ||
  /^(?:agree|decide|vote|approve|veto|reject|back|pass|adopt|authori[sz]e)$/.test(predicate.governor?.lemma ?? '') ||
  (predicate.item.kind === 'verb' && predicate.item.voice === 'active' && predicate.item.form !== 'finite');

/** "closed its base at Gao", "the camp will open in May": a post of forces begins or ends with its gates. */
function siteOf(view: SentenceView, item: NounLike, predicate: Predicate): Activity | null {
  if (
    item.kind !== 'place' ||
    !/^(?:open|inaugurate|reopen|close|shut|shut down|close down|shutter)$/.test(predicate.lemma)
  )
    return null;
  const name = textOf(view, item)
    .replace(/\s+/g, ' ')
    .replace(/^(?:the|a|an|its|their|his|our) /i, '');
  const post =
    /\b(?:bases?|air ?bases?|outposts?|garrisons?|barracks|headquarters|Camp \p{Lu}\p{L}+|Fort \p{Lu}\p{L}+)\b/u.test(
      name,
    );
  const own = predicate.subject.some((s) => s.kind === 'force' || (s.kind === 'actor' && s.role === 'military'));
  if (!(post || (own && /\bcamp\b/i.test(name))) || /\b(?:refugee|training ground|data|customer|power)\b/i.test(name))
    return null;
  const abroad = item.places.length > 0 || [...predicate.places].some((p) => p.places.length > 0);
  return abroad ? { mission: null, name, places: [item], at: { from: item.from, to: item.to }, military: true } : null;
}

/** "the battalion will be extended until May", "the force will be stood down": a formation's tour. */
function unitOf(view: SentenceView, item: NounLike, status: StatusWord, { lemma }: Predicate): Activity | null {
  if (item.kind !== 'force' || item.sort !== 'unit') return null;
  if (status !== 'extended' && !/^(?:stand down|disband|dissolve)$/.test(lemma)) return null;
  const at: Range = { from: item.from, to: item.to };
  const name = textOf(view, at)
    .replace(/\s+/g, ' ')
    .replace(/^(?:the|a|an|its|their) /i, '');
  return { mission: null, name, places: item.place ? [item.place] : [], at, military: true };
}

/** "will not be renewed", "was not extended": it ends. */
function notRenewed(status: StatusWord, { item, factuality }: Predicate): StatusWord | null {
  if (status !== 'extended' || item.kind !== 'verb' || !item.negated || item.voice !== 'passive') return null;
  if (factuality.by.length !== 1 || factuality.by[0] !== 'not') return null;
  return item.tense === 'past' || item.aspect === 'perfect' ? 'ended' : 'planned';
}

/** The mission before "whose mandate". */
function ownerOfMandate(predicate: Predicate, view: SentenceView): Activity | null {
  const at = view.tokens.findLastIndex((t, i) => t.lower === 'whose' && i < predicate.item.from);
  if (at < 1 || predicate.item.from - at > 3 || !/^(?:mandate|mission|tour)$/.test(view.tokens[at + 1]!.lower))
    return null;
  const before = view.items.findLast((x) => x.to <= at && x.kind !== 'link');
  return before?.kind === 'mission' ? activityOf(view, before, true) : null;
}

/** "engineers suspended work in Basra": what forces do there. */
function dutiesOf(view: SentenceView, item: NounLike, predicate: Predicate): Activity | null {
  if (item.kind !== 'noun' || !/^(?:work|activity|duty|movement)$/.test(item.head)) return null;
  if (!/^(?:suspend|halt|resume|pause|stop|restart)$/.test(predicate.lemma)) return null;
  if (!predicate.subject.some((s) => s.kind === 'force' || s.kind === 'mission')) return null;
  const at: Range = { from: item.from, to: item.to };
  return { mission: null, name: textOf(view, at).replace(/\s+/g, ' '), places: [], at, military: true };
}

/** "the Provincial Reconstruction Team will close": a post of a mission that goes by its name. */
function postOf(view: SentenceView, item: NounLike, predicate: Predicate): Activity | null {
  if (!/^(?:open|close|shut|shut down|close down|disband|dissolve)$/.test(predicate.lemma)) return null;
  if (item.kind !== 'force' || item.sort !== 'unit' || item.quantity !== null || item.to - item.from < 3) return null;
  const at: Range = { from: item.from, to: item.to };
  const name = textOf(view, at)
    .replace(/\s+/g, ' ')
    .replace(/^(?:the|a|an|its|their) /i, '');
  if (!/\b(?:team|task force|group|headquarters|contingent|mission|force)$/i.test(name) || !/^\p{Lu}/u.test(name))
    return null;
  return { mission: null, name, places: item.place ? [item.place] : [], at, military: true };
}

/** "Training of recruits by Chilean troops in Haiti has resumed": the work as the subject, its doers behind "by". */
function workOf(
  view: SentenceView,
  predicate: Predicate,
): { readonly activity: Activity; readonly agents: readonly NounLike[] } | null {
  const work = view.predicates.find(
    (p) =>
      p.governor === predicate &&
      p.relation === 'gerund' &&
      p.item.from < predicate.item.from &&
      FORCE_WORK.has(p.lemma),
  );
  const agents = work?.others.filter((o) => o.prep === 'by' && (o.kind === 'force' || o.kind === 'actor')) ?? [];
  if (work === undefined || agents.length === 0) return null;
  const at: Range = { from: work.item.from, to: Math.max(work.item.to, ...agents.map((a) => a.to)) };
  const places = work.places.filter((p) => p.places.length > 0);
  return {
    activity: { mission: null, name: textOf(view, at).replace(/\s+/g, ' '), places, at, military: true },
    agents,
  };
}

/** "completed the deployment of 300 soldiers to Mali": they are there now, and their work begins. */
const isJourney = (n: NounLike, view: SentenceView): boolean =>
  n.kind === 'nominal' &&
  n.lemma === 'deploy' &&
  view.predicates.some((q) => q.item === n && q.places.some((x) => x.prep === 'to'));

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

/** "the campaign, which began in May, goes on": what the main clause says of it is the news. */
const isTwiceTold = (predicate: Predicate, view: SentenceView): boolean =>
  predicate.relation === 'relative' &&
  view.predicates.some(
    (p) =>
      p !== predicate &&
      p.item.kind === 'verb' &&
      p.relation === null &&
      STATUS_OF.has(p.lemma) &&
      [...p.subject, ...p.object].some((n) => predicate.subject.includes(n) || predicate.object.includes(n)),
  );

/** "will hand over its bases as the mission is completed": a present behind a future is yet to come. */
function isYetToCome(predicate: Predicate, view: SentenceView): boolean {
  const { item } = predicate;
  if (item.kind !== 'verb' || item.tense !== 'present' || item.aspect !== 'simple') return false;
  const before = view.tokens.slice(0, item.from).map((t) => t.lower);
  const link = Math.max(...['as', 'when', 'once', 'until', 'before', 'after'].map((word) => before.lastIndexOf(word)));
  return (
    link >= 0 && view.predicates.some((p) => p.item.kind === 'verb' && p.item.tense === 'future' && p.item.from < link)
  );
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

export const changes = rule({
  id: 'status/changed',
  on: 'predicate',
  lemmas: new Set([...STATUS_OF.keys(), ...FOUNDING]),
  read: changed,
  examples: {
    "Denmark's mission in Mali will begin in August and end a year later.": [
      'status DK mission "Denmark\'s mission in Mali" ML planned [2020-08-01..2020-08-31]',
    ],
    "The deployment of Kenya's army in Somalia has been extended.": ['status KE mission "deployment" SO extended'],
    'Denmark to end Iraq mission': ['status DK mission "Iraq mission" IQ planned'],
    'The presence of Danish soldiers in Iraq ended in May.': [
      'status DK mission "presence" IQ ended [2020-05-01..2020-05-31]',
    ],
    'Denmark has kicked off a training mission in Mali.': ['status DK mission "training mission in Mali" ML started'],
    'Denmark has put on hold its training mission in Mali.': [
      'status DK mission "training mission in Mali" ML suspended',
    ],
    'The mandate of UNIFIL will not be renewed.': ['status UN mission "UNIFIL" LB planned'],
    'AUSSOM follows ATMIS, whose mandate expires on 31 December.': [
      'status AFRICAN-UNION mission "ATMIS" SO planned [2020-12-31]',
    ],
    'The NATO training mission in Iraq ended for Slovenia this week.': [
      'status SI mission "NATO training mission in Iraq" IQ ended [2020-06-15..2020-06-21]',
    ],
    'NATO suspended its training mission in Iraq on 5 June.': [
      'status NATO mission "training mission in Iraq" IQ suspended [2020-06-05]',
    ],
    'The Dutch training mission in Iraq has been extended until 1 May 2021.': [
      'status NL mission "Dutch training mission in Iraq" IQ extended [..2021-05-01]',
    ],
    'NATO halted its airstrikes in Libya.': ['status NATO mission "airstrikes" LY suspended'],
    'France will close its base in Dakar in September.': [
      'status FR mission "base in Dakar" SN planned [2020-09-01..2020-09-30]',
    ],
    'Germany has suspended most of its military operations in Mali.': [
      'status DE mission "military operations in Mali" ML suspended',
    ],
    "Norway's Provincial Reconstruction Team in Kunduz will close in September.": [
      'status NO mission "Norway\'s Provincial Reconstruction Team" AF planned [2020-09-01..2020-09-30]',
    ],
    'Training of recruits by Chilean troops in Haiti has resumed.': [
      'status CL mission "Training of recruits by Chilean troops" HT resumed',
    ],
    'Norway is ending its contribution to the UN mission in Mali.': [
      'status NO mission "contribution to the UN mission in Mali" ML planned',
    ],
    'UNFICYP was set up by the Security Council in 1964.': [
      'status UN mission "UNFICYP" CY started [1964-01-01..1964-12-31]',
    ],
    'Joint drills between Omani and Kuwaiti forces in Oman were extended.': [
      'status OM mission "Joint drills" OM extended',
    ],
  },
  not: [
    'The United Nations mission in Mali shut its first base on Thursday.',
    'The Danish battalion completed 900 patrols in Helmand.',
    'The Danish battalion came home having completed a one-year tour in Mali.',
    'The tour of the Danish battalion in Mali was to have ended in May.',
    'The UN mission in Mali has finished cutting its military staff.',
    'Chad has lost 42 soldiers in Mali since the UN mission in Mali began.',
    'The company suspended operations in Mali.',
    'The World Food Programme resumed its operations in Yemen.',
    'The museum at the old naval base in Malta will close in May.',
    'The troops will complete their mission with courage.',
    'The Security Council agreed to extend the UN mission in Lebanon.',
    'Russia launched a war against Georgia.',
  ],
});
