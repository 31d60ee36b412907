// What a feed tells of the ledger: changes of the last month, open conflicts, or decisions; of all, or of one party, place or mission.
import type { KnownClaim } from '../ledger/known-claim.ts';
import type { Atlas } from '../model/atlas.ts';
import { addDays, type Day } from '../model/day.ts';
import { type Knowledge, knowledgeOf } from '../reconcile/knowledge.ts';
import type { Changes } from '../views/changes.ts';
import { viewClaims } from '../views/claims-view.ts';
import { conflictsAddress, numberAddress, reportAddress } from '../views/pages/addresses.ts';
import { newsOf } from '../views/pages/news.ts';
import { askChanges } from './ask-changes.ts';
import { askConflicts } from './ask-conflicts.ts';
import { askDecisions } from './ask-decisions.ts';
import { type Asking, knownOn, whereAndWho } from './known-on.ts';
import { daysOf } from './names-and-days.ts';

export const FEEDS = ['changes', 'conflicts', 'decisions'] as const;
export type FeedKind = (typeof FEEDS)[number];

export interface FeedQuestion {
  readonly party?: string;
  readonly place?: string;
  readonly mission?: string;
}

export interface FeedItem {
  /** The same for the same news, whenever the feed is made. */
  readonly id: string;
  readonly title: string;
  /** The quotation, or why. */
  readonly text: string;
  /** The day it became known. */
  readonly day: Day;
  /** The page to read it on: "/reports/3f2a9c#c-1b2c". */
  readonly address: string;
}

const SPAN_DAYS = 30;

/** The latest known first. Throws LaydownError `not-found` for a name that is not known. */
export async function feedItems(
  services: Asking,
  kind: FeedKind,
  question: FeedQuestion,
): Promise<{ readonly known: Day; readonly items: readonly FeedItem[] }> {
  const { known } = daysOf({}, services.clock);
  const knowledge = knowledgeOf(await knownOn(services, known), services.atlas);
  const about = concerning(services, knowledge, question);
  const items = (await newsIn(services, kind, question, known))
    .filter(about)
    .map((one) => itemOf(one, knowledge, services.atlas, known));
  return { known, items: items.sort((a, b) => compare(b.day, a.day) || compare(a.id, b.id)) };
}

/** One thing that happened, as the only one of its kind in changes otherwise empty. */
interface News {
  readonly changes: Changes;
  readonly claims: readonly string[];
  readonly mission: string | null;
  readonly kind: keyof Changes;
  /** What tells it from others of its kind. */
  readonly key: string;
  readonly why: string | null;
}

const NOTHING: Changes = {
  rows: [],
  movements: [],
  statuses: [],
  decisions: [],
  conflicts: { opened: [], closed: [] },
};

async function newsIn(services: Asking, kind: FeedKind, { party, place }: FeedQuestion, known: Day): Promise<News[]> {
  const filter = { ...(party === undefined ? {} : { party }), ...(place === undefined ? {} : { place }) };
  if (kind === 'conflicts') return (await askConflicts(services, filter, 'names')).conflicts.map(newsOfConflict);
  if (kind === 'decisions') return (await askDecisions(services, {})).decisions.map(newsOfDecision);
  const changes = await askChanges(services, { ...filter, since: addDays(known, -SPAN_DAYS) }, 'names');
  return [
    ...changes.rows.map((row): News => {
      const key = JSON.stringify([row.party, row.place, row.mission, row.unit, row.of, row.before, row.after]);
      return {
        changes: { ...NOTHING, rows: [row] },
        claims: row.claims,
        mission: row.mission,
        kind: 'rows',
        key,
        why: row.why,
      };
    }),
    ...changes.movements.map((one): News => {
      const { claim } = one;
      return {
        changes: { ...NOTHING, movements: [one] },
        claims: [claim],
        mission: null,
        kind: 'movements',
        key: claim,
        why: null,
      };
    }),
    ...changes.statuses.map((one): News => {
      const { claim, mission } = one;
      return {
        changes: { ...NOTHING, statuses: [one] },
        claims: [claim],
        mission,
        kind: 'statuses',
        key: claim,
        why: null,
      };
    }),
    ...changes.decisions.map(newsOfDecision),
    ...changes.conflicts.opened.map(newsOfConflict),
  ];
}

const newsOfDecision = (one: Changes['decisions'][number]): News => ({
  changes: { ...NOTHING, decisions: [one] },
  claims: one.claims,
  mission: null,
  kind: 'decisions',
  key: one.claims[0] ?? '',
  why: null,
});

const newsOfConflict = (one: Changes['conflicts']['opened'][number]): News => ({
  changes: { ...NOTHING, conflicts: { opened: [one], closed: [] } },
  claims: one.claims,
  mission: one.mission,
  kind: 'conflicts',
  key: one.id,
  why: one.why,
});

/** A decision names no place: it concerns what its report also tells of. Anything else is of the mission that it, or a claim of it, names. */
function concerning(services: Asking, knowledge: Knowledge, question: FeedQuestion): (news: News) => boolean {
  const { atlas } = services;
  const { mission } = question;
  const wanted = mission === undefined ? null : nameIn(atlas, mission);
  const isOf = (name: string | null): boolean => wanted === null || (name !== null && nameIn(atlas, name) === wanted);
  const told = [...viewClaims(knowledge, atlas, whereAndWho(services, question))].filter((one) => isOf(missionOf(one)));
  const reports = new Set(told.map(({ report }) => report.id));
  const isAll = wanted === null && question.party === undefined && question.place === undefined;
  return ({ kind, claims, mission: own }) => {
    const known = claims.flatMap((id) => knowledge.claim(id) ?? []);
    if (kind === 'decisions') return isAll || known.some(({ report }) => reports.has(report.id));
    return isOf(own) || known.some((one) => isOf(missionOf(one)));
  };
}

const nameIn = (atlas: Atlas, mission: string): string => atlas.mission(mission)?.name ?? mission;
const missionOf = ({ claim }: KnownClaim): string | null => ('mission' in claim ? claim.mission : null);

function itemOf({ changes, claims, kind, key, why }: News, knowledge: Knowledge, atlas: Atlas, known: Day): FeedItem {
  const [news] = newsOf(changes, knowledge, atlas);
  const behind = claims.flatMap((id) => knowledge.claim(id) ?? []);
  const day = behind.reduce((latest, one) => (one.known > latest ? one.known : latest), '');
  const days = { at: null, known: null };
  const source = news?.source ?? null;
  return {
    id: `urn:laydown:news:${kind}:${encodeURIComponent(key)}`,
    title: news === undefined ? (why ?? kind) : `${news.who}: ${news.text}`,
    text: why ?? behind[0]?.claim.evidence ?? '',
    day: day === '' ? known : day,
    address:
      source !== null
        ? reportAddress(source.report, source.claim)
        : news?.row != null
          ? numberAddress(news.row, days)
          : conflictsAddress(days),
  };
}

const compare = (a: string, b: string): number => (a < b ? -1 : a > b ? 1 : 0);
