// Who decides: a body with a say, named plainly. "Iraqi lawmakers" is the Iraqi parliament; a club, a firm or a crowd has no say.
import type { Span } from '../../../../model/claim.ts';
import type { Token } from '../../../../text/document.ts';
import { wordsOf } from '../../../../text/words-of.ts';
import { groupAfter, isCapital, type Phrase } from '../../../attribution/noun-phrase.ts';
import type { SentenceView } from '../../../syntax/predicate.ts';
import { fullName } from './full-name.ts';
import { BODY_HEAD } from './words.ts';

export interface Body {
  readonly name: string;
  /** First token of the phrase in its sentence; the verb's own token where the body stands elsewhere. */
  readonly from: number;
  readonly to: number;
  /** Where the body is named in the report, for a pronoun or "the decision" of one named before. */
  readonly span?: Span;
}

const MEMBERS = /^(?:senators|lawmakers?|legislators?|mps|deputies|parliamentarians|m\.p\.s)$/;
const NO_BODY = wordsOf(
  /^(?:company|companies|club|team|teams|players|fans|investors|shareholders|bank|banks|protesters|demonstrators|workers|students|groups?|activists|critics|residents|refugees|doctors|voters|analysts|experts|families|crowd|crowds|media|newspaper|reporters|troops|soldiers|peacekeepers|contingents?|personnel|rebels|insurgents|militants|gunmen|police|fighters|report|reports|letter|statement|coach|airline|airlines|firm|university|church|scientists|opposition|parties|board|producers|republicans|democrats|supporters|clerics?|imams?|preachers?|aides?|captors|kidnappers|hijackers|hostages?|relatives|mother|father|wife|husband|widow|brother|sister|followers|worshippers|prisoners|detainees)$/,
);
const MONTH = /^(?:January|February|March|April|May|June|July|August|September|October|November|December)$/;
const STATE_KINDS: ReadonlySet<string> = new Set(['state', 'organisation', 'office', 'person']);

/** The body that a phrase names, or null where it names none with a say. */
export function bodyOf(view: SentenceView, phrase: Phrase): Body | null {
  const { tokens } = view;
  let { from, to } = phrase;
  if (from >= to) return null;
  const last = tokens[to - 1] as Token;
  if (to - from === 1 && /^(?:he|she|it|they|we|i|who|which|that|both|two)$/.test(last.lower))
    return referred(view, from, last.lower);
  const fifteen = councilOfFifteen(view, from, to);
  if (fifteen !== null) return fifteen;
  // "The Security Council in Resolution 1244": what it said it in.
  const paper = tokens.findIndex(
    (t, i) => i > from && i < to - 1 && t.lower === 'in' && /^(?:its|resolution)$/.test(tokens[i + 1]!.lower),
  );
  if (paper > 0) to = paper;
  // "The government at a meeting on Wednesday decided": where it sat.
  const sat = tokens.findIndex(
    (t, i) =>
      i > from &&
      i < to &&
      /^(?:at|during|after|in)$/.test(t.lower) &&
      tokens.slice(i + 1, i + 5).some((x) => /^(?:meeting|session|sitting|summit|talks|vote)$/.test(x.lower)),
  );
  if (sat > 0) to = sat;
  // "Parliament in June extended their stay": when it did.
  const month = tokens.findIndex(
    (t, i) => i > from && i === to - 2 && t.lower === 'in' && MONTH.test(tokens[i + 1]!.text),
  );
  if (month > 0) to = month;
  // "The parliament first agreed to it in May".
  while (to - 1 > from && /^(?:first|also|later|then|now|again|once|already|last)$/.test(tokens[to - 1]!.text)) to--;
  while (/^(?:the|a|an|that|this|both|all)$/.test(tokens[from]!.lower) && to - from > 1) from++;
  while (to - 1 > from && (tokens[to - 1]!.kind === 'punctuation' || tokens[to - 1]!.lower === "'s")) to--;
  while (to - from > 1 && /ing$/.test(tokens[from]!.lower) && !isCapital(tokens[from])) from++;
  if (isOneOfHouse(view, from, to)) return null;
  if (!hasSay(view, from, to) && !hasOfficeBeside(view, from, to)) return null;
  const name = plainName(view, from, to);
  const full = fullName(view.document.text, name);
  const at = { from: phrase.from, to: phrase.to };
  return full === null ? { name, ...at } : { name: full.name, ...at, span: full.span };
}

