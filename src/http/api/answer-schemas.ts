// Shapes of answers, for the API's description.
import { z } from '@hono/zod-openapi';
import { ACTIONS, claimSchema, MOVES, PHASES, STATUSES, spanSchema, voteSchema } from '../../model/claim.ts';
import { judgementSchema } from '../../model/judgement.ts';
import { placeSchema } from '../../model/place.ts';

const dayOf = (description: string) => z.string().openapi({ format: 'date', description });
const bounds = z.object({ min: z.int(), max: z.int().nullable() });
const ids = z.array(z.string());
export const at = dayOf('The day it holds.');
export const known = dayOf('As known on this day.');
export const next = z.string().nullable().openapi({ description: 'The cursor of the next page; null on the last.' });
export const day = dayOf('A day.');

const within = z
  .object({ party: z.string(), place: placeSchema, mission: z.string().nullable(), ...bounds.shape })
  .nullable()
  .openapi({
    description:
      'The larger whole whose count alone bounds it from above; null where claims of its own do, or none does.',
  });

export const postureRow = z
  .object({
    party: z.string(),
    place: placeSchema,
    mission: z.string().nullable(),
    unit: z.string().nullable(),
    of: z.string().openapi({ description: 'What is counted.' }),
    min: z.int(),
    max: z.int().nullable().openapi({ description: 'Null: no upper bound known.' }),
    expected: bounds.nullable().openapi({ description: 'When all that is planned or under way is done.' }),
    observed: z.string().nullable().openapi({ description: 'The day of the count it stands on.' }),
    age_days: z.int().nullable(),
    claims: ids,
    why: z.string(),
    conflicts: ids,
    answer: z.enum(['zero', 'counted', 'present', 'unknown']),
    within,
  })
  .openapi('PostureRow');

const reading = z.object({ claims: ids, text: z.string(), bounds });
export const conflict = z
  .object({
    id: z.string(),
    claims: ids.openapi({ description: 'None can be left out: without any one of them the others can hold together.' }),
    party: z.string(),
    place: placeSchema,
    mission: z.string().nullable(),
    kind: z.enum(['counts', 'movement', 'overdrawn', 'whole']),
    why: z.string(),
    preferred: z.object({ reading, reason: z.string().nullable() }).nullable(),
    alternatives: z.array(reading),
    copies: ids,
  })
  .openapi('Conflict');

export const reportFact = z
  .object({
    id: z.string(),
    published: z.string().nullable(),
    publisher: z.string().nullable(),
    url: z.string().nullable(),
    title: z.string().nullable(),
    recorded: z.string(),
    transaction: z.int(),
    agency: z.string().nullable(),
  })
  .openapi('Report');

const aboutClaim = z.object({
  id: z.string(),
  report: z.looseObject({ id: z.string() }),
  known: z.string(),
  verdict: z.enum(['accept', 'correct']).nullable(),
  grounded: z.boolean(),
  maker: z.string(),
  origin: z.string().openapi({ description: 'Claims that repeat one statement have one origin.' }),
});
/** A claim's own fields and those of how it came to be. */
export const claim = z.intersection(claimSchema, aboutClaim).openapi('Claim');
export const claimWithSpans = z
  .intersection(claim, z.object({ spans: z.record(z.string(), spanSchema).nullable() }))
  .openapi('ClaimInText');
/** With the claim's fields under `claim`, as `why` gives them. */
export const knownClaim = aboutClaim.extend({ claim: claimSchema }).openapi('KnownClaim');
export const judgement = z.object(judgementSchema.shape).openapi('Judgement');

export const decision = z
  .object({
    body: z.string().nullable(),
    action: z.enum(ACTIONS),
    day,
    vote: voteSchema.nullable(),
    final: z.boolean().nullable(),
    pending: z.string().nullable(),
    evidence: z.string(),
    claims: ids,
    published: day,
    said_by: z.string().nullable(),
    publisher: z.string().nullable(),
  })
  .openapi('Decision');

export const status = z
  .object({
    mission: z.string().nullable(),
    party: z.string().nullable(),
    place: placeSchema.nullable(),
    status: z.enum(STATUSES),
    since: day,
    temporary: z.boolean(),
    claim: z.string(),
    said_by: z.string().nullable(),
    history: z.array(z.object({ status: z.enum(STATUSES), since: day, claim: z.string() })),
  })
  .openapi('Status');

const rowState = bounds.extend({ expected: bounds.nullable(), within }).nullable();
export const changes = {
  rows: z.array(
    z.object({
      what: z.enum(['appeared', 'changed', 'expected', 'ended', 'gone']),
      party: z.string(),
      place: placeSchema,
      mission: z.string().nullable(),
      unit: z.string().nullable(),
      of: z.string(),
      before: rowState,
      after: rowState,
      claims: ids,
      why: z.string(),
    }),
  ),
  movements: z.array(
    z.object({
      claim: z.string(),
      party: z.string(),
      unit: z.string().nullable(),
      quantity: z.object({ min: z.int().nullable(), max: z.int().nullable() }).nullable(),
      from: z.array(placeSchema),
      to: z.array(placeSchema),
      move: z.enum(MOVES),
      phase: z.enum(PHASES),
      day,
      published: day,
    }),
  ),
  statuses: z.array(status),
  decisions: z.array(decision),
  conflicts: z.object({ opened: z.array(z.looseObject({})), closed: z.array(z.looseObject({})) }),
};

export const told = { claims: z.int(), reports: z.int(), first: day, last: day };
