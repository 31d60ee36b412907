// Quotations that a maker of claims might emit: true ones must be found where they stand, made-up ones refused.

import { locate } from '../../src/extract/grounding/locate.ts';
import type { Span } from '../../src/model/claim.ts';
import { foldText } from '../../src/text/fold.ts';

export interface QuotationCase {
  readonly id: string;
  readonly emit: string;
  readonly start: number | null;
  readonly end: number | null;
  readonly kind: 'verbatim' | 'nbsp' | 'typography' | 'repeated-mention' | 'fabrication';
}

export interface QuotationFigures {
  readonly right: number;
  readonly of: number;
  readonly wrong: readonly string[];
}

export function measureQuotations(text: string, cases: readonly QuotationCase[]): QuotationFigures {
  const report = foldText(text);
  const wrong = cases
    .filter((one) => {
      const span = locate(report, one.emit, hintFor(one, cases));
      return one.kind === 'fabrication' ? span !== null : span?.[0] !== one.start || span?.[1] !== one.end;
    })
    .map(({ id }) => id);
  return { right: cases.length - wrong.length, of: cases.length, wrong };
}

/** A field's own mention ("r_can_qty") is looked for in the quotation of its claim ("v_can"). */
function hintFor({ id, emit, kind }: QuotationCase, cases: readonly QuotationCase[]): Span | undefined {
  if (kind !== 'repeated-mention') return undefined;
  const owner = id.replace(/^r_([^_]+).*$/, 'v_$1');
  const quotation = cases.find((c) => c.kind !== 'repeated-mention' && c.id.startsWith(owner) && c.emit.includes(emit));
  return quotation?.start == null || quotation.end === null ? undefined : [quotation.start, quotation.end];
}
