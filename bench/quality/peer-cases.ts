// Sentences of the event coders' own gold standards: rows that must yield a movement or presence, and rows that must yield no asserted movement.
import type { TracingReader } from '../../src/app/read-report.ts';
import type { ExtractedClaim } from '../../src/model/claim.ts';

export interface PeerCase {
  readonly id: string;
  readonly sentence: string;
  readonly mustYield: 'movement' | 'movement-proposed' | 'presence' | 'no-movement' | 'free';
}

export interface PeerFigures {
  readonly found: number;
  readonly wanted: number;
  /** Rows that forbid a movement in which none is asserted. */
  readonly silent: number;
  readonly forbidding: number;
  readonly wrong: readonly string[];
}

/** Throws an Error where a column is missing. */
export function readPeerCases(table: string): readonly PeerCase[] {
  const [head = '', ...lines] = table.split('\n').filter((line) => line.trim() !== '');
  const columns = head.split('\t');
  const at = (name: string): number => {
    const index = columns.indexOf(name);
    if (index < 0) throw new Error(`the table has no column "${name}"`);
    return index;
  };
  const [id, sentence, mustYield] = [at('case_id'), at('sentence'), at('must_yield')];
  return lines.map((line) => {
    const cells = line.split('\t');
    return { id: cells[id]!, sentence: cells[sentence]!, mustYield: cells[mustYield] as PeerCase['mustYield'] };
  });
}

const isAsserted = (c: ExtractedClaim): boolean =>
  c.kind === 'movement' && (c.phase === 'planned' || c.phase === 'underway' || c.phase === 'completed');

export function satisfies(mustYield: PeerCase['mustYield'], claims: readonly ExtractedClaim[]): boolean {
  switch (mustYield) {
    case 'movement':
      return claims.some(isAsserted);
    case 'movement-proposed':
      return claims.some((c) => c.kind === 'movement' && c.phase === 'proposed');
    case 'presence':
      return claims.some((c) => c.kind === 'presence');
    case 'no-movement':
      return !claims.some(isAsserted);
    case 'free':
      return true;
  }
}

export function measurePeerCases(cases: readonly PeerCase[], reader: Pick<TracingReader, 'read'>): PeerFigures {
  const scored = cases
    .filter(({ mustYield }) => mustYield !== 'free')
    .map(({ id, sentence, mustYield }) => {
      const report = { id, text: sentence, title: null, published: null, publisher: null, url: null };
      return { id, forbids: mustYield === 'no-movement', isRight: satisfies(mustYield, reader.read(report)) };
    });
  const forbidding = scored.filter(({ forbids }) => forbids);
  const wanted = scored.filter(({ forbids }) => !forbids);
  return {
    found: wanted.filter(({ isRight }) => isRight).length,
    wanted: wanted.length,
    silent: forbidding.filter(({ isRight }) => isRight).length,
    forbidding: forbidding.length,
    wrong: scored.filter(({ isRight }) => !isRight).map(({ id }) => id),
  };
}
