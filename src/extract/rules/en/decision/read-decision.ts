// A clause of deciding -> who decides what: the verb with its subject, or turned round with "by".
import type { Action, Span } from '../../../../model/claim.ts';
import type { Token } from '../../../../text/document.ts';
import { isCapital, type Phrase, phraseAfter } from '../../../attribution/noun-phrase.ts';
import { subjectBefore } from '../../../attribution/subject.ts';
import type { DecisionFinding } from '../../../finding.ts';
import type { DateItem, Range } from '../../../syntax/item.ts';
import type { Predicate, SentenceView } from '../../../syntax/predicate.ts';
import { type Body, bodyOf } from './body.ts';
import { standingAround, voteAround } from './surroundings.ts';
import { actionIn, concernsForces, type Deciding, decidingOf } from './words.ts';

/** A decision as its verb gives it, before votes and standing are looked for. */
export interface Decided {
  readonly body: Body;
  readonly deciding: Deciding;
  readonly lemma: string;
  /** The token of the verb or noun that carries it. */
  readonly at: number;
  /** What is decided: tokens [from, to). */
  readonly matter: Range;
  /** "will decide", "is expected to approve": nothing is settled. */
  readonly ahead: boolean;
}

const lower = (tokens: readonly Token[], i: number): string => tokens[i]?.lower ?? '';
const DOCUMENT =
  /^(?:plans?|bills?|resolutions?|motions?|measures?|mandates?|requests?|proposals?|deployments?|agreements?|laws?|decrees?|extensions?|missions?|deal|accord|treaty|draft|drafts|strikes?|airstrikes?|withdrawal|dispatch|decisions?|pact|legislation|permission|orders?|sending|use|participation|distribution|pullout|increase|reduction|offer|demands?|calls?|appeal|reinforcements?|contribution|operation|operations|intervention|stay|presence|return|troops?|soldiers|forces)$/;

/** Where the matter of a decision ends: the clause's end, or what only explains it. */
export function endOfMatter(tokens: readonly Token[], from: number): number {
  for (let i = from; i < tokens.length; i++) {
    const word = lower(tokens, i);
    if (/^[;.?!:]$/.test(word) && !(word === ':' && i - from < 2)) return i;
    if (
      /^(?:after|following|amid|because|although|though|saying|despite|while|whereas|but|unless|citing|which|who|until|as)$/.test(
        word,
      ) &&
      i - from > 2 &&
      !(word === 'as' && lower(tokens, i + 1) === 'part')
    )
      return i;
    if (word === 'and' && i - from > 1 && i + 1 < tokens.length) {
      const next = decidingOf(lower(tokens, i + 1));
      if (next && !next.base && !next.participle) return i;
      if (next?.participle && /ed$/.test(lower(tokens, i + 1)) && !/^to$/.test(lower(tokens, from))) return i;
    }
    if (
      word === ',' &&
      i - from > 3 &&
      /^(?:and|but|which|who|where|while|a|an|the|in|as|with|according|said|officials|bringing|ending|for)$/.test(
        lower(tokens, i + 1),
      ) &&
      !/^(?:and)$/.test(lower(tokens, i + 2))
    )
      return i;
  }
  return tokens.length;
}

/** Past an aside right after the verb: "rejected, by 53 votes to 47, a resolution". */
function afterAside(tokens: readonly Token[], from: number): number {
  if (lower(tokens, from) !== ',') return from;
  for (let i = from + 1; i < Math.min(tokens.length, from + 14); i++) if (lower(tokens, i) === ',') return i + 1;
  return from;
}

