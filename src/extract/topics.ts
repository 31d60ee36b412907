// Labels of a digest's items that look like a speaker's: "SOUTH KOREA: ...", "UNAVEM III: ...". They say what the item is about, and nobody speaks.

import type { Mention } from '../gazetteer/entry.ts';
import type { Gazetteer } from '../gazetteer/gazetteer.ts';
import type { Block, TextDocument, Token } from '../text/document.ts';
import { lastNamed } from '../text/last-named.ts';
import { tokenize } from '../text/tokenize.ts';

export interface Topic {
  /** The label's words, at their places in the report. */
  readonly tokens: readonly Token[];
  /** What the item is about; [] for a paragraph further down that only goes under the same label. */
  readonly mentions: readonly Mention[];
}

/** A spoken label that is nothing but names of places and missions, with "/" or "and" between them; null for a person, an office or a ministry. */
function topicOf(
  document: TextDocument,
  block: Block,
  gazetteer: Gazetteer,
  labelAt: (label: string, at: number) => number,
): Topic | null {
  if (block.kind !== 'speaker' || block.label === undefined) return null;
  const at = labelAt(block.label, block.start);
  if (at < 0) return null;
  const tokens = tokenize(document.text, at, at + block.label.length);
  const mentions = gazetteer.find(tokens);
  const named = tokens.every(
    (t, i) => /^(?:[/&,–-]|and|the)$/i.test(t.text) || mentions.some((m) => m.from <= i && i < m.to),
  );
  const places = mentions.every((m) => /^(?:country|region|site|mission)$/.test(m.entries[0]?.kind ?? ''));
  if (!named || !places || mentions.length === 0) return null;
  return { tokens, mentions: block.start - at > block.label.length + 60 ? [] : mentions };
}

/** The blocks of a report that open with such a label. */
export function topicsOf(document: TextDocument, gazetteer: Gazetteer): ReadonlyMap<Block, Topic> {
  const topics = new Map<Block, Topic>();
  const labelAt = lastNamed(document.text);
  for (const block of document.blocks) {
    const topic = topicOf(document, block, gazetteer, labelAt);
    if (topic) topics.set(block, topic);
  }
  return topics;
}
