// The map's projection and the part of the world that it shows. Miller's cylinder: no place is slanted, whatever part is shown.
import { type GeoProjection, geoProjection } from 'd3-geo';

export type LonLat = readonly [longitude: number, latitude: number];

/** scripts/build-map.mjs draws the outlines by the same formula. */
const miller = (lambda: number, phi: number): [number, number] => [
  lambda,
  1.25 * Math.log(Math.tan(Math.PI / 4 + 0.4 * phi)),
];

export interface Frame {
  readonly width: number;
  readonly height: number;
  /** Degrees of longitude from side to side. */
  readonly span: number;
  /** The outlines that are fine enough, and where they go: translate, then scale. */
  readonly outlines: '110m' | '50m';
  readonly shift: readonly [number, number];
  readonly scale: number;
  readonly projection: GeoProjection;
  project(at: LonLat): readonly [x: number, y: number];
  /** The place that a point of the sheet shows. */
  placeAt(x: number, y: number): LonLat;
}

const RADIAN = Math.PI / 180;
const SHEET = { '110m': 2000, '50m': 5000 } as const;
/** Closer than this there is nothing more to see in the outlines. */
const LEAST_SPAN = 16;
const WORLD = { west: -168, east: 178, south: -56, north: 76 };

/** The smallest part of the world that holds all points with room around them; the world where there are none. */
export function frameOf(points: readonly LonLat[], width: number, height: number): Frame {
  const west = points.length === 0 ? WORLD.west : Math.min(...points.map(([lon]) => lon));
  const east = points.length === 0 ? WORLD.east : Math.max(...points.map(([lon]) => lon));
  const south = points.length === 0 ? WORLD.south : Math.min(...points.map(([, lat]) => lat));
  const north = points.length === 0 ? WORLD.north : Math.max(...points.map(([, lat]) => lat));
  const [left, right] = [west * RADIAN, east * RADIAN];
  const [bottom, top] = [miller(0, clamp(south, -60, 78) * RADIAN)[1], miller(0, clamp(north, -60, 78) * RADIAN)[1]];
  const room = 1.14;
  const wide = Math.max((right - left) * room, ((top - bottom) * room * width) / height, LEAST_SPAN * RADIAN);
  const whole = Math.min(wide, 352 * RADIAN);
  const k = width / whole;
  const middle: [number, number] = [(left + right) / 2, (bottom + top) / 2];
  const half = whole / 2;
  const x = whole >= 340 * RADIAN ? 5 * RADIAN : clamp(middle[0], -Math.PI + half - 0.1, Math.PI - half + 0.1);
  const shift = [width / 2 - k * x, height / 2 + k * middle[1]] as const;
  const projection = geoProjection(miller).scale(k).translate([shift[0], shift[1]]).precision(0.5);
  const outlines = whole > 130 * RADIAN ? '110m' : '50m';
  const sheet = SHEET[outlines];
  const scale = k / (sheet / (2 * Math.PI));
  return {
    width,
    height,
    span: whole / RADIAN,
    outlines,
    scale: Math.round(scale * 1e5) / 1e5,
    shift: [tenth(shift[0] - (scale * sheet) / 2), tenth(shift[1] - (scale * sheet) / 2)],
    projection,
    project: ([lon, lat]) => {
      const [px, py] = miller(lon * RADIAN, clamp(lat, -85, 85) * RADIAN);
      return [tenth(shift[0] + k * px), tenth(shift[1] - k * py)];
    },
    placeAt: (px, py) => [(px - shift[0]) / k / RADIAN, latitudeAt((shift[1] - py) / k) / RADIAN],
  };
}

/** Miller's formula, turned round. */
const latitudeAt = (y: number): number => 2.5 * (Math.atan(Math.exp(0.8 * y)) - Math.PI / 4);

const clamp = (n: number, low: number, high: number): number => Math.min(high, Math.max(low, n));
/** Whole tenths: the server and every browser write the same. */
export const tenth = (n: number): number => Math.round(n * 10) / 10;
