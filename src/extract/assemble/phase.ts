// Tense, aspect and factuality -> how far a movement has come, and whether it is to last.
import type { Phase } from '../../model/claim.ts';
import type { Predicate, SentenceView } from '../syntax/predicate.ts';
import { sharesFuture } from '../syntax/shared-future.ts';

/** Null where nothing may be claimed at all. */
export function phaseOf(p: Predicate | null, view: SentenceView): Phase | null {
  if (p === null) return 'completed';
  const { mode, aspect } = p.factuality;
  const taken = takenForGranted(p);
  if (taken !== null) return taken;
  if (mode === 'none') return null;
  if (mode === 'cancelled') return 'cancelled';
  if (mode === 'proposed') return 'proposed';
  if (mode === 'planned') return 'planned';
  if (ORDERS.test(p.lemma) && p.item.kind === 'verb') return 'planned';
  if (p.lemma === 'offer' && p.item.kind === 'verb') return 'proposed';
  if (p.item.kind === 'nominal') return nounPhase(p, view);
  const { item } = p;
  if (item.tense === 'future' || sharesFuture(p)) return 'planned';
  if (item.form === 'infinitive') return infinitivePhase(p, view);
  if (item.form === 'gerund') return gerundPhase(p, view);
  if (aspect === 'begin') return 'underway';
  if (aspect === 'continue') return 'underway';
  if (item.aspect === 'progressive')
    return item.tense !== 'past' && (hasFutureDate(p) || isYetToCome(p, view)) ? 'planned' : 'underway';
  if (item.tense === 'present' && item.aspect === 'simple' && isBeforeFuture(p, view)) return 'planned';
  if (item.tense === 'present' && item.aspect === 'simple' && item.voice === 'active' && hasFutureDate(p))
    return 'planned';
  if (item.tense === 'present' && item.aspect !== 'perfect' && isYetToCome(p, view)) return 'planned';
  return 'completed';
}

/** "may stay after its withdrawal in May": what stands behind "after" is not in doubt. */
function takenForGranted(p: Predicate): Phase | null {
  const { mode } = p.factuality;
  if (p.item.kind !== 'nominal' || (mode !== 'cancelled' && mode !== 'proposed')) return null;
  // "With the withdrawal from Chad, the army is in no large mission".
  const opens = p.item.prep === 'with' && p.governor !== null && p.item.to < p.governor.item.from;
  if (p.item.prep !== 'after' && p.item.prep !== 'following' && !opens) return null;
  return hasFutureDate(p) ? 'planned' : 'completed';
}

const ORDERS = /^(?:order|direct|assign|commit|pledge|promise|earmark|allocate)$/;

const hasFutureDate = (p: Predicate): boolean =>
  p.dates.some(
    (d) =>
      d.date.kind !== 'since' &&
      d.date.kind !== 'duration' &&
      d.date.inferred &&
      d.date.ahead !== null &&
      d.date.period !== null &&
      d.date.ahead.start !== d.date.period.start &&
      d.prep !== 'since',
  );

/** "in the coming weeks", "next month": a time that has not begun. */
const isYetToCome = (p: Predicate, view: SentenceView): boolean =>
  p.dates.some(({ date, prep }) => {
    const start = date.period?.start ?? null;
    const { published } = view.document;
    if (!date.inferred || date.kind === 'since' || date.kind === 'duration' || prep === 'since') return false;
    return (
      start !== null && published !== null && (start > published || (start === published && date.period?.end === null))
    );
  });

/** "will stay after most troops withdraw": a clause of time beside a future. */
function isBeforeFuture(p: Predicate, view: SentenceView): boolean {
  const at = view.items.indexOf(p.item);
  const opens = view.items
    .slice(Math.max(0, at - 4), at)
    .some((x) => x.kind === 'link' && x.link === 'time' && x.word !== 'as' && x.word !== 'while');
  return opens && view.predicates.some((q) => q !== p && q.item.kind === 'verb' && q.item.tense === 'future');
}

