// What the words around a predicate make of it, before any rule reads it: denied, refused, considered, planned, supposed. The chain of holders
// is walked outwards; the strongest word wins, and a negation turns what it stands on.

import { wordsOf } from '../../text/words-of.ts';
import { controlOf, reports } from '../lexicon/control.ts';
import type { Building } from './building.ts';
import type { Item, VerbItem } from './item.ts';
import { isLink } from './item-tests.ts';
import type { Factuality } from './predicate.ts';
import { type Raise, reported } from './reported.ts';
import { conditional, dropped, staysInstead } from './supposed.ts';
import { isBaseless, isOfDeniedTale, RUMOUR } from './tale.ts';

type Mode = Factuality['mode'];

const PLANNED_MODALS: ReadonlySet<string> = new Set([
  'be to',
  'due',
  'set',
  'expected',
  'scheduled',
  'going',
  'slated',
  'bound',
  'expecting',
  'preparing',
  'ready',
  'prepared',
  'planning',
  'about',
  'obliged',
  'required',
  'forced',
]);
const PROPOSED_MODALS: ReadonlySet<string> = new Set([
  'may',
  'might',
  'could',
  'should',
  'must',
  'would',
  'can',
  'likely',
  'unlikely',
  'poised',
  'able',
  'supposed',
  'allowed',
  'willing',
  'unwilling',
  'unable',
]);
const HEARSAY: ReadonlySet<string> = new Set(['believed', 'reported', 'said', 'thought', 'understood']);
/** Nouns that hold what follows them: "plans to", "a proposal to", "rumours of". */
const NOUN_MODES: ReadonlyMap<string, Mode> = new Map([
  ...'plan decision order agreement intention promise pledge commitment resolution move step bill deadline deal mandate preparation scheme approval consent clearance go-ahead blessing light nod'
    .split(' ')
    .map((n): [string, Mode] => [n, 'planned']),
  ...'negotiation proposal request call demand offer threat appeal idea possibility option talk discussion suggestion recommendation need desire effort interest pressure ultimatum motion authority permission debate case matter question issue prospect notion wisdom readiness consultation speculation attempt right capacity ability'
    .split(' ')
    .map((n): [string, Mode] => [n, 'proposed']),
  ...'refusal failure cancellation'.split(' ').map((n): [string, Mode] => [n, 'cancelled']),
]);
const RANK: Readonly<Record<Mode, number>> = { asserted: 0, planned: 1, proposed: 2, cancelled: 3, none: 4 };

