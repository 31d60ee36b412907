// A claim of the reviewer's queue for people: its fields, its words in their text, and what would read otherwise without it.
import type { QueueItem } from '../views/pages/review.ts';
import { KIND_COLOURS } from './claim-lines.ts';
import { harmless } from './marked-text.ts';
import { counted } from './numbers.ts';
import { wrap } from './table.ts';
import type { Terminal } from './terminal.ts';

/** Letters of the text shown on each side of the quotation. */
const AROUND = 160;

export function queueLines(
  { claim, notation, context, confidence, effects, conflicts }: QueueItem,
  terminal: Terminal,
): string[] {
  const { paint, width } = terminal;
  const room = Math.max(40, (width ?? 120) - 4);
  const [kind, ...fields] = notation.split(' ');
  const flat = (text: string): string => harmless(text.replace(/\s+/g, ' '));
  const before = context === null ? '' : flat(context.before.slice(-AROUND)).replace(/^\S*\s/, '');
  const after = context === null ? '' : flat(context.after.slice(0, AROUND)).replace(/\s\S*$/, '');
  const source = [claim.report.publisher, claim.report.published, claim.report.title].filter(Boolean).join(', ');
  return [
    `${paint[KIND_COLOURS[claim.kind]](paint.bold(kind!))} ${fields.join(' ')}`,
    ...wrap(`${before}\u201c${flat(claim.evidence)}\u201d${after}`, room).map((line) => `    ${line}`),
    `    ${paint.dim([claim.id, `confidence ${confidence.toFixed(2)}`, source].join(' \u00b7 '))}`,
    ...effects.map(({ party, where, now, without }) => `  ${party}, ${where}: ${now}; without it ${without}`),
    ...(conflicts === 0 ? [] : [paint.red(`  in ${counted(conflicts, 'conflict')}`)]),
  ];
}
