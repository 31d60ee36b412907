// The tools that an assistant may call: one a question of the ledger, each answer with its citations.
import { z } from 'zod';
import { askChanges } from '../app/ask-changes.ts';
import { askConflicts } from '../app/ask-conflicts.ts';
import { askDecisions } from '../app/ask-decisions.ts';
import { askPosture } from '../app/ask-posture.ts';
import { askStatus } from '../app/ask-status.ts';
import { askWhy } from '../app/ask-why.ts';
import type { Asking } from '../app/known-on.ts';
import { eachClaimListed } from '../app/list-claims.ts';
import { listLatestReports, passagesOf } from '../app/list-reports.ts';
import { searchSome } from '../app/search-ledger.ts';
import { showReport } from '../app/show-report.ts';
import { firstOf } from '../app/some-of.ts';
import { toldClaim, toldConflicts, toldPosture, toldReport, toldReportText } from '../app/told-answers.ts';
import { citationOf, citationsOf, reportAddress } from './citations.ts';

const day = z.iso.date();
const when = {
  at: day.optional().describe('The day for which it is asked (YYYY-MM-DD); default: the known day'),
  known: day.optional().describe('As it was known on that day (YYYY-MM-DD); default: today'),
};
const party = z.string().min(1).max(200).describe('Whose force: "Germany", "DE", "NATO", "UN"');
const place = z.string().min(1).max(200).describe('Where: "Iraq", "IQ", "the Sahel", "Al Asad"');
const mission = z.string().min(1).max(200).optional().describe('A mission or operation: "UNIFIL"');
const limit = z.number().int().min(1).max(200).default(50).describe('The most rows to give; the rest are counted');
const after = z
  .string()
  .min(1)
  .max(200)
  .optional()
  .describe('The id of the last one of an answer before (its `next`): the list goes on behind it');
/** Where the list goes on; null at its end. */
const nextOf = (shown: readonly { readonly id: string }[], left_off: number): string | null =>
  left_off === 0 ? null : (shown.at(-1)?.id ?? null);

export interface Tool {
  readonly name: string;
  readonly title: string;
  readonly description: string;
  readonly input: z.ZodObject;
  /** Throws LaydownError for names and days that are none: the assistant is told how to mend the call. */
  readonly call: (services: Asking, input: never) => Promise<object>;
}

/** Keeps the input's type within one tool while the list holds tools of every input. */
const tool = <S extends z.ZodObject>(one: {
  readonly name: string;
  readonly title: string;
  readonly description: string;
  readonly input: S;
  readonly call: (services: Asking, input: z.output<S>) => Promise<object>;
}): Tool => one as unknown as Tool;

/** The first of them, and how many more there are. */
const first = <T>(items: readonly T[], most: number) => ({
  shown: items.slice(0, most),
  left_off: Math.max(0, items.length - most),
});

/** Options that were not given are left out, as questions have no undefined. */
const given = <T extends object>(options: T): { [K in keyof T]: Exclude<T[K], undefined> } =>
  Object.fromEntries(Object.entries(options).filter(([, value]) => value !== undefined)) as never;

