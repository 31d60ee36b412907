// Adding a report: what is given, and the claims that would be kept, seen before they are.

import type { ClaimKind } from '../../model/claim.ts';
import type { Day } from '../../model/day.ts';
import type { Field } from './claims.ts';
import type { Paragraph } from './marked-text.ts';

export interface AddPage {
  readonly page: 'add';
  /** What was sent, to be kept as it is; null before anything was. */
  readonly preview: Preview | null;
  /** Why it cannot be taken. */
  readonly problem: string | null;
}

export interface Preview {
  readonly title: string | null;
  readonly publisher: string | null;
  readonly published: Day | null;
  readonly url: string | null;
  readonly text: string;
  readonly paragraphs: readonly Paragraph[];
  readonly claims: readonly PreviewClaim[];
}

export interface PreviewClaim {
  readonly number: number;
  readonly kind: ClaimKind;
  readonly sentence: string;
  readonly evidence: string;
  readonly fields: readonly Field[];
  readonly maker: string;
}
