// Parameters of the questions, as the command line has them: the same names, the same defaults.
import { z } from '@hono/zod-openapi';
import type { ClaimKind } from '../../model/claim.ts';
import { isDay } from '../../model/day.ts';

export const day = (description: string) =>
  z
    .string()
    .refine(isDay, { message: 'is no date: write YYYY-MM-DD, such as 2020-01-08' })
    .openapi({ format: 'date', description, example: '2020-01-08' });

const NAME_LETTERS = 200;
export const name = (description: string, example: string) =>
  z.string().min(1).max(NAME_LETTERS).openapi({ description, example });

export const when = {
  at: day('The day it holds; the known day where left out.').optional(),
  known: day('As it was known on that day; today where left out.').optional(),
};
export const judged = day('As judged, merged and split by that day; the known day where left out.').optional();
export const party = name('A state or organisation, by code or name.', 'DE').optional();
export const place = name('A country, region or site, by code or name.', 'IQ').optional();
export const mission = name('A mission or operation.', 'UNIFIL').optional();

export const LIST_LENGTH = { usual: 500, most: 5_000 } as const;
/** Lists come in pages. */
export const paging = {
  limit: z
    .string()
    .regex(/^[1-9]\d{0,3}$/, 'is no number from 1 to 5000')
    .transform(Number)
    .refine((n) => n <= LIST_LENGTH.most, { message: `is more than ${LIST_LENGTH.most}` })
    .optional()
    .openapi({ type: 'integer', minimum: 1, maximum: LIST_LENGTH.most, description: 'Items a page.', example: 100 }),
  cursor: z
    .string()
    .regex(/^[\w-]{1,2000}$/, 'is no cursor: take it from `next` of the page before')
    .optional()
    .openapi({ description: 'Where the page begins, from `next` of the page before.' }),
};

const KINDS = ['presence', 'movement', 'status', 'decision', 'incident'] as const satisfies readonly ClaimKind[];
export const kind = z.enum(KINDS).optional().openapi({ description: 'Only of this kind.' });

export const count = (description: string) =>
  z
    .string()
    .regex(/^\d{1,12}$/, 'is no whole number')
    .transform(Number)
    .openapi({ type: 'integer', minimum: 0, description, example: 500 });
