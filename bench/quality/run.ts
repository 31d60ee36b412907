// Reads a corpus into a folder for score.mjs and prints each sentence that is not right: GOLD OUT SENTENCES GAZETTEER, bundled before it runs.
import { mkdirSync, readdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { extract } from '../../src/extract/extract.ts';
import { makeGazetteer } from '../../src/gazetteer/gazetteer.ts';
import { unpackGazetteer } from '../../src/gazetteer/pack.ts';
import { claimSchema } from '../../src/model/claim.ts';
import { printFields } from '../../src/model/notation.ts';
import { isRight, outcomeOf, type SentenceCase } from './sentences.ts';

const [gold, out, sentences, bin] = process.argv.slice(2) as [string, string, string, string];
const gazetteer = makeGazetteer(unpackGazetteer(readFileSync(bin)));
mkdirSync(out, { recursive: true });
let bytes = 0;
const started = performance.now();
for (const file of readdirSync(gold).filter((name) => name.endsWith('.json'))) {
  const { id, text, title, published, publisher, url } = JSON.parse(readFileSync(join(gold, file), 'utf8'));
  bytes += text.length;
  const claims = extract(
    { id, text, title: title ?? null, published: published ?? null, publisher: publisher ?? null, url: url ?? null },
    gazetteer,
  );
  writeFileSync(join(out, file), JSON.stringify({ id, claims }));
}
console.log(`corpus ${(bytes / 1000 / (performance.now() - started)).toFixed(2)} MB/s, files included`);

let right = 0;
const cases: readonly SentenceCase[] = JSON.parse(readFileSync(sentences, 'utf8'));
for (const c of cases) {
  const outcome = outcomeOf(
    c.claims,
    extract({ id: c.id, text: c.text, title: c.title, published: c.published, publisher: null, url: null }, gazetteer),
  );
  if (isRight(outcome)) {
    right++;
    continue;
  }
  console.log(`\n${c.id} ${c.construction}: ${c.text}`);
  for (const m of outcome.missing) console.log(`   - ${printFields(claimSchema.parse(m), false)}`);
  for (const p of outcome.extra) console.log(`   + ${printFields(p, false)}   {${p.rule}}`);
}
console.log(`\nsentences: ${right} of ${cases.length} right`);
