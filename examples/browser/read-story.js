// Reads a pasted story in the browser with the library alone. The names (dist/gazetteer.bin) are the only thing it loads besides.
import {
  extract,
  factsOfReadings,
  knownClaims,
  makeGazetteer,
  printFields,
  unpackGazetteer,
  viewPosture,
} from 'laydown';

const form = document.querySelector('form');
const status = document.querySelector('[role="status"]');
const claimList = document.querySelector('#claims ol');
const postureRows = document.querySelector('#posture tbody');

const answer = await fetch(new URL('../../dist/gazetteer.bin', import.meta.url));
const gazetteer = makeGazetteer(unpackGazetteer(new Uint8Array(await answer.arrayBuffer())));
status.textContent = 'Ready.';
form.querySelector('button').disabled = false;

form.addEventListener('submit', (event) => {
  event.preventDefault();
  const published = form.querySelector('#published').value;
  const text = form.querySelector('#story').value;
  const report = { id: 'pasted', title: null, published, publisher: null, url: null, text };
  const claims = extract(report, gazetteer);
  const known = knownClaims(factsOfReadings([{ report, claims }], published), published);
  const { rows } = viewPosture(known, gazetteer.atlas, published);
  claimList.replaceChildren(
    ...claims.map((claim) => element('li', [code(printFields(claim, false)), quote(claim.evidence)])),
  );
  postureRows.replaceChildren(...rows.map(postureRow));
  status.textContent = `${claims.length} claims.`;
  for (const section of document.querySelectorAll('section')) section.hidden = false;
});

function postureRow({ party, place, min, max, why }) {
  const where = place.name ?? gazetteer.atlas.displayName(place.country);
  const between = max === null ? `at least ${min}` : `${min} and ${max}`;
  return element(
    'tr',
    [gazetteer.atlas.displayName(party), where, between, why].map((words) => element('td', [words])),
  );
}

const code = (words) => element('code', [words]);
const quote = (words) => element('blockquote', [words]);

function element(name, parts) {
  const made = document.createElement(name);
  made.append(...parts);
  return made;
}
