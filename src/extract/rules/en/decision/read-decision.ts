// A clause of deciding -> who decides what: the verb with its subject, or turned round with "by".
import type { Token } from '../../../../text/document.ts';
import { isCapital, type Phrase, phraseAfter } from '../../../attribution/noun-phrase.ts';
import { subjectBefore } from '../../../attribution/subject.ts';
import type { Range } from '../../../syntax/item.ts';
import type { SentenceView } from '../../../syntax/predicate.ts';
import { type Body, bodyOf } from './body.ts';
import { houseBefore } from './house-before.ts';
import { afterAside, DOCUMENT, endOfMatter, spokenOfForces, takes } from './matter.ts';
import { concernsForces, type Deciding, decidingAt } from './words.ts';

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

/** The decision that the deciding verb at token `i` makes, or null. */
export function decidedAt(view: SentenceView, i: number): Decided | null {
  const { tokens } = view;
  const form = decidingAt(tokens, i);
  if (!form) return null;
  const headline = view.sentence.block.kind === 'title' || view.sentence.block.kind === 'heading';
  if (isCapital(tokens[i]) && (i === 0 || !headline)) return null;
  const start = afterAside(tokens, form.to);
  const matter: Range = { from: start, to: endOfMatter(tokens, start) };
  const passive = form.participle ? byPhrase(view, i, form.deciding) : null;
  if (passive) return { ...passive, deciding: form.deciding, lemma: form.lemma, at: i };
  if (/^(?:the|a|an|its|their|his|her|this|no|of|by|'s|for|at|in|any|upon|under)$/.test(lower(tokens, i - 1)))
    return null; // a noun: "the vote"
  if (isPassive(tokens, i)) return null;
  // "turned down two requests from Chad": the thing and not the asking.
  if (/^(?:requests|demands|calls|appeals)$/.test(lower(tokens, i)) && isCount(tokens[i - 1])) return null;
  const subject = subjectBefore(tokens, governor(tokens, i));
  const phrase = subject?.speaker ?? (subject ? firstActor(view, i) : null);
  if (!phrase) return null;
  // "If they ask us to take part": nobody has asked.
  if (/^(?:if|unless|whether|should|lest)$/.test(lower(tokens, phrase.from - 1))) return null;
  // "has recommended (that) the Council extends the mandate": wished for.
  const asked = lower(tokens, phrase.from - 1) === 'that' ? phrase.from - 2 : phrase.from - 1;
  if (/^(?:recommend|suggest|propos|insist)(?:s|e|es|ed|ing)?$/.test(lower(tokens, asked))) return null;
  const held = heldBack(tokens, phrase.to, i);
  if (held === 'denied' || (form.base && held === null && !agreesWithBase(tokens, phrase, i, headline))) return null;
  // "445 members voted for the mandate": those of the house told of before.
  const members =
    /^(?:members|deputies|lawmakers|mps|senators)$/.test(lower(tokens, phrase.to - 1)) &&
    tokens[phrase.from]?.kind === 'number';
  const body = members && phrase.to - phrase.from === 2 ? houseBefore(view) : bodyOf(view, phrase);
  if (!body || !takes(view, form.deciding, form.lemma, matter)) return null;
  // A ministry that halts its mission gives it another standing; a court or a house that does decides.
  if (
    form.deciding === 'halt' &&
    !/\b(?:court|judges?|tribunal|parliament|senate|congress|assembly|council|commission)\b/i.test(body.name)
  )
    return null;
  if (form.deciding === 'expel' && isOwnArmy(view, phrase, matter)) return null;
  return { body, deciding: form.deciding, lemma: form.lemma, at: i, matter, ahead: held === 'ahead' };
}

/** "President Trump ordered the American troops to leave": those who order their own send nobody away. */
function isOwnArmy({ items }: SentenceView, by: Range, matter: Range): boolean {
  const orders = items.find((x) => x.kind === 'actor' && x.from < by.to && x.to > by.from);
  const whose = items.find((x) => x.kind === 'force' && x.from >= matter.from && x.from < matter.to);
  return (
    orders?.kind === 'actor' &&
    whose?.kind === 'force' &&
    whose.owner?.kind === 'named' &&
    orders.party !== null &&
    whose.owner.parties[0] === orders.party
  );
}

const isCount = (token: Token | undefined): boolean =>
  token?.kind === 'number' ||
  /^(?:two|three|four|five|six|several|many|repeated|both|all|such)$/.test(token?.lower ?? '');

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
  const words = tokens.slice(from, verb).map((t) => (t.text === 'May' ? 'month' : t.lower));
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

/** "was defeated in parliament", "passed in the Senate": where a house votes, it is the house that votes. */
const isHouse = (tokens: readonly Token[], at: number): boolean =>
  tokens
    .slice(at, at + 4)
    .some((t) =>
      /^(?:parliament|congress|council|senate|assembly|bundestag|knesset|duma|rada|sejm|riksdag|storting|folketing|chamber|house|legislature|committee|referendum)$/.test(
        t.lower,
      ),
    );

/** "was approved by the president", "a motion passed by parliament": the body after "by". */
function byPhrase(
  view: SentenceView,
  i: number,
  deciding: Deciding,
): Pick<Decided, 'body' | 'matter' | 'ahead'> | null {
  const { tokens } = view;
  if (deciding === 'resolve' || deciding === 'ask') {
    if (!/^(?:requested|demanded|sought|agreed|decided|asked|urged|invited)$/.test(lower(tokens, i))) return null;
  }
  // "was told by the chief of staff that discipline matters": nobody is sent away.
  if (
    /^(?:told|ordered)$/.test(lower(tokens, i)) &&
    !tokens.slice(i, i + 14).some((t) => /^(?:leave|out|vacate|quit)$/.test(t.lower))
  )
    return null;
  // "Reports that troops had left were denied by the army": told, and not turned down.
  if (
    /^den(?:y|ied|ies)$/.test(lower(tokens, i)) &&
    !tokens
      .slice(Math.max(0, i - 24), i)
      .some((t) => /^(?:requests?|permission|authori[sz]ation|consent|clearance)$/.test(t.lower))
  )
    return null;
  let by = i + 1;
  const says = (k: number): boolean =>
    lower(tokens, k) === 'by' || (deciding !== 'ask' && lower(tokens, k) === 'in' && isHouse(tokens, k + 1));
  while (by < Math.min(tokens.length, i + 8) && !says(by) && !/^[,;.]$/.test(lower(tokens, by))) by++;
  if (!says(by)) return null;
  const passive = isPassive(tokens, i);
  const reduced = by === i + 1 && !isPassive(tokens, i) && !/^(?:has|have|had)$/.test(lower(tokens, i - 1));
  if (!passive && !reduced) return null;
  const body = bodyOf(view, phraseAfter(tokens, by + 1));
  if (!body) return null;
  let from = i;
  while (from > 0 && i - from < 24 && !/^[;.:]$/.test(lower(tokens, from - 1))) from--;
  const matter: Range = { from, to: i };
  const words = tokens.slice(from, i + 1);
  if (words.slice(-6).some((t) => /^(?:not|n't|never|may|could|would)$/.test(t.lower))) return null;
  if (lower(tokens, i) === 'backed' || (reduced && !words.slice(-5).some((t) => DOCUMENT.test(t.lower)))) return null;
  const struck = deciding !== 'extend' && words.slice(-6).some((t) => /^(?:strikes?|raid|attack)$/.test(t.lower));
  if (!concernsForces(words) && !struck && !(words.some((t) => DOCUMENT.test(t.lower)) && spokenOfForces(view)))
    return null;
  const ahead = words
    .slice(-6)
    .some((t) => /^(?:must|until|be|needs?|will|awaits?)$/.test(t.lower) && t.lower !== 'been');
  // "has to be approved by the parliament", "needs to be signed by": so it is not.
  if (
    /\b(?:has|have|had|needs?|requires?|yet|still) to be$/.test(
      words
        .slice(0, -1)
        .map((t) => t.lower)
        .join(' '),
    )
  )
    return null;
  // "until it is signed by the president" says what is still needed; it decides nothing.
  if (words.slice(-7).some((t) => /^(?:until|unless|before|if|once|must)$/.test(t.lower))) return null;
  return { body, matter, ahead };
}
