// Rows and claims as points on a map (RFC 7946): a point stands where the place lies, or in the middle of what it lies in.
import type { Atlas } from '../../model/atlas.ts';
import type { Place } from '../../model/place.ts';

export interface FeatureCollection {
  readonly type: 'FeatureCollection';
  readonly features: readonly object[];
}

interface Row {
  readonly place: Place;
}

/** A row whose place is nowhere on a map has no geometry, and is there all the same. */
export const featuresOfRows = (rows: readonly Row[], atlas: Atlas): FeatureCollection =>
  collection(rows.map(({ place, ...properties }) => feature(pointAt(place, atlas), { ...place, ...properties })));

interface Located {
  readonly kind: string;
  readonly place?: Place | readonly Place[] | null;
  readonly from?: readonly Place[];
  readonly to?: readonly Place[];
}

/** A movement is drawn from each place that it leaves to each that it reaches. */
export function featuresOfClaims(claims: readonly Located[], atlas: Atlas): FeatureCollection {
  return collection(claims.map((claim) => feature(geometryOf(claim, atlas), claim)));
}

const collection = (features: readonly object[]): FeatureCollection => ({ type: 'FeatureCollection', features });
const feature = (geometry: object | null, properties: object): object => ({ type: 'Feature', geometry, properties });

type Position = readonly [longitude: number, latitude: number];

function positionOf(place: Place, atlas: Atlas): Position | null {
  const point = atlas.pointOf(place);
  return point === null ? null : [point.at[1], point.at[0]];
}

function pointAt(place: Place, atlas: Atlas): object | null {
  const at = positionOf(place, atlas);
  return at === null ? null : { type: 'Point', coordinates: at };
}

function geometryOf({ place = null, from = [], to = [] }: Located, atlas: Atlas): object | null {
  const positions = (places: readonly Place[]): Position[] =>
    places.flatMap((one) => {
      const at = positionOf(one, atlas);
      return at === null ? [] : [at];
    });
  const lines = positions(from).flatMap((start) => positions(to).map((end) => [start, end]));
  if (lines.length > 0) return { type: 'MultiLineString', coordinates: lines };
  const stated: readonly Place[] = place === null ? [...from, ...to] : Array.isArray(place) ? place : [place as Place];
  const points = positions(stated);
  return points.length === 0 ? null : { type: 'MultiPoint', coordinates: points };
}