/** "The 15-member body", "the 15-nation council": the Security Council, where the report names it. */
function councilOfFifteen(view: SentenceView, from: number, to: number): Body | null {
  const { tokens, document } = view;
  if (!/^(?:body|council|panel)$/.test(tokens[to - 1]!.lower)) return null;
  const words = document.text.slice(tokens[from]!.start, tokens[to - 1]!.end);
  if (!/^(?:the )?(?:15|fifteen)[- ](?:member|nation|strong)/i.test(words)) return null;
  const name = /(?:U\.?N\.? |United Nations )?Security Council/.exec(document.text);
  return name && { name: name[0], from, to, span: [name.index, name.index + name[0].length] };
}

/** "an influential senator", "Senator Ann Lee", "a lawmaker from the north": one of a house has no say alone. */
function isOneOfHouse(view: SentenceView, from: number, to: number): boolean {
  const words = view.tokens.slice(from, to).map((t) => t.lower);
  const one = /^(?:senator|sen|lawmaker|legislator|mp|deputy|congressman|congresswoman|parliamentarian|politician)$/;
  const head = headOf(view.tokens.slice(from, to))?.lower ?? '';
  if (one.test(head)) return true;
  // "Some of its lawmakers demand": some, and not the house.
  if (/^(?:some|many|several|most|few|dozens|one|two|three)$/.test(words[0] ?? '') && MEMBERS.test(words.at(-1)!))
    return true;
  if (words.length > 1 && /^(?:senator|sen|sen\.|congressman|congresswoman|lawmaker|mp)$/.test(words[0]!)) return true;
  // "Ann Lee, a lawmaker from the north,".
  const isName = view.tokens.slice(from, to).every((t) => isCapital(t));
  const beside = view.tokens.slice(to + 1, to + 6).map((t) => t.lower);
  return (
    isName &&
    view.tokens[to]?.lower === ',' &&
    /^(?:an?|the)$/.test(beside[0] ?? '') &&
    beside.slice(1, 4).some((w) => /^(?:lawmaker|senator|legislator|mp|congressman|politician)$/.test(w))
  );
}

function hasSay(view: SentenceView, from: number, to: number): boolean {
  const { tokens } = view;
  const words = tokens.slice(from, to);
  if (
    words.some((t) =>
      /^(?:resolution|draft|treaty|report|letter|city|town|municipal|student|school|county|parish)$/.test(t.lower),
    )
  )
    return false;
  const head = headOf(
    /^(?:majority|number|group)$/.test(words.find((t) => !/^(?:large|clear|small|wide)$/.test(t.lower))?.lower ?? '')
      ? words.slice(words.findIndex((t) => t.lower === 'of') + 1)
      : words,
  );
  if (
    head === null ||
    words.slice(0, words.indexOf(head) + 1).some((t) => NO_BODY.has(t.lower) && !isCapital(t)) ||
    NO_BODY.has(head.lower)
  )
    return false;
  if (words.some((t) => BODY_HEAD.test(t.lower) && !/^(?:both|two|it|they|he|she|force|forces|parties)$/.test(t.lower)))
    return words.some((t) => isCapital(t)) || BODY_HEAD.test(head.lower);
  const actor = view.items.some(
    (item) =>
      item.kind === 'actor' && item.from < to && item.to > from && STATE_KINDS.has(item.what) && item.role !== 'media',
  );
  const mission = view.items.some(
    (item) => item.kind === 'mission' && item.entry !== null && item.from < to && item.to > from,
  );
  const people = view.items.some(
    (item) => item.kind === 'place' && item.from < to && item.to > from && item.places.length > 0,
  );
  const owner = view.items.some(
    (item) =>
      (item.kind === 'noun' || item.kind === 'nominal' || item.kind === 'force' || item.kind === 'mission') &&
      item.owner?.kind === 'named' &&
      item.owner.at.from < to &&
      item.owner.at.to > from,
  );
  if (actor || people || owner || mission) return true;
  return /^(?:NATO|EU|UN|U\.N\.|E\.U\.|US|U\.S\.|UK|DRC|ECOWAS|AU|SADC|UAE|ISAF)$/.test(head.text);
}

