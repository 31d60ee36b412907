// Whose page a report is: the state that its title opens with or names alone.
import type { Mention } from '../../gazetteer/entry.ts';
import type { Span } from '../../model/claim.ts';
import type { Party } from '../../model/party.ts';
import type { TextDocument, Token } from '../../text/document.ts';

export interface PageOwner {
  readonly party: Party;
  readonly span: Span;
  /** The title is a page's name, "Nepal - Military and Security", and no headline: what the page tells without a subject is told of the owner. */
  readonly isSubject: boolean;
}

const TOPIC = /^(?:military|security|defen[cs]e|forces|armed|deployments?|troops|peacekeeping)$/;
const SMALL = /^(?:and|of|the|in|for|on|&)$/;

/** The parties that a run of tokens names, in its order. */
export const partiesNamed = (mentions: readonly Mention[]) =>
  mentions.flatMap((m) => {
    // "United States - Military" has a dash in it that the name of a force goes over.
    const entry = m.entries.find(
      (e) => e.kind === 'country' || e.kind === 'demonym' || e.kind === 'organisation' || e.kind === 'force',
    );
    return entry && 'party' in entry && entry.party !== null ? [{ party: entry.party, from: m.from, to: m.to }] : [];
  });

/** Null where the title names no state, or several and none at its head. */
export function ownerOfPage(
  document: TextDocument,
  mentionsOf: (tokens: readonly Token[]) => readonly Mention[],
): PageOwner | null {
  const title = document.sentences.find((s) => s.block.kind === 'title');
  if (!title) return null;
  const { tokens } = title;
  const named = partiesNamed(mentionsOf(tokens));
  const first = named[0];
  if (!first || (new Set(named.map((n) => n.party)).size > 1 && first.from > 0)) return null;
  const topic = tokens.slice(first.from === 0 ? 1 : 0);
  const isSubject =
    named.length === 1 &&
    topic.some((t) => /^[–—:-]$/.test(t.text)) &&
    topic.some((t) => TOPIC.test(t.lower)) &&
    tokens.every((t) => t.kind !== 'word' || /^\p{Lu}/u.test(t.text) || SMALL.test(t.lower));
  return { party: first.party, span: [tokens[first.from]!.start, tokens[first.to - 1]!.end], isSubject };
}