/** The decision that the deciding verb at token `i` makes, or null. */
export function decidedAt(view: SentenceView, i: number): Decided | null {
  const { tokens } = view;
  const form = decidingOf(lower(tokens, i));
  if (!form) return null;
  const headline = view.sentence.block.kind === 'title' || view.sentence.block.kind === 'heading';
  if (isCapital(tokens[i]) && (i === 0 || !headline)) return null;
  const start = afterAside(tokens, i + 1);
  const matter: Range = { from: start, to: endOfMatter(tokens, start) };
  const passive = form.participle ? byPhrase(view, i, form.deciding) : null;
  if (passive) return { ...passive, deciding: form.deciding, lemma: form.lemma, at: i };
  if (/^(?:the|a|an|its|their|his|her|this|no|of|by|'s|for|at|in|any|upon|under)$/.test(lower(tokens, i - 1)))
    return null; // a noun: "the vote"
  if (isPassive(tokens, i)) return null;
  const subject = subjectBefore(tokens, governor(tokens, i));
  const phrase = subject?.speaker ?? (subject ? firstActor(view, i) : null);
  if (!phrase) return null;
  const held = heldBack(tokens, phrase.to, i);
  if (held === 'denied' || (form.base && held === null && !agreesWithBase(tokens, phrase, i, headline))) return null;
  const body = bodyOf(view, phrase);
  if (!body || !takes(view, i, form.deciding, form.lemma, matter)) return null;
  return { body, deciding: form.deciding, lemma: form.lemma, at: i, matter, ahead: held === 'ahead' };
}

const isPassive = (tokens: readonly Token[], i: number): boolean => {
  for (let k = i - 1; k >= Math.max(0, i - 3); k--) {
    const word = lower(tokens, k);
    if (/^(?:is|are|was|were|been|being|be)$/.test(word)) return true;
    if (!/ly$|^(?:also|not|since|now|then)$/.test(word)) return false;
  }
  return false;
};

/** "are expected to formally decide": the subject stands before what holds the infinitive. */
function governor(tokens: readonly Token[], verb: number): number {
  let at = verb - 1;
  while (/ly$/.test(lower(tokens, at))) at--;
  const held =
    lower(tokens, at) === 'to' &&
    /^(?:is|are|was|were|expected|due|set|scheduled|likely|poised|ready)$/.test(lower(tokens, at - 1));
  return held ? at - 1 : verb;
}

/** The subject of "A does this and votes to do that": the actor that opens the sentence. */
function firstActor(view: SentenceView, before: number): Phrase | null {
  const opener = view.predicates.filter((p) => p.from < before && p.subject.length > 0).at(-1);
  const first = opener?.subject[0];
  const last = opener?.subject.at(-1);
  if (first && last) return { from: first.from, to: last.to };
  const start = view.tokens.findIndex((t) => t.kind === 'word');
  const phrase = phraseAfter(view.tokens, Math.max(0, start));
  return phrase.to < before ? phrase : null;
}

/** Words between subject and verb that take the decision back or put it ahead. */
function heldBack(tokens: readonly Token[], from: number, verb: number): 'denied' | 'ahead' | null {
  const words = tokens.slice(from, verb).map((t) => t.lower);
  if (
    words.some((w) =>
      /^(?:not|n't|never|may|might|could|would|should|can|cannot|refused?|declined?|failed|must|did)$/.test(w),
    )
  )
    return 'denied';
  if (
    (words.some((w) => /^(?:expected|due|set|scheduled|likely|will|shall|poised|ready)$/.test(w)) ||
      /^(?:is|are) to$/.test(words.slice(-2).join(' '))) &&
    words.length <= 8
  )
    return 'ahead';
  return words.includes('to') ? 'denied' : null;
}

const agreesWithBase = (tokens: readonly Token[], subject: Phrase, verb: number, headline: boolean): boolean => {
  const words = tokens.slice(subject.from, verb).map((t) => t.lower);
  const head = lower(tokens, subject.to - 1);
  return (
    headline ||
    words.includes('and') ||
    words.some((w) => /^(?:have|has|do|does)$/.test(w)) ||
    (/s$|^(?:they|we|i|people|lawmakers|mps|police)$/.test(head) && !/ss$/.test(head)) ||
    isCapital(tokens[subject.to - 1])
  );
};

/** True where this sentence or one beside it is about forces. */
export const spokenOfForces = (view: SentenceView): boolean =>
  [0, -1, 1].some((step) => concernsForces(view.document.sentences[view.index + step]?.tokens ?? []));

const weaklyConcerns = (tokens: readonly Token[]): boolean =>
  tokens.some((t) =>
    /^(?:presence|missions?|mandates?|force|deploy\w*|withdr[ae]w\w*|assistance|contribution|strikes?|bases?|operations?|personnel|help)$/.test(
      t.lower,
    ),
  );

/** "to withdraw from Mali": a state that leaves a country leaves it with its forces; one that leaves a treaty does not. */
export function leavesCountry(view: SentenceView, matter: Range): boolean {
  for (let i = matter.from; i < Math.min(matter.to, matter.from + 8); i++) {
    if (
      lower(view.tokens, i) !== 'from' ||
      !view.tokens.slice(matter.from, i).some((t) => /^(?:withdr[ae]w\w*|pull|out)$/.test(t.lower))
    )
      continue;
    return view.items.some(
      (item) =>
        item.from <= i + 2 &&
        item.to > i + 1 &&
        ((item.kind === 'actor' && item.what === 'state') || (item.kind === 'place' && item.places.length > 0)),
    );
  }
  return false;
}

/** True where the words after the verb make it a decision: "agreed to send", not "agreed with his brother". */
function takes(view: SentenceView, i: number, deciding: Deciding, lemma: string, matter: Range): boolean {
  const { tokens } = view;
  const after = tokens.slice(matter.from, matter.to);
  const words = after.map((t) => t.lower);
  if (!concernsForces(after) && !(weaklyConcerns(after) && spokenOfForces(view)) && !leavesCountry(view, matter))
    return false;
  switch (deciding) {
    case 'resolve':
      if (lemma === 'declare') return words.slice(0, 4).some((w) => /^mobili[sz]ation$/.test(w));
      return (
        words.slice(0, 14).some((w) => /^(?:to|on|upon|that|for|against|in|by|unanimously|overwhelmingly)$/.test(w)) &&
        words[0] !== 'with'
      );
    case 'approve': {
      if (/^(?:approve|endorse|ratify|finalise|finalize|greenlight)$/.test(lemma)) return true;
      if (lemma === 'confirm')
        return words.slice(0, 6).some((w) => /^(?:decision|agreements?|deal|mandate|accord|pact)$/.test(w));
      if (lemma === 'sign' || lemma === 'accept' || lemma === 'pass' || lemma === 'adopt' || lemma === 'back')
        return words
          .slice(0, 7)
          .some((w) =>
            /^(?:plans?|bill|resolutions?|motion|measure|mandate|requests?|proposal|agreements?|law|decree|extension|deal|accord|treaty|draft|order|orders|pact|legislation|statement|deployment|withdrawal)$/.test(
              w,
            ),
          );
      return true;
    }
    case 'allow':
      if (words[0] === 'for') return false;
      return lemma !== 'sanction' && lemma !== 'mandate' ? true : words.some((w) => DOCUMENT.test(w));
    case 'extend':
      return words
        .slice(0, 9)
        .some((w) =>
          /^(?:mandates?|missions?|deployments?|operations?|stay|presence|force|drills|exercises?|authori[sz]ation|patrols|tour|training|resolution|contribution|commitment|until)$|^isaf|^uni|^min|^un[a-z]{3,}$/.test(
            w,
          ),
        );
    case 'refuse':
      if (
        /^(?:block|reject|veto|defeat)$/.test(lemma) &&
        words.slice(0, 4).some((w) => /^(?:deployment|dispatch|sending|withdrawal)$/.test(w))
      )
        return true;
      if (lemma === 'turn' && !(words[0] === 'down' || words.slice(0, 8).includes('down'))) return false;
      return words
        .slice(0, 12)
        .some((w) =>
          /^(?:requests?|bill|drafts?|proposals?|plans?|resolutions?|motions?|calls?|demands?|measures?|appeals?|offers?|mandates?|ultimatum|extension|renewal|deal|legislation)$/.test(
            w,
          ),
        );
    case 'ask':
      return asks(tokens, i, lemma, words);
    case 'expel':
      if (lemma === 'order')
        return (
          words.slice(0, 14).some((w, k) => w === 'leave' || w === 'out' || (w === 'quit' && k > 0)) &&
          !/^(?:its|their|his|her|our)$/.test(words[0] ?? '')
        );
      return true;
  }
}

function asks(_tokens: readonly Token[], _i: number, lemma: string, words: readonly string[]): boolean {
  const near = words.slice(0, 12);
  if (lemma === 'call') return words[0] === 'on' || words[0] === 'for' || words[0] === 'upon';
  if (lemma === 'appeal') return words[0] === 'to' || words[0] === 'for';
  if (lemma === 'ask' || lemma === 'invite' || lemma === 'urge')
    return near.slice(1).some((w) => w === 'to' || w === 'for') || words[0] === 'for' || words[0] === 'that';
  if (lemma === 'seek')
    return near.some((w) =>
      /^(?:authori[sz]ation|approval|permission|consent|help|mandate|reinforcements|troops|extension)$/.test(w),
    );
  return true;
}

/** "was approved by the president", "a motion passed by parliament": the body after "by". */
function byPhrase(
  view: SentenceView,
  i: number,
  deciding: Deciding,
): Pick<Decided, 'body' | 'matter' | 'ahead'> | null {
  const { tokens } = view;
  if (deciding === 'resolve' || deciding === 'ask') {
    if (!/^(?:requested|demanded|sought|agreed|decided)$/.test(lower(tokens, i))) return null;
  }
  let by = i + 1;
  while (by < Math.min(tokens.length, i + 8) && lower(tokens, by) !== 'by' && !/^[,;.]$/.test(lower(tokens, by))) by++;
  if (lower(tokens, by) !== 'by') return null;
  const passive = isPassive(tokens, i);
  const reduced = by === i + 1 && !isPassive(tokens, i) && !/^(?:has|have|had)$/.test(lower(tokens, i - 1));
  if (!passive && !reduced) return null;
  const body = bodyOf(view, phraseAfter(tokens, by + 1));
  if (!body) return null;
  let from = i;
  while (from > 0 && i - from < 24 && !/^[;.:]$/.test(lower(tokens, from - 1))) from--;
  const matter: Range = { from, to: i };
  const words = tokens.slice(from, i + 1);
  if (words.some((t) => /^(?:not|n't|never|may|could|would)$/.test(t.lower))) return null;
  if (lower(tokens, i) === 'backed' || (reduced && !words.slice(-5).some((t) => DOCUMENT.test(t.lower)))) return null;
  const struck = deciding !== 'extend' && words.slice(-6).some((t) => /^(?:strikes?|raid|attack)$/.test(t.lower));
  if (!concernsForces(words) && !struck && !(words.some((t) => DOCUMENT.test(t.lower)) && spokenOfForces(view)))
    return null;
  const ahead = words
    .slice(-6)
    .some((t) => /^(?:must|until|be|needs?|will|awaits?)$/.test(t.lower) && t.lower !== 'been');
  // "until it is signed by the president" says what is still needed; it decides nothing.
  if (words.slice(-7).some((t) => /^(?:until|unless|before|if|once|must)$/.test(t.lower))) return null;
  return { body, matter, ahead };
}

/** What the matter makes of the verb: "approved a plan to withdraw" is withdraw, "authorised 400 men" authorise, "turned down" other. */
export function actionOf(decided: Pick<Decided, 'deciding' | 'lemma' | 'matter'>, tokens: readonly Token[]): Action {
  const matter = tokens.slice(decided.matter.from, decided.matter.to);
  const action = actionIn(matter)?.action ?? null;
  switch (decided.deciding) {
    case 'refuse':
      return 'other';
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
      // "accepted a request for 500 peacekeepers": what was asked for is to be sent.
      return action ?? (matter.some((t) => /^(?:requests?|calls?|appeals?)$/.test(t.lower)) ? 'deploy' : 'authorise');
    case 'resolve':
      return lower(matter, 0) === 'against' ? 'other' : (action ?? 'other');
  }
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
  return decided.ahead
    ? []
    : dates.filter((d) => d.from >= decided.matter.from && d.from < decided.matter.to && past(d)).slice(0, 1);
}

const predicateAt = (view: SentenceView, at: number): Predicate | null =>
  view.predicates.find((p) => (p.item.kind === 'verb' ? p.item.main === at : p.item.from <= at && p.item.to > at)) ??
  null;
