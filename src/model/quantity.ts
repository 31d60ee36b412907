// How many of what a report states, with its hedge kept: "more than 500" is {min: 500, max: null}.
import { z } from 'zod';
import type { Bounds } from './bounds.ts';

const count = z.number().int().nonnegative();

export const COUNTED_THINGS = [
  'personnel',
  'battalion',
  'brigade',
  'company',
  'platoon',
  'squadron',
  'regiment',
  'division',
  'battlegroup',
  'battery',
  'aircraft',
  'helicopter',
  'ship',
  'tank',
  'vehicle',
  'system',
  'other',
] as const;

export const quantitySchema = z
  .object({
    min: count.nullable(),
    max: count.nullable(),
    approx: z.boolean().default(false),
    of: z.enum(COUNTED_THINGS).default('personnel'),
  })
  .refine((q) => q.min !== null || q.max !== null, { message: 'a quantity states at least one end' })
  .refine((q) => q.min === null || q.max === null || q.min <= q.max, { message: 'a quantity has min <= max' });

/** As the text states it: "about 500" is min 500, max 500, approx true. `of` is the plain singular of the thing counted. */
export type Quantity = z.infer<typeof quantitySchema>;

export const exactly = (n: number, of: Quantity['of'] = 'personnel'): Quantity => ({
  min: n,
  max: n,
  approx: false,
  of,
});

/**
 * The half-width that a hedge gives to a number: half a unit of its last non-zero digit, at most a tenth.
 * 500 -> 50, 5200 -> 50, 100000 -> 10000, 0 -> 0.
 */
export function leeway(n: number): number {
  if (n === 0) return 0;
  let unit = 1;
  while (n % (unit * 10) === 0) unit *= 10;
  return Math.min(unit / 2, n / 10);
}

/** What a stated quantity says about the true count: "roughly 500" -> 450..550, "up to 500" -> 0..500, null -> at least 1. */
export function boundsOf(q: Quantity | null): Bounds {
  if (q === null) return { min: 1, max: null };
  const min = q.min ?? 0;
  if (!q.approx) return { min, max: q.max };
  return {
    min: Math.ceil(min - leeway(min)),
    max: q.max === null ? null : Math.floor(q.max + leeway(q.max)),
  };
}
