// How the server answers many readers: `node bench/server/load.mjs [--seconds 60] [--readers 200] [--pause 0] [--listeners 2000]`.
// The ledger has 100,000 claims of a made-up world; the peer is a bare node:http server that sends the same bytes without any work.
import { spawn, spawnSync } from 'node:child_process';
import { existsSync, mkdirSync, rmSync, writeFileSync } from 'node:fs';
import { Agent, createServer, get } from 'node:http';
import { join } from 'node:path';
import { parseArgs } from 'node:util';

const root = join(import.meta.dirname, '../..');
const out = join(root, 'bench/out');
const CLAIMS = 100_000;
const PARTIES = [
  'US',
  'GB',
  'FR',
  'DE',
  'IT',
  'ES',
  'PL',
  'TR',
  'CA',
  'NL',
  'DK',
  'NO',
  'SE',
  'FI',
  'EE',
  'LV',
  'LT',
  'HR',
  'RO',
  'CZ',
];
const PLACES = [
  'IQ',
  'SY',
  'KW',
  'JO',
  'ML',
  'NE',
  'TD',
  'EE',
  'LV',
  'LT',
  'PL',
  'RO',
  'KR',
  'JP',
  'DJ',
  'SO',
  'AF',
  'QA',
  'BH',
  'CY',
];
const DAYS = ['2022-06-01', '2022-12-31'];

const { values } = parseArgs({
  options: {
    seconds: { type: 'string', default: '60' },
    readers: { type: 'string', default: '200' },
    /** ms that a reader waits between an answer and the next question. */
    pause: { type: 'string', default: '0' },
    listeners: { type: 'string', default: '2000' },
    'as-client': { type: 'string' },
  },
});
if (values['as-client']) await client(values['as-client']);
else await main();

async function main() {
  mkdirSync(out, { recursive: true });
  const ledger = makeLedger();
  const server = spawn(join(root, 'bin/laydown'), ['--db', ledger, 'serve', '--port', '0', '--rate', '0', '--json'], {
    stdio: ['ignore', 'pipe', 'ignore'],
  });
  try {
    const { url } = JSON.parse(await firstLine(server.stdout));
    const begun = performance.now();
    await ready(url);
    console.log(`ready ${((performance.now() - begun) / 1000).toFixed(1)} s after the start, ${await memory(url)} MB`);
    const bytes = (await body(`${url}${questions()[0]}`)).length;
    for (const question of questions()) await body(`${url}${question}`);
    console.log(`laydown, ${values.readers} readers, pause ${values.pause} ms: ${await load(url)}`);
    const peer = await startPeer(bytes);
    console.log(`bare node:http, the same: ${await load(peer.url)}`);
    peer.close();
    console.log(`memory after the load: ${await memory(url)} MB`);
    await listen(url, Number(values.listeners));
  } finally {
    server.kill('SIGTERM');
  }
}

function questions() {
  const of = (query) => DAYS.map((at) => `/api/v1/posture?at=${at}&${query}`);
  return [...PARTIES.flatMap((p) => of(`party=${p}`)), ...PLACES.flatMap((p) => of(`place=${p}`))];
}

/** Kept between runs: making it takes a minute. */
function makeLedger() {
  const ledger = join(out, 'server-ledger');
  if (existsSync(join(ledger, 'whole'))) return ledger;
  rmSync(ledger, { recursive: true, force: true });
  const lines = [];
  const perReport = 10;
  for (let n = 0; n < CLAIMS; n += perReport) {
    const day = new Date(Date.UTC(2020, 0, 1) + Math.floor((n / CLAIMS) * 1000) * 86_400_000)
      .toISOString()
      .slice(0, 10);
    const claims = Array.from({ length: perReport }, (_, i) => {
      const k = n + i;
      const [party, place] = [PARTIES[k % PARTIES.length], PLACES[Math.floor(k / 7) % PLACES.length]];
      const count = 50 + ((k * 37) % 900);
      const name = k % 3 === 0 ? `Camp ${k % 40}` : null;
      const evidence = `${party} has ${count} soldiers in ${place}`;
      return {
        kind: 'presence',
        evidence,
        party,
        quantity: { min: count, max: count },
        place: { country: place, name },
        time: { start: day, end: day },
      };
    });
    lines.push(JSON.stringify({ report: { id: `r${n}`, published: day, publisher: `Wire ${n % 50}` }, claims }));
  }
  const file = join(out, 'server-claims.jsonl');
  writeFileSync(file, lines.join('\n'));
  const { status, stderr } = spawnSync(join(root, 'bin/laydown'), ['--db', ledger, 'import', file], {
    encoding: 'utf8',
  });
  if (status !== 0) throw new Error(stderr.slice(0, 1000));
  writeFileSync(join(ledger, 'whole'), '');
  return ledger;
}

