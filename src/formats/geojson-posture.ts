// GeoJSON (RFC 7946) of a posture: a point a row, solid numbers only; a row whose place has no point is kept with no geometry.
import type { Atlas } from '../model/atlas.ts';
import type { Bounds } from '../model/bounds.ts';
import type { Day } from '../model/day.ts';
import type { Place } from '../model/place.ts';

/** The fields of a posture row that a map shows. */
export interface MappedRow extends Bounds {
  readonly party: string;
  readonly place: Place;
  readonly mission: string | null;
  readonly unit: string | null;
  readonly of?: string | undefined;
  readonly expected: Bounds | null;
  readonly observed: Day | null;
  readonly age_days: number | null;
  readonly claims: readonly string[];
  readonly why: string;
  readonly conflicts: readonly string[];
}

export interface PostureFeature {
  readonly type: 'Feature';
  /** Longitude before latitude, degrees; null where the place has no point. */
  readonly geometry: { readonly type: 'Point'; readonly coordinates: readonly [number, number] } | null;
  readonly properties: Omit<MappedRow, 'place'> & {
    readonly party_name: string;
    readonly country: string | null;
    readonly place: string | null;
    /** Of what the point is the point: a base may be drawn at its district's largest city. */
    readonly point_of: string | null;
  };
}

export interface PostureCollection {
  readonly type: 'FeatureCollection';
  /** Foreign members, as RFC 7946 section 6 allows. */
  readonly at: Day;
  readonly known: Day;
  readonly features: readonly PostureFeature[];
}

export const postureGeoJson = (
  answer: { readonly at: Day; readonly known: Day; readonly rows: readonly MappedRow[] },
  atlas: Pick<Atlas, 'displayName' | 'pointOf'>,
): PostureCollection => ({
  type: 'FeatureCollection',
  at: answer.at,
  known: answer.known,
  features: answer.rows.map((row) => featureOf(row, atlas)),
});

function featureOf(row: MappedRow, atlas: Pick<Atlas, 'displayName' | 'pointOf'>): PostureFeature {
  const point = atlas.pointOf(row.place);
  const { party, place, mission, unit, of = 'personnel', min, max, expected, observed, age_days } = row;
  return {
    type: 'Feature',
    geometry: point === null ? null : { type: 'Point', coordinates: [point.at[1], point.at[0]] },
    properties: {
      party,
      party_name: atlas.displayName(party),
      country: place.country,
      place: place.name ?? (place.country === null ? null : atlas.displayName(place.country)),
      point_of: point?.of ?? null,
      mission,
      unit,
      of,
      min,
      max,
      expected,
      observed,
      age_days,
      claims: row.claims,
      why: row.why,
      conflicts: row.conflicts,
    },
  };
}