/** The word before the first "of", "for" or "in": "members of the council" -> members. */
function headOf(words: readonly Token[]): Token | null {
  const stop = words.findIndex((t, i) => i > 0 && /^(?:of|for|in|from|at|to)$/.test(t.lower));
  return words[(stop < 0 ? words.length : stop) - 1] ?? null;
}

/** "Ann Lee, the president of Atlantis, ...": the office set beside a name. */
function hasOfficeBeside(view: SentenceView, from: number, to: number): boolean {
  const { tokens } = view;
  if (to - from < 2 || !tokens.slice(from, to).every((t) => isCapital(t)) || tokens[to]?.lower !== ',') return false;
  return tokens
    .slice(to + 1, to + 7)
    .some((t) =>
      /^(?:president|minister|premier|chancellor|secretary|king|leader|head|governor|commander)$/.test(t.lower),
    );
}

const ACRONYMS: Readonly<Record<string, string>> = {
  EU: 'European Union',
  'E.U.': 'European Union',
  UN: 'United Nations',
  'U.N.': 'United Nations',
  AU: 'African Union',
  'A.U.': 'African Union',
  US: 'United States',
  'U.S.': 'United States',
  UK: 'United Kingdom',
  'U.K.': 'United Kingdom',
};

function plainName(view: SentenceView, from: number, to: number): string {
  const { tokens, document } = view;
  // "The Security Council most recently extended": no part of the name.
  if (to - from > 1 && /^(?:most|today|yesterday|also|now)$/.test(tokens[to - 1]!.lower))
    return plainName(view, from, to - 1);
  const head = tokens[to - 1]!;
  const text = document.text.slice(tokens[from]!.start, head.end).replace(/\s+/g, ' ');
  const acronym = ACRONYMS[text];
  if (acronym) return acronym;
  // "the Economic Community of West African States (ECOWAS)": the short name goes with it.
  const short =
    tokens[to]?.lower === '(' && tokens[to + 2]?.lower === ')' && /^\p{Lu}{2,}$/u.test(tokens[to + 1]!.text)
      ? ` (${tokens[to + 1]!.text})`
      : '';
  // "members of the National Assembly": the assembly itself.
  const members = /^(?:members|deputies|lawmakers|legislators|senators|mps) (of|in) (?:the )?(?=\p{Lu})/iu.exec(text);
  // "lawmakers in Nairobi": the parliament that sits there.
  if (members?.[1] === 'in' && !tokens.slice(from + 2, to).some((t) => BODY_HEAD.test(t.lower)))
    return `${/^senators/i.test(text) ? 'Senate' : 'parliament'} ${text.slice(text.indexOf(' ') + 1)}${short}`;
  if (members) return text.slice(members[0].length) + short;
  if (!MEMBERS.test(head.lower) || tokens[to - 2]?.lower === 'of') return text + short;
  const before =
    to - 1 > from ? document.text.slice(tokens[from]!.start, tokens[to - 2]!.end).replace(/\s+/g, ' ') : '';
  const house = /^senators?$/.test(head.lower) ? 'Senate' : 'parliament';
  // "Lawmakers voted": of which house is not told.
  return before ? `${before} ${house}` : text + short;
}

/** Who writes to the chambers of Congress, by the title of the letter. */
const LETTER_OF_PRESIDENT =
  /\b(?:letter|message)s? (?:from the President\b|to (?:the )?(?:Speaker of the House|Congress|Congressional))/i;

