// The library in Node: two reports in, the posture of a day out, with the claims behind it. `node posture.mjs`
import { readFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import {
  extract,
  factsOfReadings,
  knownClaims,
  makeGazetteer,
  printClaim,
  unpackGazetteer,
  viewPosture,
} from 'laydown';

const bytes = readFileSync(fileURLToPath(import.meta.resolve('laydown/gazetteer.bin')));
const gazetteer = makeGazetteer(unpackGazetteer(bytes));

const reports = [
  {
    id: 'ministry',
    title: null,
    published: '2020-01-07',
    publisher: 'Gulf Wire',
    url: null,
    text: 'BERLIN - Germany has 120 soldiers in Iraq, the Defence Ministry said on Tuesday.',
  },
  {
    id: 'letter',
    title: null,
    published: '2020-01-08',
    publisher: 'Daily Ledger',
    url: null,
    text: 'Germany will move 30 of its 120 soldiers in Iraq to Jordan and Kuwait, a letter to lawmakers says.',
  },
];
const read = reports.map((report) => ({ report, claims: extract(report, gazetteer) }));
for (const { report, claims } of read) {
  console.log(`${report.id}:`);
  for (const claim of claims) console.log(`  ${printClaim(claim)}`);
}

const day = '2020-01-08';
const { rows } = viewPosture(knownClaims(factsOfReadings(read, day), day), gazetteer.atlas, day);
console.log(`posture on ${day}:`);
for (const row of rows) {
  const ahead = row.expected === null ? '' : `, expected ${row.expected.min} to ${row.expected.max ?? 'unknown'}`;
  console.log(`  ${row.party} in ${row.place.country}: ${row.min} to ${row.max ?? 'unknown'}${ahead}`);
  console.log(`    ${row.why}`);
}
