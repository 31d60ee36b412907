// How fast the reader is, how soon the program starts and how much memory it takes; wink-nlp reads the same texts in the same run.
//   npm run bench            prints, and writes bench/out/speed.json
//   npm run bench -- --freeze   also writes bench/frozen/speed.json
import { spawnSync } from 'node:child_process';
import { existsSync, mkdirSync, readdirSync, readFileSync, writeFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { cpus, totalmem } from 'node:os';
import { dirname, join } from 'node:path';
import { fileURLToPath, pathToFileURL } from 'node:url';
import { rolldown } from 'rolldown';

const root = join(dirname(fileURLToPath(import.meta.url)), '..');
const out = join(root, 'bench/out');
const corpus = join(root, '../shared/corpus/dev');
const require = createRequire(import.meta.url);
const SECONDS = 3;

mkdirSync(out, { recursive: true });
const reports = texts();
const bytesOf = (list) => list.reduce((sum, report) => sum + Buffer.byteLength(report.text), 0);

/** Dense: reports full of troop news. General: negative reports of the corpus, and prose that comes with the installed packages. */
function texts() {
  if (!existsSync(corpus)) {
    console.error('bench: the corpus is not beside the checkout (../shared/corpus/dev)');
    process.exit(2);
  }
  const all = readdirSync(corpus).map((name) => JSON.parse(readFileSync(join(corpus, name), 'utf8')));
  const asReport = ({ id, text, title, published }) => ({ id, text, title, published, publisher: null, url: null });
  const prose = readdirSync(join(root, 'node_modules'))
    .flatMap((name) => ['README.md', 'CHANGELOG.md'].map((file) => join(root, 'node_modules', name, file)))
    .filter((path) => existsSync(path))
    .map((path) => ({
      id: path,
      text: readFileSync(path, 'utf8'),
      title: null,
      published: null,
      publisher: null,
      url: null,
    }))
    .filter(({ text }) => text.length > 2000);
  return {
    dense: all.filter((report) => !report.negative).map(asReport),
    general: [...all.filter((report) => report.negative).map(asReport), ...prose],
    hostile: [
      {
        id: 'run',
        text: `Troops ${'x'.repeat(200_000)}`,
        title: null,
        published: '2020-01-08',
        publisher: null,
        url: null,
      },
      {
        id: 'one-sentence',
        text: 'the 120 German soldiers in Iraq and '.repeat(6000),
        title: null,
        published: '2020-01-08',
        publisher: null,
        url: null,
      },
      {
        id: 'quotes',
        text: '“The troops said, “'.repeat(10_000),
        title: null,
        published: '2020-01-08',
        publisher: null,
        url: null,
      },
    ],
  };
}

/** MB/s over whole passes until the time is up; one pass before to warm up. */
function speedOf(list, read) {
  for (const report of list) read(report);
  const started = performance.now();
  let passes = 0;
  do {
    for (const report of list) read(report);
    passes++;
  } while (performance.now() - started < SECONDS * 1000);
  return (bytesOf(list) * passes) / 1e6 / ((performance.now() - started) / 1000);
}

async function reader() {
  const bundle = await rolldown({ input: join(root, 'src/wire-reader.ts'), platform: 'node', logLevel: 'silent' });
  // Beside the built gazetteer, which it looks for there.
  await bundle.write({ file: join(root, 'dist/bench-reader.js'), format: 'esm', codeSplitting: false });
  return (await import(pathToFileURL(join(root, 'dist/bench-reader.js')).href)).reader();
}

function wink() {
  const nlp = require('wink-nlp')(require('wink-eng-lite-web-model'));
  return (report) => nlp.readDoc(report.text).sentences().length();
}

/** Median wall time in ms and greatest resident memory in MB of the program over ten runs. */
function program(args) {
  const runs = Array.from({ length: 10 }, () => {
    const { stdout, stderr, status } = spawnSync(
      '/usr/bin/time',
      ['-f', '%e %M', process.execPath, join(root, 'bin/laydown'), ...args],
      { encoding: 'utf8' },
    );
    if (status !== 0) throw new Error(`laydown ${args.join(' ')}: ${stderr || stdout}`);
    const [seconds, kilobytes] = stderr.trim().split('\n').at(-1).split(' ').map(Number);
    return { ms: seconds * 1000, mb: kilobytes / 1024 };
  });
  const sorted = runs.map((run) => run.ms).sort((a, b) => a - b);
  return { ms: Math.round((sorted[4] + sorted[5]) / 2), mb: Math.round(Math.max(...runs.map((run) => run.mb))) };
}

const { read } = await reader();
const readWink = wink();
const rows = [];
for (const name of ['dense', 'general']) {
  const list = reports[name];
  const own = speedOf(list, read);
  const peer = speedOf(list, readWink);
  rows.push({
    name: `${name} text`,
    unit: 'MB/s',
    laydown: round(own),
    wink: round(peer),
    ratio: round(own / peer),
    size: bytesOf(list),
  });
}
for (const report of reports.hostile) {
  const started = performance.now();
  read(report);
  rows.push({
    name: `hostile: ${report.id}`,
    unit: 'ms',
    laydown: Math.round(performance.now() - started),
    size: Buffer.byteLength(report.text),
  });
}
const story = join(corpus, 'iraq-2020-01-nato.json');
const big = join(out, 'big.jsonl');
writeFileSync(
  big,
  [...reports.dense, ...reports.general]
    .map((report) => JSON.stringify({ text: report.text, published: report.published }))
    .join('\n'),
);
const plain = program(['--help']);
rows.push({ name: 'start: --help', unit: 'ms', laydown: plain.ms, mb: plain.mb });
const one = program(['read', story]);
rows.push({ name: 'read of one story, with start', unit: 'ms', laydown: one.ms, mb: one.mb });
const many = program(['read', big, '--out', join(out, 'read')]);
rows.push({
  name: `read of ${reports.dense.length + reports.general.length} reports`,
  unit: 'ms',
  laydown: many.ms,
  mb: many.mb,
});

const result = {
  machine: `${cpus()[0]?.model ?? 'unknown'}, ${cpus().length} cores, ${Math.round(totalmem() / 2 ** 30)} GB, shared with other work`,
  node: process.version,
  rows,
};
for (const row of rows) {
  const peer = row.wink === undefined ? '' : `  wink-nlp ${row.wink} MB/s, ratio ${row.ratio}`;
  console.log(
    `${row.name.padEnd(34)} ${String(row.laydown).padStart(8)} ${row.unit}${row.mb === undefined ? '' : `, ${row.mb} MB`}${peer}`,
  );
}
writeFileSync(join(out, 'speed.json'), `${JSON.stringify(result, null, 1)}\n`);
if (process.argv.includes('--freeze'))
  writeFileSync(join(root, 'bench/frozen/speed.json'), `${JSON.stringify(result, null, 1)}\n`);

function round(x) {
  return Math.round(x * 100) / 100;
}
