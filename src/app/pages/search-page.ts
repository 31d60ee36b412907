// Search: claims by words, party, place, kind and number, and reports by the words of their text.
import { claimSchema } from '../../model/claim.ts';
import { LaydownError } from '../../model/errors.ts';
import { missionAddress, partyAddress, placeAddress } from '../../views/pages/addresses.ts';
import { viewClaim } from '../../views/pages/claims.ts';
import type { SearchPage } from '../../views/pages/lists.ts';
import { placeText } from '../../views/pages/words.ts';
import type { Asking } from '../known-on.ts';
import { listLatestReports, passagesOf } from '../list-reports.ts';
import { daysOf } from '../names-and-days.ts';
import { type SearchQuestion, searchSome } from '../search-ledger.ts';
import { some } from './asked.ts';

type Words = Readonly<Record<string, string | undefined>>;

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
  const nothing = {
    page: 'search' as const,
    known,
    asked: form,
    names: [],
    claims: [],
    total: 0,
    reports: [],
    reportTotal: 0,
    problem: null,
  };
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
    const { claims, left_off } = await searchSome(services, question, { limit: CLAIMS_SHOWN });
    return {
      ...nothing,
      names: q === '' ? [] : namesFor(services, q),
      claims: claims.map((claim) => viewClaim(claim, services.atlas)),
      total: claims.length + left_off,
      ...(q === '' ? {} : await reportsWith(services, question, q)),
    };
  } catch (error) {
    if (error instanceof LaydownError) return { ...nothing, problem: error.message };
    throw error;
  }
}

const REPORTS_SHOWN = 12;

/** The latest reports whose text holds the words; of a kind of claim nothing is asked of them. */
async function reportsWith(
  services: Asking,
  { q: _q, kind: _kind, ...question }: SearchQuestion,
  search: string,
): Promise<Pick<SearchPage, 'reports' | 'reportTotal'>> {
  const { shown, left_off } = await listLatestReports(services, { ...question, search, limit: REPORTS_SHOWN });
  const passages = await passagesOf(
    services,
    search,
    shown.map(({ id }) => id),
  );
  const reports = shown.map(({ id, title, publisher, published }) => ({
    ...{ id, title, publisher, published },
    passages: passages.get(id) ?? [],
  }));
  return { reports, reportTotal: shown.length + left_off };
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