export function factualityOf(items: readonly Item[], b: Building, others: readonly Building[]): Factuality {
  const by: string[] = [];
  let mode: Mode = 'asserted';
  let aspect: Factuality['aspect'] = null;
  const raise = (to: Mode, word: string): void => {
    if (RANK[to] > RANK[mode]) mode = to;
    if (to !== 'asserted') by.push(word);
  };
  if (b.item.kind === 'verb') ownModality(futureInPast(items, b) ?? b.item, b, raise);
  else
    for (const word of b.item.adjectives) {
      if (/^(?:possible|potential|proposed|eventual|hypothetical|likely|conditional)$/.test(word))
        raise('proposed', word);
      if (
        /^(?:planned|scheduled|promised|upcoming|forthcoming|imminent|intended|announced|expected|future|agreed)$/.test(
          word,
        )
      )
        raise('planned', word);
      if (/^(?:cancelled|canceled|abandoned|aborted|alleged|rumoured|rumored)$/.test(word)) raise('cancelled', word);
    }
  const before = items[b.at - 1];
  if (isLink(before, 'preposition') && before.word === 'against' && b.item.kind === 'verb' && b.item.form === 'gerund')
    raise('cancelled', 'against');
  // "instead of drawing down": not done, and not called off.
  if (
    isLink(before, 'preposition') &&
    before.word === 'of' &&
    items[b.at - 2]?.kind === 'word' &&
    (items[b.at - 2] as { word: string }).word === 'instead'
  )
    raise('none', 'instead');
  // "could bar Russian warships from returning", "kept the soldiers from leaving".
  if (
    isLink(before, 'preposition') &&
    before.word === 'from' &&
    b.item.kind === 'verb' &&
    b.item.form === 'gerund' &&
    isBarred(items, b.at)
  )
    raise('none', 'from');
  holdingNoun(items, b, raise);
  if (
    b.relation === 'relative' &&
    others.some((o) => o.item.kind === 'verb' && o.item.negated && o.object.some((n) => b.subject.includes(n)))
  )
    raise('cancelled', 'not');
  if (staysInstead(b, others)) raise('cancelled', 'stay');
  let held = b;
  for (let g = b.governor, depth = 0; g !== null && depth < 6; g = g.governor, depth++) {
    const stays = held.relation === 'participle' && /^(?:remain|stay|keep)$/.test(g.lemma);
    if (held.relation === 'relative' || (held.relation === 'participle' && !stays)) break;
    if (held.relation === 'gerund' && isFactive(g)) break;
    if (held.relation === 'infinitive' && isTimely(g)) raise('proposed', 'time');
    const result = holderMode(items, g, held);
    if (held.relation === 'coordinate') {
      // Coordinated verbs share the modality, not the polarity: "will leave and return".
      if (g.item.kind === 'verb' && held.item.kind === 'verb' && held.item.bare)
        ownModality(g.item, g, (to, w) => to !== 'cancelled' && raise(to, w));
      held = g;
      continue;
    }
    // "does not rule out", "has not refused", "declined to exclude": what is not cancelled may be.
    const refused =
      result?.mode === 'cancelled' && g.relation === 'infinitive' && DECLINES.test(g.governor?.lemma ?? '');
    const spared = refused || (result?.mode === 'cancelled' && g.item.kind === 'verb' && g.item.negated);
    if (result !== null) {
      raise(spared ? 'proposed' : result.mode, g.lemma);
      aspect ??= result.aspect;
    }
    if (spared) {
      held = refused ? g.governor! : g;
      g = held;
      continue;
    }
    if (g.item.kind === 'verb' && (held.relation !== 'gerund' || result !== null))
      ownModality(futureInPast(items, g) ?? g.item, g, raise);
    if (depth === 0 || result !== null) holdingNoun(items, g, raise);
    held = g;
  }
  reported(items, b, raise);
  if (isOfDeniedTale(items, b)) raise('cancelled', 'denied');
  conditional(items, b, raise);
  dropped(items, b, raise);
  if (isDemanded(items, b)) return { mode: 'proposed', by: ['unless'], aspect };
  if (isAsked(items, b)) raise('proposed', 'when');
  if (isAwaited(items, b)) raise('none', 'until');
  return { mode, by, aspect };
}

const LEAVES = wordsOf(/^(?:withdraw|pull|pull out|leave|remove|recall|quit|bring home)$/);

/** "will be killed unless Peru withdraws its troops", "if Peru does not withdraw", "if Peru refuses to withdraw": what a threat demands. */
function isDemanded(items: readonly Item[], b: Building): boolean {
  if (b.item.kind !== 'verb' || !LEAVES.has(b.lemma)) return false;
  const refuses = b.relation === 'infinitive' && /^(?:refuse|fail|decline)$/.test(b.governor?.lemma ?? '');
  const from = refuses ? b.governor!.at : b.at;
  for (let j = from - 1; j >= 0 && j > from - 8; j--) {
    const item = items[j]!;
    if (item.kind === 'verb' || isLink(item, 'semicolon', 'comma', 'that') || isLink(item, 'relative', 'time', 'cause'))
      return false;
    if (isLink(item, 'if')) return item.word === (b.item.negated || refuses ? 'if' : 'unless');
  }
  return false;
}

/** "no inquiry until troops arrive home": when or whether they do is not told. */
function isAwaited(items: readonly Item[], b: Building): boolean {
  const { item } = b;
  if (item.kind !== 'verb' || item.tense !== 'present' || item.aspect !== 'simple' || b.dates.length > 0) return false;
  const opener = items.slice(Math.max(0, b.at - 3), b.at).findLast((x) => x.kind === 'link' || x.kind === 'verb');
  return isLink(opener, 'time') && /^(?:until|till)$/.test(opener.word);
}

