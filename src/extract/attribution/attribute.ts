// The attributor of a report: answers, for the words of a claim, who is quoted or cited for them.
import type { Span } from '../../model/claim.ts';
import type { Block, TextDocument } from '../../text/document.ts';
import type { Attribution, Attributor } from '../attribution-hook.ts';
import { attributionAt, attributionsOf, isInSayingWords } from './attributions.ts';
import { coverOf } from './cover.ts';

/** One a report; `isTopic` tells labelled paragraphs in which nobody speaks. Nothing is kept between questions, so they may come in any order. */
export function createAttributor(document: TextDocument, isTopic: (block: Block) => boolean = () => false): Attributor {
  let read: ReturnType<typeof readAll> | null = null; // most reports hold no claim: nobody is looked for in them
  const readAll = () => {
    const all = attributionsOf(document, isTopic);
    return { scopes: coverOf(all, (a) => a.scope), words: coverOf(all, (a) => a.words) };
  };
  const covers = () => (read ??= readAll());
  return {
    attribute(view, evidence, finding): Attribution | null {
      const first = view.tokens[evidence.from];
      const last = view.tokens[evidence.to - 1];
      if (!first || !last) return null;
      const found = attributionAt(covers().scopes(last.end - 1), [first.start, last.end]);
      if (!found?.speaker) return null;
      // Who decides or asks is the claim's body: nobody is cited for the decision itself.
      if (finding?.kind === 'decision' && (found.saying === 'urge' || shareWords(finding.body, found.speaker)))
        return null;
      return { name: found.speaker, span: found.span };
    },
    isSaid: (span: Span): boolean => isInSayingWords(covers().words(span[0]), span),
  };
}

const wordsOf = (name: string): string[] =>
  name
    .toLowerCase()
    .split(/[^\p{L}\p{N}]+/u)
    .filter((word) => word.length > 2 && word !== 'the');

/** True where the shorter name lies in the longer: "the Pentagon" and "Pentagon spokesman". */
function shareWords(a: string, b: string): boolean {
  const [x, y] = [wordsOf(a), wordsOf(b)];
  const [few, many] = x.length <= y.length ? [x, y] : [y, x];
  return few.length > 0 && few.every((word) => many.includes(word));
}
