// Claims from W3C Web Annotations: those that annotations-out.ts writes, and those that a person made with a claim in the one-line notation.
import { z } from 'zod';
import { LaydownError } from '../model/errors.ts';
import { parseClaim } from '../model/notation.ts';
import type { StatedClaim } from './claim-record.ts';

const bodySchema = z.object({ format: z.string().optional(), value: z.string() });
const selectorSchema = z.object({ type: z.literal('TextQuoteSelector'), exact: z.string().min(1) });
const annotationSchema = z.object({
  body: z.unknown(),
  target: z.union([z.string(), z.object({ source: z.string().min(1), selector: z.unknown() })]),
});
const wholeSchema = z.object({
  id: z.string().min(1),
  claim: z.record(z.string(), z.unknown()),
  spans: z.unknown().optional(),
  confidence: z.number().optional(),
  maker: z.string().optional(),
  report: z.record(z.string(), z.unknown()).optional(),
});

export const isAnnotation = (value: unknown): boolean =>
  typeof value === 'object' && value !== null && [(value as { type?: unknown }).type].flat().includes('Annotation');

/**
 * The claim of an annotation: whole from a body in JSON, else from a body in the one-line notation, about the words that the target quotes.
 * Throws LaydownError `bad-input` for one without a claim.
 */
export function claimOfAnnotation(value: unknown): StatedClaim {
  const { body, target } = orRefused(() => annotationSchema.parse(value));
  const bodies = [body].flat().flatMap((one) => {
    const parsed = typeof one === 'string' ? { data: { value: one, format: undefined } } : bodySchema.safeParse(one);
    return parsed.data ?? [];
  });
  const source = typeof target === 'string' ? target : target.source;
  const whole = bodies.find(({ format }) => format === 'application/json');
  if (whole !== undefined) {
    const { id, claim, spans, confidence, maker, report } = orRefused(() => wholeSchema.parse(JSON.parse(whole.value)));
    const made = maker === undefined || maker === 'import' ? {} : { rule: maker };
    return {
      report: { ...reportAt(source), ...report },
      claim: {
        ...claim,
        id,
        ...(spans == null ? {} : { spans }),
        ...(confidence === undefined ? {} : { confidence }),
        ...made,
      },
    };
  }
  const [line] = bodies;
  if (line === undefined) throw new LaydownError('bad-input', 'is an annotation without a text as its body');
  const selectors = typeof target === 'string' ? [] : [target.selector].flat();
  const quoted = selectors.map((one) => selectorSchema.safeParse(one)).find(({ success }) => success);
  return { report: reportAt(source), claim: parseClaim(line.value, quoted?.data?.exact) };
}

const REPORT = 'urn:laydown:report:';

const reportAt = (source: string): StatedClaim['report'] =>
  source.startsWith(REPORT) ? { id: decodeURIComponent(source.slice(REPORT.length)) } : { url: source };

function orRefused<T>(read: () => T): T {
  try {
    return read();
  } catch (error) {
    const [issue] = error instanceof z.ZodError ? error.issues : [];
    const what = issue === undefined ? (error as Error).message : `${issue.path.join('.')}: ${issue.message}`;
    throw new LaydownError('bad-input', `is an annotation that holds no claim: ${what}`);
  }
}
