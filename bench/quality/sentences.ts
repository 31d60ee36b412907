// Short texts, each of one construction: an item is right when every claim agrees in the core and the phase and nothing else is claimed.
import type { TracingReader } from '../../src/app/read-report.ts';
import { coreAgrees, FIELDS, type LooseClaim } from '../../src/app/score/agreement.ts';
import type { ExtractedClaim } from '../../src/model/claim.ts';

export interface SentenceCase {
  readonly id: string;
  /** `family/name`: "voice/passive-past". */
  readonly construction: string;
  readonly published: string;
  readonly title: string | null;
  readonly text: string;
  readonly claims: readonly LooseClaim[];
}

export interface Outcome {
  readonly missing: readonly LooseClaim[];
  readonly extra: readonly ExtractedClaim[];
  /** A movement claimed as planned, under way or done where the text has none: it denies, refuses, asks, offers or supposes. */
  readonly isOverclaimed: boolean;
}

export interface SentenceFigures {
  readonly right: number;
  readonly of: number;
  readonly overclaimed: readonly string[];
  /** By construction, in the order of the file. */
  readonly constructions: Readonly<Record<string, { readonly right: number; readonly of: number }>>;
}

const ASSERTED: ReadonlySet<unknown> = new Set(['planned', 'underway', 'completed']);
const isAsserted = (claim: LooseClaim): boolean =>
  claim['kind'] === 'movement' &&
  [claim['phase'], ...([claim['phase_alt'] ?? []].flat() as unknown[])].some((phase) => ASSERTED.has(phase));

export function outcomeOf(expected: readonly LooseClaim[], found: readonly ExtractedClaim[]): Outcome {
  const free = new Set(found);
  const missing: LooseClaim[] = [];
  for (const claim of expected) {
    const hit = [...free].find((f) => {
      const own = f as unknown as LooseClaim;
      return coreAgrees(claim, own) && FIELDS.phase(claim, own) !== false;
    });
    if (hit) free.delete(hit);
    else if (!claim['optional']) missing.push(claim);
  }
  const isOverclaimed = !expected.some(isAsserted) && found.some((claim) => isAsserted(claim as unknown as LooseClaim));
  return { missing, extra: [...free], isOverclaimed };
}

export const isRight = ({ missing, extra }: Outcome): boolean => missing.length === 0 && extra.length === 0;

export function measureSentences(cases: readonly SentenceCase[], reader: Pick<TracingReader, 'read'>): SentenceFigures {
  const constructions: Record<string, { right: number; of: number }> = {};
  const overclaimed: string[] = [];
  let right = 0;
  for (const { id, construction, claims, text, title, published } of cases) {
    const outcome = outcomeOf(claims, reader.read({ id, text, title, published, publisher: null, url: null }));
    constructions[construction] ??= { right: 0, of: 0 };
    const own = constructions[construction];
    own.of++;
    if (isRight(outcome)) {
      own.right++;
      right++;
    }
    if (outcome.isOverclaimed) overclaimed.push(id);
  }
  return { right, of: cases.length, overclaimed, constructions };
}
