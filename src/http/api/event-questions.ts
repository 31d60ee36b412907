// Questions of what happened: changes, decisions, the status of missions.
import { z } from '@hono/zod-openapi';
import { decisionsTable, statusTable } from '../../app/answer-tables.ts';
import { askChanges } from '../../app/ask-changes.ts';
import { askDecisions } from '../../app/ask-decisions.ts';
import { askStatus } from '../../app/ask-status.ts';
import { day as answeredDay, at, changes as changed, decision, known, next, status } from './answer-schemas.ts';
import { day, mission, name, paging, party, place, when } from './parameters.ts';
import { type Question, question } from './question.ts';

const changes = question({
  path: '/changes',
  summary: 'What changed between two days, and what became known.',
  parameters: z.object({
    since: day('The first day.'),
    until: day('The last day; the known day where left out.').optional(),
    known: when.known,
    party,
    place,
  }),
  answer: z.object({ since: answeredDay, until: answeredDay, known, ...changed }).openapi('Changes'),
  ask: askChanges,
});

const decisions = question({
  path: '/decisions',
  summary: 'Votes, orders and requests: who decided what, whether it is final, what it still needs.',
  parameters: z.object({ body: name('Only of this body.', 'Iraqi parliament').optional(), ...when, ...paging }),
  answer: z.object({ at, known, decisions: z.array(decision), next }).openapi('Decisions'),
  ask: askDecisions,
  list: { field: 'decisions', keyOf: ({ claims }: { readonly claims: readonly string[] }) => claims.join(' ') },
  csv: decisionsTable,
});

const statuses = question({
  path: '/status',
  summary: 'Missions, operations and activities: started, suspended, resumed, ended.',
  parameters: z.object({ party, place, mission, ...when, ...paging }),
  answer: z.object({ at, known, statuses: z.array(status), next }).openapi('Statuses'),
  ask: askStatus,
  list: { field: 'statuses', keyOf: ({ claim }: { readonly claim: string }) => claim },
  csv: statusTable,
});

export const EVENT_QUESTIONS: readonly Question[] = [changes, decisions, statuses];