/** "should decide when to pull out", "is weighing how to leave": nothing is settled. */
function isAsked(items: readonly Item[], b: Building): boolean {
  const [word, verb] = [items[b.at - 1], items[b.at - 2]?.kind === 'word' ? items[b.at - 3] : items[b.at - 2]];
  if (b.item.kind !== 'verb' || b.item.form !== 'infinitive' || b.governor !== null) return false;
  const asks = isLink(word, 'time', 'if') || (word?.kind === 'word' && /^(?:how|when|whether|where)$/.test(word.word));
  return asks && verb?.kind === 'verb' && (verb.modal !== null || verb.aspect === 'progressive');
}

const DECLINES = /^(?:refuse|decline)$/;

const isBarred = (items: readonly Item[], at: number): boolean =>
  items
    .slice(Math.max(0, at - 7), at)
    .some((x) => x.kind === 'verb' && /^(?:bar|ban|prevent|stop|block|keep|deter|prohibit|dissuade)$/.test(x.lemma));

/** "said NATO would send": a future seen from the past, not a supposition. */
function futureInPast(items: readonly Item[], b: Building): VerbItem | null {
  if (b.item.kind !== 'verb' || !/^(?:would|should)$/.test(b.item.modal ?? '')) return null;
  const should = b.item.modal === 'should';
  const [subject] = b.subject;
  for (let j = b.at - 1; j >= Math.max(0, b.at - 14); j--) {
    const item = items[j]!;
    if (isLink(item, 'if', 'semicolon')) return null;
    // "said 95 soldiers serving in Mali would return", "said troops sent to guard it would leave": what describes them lies between.
    const describes = item.kind === 'verb' && item.bare && (item.form === 'participle' || item.from === subject?.to);
    if (item.kind === 'verb' && (item.form === 'gerund' || item.form === 'infinitive' || describes)) continue;
    if (item.kind === 'verb')
      return (item.tense === 'past' || item.aspect === 'perfect') &&
        (should
          ? /^(?:decide|agree|rule|vote|order|resolve)$/.test(item.lemma)
          : reports(item.lemma) || /^(?:announce|decide|agree|promise|pledge|vow|confirm)$/.test(item.lemma))
        ? { ...item, modal: 'be to', negated: b.item.negated }
        : null;
  }
  return should ? null : saidBehind(items, b, b.item);
}

/** "The pullout would be over by May, the premier said": told behind a comma that ends the clause. */
function saidBehind(items: readonly Item[], b: Building, own: VerbItem): VerbItem | null {
  if (items.slice(0, b.at).some((x) => isLink(x, 'if', 'semicolon'))) return null;
  const said = items.findIndex((x, i) => i > b.at && x.kind === 'verb');
  const item = items[said];
  if (item?.kind !== 'verb' || item.tense !== 'past' || item.modal !== null || !reports(item.lemma)) return null;
  const comma = items.findLastIndex((x, i) => i < said && isLink(x, 'comma', 'quote'));
  const who = items.slice(comma + 1, said).filter((x) => x.kind === 'actor' || x.kind === 'pronoun');
  return comma > b.at && said - comma <= 4 && who.length === 1 ? { ...own, modal: 'be to' } : null;
}

/** "thanked Chad for sending", "accused Mali of hiding": what follows is taken as done. */
export const isFactive = (g: Building): boolean =>
  /^(?:thank|praise|condemn|criticise|criticize|blame|congratulate|regret|apologise|apologize)$/.test(g.lemma);

/** "it is time to", "the time has come for Chad to": nothing but a wish. */
const isTimely = (g: Building): boolean =>
  [...g.subject, ...g.object].some(
    (n) => n.kind === 'noun' && /^(?:time|moment|necessary|vital|essential|important|right|reasonable)$/.test(n.head),
  );

