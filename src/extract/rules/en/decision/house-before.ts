// The house that the sentence before named: "the motion" and "445 members" of this one are its own.
import type { SentenceView } from '../../../syntax/predicate.ts';
import { type Body, bodyOf } from './body.ts';

export const HOUSE =
  /^(?:parliament|congress|senate|assembly|bundestag|knesset|duma|rada|sejm|seimas|saeima|riigikogu|riksdag|storting|folketing|eduskunta|chamber|house|legislature|committee|council|commons|lords|cortes|majlis|diet|plenary)$/;

/** A house named in the sentence before votes on "the motion" of this one. */
export function houseBefore(view: SentenceView): Body | null {
  const before = view.document.sentences[view.index - 1];
  if (before === undefined || before.block !== view.sentence.block) return null;
  const { tokens } = before;
  const at = tokens.findLastIndex((t) => HOUSE.test(t.lower));
  if (at < 0) return null;
  let from = at;
  while (from > 0 && at - from < 3 && /^\p{Lu}/u.test(tokens[from - 1]!.text)) from--;
  const told = bodyOf({ ...view, tokens, items: [] }, { from, to: at + 1 });
  return told && { ...told, from: 0, to: 0, span: [tokens[from]!.start, tokens[at]!.end] };
}
