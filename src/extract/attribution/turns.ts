// Whose voice a stretch of a report is: a transcript's turns, a joint appearance without labels, or the report's own first person.
import type { Span } from '../../model/claim.ts';
import type { Block, TextDocument } from '../../text/document.ts';
import { lastNamed } from '../../text/last-named.ts';
import type { Attribution, FullNames } from './attributions.ts';

const LABEL_TITLE =
  /^(?:mr|mrs|ms|dr|secretary|president|vice|foreign|prime|defen[cs]e|minister|general|senator|representative|high|ambassador|chancellor|king)\.?$/i;
const SEVERAL_SPEAK = /\b(?:remarks by|press (?:conference|availability|briefing)|joint statement|interview)\b/i;

/**
 * A joint appearance printed without labels: the first named speaks. One speaker's own speech or letter needs no name: it is the report's voice.
 */
export function unlabelledSpeaker(document: TextDocument): Attribution | null {
  const title = document.title ?? '';
  if (!SEVERAL_SPEAK.test(title) || !/ and | with /.test(title) || !speaksForItself(document)) return null;
  const named = title.replace(/^.*?\bby /i, '').split(/,| and | at | with | before | of the | in joint /i);
  // "Mr. President" is said to a president: then the other one speaks.
  const addressed = /\b(?:Mr|Mrs|Ms|Madam)\.? (President|Secretary|Minister|Chancellor|Ambassador)\b/.exec(
    document.text,
  )?.[1];
  const other = addressed !== undefined && named[0]?.includes(addressed) && /^\p{Lu}\S+ \p{Lu}/u.test(named[1] ?? '');
  const first = (other ? named[1] : named[0])?.trim() ?? '';
  if (!/^\p{Lu}/u.test(first) || first.split(' ').length < 2) return null;
  return {
    speaker: first,
    span: spanAt(document.text.lastIndexOf(first), first),
    saying: 'say',
    words: [0, 0],
    scope: [0, document.text.length],
    rank: 1,
  };
}

/** Transcript turns: the label speaks for the whole turn, "I" and "we" included. */
export function turnsOf(
  document: TextDocument,
  fullNames: FullNames,
  isTopic: (block: Block) => boolean,
): Attribution[] {
  const turns: Attribution[] = [];
  const labelAt = lastNamed(document.text);
  for (const block of document.blocks) {
    if (block.kind !== 'speaker' || block.label === undefined || /^[QA]$/.test(block.label) || isTopic(block)) continue;
    turns.push({
      speaker: labelName(block.label, fullNames),
      span: spanAt(labelAt(block.label, block.start), block.label),
      saying: 'say',
      words: [block.start, block.start],
      scope: [block.start, block.end],
      rank: 1,
    });
  }
  return turns;
}

/** A name that starts at `at`; empty where the text has it nowhere (a headline told apart from the text). */
const spanAt = (at: number, name: string): Span => (at < 0 ? [0, 0] : [at, at + name.length]);

/** "MS. PSAKI" -> "Jen Psaki" where the report names her so, else "Ms. Psaki". */
function labelName(label: string, fullNames: FullNames): string {
  const words = label.replace(/\s+/g, ' ').trim().split(' ');
  const surname = words.at(-1)?.toLowerCase() ?? '';
  const full = fullNames.get(surname);
  if (full && words.some((word) => LABEL_TITLE.test(word))) return full;
  if (label !== label.toUpperCase() || /^(?:QUESTION|Q|A)$/.test(label)) return label;
  return words.map((word) => word.charAt(0) + word.slice(1).toLowerCase()).join(' ');
}

/** A letter, release or speech in the first person: "I" or "we" stands outside its quotations. */
export function speaksForItself(document: TextDocument): boolean {
  if (document.blocks.some((block) => block.kind === 'speaker')) return false;
  const outside = document.text.replace(/[“"][^“”"]{0,2000}[”"]/g, ' ');
  return (outside.match(/\b(?:I|we|our|my|We|Our|My)\b/g)?.length ?? 0) >= 2;
}
