// Pages that are lists: decisions, changes, reports, search, sources.
import { claimSchema } from '../../model/claim.ts';
import { addDays } from '../../model/day.ts';
import { LaydownError } from '../../model/errors.ts';
import { claimsOf } from '../../reconcile/knowledge.ts';
import { viewDecisions } from '../../views/decisions.ts';
import { missionAddress, partyAddress, placeAddress } from '../../views/pages/addresses.ts';
import { viewClaim, viewClaimsOf } from '../../views/pages/claims.ts';
import { type DecisionsPage, viewDecisionsPage } from '../../views/pages/decisions.ts';
import type { ChangesPage, ReportsPage, SearchPage, SourcesPage } from '../../views/pages/lists.ts';
import { newsOf } from '../../views/pages/news.ts';
import type { Named } from '../../views/pages/rows.ts';
import { NEWS_DAYS } from '../../views/pages/situation.ts';
import { placeText } from '../../views/pages/words.ts';
import { viewSources } from '../../views/sources-view.ts';
import { askChanges, askLearnt } from '../ask-changes.ts';
import { type Asking, knownOn } from '../known-on.ts';
import { daysOf } from '../names-and-days.ts';
import { searchLedger } from '../search-ledger.ts';
import { type AskedDays, asked, placeOfCode } from './asked.ts';

type Words = Readonly<Record<string, string | undefined>>;

/** Throws LaydownError `usage` for a day that is none; so do the others. */
export async function decisionsPage(services: Asking, words: AskedDays): Promise<DecisionsPage> {
  const { at, known, knowledge } = await asked(services, words);
  return viewDecisionsPage(viewDecisions(knowledge, at), knowledge, services.atlas, { at, known });
}

/** `since` and `until` with `known`, or `before` and `after` with `at`; the last fortnight where none is named. Throws `not-found`, too. */
export async function changesPage(services: Asking, words: Words): Promise<ChangesPage> {
  const { atlas } = services;
  const filter = { ...some('party', words['party']), ...some('place', words['place']) };
  const named = {
    party: filter.party === undefined ? null : namedParty(services, filter.party),
    place: filter.place === undefined ? null : namedPlace(services, filter.place),
  };
  if (words['before']) {
    const question = {
      before: words['before'],
      ...some('after', words['after']),
      ...some('at', words['at']),
      ...filter,
    };
    const { before, after, at, ...changes } = await askLearnt(services, question);
    const knowledge = (await asked(services, { known: after })).knowledge;
    return {
      page: 'changes',
      mode: 'learnt',
      since: before,
      until: after,
      other: at,
      ...named,
      items: newsOf(changes, knowledge, atlas),
    };
  }
  const { known } = daysOf(some('known', words['known']), services.clock);
  const until = words['until'] || known;
  const since = words['since'] || addDays(until, -NEWS_DAYS);
  const {
    since: from,
    until: to,
    known: heard,
    ...changes
  } = await askChanges(services, { since, until, known, ...filter });
  const knowledge = (await asked(services, { known })).knowledge;
  return {
    page: 'changes',
    mode: 'happened',
    since: from,
    until: to,
    other: heard,
    ...named,
    items: newsOf(changes, knowledge, atlas),
  };
}

const some = <K extends string>(key: K, value: string | undefined): { readonly [key in K]?: string } =>
  (value === undefined || value === '' ? {} : { [key]: value }) as { readonly [key in K]?: string };

const namedParty = ({ atlas }: Pick<Asking, 'atlas'>, words: string): Named => {
  const code = atlas.partyCode(words) ?? words;
  return { code, name: atlas.displayName(code) };
};
const namedPlace = (services: Pick<Asking, 'atlas'>, words: string): Named => ({
  code: words,
  name: placeText(placeOfCode(services, words), (code) => services.atlas.displayName(code)),
});

const REPORTS_A_PAGE = 100;