function infinitivePhase(p: Predicate, view: SentenceView): Phase {
  const g = p.governor;
  if (g === null) return 'planned';
  const { aspect } = p.factuality;
  const governed = phaseOf(g, view) ?? 'planned';
  if (aspect === 'begin' || aspect === 'continue') return governed === 'completed' ? 'underway' : governed;
  if (aspect === 'complete') return governed;
  // "are busy packing to come home".
  if (g.item.kind === 'verb' && g.lemma === 'be' && g.item.tense === 'present') return 'planned';
  return governed === 'completed' &&
    g.item.kind === 'verb' &&
    /^(?:manage|help|go on|have|be|take|need|use)$/.test(g.lemma)
    ? 'completed'
    : governed === 'completed'
      ? 'planned'
      : governed;
}

function gerundPhase(p: Predicate, view: SentenceView): Phase {
  const g = p.governor;
  if (p.item.kind === 'verb' && p.item.aspect === 'perfect') return 'completed';
  if (p.relation === 'participle') {
    if (p.dates.some((x) => x.date.kind === 'until')) return 'planned';
    const main = view.predicates.find(
      (q) => q.item.kind === 'verb' && q.item.form === 'finite' && q.subject.some((s) => p.subject.includes(s)),
    );
    return main?.item.kind === 'verb' && main.item.tense === 'future' ? 'planned' : 'underway';
  }
  if (g === null) return 'underway';
  if (/^(?:thank|praise|condemn|criticise|criticize|blame|congratulate|regret|accuse)$/.test(g.lemma))
    return 'completed';
  // "a plan that involves sending 5,000 more": what it is to be.
  if (
    /^(?:involve|include|entail|envisage|foresee|mean|require)$/.test(g.lemma) &&
    g.item.kind === 'verb' &&
    g.item.tense === 'present'
  )
    return 'planned';
  const governed = phaseOf(g, view) ?? 'planned';
  const { aspect } = p.factuality;
  // "denied that it would go there after leaving Mali": the leaving is not denied.
  if (governed === 'cancelled' && view.tokens[p.item.from - 1]?.lower === 'after') return 'completed';
  if (aspect === 'begin' || aspect === 'continue') return governed === 'completed' ? 'underway' : governed;
  return governed;
}

function nounPhase(p: Predicate, view: SentenceView): Phase {
  const { aspect } = p.factuality;
  const g = p.governor;
  const prep = p.item.kind === 'nominal' ? p.item.prep : null;
  if (prep !== null && /^(?:after|following|since|despite|with)$/.test(prep)) return 'completed';
  if (prep === 'before' || prep === 'ahead' || prep === 'for') return 'planned';
  if (g === null) {
    const main = view.predicates.find((q) => q.item.kind === 'verb' && q.item.form === 'finite');
    if (main?.item.kind === 'verb' && main.item.tense === 'future') return 'planned';
    return p.item.kind === 'nominal' && p.item.definite ? 'completed' : 'planned';
  }
  const governed = phaseOf(g, view) ?? 'planned';
  if (aspect === 'begin' || aspect === 'continue') return governed === 'completed' ? 'underway' : governed;
  if (aspect === 'complete') return g.item.kind === 'verb' && g.item.aspect === 'progressive' ? 'underway' : governed;
  return governed;
}

const LASTS_NOT =
  /\b(?:temporar(?:y|ily)(?! occupied)|for the time being|for now|short-term|stop-?gap|until (?:\w+ ){0,4}(?:resumes?|restarts?|improves?|allows?|can resume|is able|are able|returns?|calms?|further notice)|pending\b|will be back|(?:are|is|will|can|to) (?:\w+ )?(?:go back|return|be reinstated|come back) (?:as soon as|once|when)|when the (?:\w+ )?(?:training|situation|classes) )/i;

/** True where the clause, or the words right after it, say that it is not to last. */
export function isTemporary(p: Predicate | null, view: SentenceView, from: number, to: number): boolean {
  if (p?.item.kind === 'verb' && p.item.adverbs.includes('temporarily')) return true;
  // "will be back in Brisbane": home, and not for a while.
  const clause = clauseText(view, from, to).replace(p?.lemma === 'be' ? /\bwill be back\b/i : /$^/, '');
  if (LASTS_NOT.test(clause.replace(/\bbe back home\b/i, ''))) return true;
  return false;
}

/** The text from the last stop before `from` to the next semicolon, or the sentence's end. */
function clauseText(view: SentenceView, from: number, to: number): string {
  const { tokens, document } = view;
  let start = from;
  while (start > 0 && tokens[start - 1]!.text !== ';') start--;
  let end = to;
  while (end < tokens.length) end++;
  return document.text.slice(tokens[start]!.start, tokens[end - 1]!.end);
}
