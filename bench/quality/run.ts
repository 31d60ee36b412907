// Scores the extractor on the development corpus and sentences: `node bench/quality/run.mjs` (bundled by scripts/quality.mjs).
import { mkdirSync, readdirSync, readFileSync, writeFileSync } from 'node:fs';
import { dirname, join, resolve } from 'node:path';
import { pathToFileURL } from 'node:url';
import { extract } from '../../src/extract/extract.ts';
import { makeGazetteer } from '../../src/gazetteer/gazetteer.ts';
import { unpackGazetteer } from '../../src/gazetteer/pack.ts';
import { type Claim, claimSchema } from '../../src/model/claim.ts';
import { printFields } from '../../src/model/notation.ts';

const [gold, out, sentences, bin] = process.argv.slice(2) as [string, string, string, string];
const gazetteer = makeGazetteer(unpackGazetteer(readFileSync(bin)));
const { coreAgrees, FIELDS } = await import(pathToFileURL(join(dirname(resolve(sentences)), 'agreement.mjs')).href);

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
const cases: {
  id: string;
  construction: string;
  published: string;
  title: string | null;
  text: string;
  claims: (Claim & { optional?: boolean })[];
}[] = JSON.parse(readFileSync(sentences, 'utf8'));
for (const c of cases) {
  const got = extract(
    { id: c.id, text: c.text, title: c.title, published: c.published, publisher: null, url: null },
    gazetteer,
  );
  const free = new Set(got);
  const missing: string[] = [];
  for (const g of c.claims) {
    const hit = [...free].find((p) => coreAgrees(g, p) && (g.kind !== 'movement' || FIELDS.phase(g, p)));
    if (hit) free.delete(hit);
    else if (!g.optional) missing.push(printFields(claimSchema.parse(g), false));
  }
  if (missing.length === 0 && free.size === 0) right++;
  else {
    console.log(`\n${c.id} ${c.construction}: ${c.text}`);
    for (const m of missing) console.log(`   - ${m}`);
    for (const p of free) console.log(`   + ${printFields(p, false)}   {${p.rule}}`);
  }
}
console.log(`\nsentences: ${right} of ${cases.length} right`);
