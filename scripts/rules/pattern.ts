// A pattern over the words and chunks of a sentence, for looking before writing a rule. Grammar in docs/writing-rules.md.
import type { Item } from '../../src/extract/syntax/item.ts';
import type { SentenceView } from '../../src/extract/syntax/predicate.ts';

/** Where a pattern matched: token indices [from, to). */
export interface Hit {
  readonly from: number;
  readonly to: number;
}

type Element =
  | { readonly kind: 'word'; readonly words: ReadonlySet<string> }
  | { readonly kind: 'verb'; readonly lemmas: ReadonlySet<string> }
  | { readonly kind: 'item'; readonly item: string; readonly trait: string | null }
  | { readonly kind: 'one' }
  | { readonly kind: 'gap' };

/** A gap takes at most so many tokens: words far apart have nothing to do with each other. */
const LONGEST_GAP = 15;
const ITEMS = 'force place actor date mission pronoun noun number nominal verb link word'.split(' ');

export type SentencePattern =
  | { readonly kind: 'text'; readonly text: RegExp }
  | { readonly kind: 'items'; readonly elements: readonly Element[] };

/** Throws an Error that says what is wrong and where. */
export function parsePattern(source: string): SentencePattern {
  const regex = /^\/(.+)\/([a-z]*)$/s.exec(source.trim());
  if (regex) {
    try {
      return { kind: 'text', text: new RegExp(regex[1]!, `${regex[2]!.replace(/[gy]/g, '')}g`) };
    } catch (error) {
      throw new Error(`"${source}" is no regular expression: ${(error as Error).message}`);
    }
  }
  const parts = source.trim().split(/\s+/).filter(Boolean);
  if (parts.length === 0) throw new Error('the pattern is empty: write words, {verb}, <force> or /regex/');
  const elements = parts.map(elementOf);
  if (elements.every((e) => e.kind === 'gap' || e.kind === 'one')) throw new Error(`"${source}" matches everything`);
  return { kind: 'items', elements };
}

function elementOf(part: string): Element {
  if (part === '...') return { kind: 'gap' };
  if (part === '*') return { kind: 'one' };
  const alternatives = (text: string) => new Set(text.toLowerCase().replaceAll('_', ' ').split('|'));
  const verb = /^\{([^{}]+)\}$/.exec(part);
  if (verb) return { kind: 'verb', lemmas: alternatives(verb[1]!) };
  const item = /^<([a-z]+)(?::([^<>]+))?>$/.exec(part);
  if (item) {
    if (!ITEMS.includes(item[1]!))
      throw new Error(`"${part}": there is no <${item[1]}>; there are ${ITEMS.map((i) => `<${i}>`).join(' ')}`);
    return { kind: 'item', item: item[1]!, trait: item[2]?.toLowerCase() ?? null };
  }
  if (/[{}<>]/.test(part)) throw new Error(`"${part}": a bracket is not closed, or not alone in its word`);
  return { kind: 'word', words: alternatives(part) };
}

/** Every place where the pattern matches, the first of those that overlap. */
export function matchPattern(pattern: SentencePattern, view: SentenceView): readonly Hit[] {
  const hits: Hit[] = [];
  if (pattern.kind === 'text') {
    const { text } = view.document;
    for (const found of text.slice(view.sentence.start, view.sentence.end).matchAll(pattern.text)) {
      const start = view.sentence.start + found.index;
      const from = view.tokens.findIndex((t) => t.end > start);
      const to = view.tokens.findLastIndex((t) => t.start < start + Math.max(1, found[0].length)) + 1;
      if (from >= 0 && to > from) hits.push({ from, to });
    }
    return hits;
  }
  for (let from = 0; from < view.tokens.length; ) {
    const to = matchFrom(pattern.elements, 0, view, from, new Set());
    if (to !== null && to > from) hits.push({ from, to });
    from = to !== null && to > from ? to : from + 1;
  }
  return hits;
}

/** `failed` holds the pairs of element and token already tried, so that the work stays linear in both. */
function matchFrom(
  elements: readonly Element[],
  index: number,
  view: SentenceView,
  at: number,
  failed: Set<number>,
): number | null {
  const element = elements[index];
  if (element === undefined) return at;
  const key = index * (view.tokens.length + 1) + at;
  if (failed.has(key)) return null;
  for (const next of endsOf(element, view, at)) {
    const end = matchFrom(elements, index + 1, view, next, failed);
    if (end !== null) return end;
  }
  failed.add(key);
  return null;
}

/** Where an element that begins at a token can end, nearest first. */
function endsOf(element: Element, view: SentenceView, at: number): readonly number[] {
  const left = view.tokens.length - at;
  switch (element.kind) {
    case 'gap':
      return Array.from({ length: Math.min(LONGEST_GAP, left) + 1 }, (_, n) => at + n);
    case 'one':
      return left > 0 ? [at + 1] : [];
    case 'word':
      return left > 0 && element.words.has(view.tokens[at]!.lower) ? [at + 1] : [];
    case 'verb':
      return view.items
        .filter((i) => (i.kind === 'verb' || i.kind === 'nominal') && beginsAt(i, at))
        .filter((i) => element.lemmas.has('*') || ('lemma' in i && element.lemmas.has(String(i.lemma))))
        .map((i) => i.to);
    case 'item':
      return view.items
        .filter(
          (i) =>
            i.kind === element.item && beginsAt(i, at) && (element.trait === null || traitsOf(i).has(element.trait)),
        )
        .map((i) => i.to);
  }
}

/** A phrase begins with its preposition or after it, a verb group with its auxiliaries or at its main verb. */
const beginsAt = (item: Item, at: number): boolean =>
  item.to > at && (item.from === at || item.start === at || (item.kind === 'verb' && item.main === at));

/** What a pattern can ask of an item after a colon: <force:strong>, <force:de>, <place:iq>, <actor:ministry>, <place:home>. */
function traitsOf(item: Item): ReadonlySet<string> {
  const traits: (string | null | undefined)[] = [];
  if ('prep' in item) traits.push(item.prep);
  if (item.kind === 'force') {
    traits.push(item.sort, item.head, item.portion, item.whole && 'part', item.quantity ? 'counted' : 'uncounted');
    traits.push(item.anaphor ? 'anaphor' : null, ...(item.owner?.kind === 'named' ? item.owner.parties : []));
  } else if (item.kind === 'place') traits.push(item.ref, ...item.places.flatMap((p) => [p.country, p.name]));
  else if (item.kind === 'actor') traits.push(item.what, item.role, item.party, item.name);
  else if (item.kind === 'mission') traits.push(item.name, item.entry ? 'known' : 'unknown');
  else if (item.kind === 'noun') traits.push(item.head);
  else if (item.kind === 'nominal') traits.push(item.noun, item.lemma);
  else if (item.kind === 'pronoun' || item.kind === 'word') traits.push(item.word);
  else if (item.kind === 'link') traits.push(item.link, item.word);
  else if (item.kind === 'verb') traits.push(item.lemma, item.tense, item.aspect, item.voice, item.form, item.modal);
  return new Set(traits.filter((t): t is string => typeof t === 'string').map((t) => t.toLowerCase()));
}
