// A stretch of a report with its tokens and names, each worked out when first asked for.
import type { Mention } from '../../gazetteer/entry.ts';
import type { Span } from '../../model/claim.ts';
import type { Token } from '../../text/document.ts';
import { tokenize } from '../../text/tokenize.ts';

/** The gazetteer as far as grounding needs it. */
export interface Names {
  find(tokens: readonly Token[]): readonly Mention[];
}

/** A stretch of the report with its tokens; names are looked up when first asked for. */
export interface Run {
  readonly text: string;
  readonly tokens: readonly Token[];
  readonly mentions: readonly Mention[];
}

export function runOf(text: string, [start, end]: Span, names: Names): Run {
  let tokens: readonly Token[] | null = null;
  let mentions: readonly Mention[] | null = null;
  return {
    text: text.slice(start, end),
    get tokens() {
      tokens ??= tokenize(text, start, end);
      return tokens;
    },
    get mentions() {
      mentions ??= names.find(this.tokens);
      return mentions;
    },
  };
}
