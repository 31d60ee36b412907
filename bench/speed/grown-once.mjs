// One report of a given size in a process of its own: `node grown-once.mjs READER CORPUS SIZE [line]` prints its time, claims and greatest memory as JSON.
import '../../bin/engine-flags.cjs';
import { dirname, join } from 'node:path';
import { fileURLToPath, pathToFileURL } from 'node:url';
import { timeOf } from './measure.mjs';
import { corpusTexts, grown } from './texts.mjs';

const [readerFile, corpus, size, form] = process.argv.slice(2);
const root = join(dirname(fileURLToPath(import.meta.url)), '../..');
const { dense } = corpusTexts(root, corpus);
const { read } = (await import(pathToFileURL(readerFile).href)).reader();
for (let pass = 0; pass < 12; pass++) for (const report of dense) read(report);
const report = grown(dense, Number(size));
if (form === 'line') report.text = report.text.replace(/\s+/g, ' ');
let claims = 0;
const ms = timeOf(() => {
  claims = read(report).length;
});
console.log(JSON.stringify({ ms, claims, mb: Math.round(process.resourceUsage().maxRSS / 1024) }));
