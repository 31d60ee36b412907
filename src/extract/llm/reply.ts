// A model's reply -> candidate claims. The shape asked for is flat, every field there and null where it does not belong to the kind.
import { z } from 'zod';
import { ACTIONS, type Claim, claimSchema, MOVES, PHASES, STATUSES } from '../../model/claim.ts';
import { COUNTED_THINGS } from '../../model/quantity.ts';

const count = z.int().min(0).nullable();
const place = z.strictObject({ country: z.string().nullable(), name: z.string().nullable() });
const text = z.string().nullable();

/** What the model is asked to fill in, in the terms of JSON Schema's strict subset: no defaults, no extra fields, null for "not stated". */
export const replySchema = z.strictObject({
  claims: z.array(
    z.strictObject({
      kind: z.enum(['presence', 'movement', 'status', 'decision', 'incident']),
      evidence: z.string().describe('The shortest run of the report that carries the claim, copied exactly'),
      party: text.describe(
        'ISO 3166-1 alpha-2 of the state whose force it is, or NATO, UN, EU, COALITION, FOREIGN, OTHER:name',
      ),
      unit: text,
      mission: text,
      quantity: z
        .strictObject({ min: count, max: count, approx: z.boolean(), of: z.enum(COUNTED_THINGS) })
        .nullable()
        .describe(
          '"more than 500": min 500, max null; "up to 500": min null, max 500; "about 500": both 500, approx true',
        ),
      place: z.array(place).nullable().describe('presence, status, incident: where'),
      from: z.array(place).nullable(),
      to: z.array(place).nullable(),
      move: z.enum(MOVES).nullable(),
      phase: z.enum(PHASES).nullable(),
      temporary: z.boolean().nullable(),
      status: z.enum(STATUSES).nullable(),
      body: text,
      action: z.enum(ACTIONS).nullable(),
      vote: z.strictObject({ for: count, against: count, abstain: count, members: count }).nullable(),
      final: z.boolean().nullable(),
      pending: text,
      killed: count,
      wounded: count,
      time: z.strictObject({ start: text, end: text }).nullable().describe('When it held or happened, YYYY-MM-DD'),
      said_by: text.describe('Who is quoted or cited for it'),
    }),
  ),
});

/** For `response_format`. */
export const replyJsonSchema = (): object => z.toJSONSchema(replySchema, { target: 'draft-7' });

export interface Candidates {
  readonly claims: readonly Claim[];
  /** A reason for each candidate that is no claim by its shape. */
  readonly malformed: readonly string[];
}

/** Null where the reply as a whole cannot be read: no JSON, cut short, not of the shape. */
export function candidatesIn(reply: string): Candidates | null {
  const json = parsed(unfenced(reply));
  const list = (json as { readonly claims?: unknown } | null)?.claims;
  if (!Array.isArray(list)) return null;
  const claims: Claim[] = [];
  const malformed: string[] = [];
  for (const item of list) {
    const claim = claimSchema.safeParse(withoutNulls(item));
    if (claim.success) claims.push(claim.data);
    else malformed.push(claim.error.issues.map((issue) => `${issue.path.join('.')}: ${issue.message}`).join('; '));
  }
  return { claims, malformed };
}

/** Models that are not held to the schema put code fences around JSON. */
const unfenced = (reply: string): string => /^\s*```(?:json)?\s*([\s\S]*?)\s*```\s*$/.exec(reply)?.[1] ?? reply;

function parsed(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    return null;
  }
}

/** A null is "not stated", which the schema of claims fills in by kind; one place alone is not a list of places. */
function withoutNulls(item: unknown): unknown {
  if (typeof item !== 'object' || item === null) return item;
  const stated = Object.fromEntries(Object.entries(item).filter(([, value]) => value !== null));
  const { place, time } = stated as { readonly place?: unknown; readonly time?: { start?: unknown; end?: unknown } };
  if (Array.isArray(place)) stated['place'] = place.length === 0 ? null : place.length === 1 ? place[0] : place;
  if (time && !time.start && !time.end) delete stated['time'];
  return stated;
}
