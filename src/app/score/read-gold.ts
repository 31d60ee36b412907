// Annotated reports: {"id", "published", "text", "claims": [...]}, one a file.
import { decodeDeclared } from '../../formats/charset.ts';
import { LIMITS } from '../../formats/limits.ts';
import { LaydownError } from '../../model/errors.ts';
import { type Report, reportSchema } from '../../model/report.ts';
import type { FoundFile } from '../../ports/intake.ts';
import { problemIn } from '../sound-text.ts';
import type { LooseClaim } from './agreement.ts';

export interface GoldReport {
  readonly report: Report;
  readonly expected: readonly LooseClaim[];
}

/** Null for a JSON file without a list of claims. Throws LaydownError `bad-input`, `too-large`. */
export async function readGold(file: FoundFile): Promise<GoldReport | null> {
  const text = decodeDeclared(await file.bytes(LIMITS.jsonBytes));
  if (text === null) throw new LaydownError('bad-input', 'is not UTF-8');
  let value: unknown;
  try {
    value = JSON.parse(text);
  } catch (error) {
    throw new LaydownError('bad-input', `is no valid JSON: ${(error as Error).message}`);
  }
  if (typeof value !== 'object' || value === null) return null;
  const { claims, ...rest } = value as LooseClaim;
  if (!Array.isArray(claims)) return null;
  const report = reportSchema.safeParse({ ...rest, id: rest['id'] ?? file.source });
  if (!report.success) throw new LaydownError('bad-input', `is no annotated report: ${problemIn(report.error)}`);
  return { report: report.data, expected: claims as readonly LooseClaim[] };
}
