// A predicate is a verb group or a doing-noun with what stands around it, voice and control already undone: a rule asks who and what, never where.
import type { Day } from '../../model/day.ts';
import type { Sentence, TextDocument, Token } from '../../text/document.ts';
import type { DateItem, Item, NominalItem, NounLike, PlaceItem, Range, VerbItem } from './item.ts';

/** How its governor holds a predicate: "plans TO SEND", "considers SENDING", "said THAT it sent", "the 30 SENT there", "who SENT". */
export type Relation = 'infinitive' | 'gerund' | 'that' | 'participle' | 'relative' | 'coordinate' | 'of';

/** What the words around a predicate make of it, worked out before any rule reads it. */
export interface Factuality {
  /** asserted: it is, was or will be so; planned: meant or ordered; proposed: may be; cancelled: denied, refused, dropped; none: no claim at all (supposed). */
  readonly mode: 'asserted' | 'planned' | 'proposed' | 'cancelled' | 'none';
  /** The words that decided, for the trace: "has refused", "if". */
  readonly by: readonly string[];
  /** "begin", "continue", "complete" over the predicate. */
  readonly aspect: 'begin' | 'continue' | 'complete' | null;
}

export interface Predicate extends Range {
  readonly index: number;
  readonly item: VerbItem | NominalItem;
  readonly lemma: string;
  /** Who does it: the subject of an active verb, the "by" phrase of a passive, the owner of a noun. Coordinated phrases are all there. */
  readonly subject: readonly NounLike[];
  /** Whom or what it is done to: the object of an active verb, the subject of a passive, the "of" phrase of a noun. */
  readonly object: readonly NounLike[];
  /** Places around it, each with its preposition; a bare one ("reached Gao", "left Kabul", "home") has `prep` null. */
  readonly places: readonly PlaceItem[];
  readonly dates: readonly DateItem[];
  /** Other phrases with a preposition: "for MINUSCA", "by four Belgian F-16s", "with 2,500". */
  readonly others: readonly NounLike[];
  readonly governor: Predicate | null;
  readonly relation: Relation | null;
  readonly factuality: Factuality;
}

/** One sentence as the rules see it. */
export interface SentenceView {
  readonly index: number;
  readonly sentence: Sentence;
  readonly tokens: readonly Token[];
  readonly items: readonly Item[];
  readonly predicates: readonly Predicate[];
  readonly document: TextDocument;
  readonly published: Day | null;
}

/** The stored text of a token range. */
export const textOf = (view: Pick<SentenceView, 'document' | 'tokens'>, at: Range): string =>
  at.to <= at.from ? '' : view.document.text.slice(view.tokens[at.from]!.start, view.tokens[at.to - 1]!.end);