export async function reportsPage(services: Asking, words: Words): Promise<ReportsPage> {
  const { known } = daysOf(some('known', words['known']), services.clock);
  const all = await services.store.reports({ known });
  const publisher = words['publisher'] || null;
  const counts = new Map<string, number>();
  for (const { report } of claimsOf(await knownOn(services, known)))
    counts.set(report.id, (counts.get(report.id) ?? 0) + 1);
  const chosen = all
    .filter((report) => publisher === null || report.publisher === publisher)
    .sort((a, b) => compare(b.published ?? b.recorded, a.published ?? a.recorded) || compare(a.id, b.id));
  const from = /^\d{1,9}$/.test(words['from'] ?? '') ? Number(words['from']) : 0;
  return {
    page: 'reports',
    known,
    publisher,
    publishers: [...new Set(all.flatMap((report) => report.publisher ?? []))].sort(),
    reports: chosen.slice(from, from + REPORTS_A_PAGE).map(({ id, title, publisher: by, published }) => ({
      id,
      title,
      publisher: by,
      published,
      claims: counts.get(id) ?? 0,
    })),
    total: chosen.length,
    from,
  };
}

const compare = (a: string, b: string): number => (a < b ? -1 : a > b ? 1 : 0);

const CLAIMS_SHOWN = 100;
const KINDS: readonly string[] = claimSchema.options.map((one) => one.shape.kind.value);

/** A name or number that is none is said on the page, not answered with an error: the form stays as it was filled. */
export async function searchPage(services: Asking, words: Words): Promise<SearchPage> {
  const field = (name: string): string => words[name]?.trim() ?? '';
  const form = {
    q: field('q'),
    kind: field('kind'),
    party: field('party'),
    place: field('place'),
    min: field('min'),
    max: field('max'),
  };
  const { known } = daysOf(some('known', words['known']), services.clock);
  const nothing = { page: 'search' as const, known, asked: form, names: [], claims: [], total: 0, problem: null };
  if (Object.values(form).every((value) => value === '')) return nothing;
  const { q, kind, party, place, min, max } = form;
  try {
    const question = {
      known,
      ...(q === '' ? {} : { q }),
      ...(KINDS.includes(kind) ? { kind: kind as 'presence' } : {}),
      ...some('party', party),
      ...some('place', place),
      ...(min === '' ? {} : { min: countIn(min) }),
      ...(max === '' ? {} : { max: countIn(max) }),
    };
    const { claims } = await searchLedger(services, question);
    return {
      ...nothing,
      names: q === '' ? [] : namesFor(services, q),
      claims: claims.slice(0, CLAIMS_SHOWN).map((claim) => viewClaim(claim, services.atlas)),
      total: claims.length,
    };
  } catch (error) {
    if (error instanceof LaydownError) return { ...nothing, problem: error.message };
    throw error;
  }
}

function countIn(text: string): number {
  const digits = text.replace(/[,.  ']/g, '');
  if (/^\d{1,12}$/.test(digits)) return Number(digits);
  throw new LaydownError('usage', `"${text}" is no whole number: write 500 or 5,000`);
}

function namesFor({ atlas }: Pick<Asking, 'atlas'>, q: string): SearchPage['names'] {
  const days = { at: null, known: null };
  const party = atlas.partyCode(q);
  const place = atlas.placeNamed(q);
  const mission = atlas.mission(q);
  return [
    ...(party === null
      ? []
      : [{ kind: 'party' as const, name: atlas.displayName(party), address: partyAddress(party, days) }]),
    ...(place === null
      ? []
      : [{ kind: 'place' as const, name: placeText(place, atlas.displayName), address: placeAddress(place, days) }]),
    ...(mission === null
      ? []
      : [{ kind: 'mission' as const, name: mission.name, address: missionAddress(mission.name, days) }]),
  ];
}

const FIRSTS_SHOWN = 3;

export async function sourcesPage(services: Asking, words: AskedDays): Promise<SourcesPage> {
  const { known, knowledge } = await asked(services, words);
  return {
    page: 'sources',
    known,
    sources: viewSources(knowledge).map(({ first, ...source }) => ({
      ...source,
      first: first.length,
      firsts: viewClaimsOf(first.slice(-FIRSTS_SHOWN).reverse(), knowledge, services.atlas),
    })),
  };
}