function ownModality(item: VerbItem, b: Building, raise: Raise): void {
  // "no longer stationed": it was so, and nothing was called off.
  if (item.negated) raise(item.adverbs.includes('longer') ? 'none' : 'cancelled', 'not');
  for (const word of item.adverbs)
    if (/^(?:likely|probably|possibly|potentially|perhaps|reportedly-may)$/.test(word)) raise('proposed', word);
  if (b.object.concat(b.subject).some((n) => n.kind === 'force' && n.adjectives.includes('no')))
    raise('cancelled', 'no');
  // An order in direct speech: "Bring our engineers home".
  if (
    item.bare &&
    item.form === 'finite' &&
    item.tense === 'present' &&
    b.subject.length === 0 &&
    b.governor === null &&
    b.object.length > 0
  )
    raise('planned', 'order');
  if (item.modal === null) return;
  if (HEARSAY.has(item.modal)) return;
  // "might have had to provide 2,000": it was not so.
  if (item.aspect === 'perfect' && /^(?:might|could|would|should)$/.test(item.modal)) raise('none', item.modal);
  // "their tour was to have ended in May": and did not.
  if (item.aspect === 'perfect' && item.modal === 'be to' && item.tense === 'past') raise('none', item.modal);
  // "were initially expected to reach 2,500": and did not.
  // "had been scheduled to return next month": before what the report tells.
  const wasOnce =
    item.tense === 'past' &&
    (item.aspect === 'perfect' || item.adverbs.some((word) => /^(?:initially|originally|previously)$/.test(word)));
  if (wasOnce && /^(?:expected|scheduled|due|set|slated)$/.test(item.modal)) raise('none', item.modal);
  if (PLANNED_MODALS.has(item.modal)) raise('planned', item.modal);
  else if (PROPOSED_MODALS.has(item.modal)) raise('proposed', item.modal);
}

/** What the holder makes of what it holds; null where it says nothing about it (a purpose, a report). */
function holderMode(
  items: readonly Item[],
  g: Building,
  held: Building,
): { readonly mode: Mode; readonly aspect: Factuality['aspect'] } | null {
  if (g.item.kind === 'nominal') return null;
  // "will see 500 soldiers leave".
  if (g.lemma === 'see' && held.relation === 'infinitive') return { mode: 'planned', aspect: null };
  if (held.relation === 'gerund' && isAdjunct(items, held, g)) return null;
  // "signed off on the dispatch of 150 troops".
  if (g.lemma === 'sign' && held.relation === 'of' && held.item.kind === 'nominal' && held.item.prep === 'on')
    return { mode: 'planned', aspect: null };
  // "is thinking about sending jets".
  if (held.relation === 'gerund' && /^(?:think|talk|speak)$/.test(g.lemma)) return { mode: 'proposed', aspect: null };
  const withObject =
    held.relation === 'infinitive' && held.subject.length > 0 && g.object.some((o) => held.subject.includes(o));
  const control = controlOf(g.lemma, withObject);
  if (control === null || control.mode === 'report')
    return held.relation === 'of' && control?.mode === 'report' ? { mode: 'planned', aspect: null } : null;
  if (held.relation === 'of') {
    // "announced a withdrawal", "ordered the withdrawal", "ruled out a withdrawal"; a subject is only touched by aspect and cancelling.
    const isSubject = g.item.kind === 'verb' && g.item.voice === 'active' && g.subject.includes(held.item as never);
    if (isSubject && control.mode !== 'cancelled' && control.aspect === null) return null;
    if (control.mode === 'asserted') return { mode: 'asserted', aspect: control.aspect };
    return { mode: control.mode, aspect: null };
  }
  if (
    held.relation === 'infinitive' &&
    control.mode === 'planned' &&
    control.control === 'object' &&
    /^(?:send|let|enable)$/.test(g.lemma)
  )
    return null;
  return { mode: control.mode, aspect: control.aspect };
}

/** A gerund after a preposition or comma only tells how or when; "protested the decision of sending" holds it by its noun. */
function isAdjunct(items: readonly Item[], held: Building, g: Building): boolean {
  const link = items[held.at - 1];
  const byNoun =
    isLink(link, 'preposition') && link.word === 'of' && held.at === g.at + 3 && items[g.at + 1]?.kind === 'noun';
  return (held.at > g.at + 2 && !byNoun) || held.at < g.at;
}

