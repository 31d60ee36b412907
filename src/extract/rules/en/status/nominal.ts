// A change of a mission told by a noun: "the end of its mission", "an extension of the mandate", "announced an offensive".
import type { StatusWord } from '../../../../model/claim.ts';
import type { StatusFinding } from '../../../finding.ts';
import { rule } from '../../../rule.ts';
import type { NounLike } from '../../../syntax/item.ts';
import type { Predicate, SentenceView } from '../../../syntax/predicate.ts';
import { decidingOf } from '../decision/words.ts';
import { activityOf, isMilitary, statusFinding } from './read-status.ts';
import { DRILL } from './words.ts';

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
    const in_ = link === 'in' && (status === 'suspended' || status === 'resumed');
    if (!(link === 'of' || in_ || (link === 'to' && status !== 'started'))) continue;
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
    if (DRILL.test(activity.name ?? '') && status !== 'extended' && status !== 'suspended') continue;
    // Who comes home from a deployment has moved; the mission goes on.
    if (item.kind === 'nominal' && item.lemma === 'deploy' && status !== 'extended' && status !== 'suspended') continue;
    const holder = view.predicates.filter((p) => p.item.kind === 'verb' && p.item.from < i).at(-1) ?? ofItsOwn(view, i);
    const agents = holder?.subject.filter((s) => s.kind === 'force' || s.kind === 'actor') ?? [];
    if (!isMilitary(view, activity, agents)) continue;
    // "the cabinet backed an extension of the mission": the decision says it.
    if (status === 'extended' && holder?.item.kind === 'verb' && decides(tokens[holder.item.main]!.lower)) continue;
    // "came to mark the end of the operation": it has ended.
    const marks = holder?.lemma === 'mark' && holder.item.kind === 'verb' && holder.item.form === 'infinitive';
    const ahead =
      holder !== null &&
      !marks &&
      (holder.factuality.mode === 'planned' || (holder.item.kind === 'verb' && holder.item.tense === 'future'));
    // "meets to consider an extension of the mandate": nothing is extended.
    if (holder && /^(?:consider|discuss|debate|review|seek|recommend|propose|weigh|request|urge)$/.test(holder.lemma))
      continue;
    if (
      holder &&
      (holder.factuality.mode === 'none' ||
        holder.factuality.mode === 'cancelled' ||
        holder.factuality.mode === 'proposed')
    )
      continue;
    const word: StatusWord = ahead && status !== 'extended' ? 'planned' : status;
    // "reached the end of its mandate": the set phrase tells it.
    if (!holder || (/^(?:reach|come|draw)$/.test(holder.lemma) && holder.item.from < i)) continue;
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

/** "The end of the mission came last month": the clause whose subject it is. */
const ofItsOwn = (view: SentenceView, at: number): Predicate | null =>
  view.predicates.find(
    (p) =>
      p.item.kind === 'verb' &&
      /^(?:come|follow|mean|be)$/.test(p.lemma) &&
      p.subject.some((n) => n.from <= at && at < n.to),
  ) ?? null;

const decides = (word: string): boolean =>
  decidingOf(word) !== null || /^(?:grant(?:s|ed)?|giv(?:e|es|en)|gave)$/.test(word);

/** "The rebels announce an offensive": who announces an attack has begun it. */
function announced(predicate: Predicate, view: SentenceView): StatusFinding[] {
  if (predicate.item.kind !== 'verb' || predicate.item.negated || predicate.item.voice === 'passive') return [];
  const activity =
    predicate.object
      .map((o) => activityOf(view, o, false))
      .find((a) => a !== null && /\b(?:offensive|blockade|campaign|operation)\b/i.test(a.name ?? '')) ?? null;
  const agents = predicate.subject.filter((s) => s.kind === 'actor' || s.kind === 'force');
  if (!activity || agents.length === 0 || !isMilitary(view, activity, agents)) return [];
  // "declared Operation Serval over".
  const isOver = /^(?:over|complete|completed|finished|ended|concluded|closed)$/.test(
    view.tokens[activity.at.to]?.lower ?? '',
  );
  const begun = /offensive|blockade/i.test(activity.name ?? '') ? 'started' : 'planned';
  return [statusFinding(view, predicate, activity, isOver ? 'ended' : begun, agents)];
}

export const endOf = rule({
  id: 'status/end-of',
  on: 'sentence',
  wake: /\b(?:end|ending|closure|conclusion|completion|termination|start|launch|beginning|extension|renewal|suspension|halt|pause|resumption) (?:of|to|in)\b/i,
  read: nouns,
  examples: {
    'Oman announces a pause in its air operations in Yemen.': [
      'status OM mission "air operations in Yemen" YE suspended by "Oman"',
    ],
    'France has left Bangui. Its minister came to mark the end of Operation Sangaris.': [
      'status FR mission "Operation Sangaris" CF ended',
    ],
    'The end of the Danish peacekeeping mission in Mali came last month.': [
      'status DK mission "Danish peacekeeping mission in Mali" ML ended [2020-05-01..2020-05-31]',
    ],
    'French troops left Bangui, marking the end of Operation Sangaris.': [
      'status FR mission "Operation Sangaris" CF ended',
    ],
  },
  not: [
    'Danish troops in Latvia marked the start of the exercise.',
    'By the end of the mission in Mali France had lost 50 soldiers.',
    'The council meets to consider an extension of the mandate of UNIFIL.',
    'Parliament has granted a one-year extension of its mission in Mali.',
  ],
});

export const announces = rule({
  id: 'status/announced',
  on: 'predicate',
  lemmas: new Set(['announce', 'declare']),
  read: announced,
  examples: {
    'France declared Operation Sangaris over in 2016.': [
      'status FR mission "Operation Sangaris" CF ended [2016-01-01..2016-12-31]',
    ],
    'The Taliban announced an offensive in Helmand.': [
      'status TALIBAN mission "offensive in Helmand" AF started by "Taliban"',
    ],
  },
  not: ['The shop announced a campaign in Helmand.'],
});
