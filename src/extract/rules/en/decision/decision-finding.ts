// A decision as read -> its finding: what is done to the forces, the vote, the standing and the day of the deciding.
import type { Action, Span } from '../../../../model/claim.ts';
import type { Token } from '../../../../text/document.ts';
import type { DecisionFinding } from '../../../finding.ts';
import type { DateItem, Range } from '../../../syntax/item.ts';
import type { Predicate, SentenceView } from '../../../syntax/predicate.ts';
import type { Decided } from './read-decision.ts';
import { standingAround, voteAround } from './surroundings.ts';
import { actionIn } from './words.ts';

/** What the matter makes of the verb: "approved a plan to withdraw" is withdraw, "authorised 400 men" authorise, "turned down" other. */
export function actionOf(decided: Pick<Decided, 'deciding' | 'lemma' | 'matter'>, tokens: readonly Token[]): Action {
  const matter = tokens.slice(decided.matter.from, decided.matter.to);
  const action = (whatIsDoneTo(matter) ?? actionIn(matter))?.action ?? null;
  switch (decided.deciding) {
    case 'refuse':
      return 'other';
    case 'revoke':
      return 'end';
    case 'halt':
      return 'suspend';
    case 'ask':
      return 'request';
    case 'allow':
      return 'authorise';
    case 'extend':
      return 'extend';
    case 'expel':
      return 'expel';
    case 'approve':
      if (decided.lemma.startsWith('finali')) return 'other';
      if (action === null && matter.some((t) => t.lower === 'decision')) return 'other';
      // "an article that bars foreign bases".
      if (matter.some((t) => /^(?:bars?|barring|bans?|banning|prohibits?|prohibiting|forbids?)$/.test(t.lower)))
        return 'other';
      // "accepted a request for 500 peacekeepers": what was asked for is to be sent.
      return action ?? (matter.some((t) => /^(?:requests?|calls?|appeals?)$/.test(t.lower)) ? 'deploy' : 'authorise');
    case 'resolve': {
      // "decided not to prolong", "decided against extending": what is not prolonged ends; a motion voted down ends nothing.
      const refused =
        matter[0]?.lower === 'down' || matter.slice(0, 3).some((t) => t.lower === 'against' || t.lower === 'not');
      if (refused) return action === 'extend' && decided.lemma !== 'vote' ? 'end' : 'other';
      // "voted to bar the army from cutting": what is not to be done is neither done nor ended.
      if (matter.slice(0, 3).some((t) => /^(?:bar|prevent|ban|forbid|prohibit|block|stop)$/.test(t.lower)))
        return 'other';
      if (decided.lemma === 'declare') return 'other';
      return action ?? (matter.some((t) => /^(?:allow|permit|use)$/.test(t.lower)) ? 'authorise' : 'other');
    }
  }
}

const STAYS = /^(?:deployments?|presence|missions?|mandates?|tours?|stay|operations?|contributions?|commitments?)$/;

/** "that the deployment of two ships will be extended": the verb behind tells what is done to it; null where none stands there. */
function whatIsDoneTo(matter: readonly Token[]): ReturnType<typeof actionIn> {
  const stay = matter.findIndex((t) => STAYS.test(t.lower));
  if (stay < 0 || actionIn(matter.slice(0, stay)) !== null) return null;
  const be = matter.findIndex((t, i) => i > stay && t.lower === 'be' && matter[i + 1]?.kind === 'word');
  return be < 0 ? null : actionIn(matter.slice(be + 1, be + 2));
}

/** The finding of a decision, with the vote and the standing that the sentences around it give. */
export function findingOf(view: SentenceView, decided: Decided, action: Action, evidence?: Range): DecisionFinding {
  const standing = standingAround(view, decided);
  const vote = voteAround(view, decided);
  const predicate = predicateAt(view, decided.at);
  const own = predicate?.dates ?? [];
  // "extended the mandate until May": that is how long, and not when it was decided.
  const days = own.filter((d) => d.date.kind === 'point' || d.date.kind === 'span');
  const dated = own.length === 0 ? datesOf(view, decided) : days.length < own.length ? days : null;
  const told: Record<string, Span> = {};
  if (vote) told['vote'] = vote.span;
  if (decided.body.span) told['body'] = decided.body.span;
  const from = Math.min(decided.body.from, decided.at, decided.matter.from);
  const to = Math.max(decided.body.to, decided.at + 1, decided.matter.to);
  return {
    kind: 'decision',
    predicate,
    evidence: evidence ?? { from, to: Math.min(to, from + 60) },
    confidence: 0.8,
    body: decided.body.name,
    action,
    vote: vote?.vote ?? null,
    ...standing,
    ...(dated !== null && (dated.length > 0 || own.length > 0) ? { dated } : {}),
    ...(Object.keys(told).length > 0 ? { told } : {}),
  };
}

/**
 * The day of a decision whose verb has no date of its own: one that stands before it ("at the summit in May 2010 they agreed"), or a past
 * one behind its matter ("agreed to send 40 men in May 2010"), which cannot be when the matter is to be.
 */
function datesOf(view: SentenceView, decided: Decided): DateItem[] {
  const dates = view.items.filter((item): item is DateItem => item.kind === 'date' && item.date.kind === 'point');
  const before = dates.filter((d) => d.to <= decided.at && decided.at - d.to < 14);
  if (before.length > 0) return before.slice(-1);
  const { published } = view;
  const past = (d: DateItem): boolean => {
    const { period, ahead } = d.date;
    return published !== null && period?.end != null && period.end < published && ahead?.end === period.end;
  };
  // "voted at a session on Thursday to send 90": before what is to be done it is the vote's.
  const done = actionIn(view.tokens.slice(decided.matter.from, decided.matter.to))?.at ?? 0;
  const own = (d: DateItem): boolean => {
    const { period } = d.date;
    return d.to <= decided.matter.from + done && period !== null && period.start === period.end;
  };
  return decided.ahead
    ? []
    : dates
        .filter((d) => d.from >= decided.matter.from && d.from < decided.matter.to && (past(d) || own(d)))
        .slice(0, 1);
}

const predicateAt = (view: SentenceView, at: number): Predicate | null =>
  view.predicates.find((p) => (p.item.kind === 'verb' ? p.item.main === at : p.item.from <= at && p.item.to > at)) ??
  null;
