// GeoJSON (RFC 7946) of claims: a point each place, a line each end of a movement.
import type { Atlas } from '../model/atlas.ts';
import type { Place } from '../model/place.ts';

export interface FeatureCollection {
  readonly type: 'FeatureCollection';
  readonly features: readonly object[];
}

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
