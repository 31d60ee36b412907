// Shapes of answers, for the API's description.
import { z } from '@hono/zod-openapi';
import { placeSchema } from '../../model/place.ts';

const dayOf = (description: string) => z.string().openapi({ format: 'date', description });
const bounds = z.object({ min: z.int(), max: z.int().nullable() });
export const at = dayOf('The day it holds.');
export const known = dayOf('As known on this day.');
export const next = z.string().nullable().openapi({ description: 'The cursor of the next page; null on the last.' });

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
    claims: z.array(z.string()),
    why: z.string(),
    conflicts: z.array(z.string()),
    answer: z.enum(['zero', 'counted', 'present', 'unknown']),
  })
  .openapi('PostureRow');
