// Questions of what happened: changes, decisions, the status of missions.
import { z } from '@hono/zod-openapi';
import { decisionsTable, statusTable } from '../../app/answer-tables.ts';
import { askChangesOrLearnt } from '../../app/ask-changes.ts';
import { askDecisions } from '../../app/ask-decisions.ts';
import { askStatus } from '../../app/ask-status.ts';
import { day as answeredDay, at, changes as changed, decision, known, next, status } from './answer-schemas.ts';
import { day, judged, mission, name, paging, party, place, when } from './parameters.ts';
import { type Question, question } from './question.ts';

const changes = question({
  path: '/changes',
  summary: 'What happened between two days, or what was learnt of one day between two days of knowing.',
  description: 'Either `since` (what happened after it) or `learnt-since` (what was learnt after it) is needed.',
  parameters: z.object({
    since: day('What happened after this day.').optional(),
    'learnt-since': day('Instead: what was learnt after this day.').optional(),
    at: day('With `learnt-since`: of this day; the known day where left out.').optional(),
    until: day('With `since`: the last day; the known day where left out.').optional(),
    known: when.known,
    judged,
    party,
    place,
  }),
  answer: z.union([
    z.object({ since: answeredDay, until: answeredDay, known, ...changed }).openapi('Changes'),
    z.object({ at, before: answeredDay, after: answeredDay, ...changed }).openapi('Learnt'),
  ]),
  ask: (services, { 'learnt-since': learntSince, ...asked }) =>
    askChangesOrLearnt(services, { ...asked, ...(learntSince === undefined ? {} : { learntSince }) }),
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
