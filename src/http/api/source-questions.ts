// Questions of what it all stands on: claims, reports with their texts, names, sources, and a search over them.
import { z } from '@hono/zod-openapi';
import { claimsTable, reportsTable } from '../../app/answer-tables.ts';
import { listComments } from '../../app/comments/list-comments.ts';
import { listEntities } from '../../app/judge-entities.ts';
import { listClaims, listSomeClaims } from '../../app/list-claims.ts';
import { listMissions, listParties, listPlaces } from '../../app/list-names.ts';
import { listReports, listSomeReports, passagesOf } from '../../app/list-reports.ts';
import { listSources } from '../../app/list-sources.ts';
import { searchLedger, searchSome } from '../../app/search-ledger.ts';
import { showReport } from '../../app/show-report.ts';
import { toldClaim, toldClaims, toldReport, toldReportText } from '../../app/told-answers.ts';
import { featuresOfClaims } from '../../formats/geojson-claims.ts';
import { placeSchema } from '../../model/place.ts';
import { reportSchema } from '../../model/report.ts';
import { ENTITY_KINDS } from '../../model/verdicts.ts';
import { claim, claimWithSpans, judgement, known, next, reportFact, told } from './answer-schemas.ts';
import { count, judged, kind, name, paging, party, place, when } from './parameters.ts';
import { type Question, question } from './question.ts';

const { known: knownDay } = when;
const byId = { keyOf: ({ id }: { readonly id: string }) => id };
const id = name('Its id.', '3f2a9c');

const claims = question({
  path: '/claims',
  summary: 'The claims in the ledger, each with its quotation.',
  parameters: z.object({
    kind,
    party,
    place,
    report: name('Only of this report.', '3f2a9c').optional(),
    known: knownDay,
    judged,
    ...paging,
  }),
  answer: z.object({ known, claims: z.array(claim), next }).openapi('Claims'),
  ask: async (services, asked) => toldClaims(await listClaims(services, asked)),
  list: {
    field: 'claims',
    ...byId,
    part: async (services, asked, part) => toldClaims(await listSomeClaims(services, { ...asked, ...part })),
  },
  csv: claimsTable,
  geojson: ({ claims }, { atlas }) => featuresOfClaims(claims, atlas),
});

const search = question({
  path: '/search',
  summary: 'Claims by words, force, place and number; the latest known first.',
  parameters: z.object({
    q: name(
      'Words of the quotation, the title, or of the names of speaker, unit, mission and publisher.',
      'training mission',
    ).optional(),
    kind,
    party,
    place,
    min: count('The number may be this or more.').optional(),
    max: count('The number may be this or less.').optional(),
    known: knownDay,
    ...paging,
  }),
  answer: z.object({ known, claims: z.array(claim), next }).openapi('Found'),
  ask: async (services, asked) => {
    const { known, claims } = await searchLedger(services, asked);
    return { known, claims: claims.map(toldClaim) };
  },
  list: {
    field: 'claims',
    ...byId,
    part: async (services, asked, part) => {
      const { known, claims } = await searchSome(services, asked, part);
      return { known, claims: claims.map(toldClaim) };
    },
  },
  csv: claimsTable,
});

const passage = z.object({
  text: z.string(),
  marks: z
    .array(z.tuple([z.int(), z.int()]))
    .openapi({ description: 'Where the words stand in it: UTF-16 offsets, the end exclusive.' }),
});
const reports = question({
  path: '/reports',
  summary: 'The reports in the ledger, or those whose text holds words.',
  parameters: z.object({
    search: name('Words of title or text: "a phrase", or, -not.', 'training suspended').optional(),
    publisher: name('Only of this publisher.', 'Gulf Wire').optional(),
    party: name('Only with a claim on this party.', 'DE').optional(),
    place: name('Only with a claim on this place.', 'IQ').optional(),
    min: count('Only with a claim whose number may be this or more.').optional(),
    max: count('Only with a claim whose number may be this or less.').optional(),
    known: knownDay,
    ...paging,
  }),
  answer: z
    .object({
      reports: z.array(
        reportFact.and(
          z.object({
            passages: z.array(passage).optional().openapi({ description: 'With `search`: where its words stand.' }),
          }),
        ),
      ),
      next,
    })
    .openapi('Reports'),
  ask: async (services, asked) => ({ reports: (await listReports(services, asked)).map(toldReport) }),
  list: {
    field: 'reports',
    ...byId,
    part: async (services, asked, part) => ({
      reports: (await listSomeReports(services, { ...asked, ...part })).map(toldReport),
    }),
    complete: async (services, items, { search }) => {
      if (search === undefined) return items;
      const ids = items.map(({ id }) => id);
      const passages = await passagesOf(services, search, ids);
      return items.map((report) => ({ ...report, passages: passages.get(report.id) ?? [] }));
    },
  },
  csv: ({ reports }) => reportsTable(reports),
});

