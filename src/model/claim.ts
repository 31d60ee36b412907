// A claim is one assertion, made by one report, grounded in one quotation from it. Five kinds; every field that the text does not settle is null.
import { z } from 'zod';
import { partySchema } from './party.ts';
import { periodSchema } from './period.ts';
import { placeSchema } from './place.ts';
import { quantitySchema } from './quantity.ts';

export const MOVES = ['deploy', 'withdraw', 'relocate', 'rotate'] as const;
export const PHASES = ['proposed', 'planned', 'underway', 'completed', 'cancelled'] as const;
export const STATUSES = [
  'started',
  'continuing',
  'suspended',
  'resumed',
  'ended',
  'extended',
  'planned',
  'reduced',
] as const;
export const ACTIONS = [
  'withdraw',
  'deploy',
  'expel',
  'authorise',
  'extend',
  'suspend',
  'end',
  'reduce',
  'increase',
  'request',
  'other',
] as const;

const count = z.number().int().nonnegative().nullable();
const name = z.string().min(1).nullable().default(null);
/** A span of the report's text: [start, end), UTF-16 code units. */
export const spanSchema = z.tuple([z.number().int().nonnegative(), z.number().int().nonnegative()]);
export type Span = z.infer<typeof spanSchema>;

export const voteSchema = z.object({
  for: count.default(null),
  against: count.default(null),
  abstain: count.default(null),
  members: count.default(null),
});
export type Vote = z.infer<typeof voteSchema>;

/** One place, or several states that the text names without one region over them; null where none is named. */
const oneOrMorePlaces = z
  .union([placeSchema, z.array(placeSchema)])
  .nullable()
  .default(null);
const places = z.array(placeSchema).default([]);
const party = partySchema.nullable().default(null);

const common = {
  evidence: z.string().min(1),
  time: periodSchema.nullable().default(null),
  said_by: name,
};

export const presenceSchema = z.object({
  kind: z.literal('presence'),
  ...common,
  party,
  unit: name,
  mission: name,
  quantity: quantitySchema.nullable().default(null),
  place: oneOrMorePlaces,
});
export const movementSchema = z.object({
  kind: z.literal('movement'),
  ...common,
  party,
  unit: name,
  mission: name,
  quantity: quantitySchema.nullable().default(null),
  from: places,
  to: places,
  move: z.enum(MOVES),
  phase: z.enum(PHASES),
  temporary: z.boolean().default(false),
});
export const statusSchema = z.object({
  kind: z.literal('status'),
  ...common,
  party,
  mission: name,
  place: oneOrMorePlaces,
  status: z.enum(STATUSES),
  temporary: z.boolean().default(false),
});
export const decisionSchema = z.object({
  kind: z.literal('decision'),
  ...common,
  body: name,
  action: z.enum(ACTIONS),
  vote: voteSchema.nullable().default(null),
  final: z.boolean().nullable().default(null),
  pending: name,
});
export const incidentSchema = z.object({
  kind: z.literal('incident'),
  ...common,
  party,
  place: oneOrMorePlaces,
  killed: count.default(null),
  wounded: count.default(null),
});

export const claimSchema = z.discriminatedUnion('kind', [
  presenceSchema,
  movementSchema,
  statusSchema,
  decisionSchema,
  incidentSchema,
]);

export type Presence = z.infer<typeof presenceSchema>;
export type Movement = z.infer<typeof movementSchema>;
export type Status = z.infer<typeof statusSchema>;
export type Decision = z.infer<typeof decisionSchema>;
export type Incident = z.infer<typeof incidentSchema>;
export type Claim = Presence | Movement | Status | Decision | Incident;
export type ClaimKind = Claim['kind'];
export type Move = (typeof MOVES)[number];
export type Phase = (typeof PHASES)[number];
export type StatusWord = (typeof STATUSES)[number];
export type Action = (typeof ACTIONS)[number];

/** Where each field stands in the report's text; `evidence` always, the others where the text carries them. */
export type Spans = { readonly evidence: Span } & { readonly [field: string]: Span };

/** A claim as an extractor emits it: with its spans, its maker (rule id or model name) and how sure the maker is (0..1). */
export type ExtractedClaim = Claim & {
  readonly spans: Spans;
  readonly rule?: string;
  readonly model?: string;
  readonly confidence: number;
};

/** The places of a claim's `place` field as a list: [] where null. */
export const placesOf = (place: Presence['place']) => (place === null ? [] : Array.isArray(place) ? place : [place]);
