// Numbers killed and wounded around an attack: null where not stated, and for "dozens".
import { readCardinal } from '../../../../text/number-words.ts';
import type { NounLike } from '../../../syntax/item.ts';
import { type SentenceView, textOf } from '../../../syntax/predicate.ts';

export interface Toll {
  readonly killed: number | null;
  readonly wounded: number | null;
}

const HEDGES =
  /^(?:at least|more than|fewer than|less than|up to|as many as|no fewer than|about|around|some|over|nearly|almost)\b/;
const NOBODY = /^(?:no|nobody|none)$/;

/** How far behind "left" its "dead" stands, past those counted. */
export const LEFT = 14;

/** The toll that the verbs between two tokens give. */
export function tollOf(view: SentenceView, from: number, to: number): Toll {
  let killed: number | null = null;
  let wounded: number | null = null;
  for (const predicate of view.predicates) {
    if (predicate.item.from < from || predicate.from >= to || predicate.item.kind !== 'verb') continue;
    const reach = predicate.lemma === 'leave' ? LEFT : 8;
    const after = view.tokens.slice(predicate.item.to, predicate.item.to + reach).map((t) => t.lower);
    const dead = after.includes('dead');
    const hurt = after.includes('wounded') || after.includes('injured');
    const deaths =
      /^(?:kill|assassinate|behead|execute|massacre|murder|slay|shoot dead|gun down)$/.test(predicate.lemma) ||
      (predicate.lemma === 'claim' && after.includes('lives')) ||
      (predicate.lemma === 'find' && dead) ||
      predicate.lemma === 'lose' ||
      (/^(?:shoot|leave)$/.test(predicate.lemma) && dead);
    const dies = predicate.lemma === 'die';
    const wounds = /^(?:wound|injure|hurt)$/.test(predicate.lemma) || (predicate.lemma === 'leave' && hurt && !dead);
    if (!deaths && !dies && !wounds) continue;
    const headline = !dies && predicate.object.length === 0;
    const n = countOf(view, dies || headline ? predicate.subject : predicate.object);
    if (n === null) continue;
    if (wounds) wounded ??= n;
    else killed ??= n;
  }
  const isNobody = killed === null && wounded === null && hasNoCasualties(view, from, to);
  return isNobody ? { killed: 0, wounded: 0 } : { killed, wounded };
}

/** "without casualties", "but caused no casualties"; "no civilian casualties" leaves the others open. */
const hasNoCasualties = ({ tokens }: SentenceView, from: number, to: number): boolean =>
  tokens
    .slice(from, to)
    .some(
      (t, i, all) => t.lower === 'casualties' && /^(?:no|without|without any|without causing)$/.test(lastWords(all, i)),
    );

const lastWords = (tokens: readonly { readonly lower: string }[], i: number): string => {
  const before = tokens[i - 1]?.lower ?? '';
  return /^(?:any|causing)$/.test(before) ? `${tokens[i - 2]?.lower ?? ''} ${before}` : before;
};

/** The sum of what the phrases count; one where a single person is named. */
function countOf(view: SentenceView, items: readonly NounLike[]): number | null {
  let sum: number | null = null;
  for (const item of items) {
    const n = numberOf(view, item);
    // "1.5 dead" is a slip of the text: persons are whole. So are twenty-digit numbers of them.
    if (n !== null && Number.isSafeInteger((sum ?? 0) + n)) sum = (sum ?? 0) + n;
  }
  return sum;
}

function numberOf(view: SentenceView, item: NounLike): number | null {
  if (item.kind === 'force' && item.quantity) {
    const { min, max } = item.quantity;
    return min !== null && (max === null || max === min) ? min : null;
  }
  if (item.kind === 'number')
    return item.number.max === null || item.number.min === item.number.max ? item.number.min : null;
  // "four others": the number stands before the pronoun.
  if (item.kind === 'pronoun') {
    const before = readCardinal(view.tokens, item.from - 1);
    return before?.to === item.from && !before.approx ? before.value : null;
  }
  const hedged = HEDGES.exec(textOf(view, item).toLowerCase());
  const from = item.from + (hedged ? hedged[0].trim().split(/\s+/).length : 0);
  const first = view.tokens[from]?.lower ?? '';
  if (/^(?:number|group|series|string|handful|crowd|family|couple)$/.test(view.tokens[from + 1]?.lower ?? ''))
    return null;
  if (/^(?:a|an|one|another)$/.test(first) || /^an?$/.test(view.tokens[item.from - 1]?.lower ?? '')) return 1;
  if (NOBODY.test(first)) return 0;
  const read = readCardinal(view.tokens, from);
  return read && !read.approx ? read.value : null;
}
