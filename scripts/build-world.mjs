// Makes data/world.tsv, the table behind `laydown init --with world`, by our own reading of the texts of the World Factbook's field
// "Military deployments": node scripts/build-world.mjs [DEPLOYMENTS.jsonl] (a text a line: party, country, first_seen, last_seen, text).
import { spawnSync } from 'node:child_process';
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';

const root = join(import.meta.dirname, '..');
const source = process.argv[2] ?? join(root, '../shared/data/factbook/deployments.jsonl');
const COLUMNS = [
  'party',
  'place',
  'site',
  'mission',
  'unit',
  'low',
  'high',
  'hedge',
  'from',
  'to',
  'known_on',
  'edition',
];

/** What the book said, and from when to when it said so. */
const texts = readFileSync(source, 'utf8')
  .trim()
  .split('\n')
  .map((line) => JSON.parse(line));
const read = readAll(texts);

const facts = new Map();
let unread = 0;
for (const [i, { party, first_seen, last_seen }] of texts.entries()) {
  const claims = read[i].claims.filter((claim) => claim.kind === 'presence' && claim.quantity !== null);
  if (claims.length === 0) unread++;
  for (const claim of claims) {
    const row = rowOf(claim, first_seen);
    // A claim about another's force, or about the party's own country, is no deployment of the party.
    if (row === null || row.party !== party || row.place === party || isSumOverYears(row)) continue;
    const { known_on: _known, edition: _edition, ...what } = row;
    const key = JSON.stringify(what);
    const other = facts.get(key);
    if (other === undefined) facts.set(key, { ...row, last: last_seen });
    else if (last_seen > other.last) other.last = last_seen;
  }
}
const rows = [...facts.values()]
  .map((row) => ({ ...row, edition: `${row.known_on.slice(0, 7)} to ${row.last.slice(0, 7)}` }))
  .map((row) => COLUMNS.map((column) => row[column]).join('\t'))
  .sort();
writeFileSync(join(root, 'data/world.tsv'), `${[COLUMNS.join('\t'), ...rows].join('\n')}\n`);
console.error(`world.tsv: ${rows.length} facts of ${texts.length} texts, ${unread} texts without one`);

/** By the program itself: what it reads from such a page is what the table holds. */
function readAll(list) {
  const folder = mkdtempSync(join(tmpdir(), 'laydown-world-'));
  try {
    const lines = list.map(({ country, first_seen, text }, i) => {
      const title = `${country} \u2013 Military and Security`;
      return JSON.stringify({ id: `${i}`, title, published: first_seen, text: `${title}\n\n${text}` });
    });
    writeFileSync(join(folder, 'texts.jsonl'), `${lines.join('\n')}\n`);
    const command = [join(root, 'bin/laydown'), 'read', '--json', join(folder, 'texts.jsonl')];
    const { stdout, status, stderr } = spawnSync(process.execPath, command, { encoding: 'utf8', maxBuffer: 1 << 28 });
    if (status !== 0) throw new Error(stderr);
    return stdout
      .trim()
      .split('\n')
      .map((line) => JSON.parse(line));
  } finally {
    rmSync(folder, { recursive: true, force: true });
  }
}

/** "From 2003 to 2021 some 3,300 served there" is no level of any day. */
function isSumOverYears({ from, to }) {
  return to !== '' && Number(to.slice(0, 4)) - Number(from.slice(0, 4)) > 1;
}

/** Null where the text names no place. The figure holds in the year that the text gives, else when the text appeared. */
function rowOf({ party, place, mission, unit, quantity, time }, published) {
  const places = place === null ? [] : Array.isArray(place) ? place : [place];
  if (places.length === 0 || quantity.of !== 'personnel') return null;
  // "Other countries" are nowhere in particular.
  if (places.some(({ country }) => country === null || country === 'R:WORLD' || country === 'R:OTHER')) return null;
  return {
    party,
    place: [...new Set(places.map(({ country }) => country))].join('+'),
    // A region is named by its code.
    site: places.length === 1 && !places[0].country.startsWith('R:') ? (places[0].name ?? '') : '',
    mission: mission ?? '',
    unit: unit ?? '',
    low: quantity.min ?? '',
    high: quantity.max ?? '',
    hedge: quantity.approx ? 'about' : '',
    from: time?.start ?? published,
    to: time?.end ?? published,
    known_on: published,
    edition: '',
  };
}
