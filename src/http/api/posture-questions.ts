// Questions of numbers: who has how many where, why, and what does not fit together.
import { z } from '@hono/zod-openapi';
import { conflictsTable, postureTable } from '../../app/answer-tables.ts';
import { askConflicts } from '../../app/ask-conflicts.ts';
import { askHistory } from '../../app/ask-history.ts';
import { askPosture } from '../../app/ask-posture.ts';
import { askWhy } from '../../app/ask-why.ts';
import { toldConflicts, toldPosture } from '../../app/told-answers.ts';
import { postureGeoJson } from '../../formats/geojson-posture.ts';
import { placeSchema } from '../../model/place.ts';
import { at, conflict, known, knownClaim, next, postureRow } from './answer-schemas.ts';
import { day, judged, mission, name, paging, party, place, when } from './parameters.ts';
import { type Question, question } from './question.ts';

type Posture = ReturnType<typeof toldPosture>;
type Row = Posture['rows'][number];

const posture = question({
  path: '/posture',
  summary: 'Who has how many where: bounds for each force and place, with the claims they rest on.',
  parameters: z.object({ party, place, mission, ...when, judged, ...paging }),
  answer: z.object({ at, known, rows: z.array(postureRow), next }).openapi('Posture'),
  ask: async (services, asked) => toldPosture(await askPosture(services, asked)),
  list: {
    field: 'rows',
    keyOf: ({ party, place, mission, unit, of }: Row) =>
      JSON.stringify([party, place.country, place.name, mission, unit, of]),
  },
  csv: postureTable,
  geojson: (answer, { atlas }) => postureGeoJson(answer, atlas),
});

const why = question({
  path: '/why',
  summary: 'How the bounds of one force at one place came about: claims, quotations and steps.',
  parameters: z.object({
    party: name('A state or organisation, by code or name.', 'DE'),
    place: name('A country, region or site, by code or name.', 'IQ'),
    mission,
    ...when,
    judged,
  }),
  answer: z
    .object({
      at,
      known,
      rows: z.array(postureRow.extend({ tree: z.looseObject({}) })),
      conflicts: z.array(z.looseObject({})),
      claims: z.array(knownClaim),
    })
    .openapi('Why'),
  ask: askWhy,
});

const conflicts = question({
  path: '/conflicts',
  summary: 'Claims that cannot hold together, until they are judged.',
  parameters: z.object({ party, place, ...when, judged, ...paging }),
  answer: z.object({ at, known, conflicts: z.array(conflict), next }).openapi('Conflicts'),
  ask: async (services, asked) => toldConflicts(await askConflicts(services, asked)),
  list: { field: 'conflicts', keyOf: ({ id }: { readonly id: string }) => id },
  csv: conflictsTable,
});

const rowHistory = z.looseObject({
  party: z.string(),
  place: placeSchema,
  mission: z.string().nullable(),
  unit: z.string().nullable(),
  of: z.string(),
  steps: z.array(z.looseObject({ since: z.string(), until: z.string().nullable() })),
});
const history = question({
  path: '/history',
  summary:
    'How the rows of one force at one place came to be: over the days they held, and over the days they were known.',
  parameters: z.object({
    party: name('A state or organisation, by code or name.', 'DE'),
    place: name('A country, region or site, by code or name.', 'IQ'),
    mission,
    since: day('The first day; the first that is told of where left out.').optional(),
    ...when,
    judged,
  }),
  answer: z
    .object({
      party: z.string(),
      place: placeSchema,
      at,
      known,
      valid: z.array(rowHistory),
      learnt: z.array(rowHistory),
    })
    .openapi('History'),
  ask: askHistory,
  isJudged: true,
});

export const POSTURE_QUESTIONS: readonly Question[] = [posture, why, history, conflicts];