/** In a process of its own: the server has a core for itself. */
function load(url) {
  return new Promise((resolve, reject) => {
    const { seconds, readers, pause } = values;
    const args = ['--as-client', url, '--seconds', seconds, '--readers', readers, '--pause', pause];
    const child = spawn(process.execPath, [import.meta.filename, ...args], { stdio: ['ignore', 'pipe', 'inherit'] });
    let text = '';
    child.stdout.on('data', (part) => {
      text += part;
    });
    child.on('close', (status) => (status === 0 ? resolve(text.trim()) : reject(new Error('the client failed'))));
  });
}

async function client(url) {
  const agent = new Agent({ keepAlive: true, maxSockets: Number(values.readers) });
  const all = questions();
  const times = [];
  let errors = 0;
  const end = performance.now() + Number(values.seconds) * 1000;
  const ask = (path) =>
    new Promise((resolve) => {
      const begun = performance.now();
      get(`${url}${path}`, { agent }, (answer) => {
        answer.resume();
        answer.once('end', () => {
          times.push(performance.now() - begun);
          if (answer.statusCode !== 200) errors++;
          resolve();
        });
      }).on('error', () => {
        errors++;
        resolve();
      });
    });
  await Promise.all(
    Array.from({ length: Number(values.readers) }, async (_, reader) => {
      const pause = Number(values.pause);
      if (pause > 0) await new Promise((resolve) => setTimeout(resolve, (pause * reader) / Number(values.readers)));
      for (let i = reader; performance.now() < end; i += 7) {
        await ask(all[i % all.length]);
        if (pause > 0) await new Promise((resolve) => setTimeout(resolve, pause));
      }
    }),
  );
  agent.destroy();
  times.sort((a, b) => a - b);
  const at = (share) => times[Math.floor(times.length * share)]?.toFixed(1);
  const rate = Math.round(times.length / Number(values.seconds));
  console.log(
    `${rate} requests/s, p50 ${at(0.5)} ms, p95 ${at(0.95)} ms, p99 ${at(0.99)} ms, ${errors} errors of ${times.length}`,
  );
}

async function startPeer(bytes) {
  const answer = Buffer.alloc(bytes, ' ');
  const server = createServer((_, response) =>
    response.writeHead(200, { 'Content-Type': 'application/json' }).end(answer),
  );
  await new Promise((resolve) => server.listen(0, '127.0.0.1', resolve));
  return { url: `http://127.0.0.1:${server.address().port}`, close: () => server.close() };
}

/** Opens idle listeners and lets each hear one event that a comment makes; prints what the memory of the server came to. */
async function listen(url, count) {
  const before = await memory(url);
  const agent = new Agent({ keepAlive: true, maxSockets: count });
  const answers = [];
  for (let i = 0; i < count; i += 100) {
    answers.push(
      ...(await Promise.all(
        Array.from(
          { length: Math.min(100, count - i) },
          () => new Promise((resolve, reject) => get(`${url}/api/v1/events`, { agent }, resolve).on('error', reject)),
        ),
      )),
    );
  }
  for (const answer of answers) answer.resume();
  await new Promise((resolve) => setTimeout(resolve, 2000));
  console.log(`${answers.length} idle listeners: ${await memory(url)} MB, ${before} MB before`);
  agent.destroy();
}

async function memory(url) {
  const [, bytes] = /laydown_resident_bytes (\d+)/.exec(await body(`${url}/metrics`));
  return Math.round(Number(bytes) / 1024 / 1024);
}

async function ready(url) {
  for (;;) {
    if ((await fetch(`${url}/readyz`)).status === 200) return;
    await new Promise((resolve) => setTimeout(resolve, 200));
  }
}

async function body(address) {
  return (await fetch(address)).text();
}

function firstLine(stream) {
  return new Promise((resolve) => {
    let text = '';
    stream.on('data', (part) => {
      text += part;
      if (text.includes('\n')) resolve(text.split('\n')[0]);
    });
  });
}
