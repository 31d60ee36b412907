// How fast the reader is, how its cost grows, how soon the program starts and how much memory it takes; wink-nlp reads the same texts in the same run.
//   npm run bench            prints, and writes bench/out/speed.json
//   npm run bench -- --freeze   also writes bench/frozen/speed.json
import '../bin/engine-flags.cjs';
import { spawnSync } from 'node:child_process';
import { existsSync, mkdirSync, writeFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { cpus, totalmem } from 'node:os';
import { dirname, join } from 'node:path';
import { fileURLToPath, pathToFileURL } from 'node:url';
import { rolldown } from 'rolldown';
import { timeOf, warmTimeOf } from './speed/measure.mjs';
import { corpusTexts, grown, hostile } from './speed/texts.mjs';

const root = join(dirname(fileURLToPath(import.meta.url)), '..');
const out = join(root, 'bench/out');
const corpus = join(root, '../shared/corpus/dev');
const require = createRequire(import.meta.url);
// Beside the built gazetteer, which it looks for there.
const READER = join(root, 'dist/bench-reader.js');
const SIZES = [1e3, 1e4, 1e5, 1e6, 1e7];
/** wink-nlp keeps all of a document's tokens: ten megabytes take it gigabytes. */
const MOST_FOR_PEER = 1e6;
/** A long run's passes: few functions of the reader are left to compile then. */
const LONG_RUN = 100;

if (!existsSync(corpus)) {
  console.error('bench: the corpus is not beside the checkout (../shared/corpus/dev)');
  process.exit(2);
}
mkdirSync(out, { recursive: true });
const texts = corpusTexts(root, corpus);
const bundle = await rolldown({ input: join(root, 'bench/speed/entry.ts'), platform: 'node', logLevel: 'silent' });
await bundle.write({ file: READER, format: 'esm', codeSplitting: false });
const { reader, groupsFor } = await import(pathToFileURL(READER).href);
const own = reader();
const { read, together } = own;
const nlp = require('wink-nlp')(require('wink-eng-lite-web-model'));
const readPeer = (report) => nlp.readDoc(report.text).sentences().length();

const rows = [];
/** Keeps a row and prints it: the whole takes minutes. */
function put(row) {
  rows.push(row);
  const memory = row.mb === undefined ? '' : `, ${row.mb} MB`;
  const peer =
    row.wink === undefined ? '' : `  wink-nlp ${row.wink}${row.ratio === undefined ? '' : `, ratio ${row.ratio}`}`;
  console.log(`${row.name.padEnd(42)} ${String(row.laydown).padStart(8)} ${row.unit}${memory}${peer}`);
}
const round = (x) => Math.round(x * 100) / 100;
const bytesOf = (list) => list.reduce((sum, report) => sum + Buffer.byteLength(report.text), 0);
const all = (list, readOne) => () => {
  for (const report of list) readOne(report);
};
/** As `laydown read` hands over many reports. */
const allTogether = (list) => {
  const groups = groupsFor(own, list, (report) => report);
  return () => {
    for (const group of groups) together.read(group);
  };
};

for (const name of ['dense', 'general']) {
  const list = texts[name];
  const size = bytesOf(list);
  const speed = (ms) => round(size / 1000 / ms);
  const first = speed(timeOf(allTogether(list)));
  const warm = speed(warmTimeOf(allTogether(list)));
  const alone = speed(warmTimeOf(all(list, read)));
  const peer = speed(warmTimeOf(all(list, readPeer)));
  put({ name: `${name} text`, unit: 'MB/s', laydown: warm, wink: peer, ratio: round(warm / peer), size });
  put({ name: `${name} text, a report at a time`, unit: 'MB/s', laydown: alone, size });
  put({ name: `${name} text, first pass`, unit: 'MB/s', laydown: first, size });
  if (name !== 'dense') continue;
  const late = speed(warmTimeOf(allTogether(list), LONG_RUN));
  put({ name: `${name} text, in a long run`, unit: 'MB/s', laydown: late, size });
}
for (const size of SIZES) {
  const { ms, claims, mb } = once(size);
  const peer =
    size > MOST_FOR_PEER ? undefined : round((timeOf(() => readPeer(grown(texts.dense, size))) * 1000) / size);
  put({
    name: `one report of ${size / 1000} kB`,
    unit: 'us/byte',
    laydown: round((ms * 1000) / size),
    wink: peer,
    mb,
    claims,
  });
}
const line = once(1e7, 'line');
put({
  name: 'one line of 10000 kB',
  unit: 'us/byte',
  laydown: round(line.ms / 1e4),
  mb: line.mb,
  claims: line.claims,
});
for (const report of hostile(texts.dense))
  put({
    name: report.id,
    unit: 'ms',
    laydown: Math.round(timeOf(() => read(report))),
    size: Buffer.byteLength(report.text),
  });
put({ name: 'start: --help', unit: 'ms', ...program(['--help']) });
put({
  name: 'read of one story, with start',
  unit: 'ms',
  ...program(['read', join(corpus, 'iraq-2020-01-nato.json')]),
});
const many = [...texts.dense, ...texts.general];
const big = join(out, 'big.jsonl');
writeFileSync(big, many.map(({ text, published }) => JSON.stringify({ text, published })).join('\n'));
put({
  name: `read of ${many.length} reports`,
  unit: 'ms',
  ...program(['read', big, '--out', join(out, 'read')]),
});

const machine = `${cpus()[0]?.model ?? 'unknown'}, ${cpus().length} cores, ${Math.round(totalmem() / 2 ** 30)} GB, shared with other work`;
const result = `${JSON.stringify({ machine, node: process.version, rows }, null, 1)}\n`;
writeFileSync(join(out, 'speed.json'), result);
if (process.argv.includes('--freeze')) writeFileSync(join(root, 'bench/frozen/speed.json'), result);

/** One report in a process of its own. */
function once(size, form = 'paragraphs') {
  const args = [join(root, 'bench/speed/grown-once.mjs'), READER, corpus, String(size), form];
  const { stdout, stderr, status } = spawnSync(process.execPath, args, { encoding: 'utf8' });
  if (status !== 0) throw new Error(`a report of ${size}: ${stderr}`);
  return JSON.parse(stdout);
}

/** Median processor time in ms and greatest resident memory in MB of the program over ten runs. */
function program(args) {
  const runs = Array.from({ length: 10 }, () => {
    const command = ['-f', '%U %S %M', process.execPath, join(root, 'bin/laydown'), ...args];
    const { stdout, stderr, status } = spawnSync('/usr/bin/time', command, { encoding: 'utf8' });
    if (status !== 0) throw new Error(`laydown ${args.join(' ')}: ${stderr || stdout}`);
    const [user, system, kilobytes] = stderr.trim().split('\n').at(-1).split(' ').map(Number);
    return { ms: (user + system) * 1000, mb: kilobytes / 1024 };
  });
  const sorted = runs.map(({ ms }) => ms).sort((a, b) => a - b);
  return { laydown: Math.round((sorted[4] + sorted[5]) / 2), mb: Math.round(Math.max(...runs.map(({ mb }) => mb))) };
}