const NOBODY = /^(?:one|body|longer|doubt|time|other|member|soldier|troop|country|nation|state|force)$/;
/** "plans to withdraw", "a proposal to send", "rumours of marines landing": the noun right before the predicate. */
/** "the decision to suspend the mission and to withdraw": the first infinitive of the row, which the noun holds. */
function firstOfRow(items: readonly Item[], { at, item }: Building): number {
  const isInfinitive = (x: Item | undefined): boolean => x?.kind === 'verb' && x.form === 'infinitive';
  let first = at;
  while (isInfinitive(item) && isLink(items[first - 1], 'and', 'or')) {
    const before = items.findLastIndex((x, i) => i < first && x.kind === 'verb');
    if (before < first - 8 || !isInfinitive(items[before])) break;
    first = before;
  }
  return first;
}

function holdingNoun(items: readonly Item[], b: Building, raise: Raise): void {
  const first = firstOfRow(items, b);
  for (let j = first - 1; j >= Math.max(0, first - 3); j--) {
    const item = items[j]!;
    if (item.kind === 'word' || isLink(item, 'preposition', 'quote')) continue;
    if (item.kind === 'force' || item.kind === 'actor') continue;
    if (item.kind === 'noun' || (item.kind === 'mission' && item.entry === null)) {
      const head = item.kind === 'noun' ? item.head : (item.name.split(' ').at(-1)?.replace(/s$/, '') ?? '');
      const infinitive = b.item.kind === 'verb' && b.item.form === 'infinitive';
      const after = b.item.kind === 'verb' ? b.item.form === 'gerund' || infinitive : b.item.prep !== null;
      // "is under no obligation to send", "has no wish to stay": what no noun holds is not done.
      const nor = items[j - 1];
      const none = item.kind === 'noun' && (item.negated || (isLink(nor, 'or') && nor.word === 'nor'));
      if (none && infinitive && j === first - 1 && !NOBODY.test(head)) raise('cancelled', head);
      const mode = NOUN_MODES.get(head);
      if (mode !== undefined && after)
        raise(
          noPlans(item, items, j)
            ? 'cancelled'
            : mode === 'proposed' && isVerdict(items, j, GRANTS)
              ? 'planned'
              : isVerdict(items, j, REFUSES)
                ? 'cancelled'
                : mode,
          head,
        );
      if (RUMOUR.has(head))
        raise(isBaseless(items) ? 'cancelled' : /^rumou?r$/.test(head) ? 'proposed' : 'asserted', head);
    }
    if (item.kind === 'nominal' || item.kind === 'mission' || item.kind === 'noun') break;
    if (item.kind === 'verb' || item.kind === 'link') break;
  }
}

/** "approves the president's request to deploy", "rejected a demand to withdraw": what became of the wish. */
const isVerdict = (items: readonly Item[], j: number, verdict: RegExp): boolean =>
  items.slice(Math.max(0, j - 3), j).some((x) => x.kind === 'verb' && !x.negated && verdict.test(x.lemma));
const GRANTS = /^(?:approve|accept|endorse|pass|adopt|back|grant|ratify|authorise|authorize|agree)$/;
const REFUSES =
  /^(?:reject|turn down|refuse|rebuff|ignore|dismiss|veto|decline|drop|abandon|scrap|shelve|cancel|block|reverse|ditch|bury|freeze)$/;

/** "no plans to", "with no intention of", "has received no request to". */
const noPlans = (item: Item, items: readonly Item[], j: number): boolean => {
  const before = items[j - 1];
  // "will not make any rash moves to withdraw", "has not made a decision to send".
  if (before?.kind === 'verb' && before.negated && /^(?:make|have|take|receive|see|reach|get)$/.test(before.lemma))
    return true;
  return (item.kind === 'noun' && item.negated) || (before?.kind === 'word' && before.word === 'no');
};
