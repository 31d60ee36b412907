// A verb of starting, pausing, resuming, ending or extending upon a mission or activity: "NATO suspended its training mission".
import type { StatusWord } from '../../../../model/claim.ts';
import type { StatusFinding } from '../../../finding.ts';
import { rule } from '../../../rule.ts';
import type { NounLike } from '../../../syntax/item.ts';
import type { Predicate, SentenceView } from '../../../syntax/predicate.ts';
import { type Activity, activityOf, isMilitary, standing, statusFinding } from './read-status.ts';
import { STATUS_OF } from './words.ts';

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

export const changes = rule({
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
});
