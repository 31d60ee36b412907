// The words of judgements, apart from their schemas: the command line names them in its help, and loads no schema for that.

/** On a claim; `withdraw` undoes the judgement in force. */
export const VERDICTS = ['accept', 'reject', 'correct', 'withdraw'] as const;

/** What a name can be of, where names are merged or split. */
export const ENTITY_KINDS = ['party', 'mission', 'unit', 'place'] as const;
export type EntityKind = (typeof ENTITY_KINDS)[number];

/** What comes first in the reviewer's queue: claims that stand behind the largest counts, or those that are least sure. */
export const REVIEW_ORDERS = ['effect', 'uncertainty'] as const;
export type ReviewOrder = (typeof REVIEW_ORDERS)[number];
