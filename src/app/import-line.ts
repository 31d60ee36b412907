// A line of an import, checked: a report with its claims, or reviewers' words. What is not as it must be is told and left out.
import { z } from 'zod';
import { claimOfAnnotation, isAnnotation } from '../formats/annotations-in.ts';
import { IMPORT } from '../ledger/fold.ts';
import { checkedClaimId, claimText, importVersion } from '../ledger/ids.ts';
import { reportAdded } from '../ledger/report-added.ts';
import { claimSchema, spanSchema } from '../model/claim.ts';
import type { LedgerClaim, LedgerEvent } from '../model/event.ts';
import { type Report, reportSchema } from '../model/report.ts';
import { type Line, readWords, type StatedWords, type TellFault } from './import-words.ts';
import type { Services } from './services.ts';
import { holdsNul, problemIn, wellFormed } from './sound-text.ts';

const transactionSchema = z.object({ number: z.number().int().min(1), recorded: z.iso.datetime() });
const lineSchema = z
  .object({
    report: reportSchema.extend({ id: z.string().min(1).optional() }).optional(),
    claims: z.array(z.unknown()).default([]),
    judgements: z.array(z.unknown()).default([]),
    entities: z.array(z.unknown()).default([]),
    redactions: z.array(z.unknown()).default([]),
    comments: z.array(z.unknown()).default([]),
    moderations: z.array(z.unknown()).default([]),
    /** Of a ledger's own export: when it was recorded there, and who read the report. */
    transaction: transactionSchema.optional(),
    /** The agency that a text credited which is erased now. */
    agency: z.string().nullable().optional(),
    reading: z.object({ extractor: z.string().min(1), version: z.string().min(1) }).optional(),
  })
  .refine((line) => line.report !== undefined || (line.claims.length === 0 && wordsOf(line).length > 0), {
    message: 'report: needed, but for a line of judgements',
  });
const wordsOf = (line: StatedWords): unknown[] => [
  ...line.judgements,
  ...line.entities,
  ...line.redactions,
  ...line.comments,
  ...line.moderations,
];
const markSchema = z.object({
  id: z.string().min(1).optional(),
  spans: z.record(z.string(), spanSchema).optional(),
  rule: z.string().min(1).optional(),
  model: z.string().min(1).optional(),
  confidence: z.number().min(0).max(1).default(1),
});
/** How a claim came to be, on a line with a reading. */
const storedSchema = z.object({
  id: z.string().min(1),
  spans: z.record(z.string(), spanSchema).nullable().default(null),
  maker: z.string().min(1),
  confidence: z.number().min(0).max(1).default(1),
  grounded: z.boolean().default(false),
});

export type StatedLine = z.infer<typeof lineSchema>;

/** Null where the line is none, which `fault` is told. */
export function parseLine(text: string, where: string, fault: TellFault): StatedLine | null {
  let value: unknown;
  try {
    // Whole characters only, so that any store can hold them: most lines have no escape that could make half of one.
    value = /\\u[dD][89a-fA-F]/.test(text)
      ? JSON.parse(text, (_, v: unknown) => (typeof v === 'string' ? wellFormed(v) : v))
      : JSON.parse(wellFormed(text));
  } catch (error) {
    fault(where, `is no JSON: ${(error as Error).message}`);
    return null;
  }
  if (isAnnotation(value)) {
    try {
      const { report, claim } = claimOfAnnotation(value);
      value = { report, claims: [claim] };
    } catch (error) {
      fault(where, (error as Error).message);
      return null;
    }
  }
  const parsed = lineSchema.safeParse(value);
  if (!parsed.success) {
    fault(where, `is not {"report": {...}, "claims": [...]}: ${problemIn(parsed.error)}`);
    return null;
  }
  if (/\\u0000|\0/.test(text) && holdsNul(parsed.data)) {
    fault(where, 'holds a NUL character: it is no text');
    return null;
  }
  return parsed.data;
}

interface Checking {
  readonly ground: Ground | undefined;
  readonly store: Services['store'];
}

export async function readLine(
  stated: StatedLine,
  report: Report | null,
  where: string,
  by: Checking,
  fault: TellFault,
): Promise<Line> {
  const { reading, transaction = null } = stated;
  const words = readWords(stated, (message) => fault(where, message));
  if (report === null) return { where, report: null, claims: [], events: words, transaction };
  const claims: LedgerClaim[] = [];
  for (const [index, one] of stated.claims.entries()) {
    const claim = reading === undefined ? await readClaim(one, report, by) : storedClaim(one, report);
    if (typeof claim === 'string') fault(`${where} claim ${nameOf(one, index)}`, claim);
    else claims.push(claim);
  }
  const added = reportAdded(report);
  const events: LedgerEvent[] = [stated.agency == null ? added : { ...added, agency: stated.agency }];
  // A reading that found nothing is one, too: the report is not read again.
  if (reading !== undefined)
    events.push({ kind: 'claims-extracted', reading: { report: report.id, ...reading, claims } });
  else if (claims.length > 0) {
    const version = importVersion(claims.map((c) => c.id));
    events.push({ kind: 'claims-extracted', reading: { report: report.id, extractor: IMPORT, version, claims } });
  }
  return { where, report, claims, events: [...events, ...words], transaction };
}

/** A claim that a ledger has checked before. That its quotation stands in the text is checked again; the reader's rules may have changed since. */
function storedClaim(value: unknown, report: Report): LedgerClaim | string {
  const parsed = claimSchema.safeParse(value);
  if (!parsed.success) return problemIn(parsed.error);
  const marks = storedSchema.safeParse(value);
  if (!marks.success) return problemIn(marks.error);
  const claim = parsed.data;
  const { id, maker, confidence, grounded, spans: given } = marks.data;
  const at = given?.['evidence'];
  const spans = given === null || at === undefined ? null : { ...given, evidence: at };
  const stands = at !== undefined && report.text?.slice(...at) === claim.evidence;
  if (grounded && !stands) return 'evidence: the report does not hold the quotation where its span points';
  return { id, report: report.id, claim, spans, maker, confidence, grounded };
}

const nameOf = (claim: unknown, index: number): string => {
  const id = (claim as { id?: unknown } | null)?.id;
  return typeof id === 'string' && id !== '' ? id : `no. ${index + 1}`;
};

type Ground = ReturnType<Services['grounderOf']>;

/** The claim as the ledger holds it, or why it is refused. */
async function readClaim(value: unknown, report: Report, { ground, store }: Checking): Promise<LedgerClaim | string> {
  const parsed = claimSchema.safeParse(value);
  if (!parsed.success) return problemIn(parsed.error);
  const marks = markSchema.safeParse(value);
  if (!marks.success) return problemIn(marks.error);
  const claim = parsed.data;
  const { id, spans, rule, model, confidence } = marks.data;
  const own = spans?.['evidence'] === undefined ? null : { ...spans, evidence: spans['evidence'] };
  const grounding = ground?.ground(own === null ? claim : { ...claim, spans: own });
  if (grounding?.ok === false) {
    // A format without spans cannot say where in the report a "they" is named; the ledger knows where it holds the very claim.
    const held = id === undefined ? null : await store.claim(id);
    if (held === null || held.report !== report.id || claimText(held.claim) !== claimText(claim))
      return `${grounding.field}: ${grounding.reason}`;
    return held;
  }
  return {
    id: id ?? checkedClaimId(report.id, claim),
    report: report.id,
    claim,
    spans: grounding?.ok ? { ...own, evidence: grounding.span } : report.text === null ? null : own,
    maker: rule ?? model ?? IMPORT,
    confidence,
    grounded: grounding?.ok === true,
  };
}
