// Who has how many where.
import { z } from '@hono/zod-openapi';
import { askPosture } from '../../app/ask-posture.ts';
import { toldPosture } from '../../app/told-answers.ts';
import { at, known, next, postureRow } from './answer-schemas.ts';
import { mission, paging, party, place, when } from './parameters.ts';
import type { Question } from './question.ts';

const parameters = z.object({ party, place, mission, ...when, ...paging });

type Posture = ReturnType<typeof toldPosture>;
type Row = Posture['rows'][number];

export const postureQuestion: Question<typeof parameters, Posture> = {
  path: '/posture',
  summary: 'Who has how many where: bounds for each force and place, with the claims they rest on.',
  parameters,
  answer: z.object({ at, known, rows: z.array(postureRow), next }).openapi('Posture'),
  ask: async (services, asked) => toldPosture(await askPosture(services, asked)),
  list: {
    field: 'rows',
    keyOf: ({ party, place, mission, unit, of }: Row) =>
      JSON.stringify([party, place.country, place.name, mission, unit, of]),
  },
};
