// A claim for people: its fields in the one-line notation, coloured, and its quotation below.
import type { KnownClaim } from '../ledger/known-claim.ts';
import type { Claim } from '../model/claim.ts';
import { printFields } from '../model/notation.ts';
import type { MovementNews } from '../views/changes.ts';
import { harmless } from './marked-text.ts';
import { boundsText } from './numbers.ts';
import { type DisplayName, placeText } from './posture-lines.ts';
import { wrap } from './table.ts';
import type { Paint, Terminal } from './terminal.ts';

export const KIND_COLOURS = {
  presence: 'green',
  movement: 'cyan',
  status: 'yellow',
  decision: 'magenta',
  incident: 'red',
} as const satisfies Record<Claim['kind'], keyof Paint>;

/** `note` comes dimmed after the quotation: rule, report, id. */
export function claimLines(claim: Claim, note: string, { paint, width }: Terminal, indent = '  '): string[] {
  const room = (width ?? 100) - indent.length - 2;
  const fields = wrap(printFields(claim).replace(/^\S+ /, ''), Math.max(20, room - claim.kind.length - 1));
  const colour = paint[KIND_COLOURS[claim.kind]];
  const [first, ...more] = fields;
  const quotation = wrap(`\u201c${harmless(claim.evidence.replace(/\s+/g, ' '))}\u201d`, room);
  return [
    `${indent}${colour(paint.bold(claim.kind))} ${first}`,
    ...more.map((line) => `${indent}    ${line}`),
    ...quotation.map((line) => `${indent}  ${line}`),
    ...(note ? [`${indent}  ${paint.dim(note)}`] : []),
  ];
}

/** With the claim's id, report and verdict. */
export function knownClaimLines(known: KnownClaim, terminal: Terminal, indent = '    '): string[] {
  const { report, verdict } = known;
  const source = [report.publisher, report.published, report.title].filter(Boolean).join(', ');
  return claimLines(
    known.claim,
    [known.id, source, verdict && `judged: ${verdict}`, !known.grounded && 'no text to check against']
      .filter(Boolean)
      .join(' \u00b7 '),
    terminal,
    indent,
  );
}

/** "30 Iraq -> Jordan, Kuwait, planned". */
export function routeText(
  { quantity, from, to, phase }: Pick<MovementNews, 'quantity' | 'from' | 'to' | 'phase'>,
  name: DisplayName,
): string {
  const places = (list: MovementNews['to']) => list.map((place) => placeText(place, name)).join(', ');
  const count = quantity === null ? '' : `${boundsText({ min: quantity.min ?? 0, max: quantity.max })} `;
  return `${count}${[places(from), places(to)].join(' \u2192 ').trim()}, ${phase}`;
}
