// Web archives and archives of reports through the program: screened, streamed, and begun again where a run was ended.
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { gzipSync } from 'node:zlib';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { answer, packed, storyPage, warcInfo } from './intake/warc-writer.ts';
import { runLaydown, startLaydown } from './laydown-process.ts';

const folder = mkdtempSync(join(tmpdir(), 'laydown-archives-'));
afterAll(() => rmSync(folder, { recursive: true, force: true }));
const at = (name: string): string => join(folder, name);

const COUNTRIES = ['Mali', 'Chad', 'Niger', 'Kenya', 'Gabon', 'Togo', 'Benin', 'Ghana'];
const story = (n: number): Buffer =>
  answer({
    url: `https://news.example/${n}`,
    body: storyPage(`Ministry gives figure ${n}`, [
      `France has ${100 + n} soldiers in ${COUNTRIES[n % COUNTRIES.length]}, the defence ministry said on Tuesday.`,
      `It was the ${n}th time that the figure was asked for by members of the parliament, who had waited for an answer since spring.`,
    ]),
  });
const FILLER =
  'The harvest was better than anybody in the valley had hoped for after the dry weeks of the early summer. ';
const other = (n: number): Buffer =>
  answer({
    url: `https://news.example/other/${n}`,
    body: storyPage(`Harvest ${n}`, new Array(40).fill(`${n} ${FILLER}`)),
  });

const reportsIn = async (
  ledger: string,
): Promise<{ url: string | null; published: string | null; title: string | null }[]> =>
  JSON.parse((await runLaydown(['--json', '--db', ledger, 'reports'])).stdout).reports;
const claimsIn = async (ledger: string): Promise<readonly { evidence: string }[]> =>
  JSON.parse((await runLaydown(['--json', '--db', ledger, 'claims'])).stdout).claims;

test('a web archive gives the stories of forces, with their addresses and days; the rest is passed over', async () => {
  const latin = answer({
    url: 'https://presse.example/1',
    contentType: 'text/html; charset=iso-8859-1',
    body: Buffer.from('<title>Élysée</title><h1>Élysée</h1><p>France has 77 soldiers in Gabon, it said.</p>', 'latin1'),
  });
  const damaged = gzipSync(story(3)).fill(0x55, 30, 60);
  const picture = answer({ url: 'https://news.example/p.png', body: 'soldiers', contentType: 'image/png' });
  writeFileSync(
    at('a.warc.gz'),
    Buffer.concat([packed([warcInfo(), story(1), other(1), picture, latin]), damaged, packed([story(4)])]),
  );
  const ledger = at('a');
  const run = await runLaydown(['--json', '--db', ledger, 'add', at('a.warc.gz')]);
  expect(run.status, run.stderr).toBe(1);
  expect(run.stderr).toMatch(/a\.warc\.gz:6: is damaged/);
  expect(run.stdout).toContain('"summary":{"added":3,"known":0,"reread":0,"claims":3,"passed_over":1,"failed":1}');
  const reports = await reportsIn(ledger);
  expect(reports.map(({ url }) => url).sort()).toEqual([
    'https://news.example/1',
    'https://news.example/4',
    'https://presse.example/1',
  ]);
  expect(reports.filter(({ published }) => published === '2020-01-08')).toHaveLength(2);
  expect(reports.map(({ title }) => title)).toContain('Élysée');

  const again = await runLaydown(['--db', ledger, 'add', at('a.warc.gz')]);
  expect(again.stderr).toContain('goes on after record 7');
  expect(again.stderr).toContain('0 reports added');
  const anew = await runLaydown(['--db', ledger, 'add', at('a.warc.gz'), '--again']);
  expect(anew.stderr).toContain('3 reports known already, 1 record passed over');
});

test('every page is taken where that is asked for, and lines are screened where that is', async () => {
  writeFileSync(at('b.warc'), Buffer.concat([warcInfo(), story(1), other(1)]));
  const all = await runLaydown(['--db', at('b'), 'add', at('b.warc'), '--no-screen']);
  expect(all.stderr).toContain('2 reports added with 1 claim');
  const lines = [{ text: 'Spain has 12 soldiers in Gabon.' }, { text: 'The harvest was good.' }];
  writeFileSync(at('b.jsonl.gz'), gzipSync(lines.map((line) => JSON.stringify(line)).join('\n')));
  const some = await runLaydown(['--db', at('b'), 'add', at('b.jsonl.gz'), '--screen']);
  expect(some.stderr).toContain('1 report added with 1 claim, 1 record passed over');
  const rest = await runLaydown(['--db', at('b'), 'add', at('b.jsonl.gz')]);
  expect(rest.stderr).toContain('1 report added with 0 claims, 1 report known already');
});

const PAGES = 9_600;
const EVERY = 24;

/** Some 50 MB unpacked: a story among every so many pages. */
const large = (): Buffer => packed(Array.from({ length: PAGES }, (_, n) => (n % EVERY === 0 ? story(n) : other(n))));

beforeAll(() => writeFileSync(at('large.warc.gz'), large()));

test('a run that is killed again and again loses no record and repeats none', async () => {
  const ledger = at('killed');
  const acknowledged = new Map<string, number>();
  let goneOn = 0;
  for (let kills = 0; ; kills++) {
    const running = startLaydown(['--json', '--db', ledger, 'add', at('large.warc.gz')], {
      onStdout: (all) => {
        const enough = all.split('\n').length > 80;
        if (enough && kills < 3) running.child.kill('SIGKILL');
      },
    });
    const { status, stdout, stderr } = await running.ended;
    for (const line of stdout.split('\n').slice(0, -1)) {
      const { source, outcome } = JSON.parse(line) as { source?: string; outcome?: string };
      if (source === undefined) continue;
      if (outcome === 'added') acknowledged.set(source, (acknowledged.get(source) ?? 0) + 1);
    }
    if (stderr.includes('goes on after record')) goneOn++;
    if (status === 0) break;
    expect(kills).toBeLessThan(3);
  }
  expect(goneOn).toBeGreaterThan(0);
  // A report may have been stored and its line not written when the run was killed: none is acknowledged as new twice.
  expect([...acknowledged.values()].filter((times) => times > 1)).toEqual([]);
  const numbers = (await claimsIn(ledger)).map(({ evidence }) => /has (\d+) soldiers/.exec(evidence)![1]);
  expect(numbers).toHaveLength(PAGES / EVERY);
  expect(new Set(numbers).size).toBe(PAGES / EVERY);
  expect((await runLaydown(['--db', ledger, 'doctor'])).status).toBe(0);
});

test('an archive from a pipe goes on where the last one was left', async () => {
  const [half, whole] = [at('half.jsonl'), at('whole.jsonl')];
  const line = (n: number) => JSON.stringify({ text: `Spain has ${n + 10} soldiers in Gabon. ${FILLER.repeat(10)}` });
  const lines = Array.from({ length: 200 }, (_, n) => line(n));
  writeFileSync(half, `${lines.slice(0, 100).join('\n')}\n`);
  writeFileSync(whole, lines.join('\n'));
  const add = (file: string) =>
    runLaydown(['--db', at('piped'), 'add', '-', '--format', 'jsonl'], { stdin: readFileSync(file) });
  expect((await add(half)).stderr).toContain('100 reports added');
  const second = await add(whole);
  expect(second.stderr).toContain('goes on after record 100');
  expect(second.stderr).toContain('100 reports added with 100 claims');
});