export const TOOLS: readonly Tool[] = [
  tool({
    name: 'posture',
    title: 'Who has how many where',
    description:
      'Bounds on the troops of parties at places on a day, each row with a one-line why and the ids of its claims. `max: null` is no upper bound known; no row is "not reported", never zero. Name a party or a place where you can.',
    input: z.object({ party: party.optional(), place: place.optional(), mission, ...when, limit }),
    call: async (services, { limit: most, ...question }) => {
      const answer = toldPosture(await askPosture(services, given(question)));
      const { shown, left_off } = first(answer.rows, most);
      const cited = await citationsOf(
        services,
        answer.known,
        shown.flatMap((row) => row.claims),
      );
      return { ...answer, rows: shown, left_off, ...cited };
    },
  }),
  tool({
    name: 'why',
    title: 'Why a number is what it is',
    description:
      'The rows of one party at one place with the tree of steps behind each end of each bound, and every claim.',
    input: z.object({ party, place, mission, ...when }),
    call: async (services, question) => {
      const { at, known, rows, conflicts, claims } = await askWhy(services, given(question));
      const { conflicts: told } = toldConflicts({ at, known, conflicts });
      return { at, known, rows, conflicts: told, citations: claims.map(citationOf) };
    },
  }),
  tool({
    name: 'changes',
    title: 'What changed between two days',
    description:
      'Rows that appeared, changed or ended after `since` up to `until`, with movements, statuses, decisions and conflicts.',
    input: z.object({
      since: day.describe('The day after which (YYYY-MM-DD)'),
      until: day.optional().describe('The last day (YYYY-MM-DD); default: the known day'),
      known: when.known,
      party: party.optional(),
      place: place.optional(),
      limit,
    }),
    call: async (services, { limit: most, ...question }) => {
      const answer = await askChanges(services, given(question));
      const { shown, left_off } = first(answer.rows, most);
      const movements = first(answer.movements, most);
      const ids = [...shown.flatMap((row) => row.claims), ...movements.shown.map((one) => one.claim)];
      const { opened, closed } = answer.conflicts;
      return {
        ...answer,
        rows: shown,
        left_off,
        movements: movements.shown,
        movements_left_off: movements.left_off,
        conflicts: {
          opened: toldConflicts({ at: answer.until, known: answer.known, conflicts: opened }).conflicts,
          closed: toldConflicts({ at: answer.until, known: answer.known, conflicts: closed }).conflicts,
        },
        ...(await citationsOf(services, answer.known, ids)),
      };
    },
  }),
  tool({
    name: 'conflicts',
    title: 'What does not fit together',
    description: 'The smallest sets of claims that cannot hold together, each explained in a sentence.',
    input: z.object({ party: party.optional(), place: place.optional(), ...when, limit }),
    call: async (services, { limit: most, ...question }) => {
      const answer = toldConflicts(await askConflicts(services, given(question)));
      const { shown, left_off } = first(answer.conflicts, most);
      const cited = await citationsOf(
        services,
        answer.known,
        shown.flatMap((one) => one.claims),
      );
      return { ...answer, conflicts: shown, left_off, ...cited };
    },
  }),
  tool({
    name: 'decisions',
    title: 'What was decided, and what it still needs',
    description:
      'Decisions of parliaments, governments, councils and ministries up to a day. `final: false` with `pending` is not yet in force.',
    input: z.object({ body: z.string().min(1).max(200).optional().describe('Who decides'), ...when, limit }),
    call: async (services, { limit: most, ...question }) => {
      const answer = await askDecisions(services, given(question));
      const { shown, left_off } = first(answer.decisions, most);
      const cited = await citationsOf(
        services,
        answer.known,
        shown.flatMap((one) => one.claims),
      );
      return { ...answer, decisions: shown, left_off, ...cited };
    },
  }),
  tool({
    name: 'statuses',
    title: 'Missions and operations as of a day',
    description: 'Which missions, operations and activities have started, are suspended, resumed or ended.',
    input: z.object({ party: party.optional(), place: place.optional(), mission, ...when, limit }),
    call: async (services, { limit: most, ...question }) => {
      const answer = await askStatus(services, given(question));
      const { shown, left_off } = first(answer.statuses, most);
      const cited = await citationsOf(
        services,
        answer.known,
        shown.map((one) => one.claim),
      );
      return { ...answer, statuses: shown, left_off, ...cited };
    },
  }),
  tool({
    name: 'claims',
    title: 'What reports assert',
    description: 'Single assertions with their quotations: presences, movements, statuses, decisions, incidents.',
    input: z.object({
      kind: z.enum(['presence', 'movement', 'status', 'decision', 'incident']).optional(),
      party: party.optional(),
      place: place.optional(),
      report: z.string().min(1).max(200).optional().describe('The id of a report'),
      known: when.known,
      limit,
      after,
    }),
    call: async (services, { limit: most, ...question }) => {
      const { known, claims } = await eachClaimListed(services, given(question));
      const { shown, left_off } = firstOf(claims, most);
      const next = nextOf(shown, left_off);
      return { known, claims: shown.map(toldClaim), left_off, next, citations: shown.map(citationOf) };
    },
  }),
  tool({
    name: 'reports',
    title: 'The reports of the ledger',
    description:
      'Reports with publisher, day and address, the latest known first; with `words`, those whose text holds them, and the passages.',
    input: z.object({
      words: z.string().min(2).max(200).optional().describe('Words of title or text: "a phrase", or, -not'),
      publisher: z.string().min(1).max(200).optional(),
      party: party.optional(),
      place: place.optional(),
      known: when.known,
      limit,
      after,
    }),
    call: async (services, { words, ...question }) => {
      const asked = words === undefined ? question : { ...question, search: words };
      const { shown, left_off } = await listLatestReports(services, given(asked));
      const ids = shown.map(({ id }) => id);
      const passages = words === undefined ? null : await passagesOf(services, words, ids);
      const told = shown.map((one) => ({
        ...toldReport(one),
        resource: reportAddress(one.id),
        ...(passages === null ? {} : { passages: passages.get(one.id)?.map(({ text }) => text) ?? [] }),
      }));
      return { reports: told, left_off, next: nextOf(shown, left_off) };
    },
  }),
  tool({
    name: 'report_text',
    title: 'A report and its claims',
    description: 'The text of one report as it was published, and every claim read from it with its place in the text.',
    input: z.object({ id: z.string().min(1).max(200).describe('The id of the report'), known: when.known }),
    call: async (services, question) => {
      const answer = await showReport(services, given(question));
      return { ...toldReportText(answer), citations: answer.claims.map(citationOf) };
    },
  }),
  tool({
    name: 'search',
    title: 'Find claims by words and numbers',
    description:
      'Claims whose quotation, title, speaker, unit, mission or body holds the words, or whose number may lie in a range.',
    input: z.object({
      words: z.string().min(2).max(200).optional(),
      min: z.number().int().min(0).optional().describe('The number may be this or more'),
      max: z.number().int().min(0).optional().describe('The number may be this or less'),
      party: party.optional(),
      place: place.optional(),
      known: when.known,
      limit,
      after,
    }),
    call: async (services, { limit: most, after: last, words, ...question }) => {
      const part = { limit: most, ...given({ after: last }) };
      const { known, claims, left_off } = await searchSome(services, given({ ...question, q: words }), part);
      const next = nextOf(claims, left_off);
      return { known, claims: claims.map(toldClaim), left_off, next, citations: claims.map(citationOf) };
    },
  }),
];
