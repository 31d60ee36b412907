// FollowTheMoney: reports as articles, forces as organisations, places as addresses, and each claim as an event that names its article as proof.
import type { Atlas } from '../model/atlas.ts';
import { type Claim, placesOf } from '../model/claim.ts';
import { printFields } from '../model/notation.ts';
import { isRegion, type Place } from '../model/place.ts';
import type { ClaimRecord } from './claim-record.ts';
import { csvRecord } from './csv-line.ts';

export interface FtmEntity {
  readonly id: string;
  readonly schema: 'Article' | 'PublicBody' | 'Organization' | 'Address' | 'Event';
  readonly properties: Readonly<Record<string, readonly string[]>>;
}

type Names = Pick<Atlas, 'displayName' | 'pointOf'>;

/** Entities of one claim: the event last, those it names before it. The same party, place or report has the same id in every call. */
export function ftmEntitiesOf(record: ClaimRecord, atlas: Names): FtmEntity[] {
  const { claim, report } = record;
  const article = articleOf(report);
  const party = claim.kind === 'decision' ? null : claim.party;
  const force = party === null ? null : forceOf(party, atlas);
  const addresses = placesIn(claim).map((place) => addressOf(place, atlas));
  const event: FtmEntity = {
    id: idOf('claim', record.id),
    schema: 'Event',
    properties: filled({
      name: [printFields(claim)],
      description: [claim.evidence],
      keywords: keywordsOf(claim),
      startDate: [claim.time?.start],
      endDate: [claim.time?.end],
      date: [record.known],
      country: states(placesIn(claim)),
      addressEntity: addresses.map(({ id }) => id),
      involved: force === null ? [] : [force.id],
      proof: [article.id],
      notes: [claim.said_by === null ? null : `said by ${claim.said_by}`],
      recordId: [record.id],
      publisher: [report.publisher],
      sourceUrl: [report.url],
      important: record.verdict === null ? [] : [record.verdict],
    }),
  };
  return [article, ...(force === null ? [] : [force]), ...addresses, event];
}

const idOf = (kind: string, key: string): string => `laydown-${kind}-${encodeURIComponent(key).replaceAll('%', '_')}`;

const articleOf = (report: ClaimRecord['report']): FtmEntity => ({
  id: idOf('report', report.id),
  schema: 'Article',
  properties: filled({
    fileName: [`${report.id}.txt`],
    title: [report.title],
    publishedAt: [report.published],
    publisher: [report.publisher],
    sourceUrl: [report.url],
  }),
});

function forceOf(party: string, atlas: Names): FtmEntity {
  const isState = /^[A-Z]{2}$/.test(party);
  const name = atlas.displayName(party);
  return {
    id: idOf('force', party),
    schema: isState ? 'PublicBody' : 'Organization',
    properties: filled({
      name: [isState ? `Armed forces of ${name}` : name],
      country: isState ? [party.toLowerCase()] : [],
    }),
  };
}

function addressOf(place: Place, atlas: Names): FtmEntity {
  const country = place.country === null ? null : atlas.displayName(place.country);
  const isState = place.country !== null && !isRegion(place.country);
  const isWhole = place.name === null || place.name === country;
  const point = atlas.pointOf(place);
  return {
    id: idOf('place', `${place.country ?? ''}:${place.name ?? ''}`),
    schema: 'Address',
    properties: filled({
      full: [isWhole ? country : country === null ? place.name : `${place.name}, ${country}`],
      city: [isWhole || !isState ? null : place.name],
      region: [isState ? null : country],
      country: isState ? [place.country!.toLowerCase()] : [],
      latitude: [point === null ? null : String(point.at[0])],
      longitude: [point === null ? null : String(point.at[1])],
      remarks: [point === null || point.of === place.name ? null : `point of ${point.of}`],
    }),
  };
}

const states = (places: readonly Place[]): string[] =>
  [...new Set(places.flatMap(({ country }) => (country === null || isRegion(country) ? [] : [country])))].map((code) =>
    code.toLowerCase(),
  );

const keywordsOf = (claim: Claim): (string | null)[] => {
  switch (claim.kind) {
    case 'presence':
      return [claim.kind, claim.mission];
    case 'movement':
      return [claim.kind, claim.move, claim.phase, claim.mission];
    case 'status':
      return [claim.kind, claim.status, claim.mission];
    case 'decision':
      return [claim.kind, claim.action, claim.final === null ? null : claim.final ? 'final' : 'not final'];
    case 'incident':
      return [claim.kind];
  }
};

const placesIn = (claim: Claim): readonly Place[] =>
  claim.kind === 'movement' ? [...claim.from, ...claim.to] : claim.kind === 'decision' ? [] : placesOf(claim.place);

/** Properties without values are left out, as FollowTheMoney has no null. */
const filled = (
  properties: Record<string, readonly (string | null | undefined)[]>,
): Record<string, readonly string[]> =>
  Object.fromEntries(
    Object.entries(properties)
      .map(
        ([name, values]) => [name, values.filter((value): value is string => value != null && value !== '')] as const,
      )
      .filter(([, values]) => values.length > 0),
  );

/** The columns of FollowTheMoney's statement files (followthemoney/statement/serialize.py). */
export const STATEMENT_COLUMNS = [
  'canonical_id',
  'entity_id',
  'prop',
  'prop_type',
  'schema',
  'value',
  'dataset',
  'origin',
  'lang',
  'original_value',
  'external',
  'first_seen',
  'last_seen',
  'id',
] as const;

/** One line a value: who said it (`origin` is the publisher) and since when it is known. The id is left for the reader to make. */
export function statementLines(entity: FtmEntity, record: ClaimRecord): string[] {
  const { id, schema, properties } = entity;
  const { known, report } = record;
  const line = (prop: string, value: string): string =>
    csvRecord([id, id, prop, null, schema, value, 'laydown', report.publisher, null, null, 'f', known, known, null]);
  return [
    line('id', id),
    ...Object.entries(properties).flatMap(([prop, values]) => values.map((value) => line(prop, value))),
  ];
}
