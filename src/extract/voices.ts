// Whose "we" and "our troops" are in each part of a report: the publisher's state, or that of the one who speaks.

import type { Gazetteer } from '../gazetteer/gazetteer.ts';
import type { Party } from '../model/party.ts';
import type { Block, TextDocument } from '../text/document.ts';
import { tokenize } from '../text/tokenize.ts';
import { unlabelledSpeaker } from './attribution/turns.ts';
import { partyIn } from './syntax/read-phrase.ts';

export interface Voices {
  /** Of the whole report; null where nobody's. */
  readonly own: Party | null;
  /** Of one paragraph, by its speaker's label. */
  readonly of: (block: Block) => Party | null;
  /** All of them. */
  readonly all: ReadonlySet<Party>;
}

/** Heads of foreign states and their ministers: an unknown one among them does not speak for the publisher. */
const FOREIGN_OFFICE =
  /^(?:prime minister|foreign minister|chancellor|king|taoiseach|high representative|secretary[- ]general)\b/i;

function partyNamed(words: string, gazetteer: Gazetteer): Party | null {
  for (const mention of gazetteer.find(tokenize(words))) {
    const party = partyIn(mention);
    if (party !== null) return party;
  }
  return null;
}

/** "President Pedro Sánchez of the Kingdom of Spain" in the title: the state that stands with the name. */
function partyInTitle(name: string, title: string, gazetteer: Gazetteer): Party | null {
  const at = title.indexOf(name);
  const state =
    at < 0
      ? null
      : /^ of (?:the )?(?:\p{Lu}\p{L}+ of )?(?:the )?(\p{Lu}[\p{L}. ]+?)(?= (?:and|after|before|at|in|on)\b|[,|]|$)/iu.exec(
          title.slice(at + name.length),
        );
  return state ? partyNamed(state[1]!, gazetteer) : null;
}

/** `publisher`: the party of who publishes, which speaks where nobody else does; `name`: as it is named, "Prime Minister of Fiji". */
export function voicesOf(
  document: TextDocument,
  publisher: Party | null,
  gazetteer: Gazetteer,
  name: string | null = null,
): Voices {
  const title = document.title ?? '';
  const speaker = unlabelledSpeaker(document)?.speaker ?? null;
  const own =
    speaker === null
      ? publisher
      : (partyInTitle(speaker, title, gazetteer) ?? partyNamed(speaker, gazetteer) ?? publisher);
  const byLabel = new Map<string, Party | null>();
  const ofLabel = (label: string): Party | null => {
    const plain =
      label === label.toUpperCase()
        ? label.toLowerCase().replace(/(?<![\p{L}\p{M}])\p{L}/gu, (c) => c.toUpperCase())
        : label;
    const surname = plain.split(/\s+/).at(-1) ?? plain;
    const letters = /[\p{L}-]+/u.exec(surname)?.[0] ?? '';
    // Most labels ("Question") are nobody of the title's: no pattern is made for them.
    const full = title.includes(letters)
      ? new RegExp(`(?:\\p{Lu}[\\p{L}.]+ ){1,4}${surname.replace(/[^\p{L}-]/gu, '.')}(?![\\p{L}])`, 'u').exec(
          title,
        )?.[0]
      : undefined;
    const party =
      (full ? (partyInTitle(full, title, gazetteer) ?? partyNamed(full, gazetteer)) : null) ??
      partyNamed(plain, gazetteer);
    // "PRIME MINISTER:" in what the prime minister's office publishes.
    const isOwn = name?.toLowerCase().startsWith(plain.toLowerCase()) === true;
    return party ?? (FOREIGN_OFFICE.test(plain) && !isOwn ? null : own);
  };
  const of = (block: Block): Party | null => {
    if (block.kind !== 'speaker' || block.label === undefined) return own;
    const known = byLabel.get(block.label);
    if (known !== undefined) return known;
    const party = ofLabel(block.label);
    byLabel.set(block.label, party);
    return party;
  };
  const all = new Set<Party>();
  for (const party of [own, ...document.blocks.map(of)]) if (party !== null) all.add(party);
  return { own, of, all };
}