const report = question({
  path: '/reports/{id}',
  summary:
    'One report: its text as it was, its claims with their places in the text, judgements, and who else printed it.',
  parameters: z.object({ id, known: knownDay }),
  answer: z
    .object({
      known,
      report: reportSchema,
      claims: z.array(claimWithSpans),
      judgements: z.array(judgement),
      repeated_in: z.array(z.string()),
    })
    .openapi('ReportText'),
  ask: async (services, asked) => toldReportText(await showReport(services, asked)),
  isJudged: true,
});

const comments = question({
  path: '/reports/{id}/comments',
  summary: 'What readers wrote to a report, as far as editors have approved it.',
  parameters: z.object({ id, ...paging }),
  answer: z
    .object({
      comments: z.array(
        z.object({ id: z.string(), report: z.string(), name: z.string(), text: z.string(), posted: z.string() }),
      ),
      next,
    })
    .openapi('Comments'),
  ask: async (services, asked) => ({ comments: await listComments(services, { report: asked.id }) }),
  list: { field: 'comments', ...byId },
});

const parties = question({
  path: '/parties',
  summary: 'The parties that the ledger tells of.',
  parameters: z.object({ known: knownDay, ...paging }),
  answer: z
    .object({ known, parties: z.array(z.object({ party: z.string(), name: z.string(), ...told })), next })
    .openapi('Parties'),
  ask: listParties,
  list: { field: 'parties', keyOf: ({ party }: { readonly party: string }) => party },
});

const places = question({
  path: '/places',
  summary: 'The places that the ledger tells of.',
  parameters: z.object({ known: knownDay, ...paging }),
  answer: z
    .object({ known, places: z.array(z.object({ place: placeSchema, name: z.string(), ...told })), next })
    .openapi('Places'),
  ask: listPlaces,
  list: { field: 'places', keyOf: ({ place }: { readonly place: object }) => JSON.stringify(place) },
});

const missions = question({
  path: '/missions',
  summary: 'The missions and operations that the ledger tells of.',
  parameters: z.object({ known: knownDay, ...paging }),
  answer: z
    .object({ known, missions: z.array(z.object({ mission: z.string(), flag: z.string().nullable(), ...told })), next })
    .openapi('Missions'),
  ask: listMissions,
  list: { field: 'missions', keyOf: ({ mission }: { readonly mission: string }) => mission },
});

const sources = question({
  path: '/sources',
  summary: 'Publishers and speakers with what they were first to say.',
  parameters: z.object({ known: knownDay, ...paging }),
  answer: z
    .object({
      known,
      sources: z.array(
        z.object({
          name: z.string(),
          kind: z.enum(['publisher', 'speaker']),
          reports: z.int(),
          claims: z.int(),
          first: z.array(z.string()),
          repeated: z.int(),
        }),
      ),
      next,
    })
    .openapi('Sources'),
  ask: listSources,
  list: {
    field: 'sources',
    keyOf: ({ kind, name }: { readonly kind: string; readonly name: string }) => `${kind} ${name}`,
  },
});

const entities = question({
  path: '/entities',
  summary:
    'Names that reviewers have merged or split: what is told under several names, or is not what it is taken for.',
  parameters: z.object({ judged, ...paging }),
  answer: z
    .object({
      entities: z.array(
        z.object({
          id: z.string(),
          verdict: z.enum(['merge', 'split']),
          kind: z.enum(ENTITY_KINDS),
          names: z.array(z.string()),
          into: z.string(),
          party: z.string().nullable(),
          claims: z.array(z.string()).openapi({ description: 'Only in these claims; none: in all.' }),
          on: z.string(),
          by: z.string().nullable().openapi({ description: 'Told to those who judge.' }),
          note: z.string().nullable(),
        }),
      ),
      next,
    })
    .openapi('Entities'),
  ask: async (services, asked) => ({ entities: await listEntities(services, asked.judged) }),
  list: { field: 'entities', ...byId },
  isJudged: true,
});

export const SOURCE_QUESTIONS: readonly Question[] = [
  claims,
  search,
  reports,
  report,
  comments,
  parties,
  places,
  missions,
  sources,
  entities,
];