/** Whom a pronoun stands for: the actor that opens this sentence, else the one that opens the sentence before; "I" is the one named in the title. */
function referred(view: SentenceView, at: number, word: string): Body | null {
  if (word === 'i') {
    const name =
      /\bby ((?:Acting )?(?:Vice )?(?:President|Prime Minister|Chancellor|King)(?: [A-Z][\w.'’-]+){1,3}?)(?= (?:on|at|in|to|and|before|of|after|announcing|regarding|following)\b|[,:|]|$)/i.exec(
        view.document.title ?? '',
      )?.[1];
    const office =
      /\bby (?:the )?((?:President|Prime Minister|Chancellor|King|Queen) of (?:the )?\p{Lu}[\p{L} ]+?)(?= (?:on|at|in|to|and|before)\b|[,:|]|$)/u.exec(
        view.document.title ?? '',
      )?.[1];
    if (name === undefined && office !== undefined)
      return { name: office, from: at, to: at + 1, ...spanOfTitle(view, office) };
    if (name === undefined && LETTER_OF_PRESIDENT.test(view.document.title ?? ''))
      return { name: 'President of the United States', from: at, to: at + 1 };
    const start = name ? view.document.text.indexOf(name) : -1;
    return name
      ? { name, from: at, to: at + 1, ...(start >= 0 ? { span: [start, start + name.length] as const as Span } : {}) }
      : null;
  }
  if (word === 'we') return null;
  const own = (word === 'he' || word === 'she' ? personBefore(view, at) : null) ?? opener(view, view.tokens, at);
  if (own) return { ...own, from: at, to: at + 1 };
  // One sentence back and no further: "It" may open that one too.
  if (view.tokens !== view.sentence.tokens) return null;
  const before = view.document.sentences[view.index - 1];
  if (!before || before.block !== view.sentence.block) return null;
  const named = opener({ ...view, tokens: before.tokens, items: [] }, before.tokens, before.tokens.length);
  return named ? { ...named, from: at, to: at + 1 } : null;
}

/** "The palace said that President Lee had met Mr. Roe when he decided": who is named by name, and no house or office. */
function personBefore(view: SentenceView, at: number): { readonly name: string; readonly span: Span } | null {
  const named = view.items.filter(
    (x) => x.kind === 'actor' && x.from < at && x.prep === null && (x.what === 'person' || isOneMan(x.name)),
  );
  const [only] = named;
  if (only?.kind !== 'actor' || named.some((x) => x.kind === 'actor' && x.name !== only.name)) return null;
  const body = bodyOf(view, only);
  return body ? { name: body.name, span: [view.tokens[only.from]!.start, view.tokens[only.to - 1]!.end] } : null;
}
const isOneMan = (name: string): boolean =>
  /\b(?:president|premier|prime minister|chancellor|king|secretary|minister|general|governor)\b/i.test(name);

const spanOfTitle = (view: SentenceView, name: string): { readonly span?: Span } => {
  const start = view.document.text.indexOf(name);
  return start < 0 ? {} : { span: [start, start + name.length] };
};

function opener(
  view: SentenceView,
  tokens: readonly Token[],
  before: number,
): { readonly name: string; readonly span: Span } | null {
  for (const item of view.items) {
    if (item.from >= before) break;
    if (item.kind !== 'actor' || item.prep !== null) continue;
    const body = bodyOf(view, item);
    if (body) return { name: body.name, span: [tokens[item.from]!.start, tokens[item.to - 1]!.end] };
  }
  for (let i = 0; i < Math.min(before, 12); i++) {
    const token = tokens[i]!;
    if (!(isCapital(token) || token.lower === 'the')) continue;
    const to = groupAfter(tokens, i);
    if (to > before || to === i) continue;
    const body = bodyOf(view, { from: i, to });
    if (body) return { name: body.name, span: [tokens[i]!.start, tokens[to - 1]!.end] };
  }
  return null;
}
