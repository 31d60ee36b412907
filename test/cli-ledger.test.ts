import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { runLaydown } from './laydown-process.ts';

const folder = mkdtempSync(join(tmpdir(), 'laydown-cli-'));
const ledger = join(folder, 'ledger');
afterAll(() => rmSync(folder, { recursive: true, force: true }));

const TEXT = 'Croatia has moved seven of its 14 soldiers in Iraq to Kuwait, the ministry said.';
const iraq = { country: 'IQ', name: 'Iraq' };
const kuwait = { country: 'KW', name: 'Kuwait' };
const moved = (id: string, n: number, evidence: string) => ({
  id,
  kind: 'movement',
  evidence,
  party: 'HR',
  quantity: { min: n, max: n },
  from: [iraq],
  to: [kuwait],
  move: 'relocate',
  phase: 'completed',
});
const LINES = [
  {
    report: { id: 'gazette', published: '2020-01-08', publisher: 'Adriatic Gazette', text: TEXT },
    claims: [
      moved('hr-seven', 7, 'Croatia has moved seven of its 14 soldiers in Iraq to Kuwait'),
      {
        id: 'hr-stock',
        kind: 'presence',
        evidence: 'its 14 soldiers in Iraq',
        party: 'HR',
        quantity: { min: 14, max: 14 },
        place: iraq,
        spans: { evidence: [27, 50], party: [0, 7] },
      },
      {
        id: 'hr-false',
        kind: 'presence',
        evidence: 'its 14 soldiers in Iraq',
        party: 'HR',
        quantity: { min: 40, max: 40 },
        place: iraq,
      },
    ],
  },
  {
    report: { id: 'observer', published: '2020-01-09', publisher: 'Rhine Observer' },
    claims: [
      moved('hr-fourteen', 14, 'Croatia has moved 14 soldiers from Iraq to Kuwait'),
      {
        id: 'vote',
        kind: 'decision',
        body: 'Iraqi parliament',
        action: 'expel',
        evidence: 'voted 170-0',
        vote: { for: 170, against: 0, members: 328 },
        final: false,
        pending: 'signature of the prime minister',
      },
    ],
  },
];
const DAYS = ['--at', '2020-01-09', '--known', '2020-01-09'];
const laydown = (...args: string[]) => runLaydown(['--db', ledger, ...args]);
const write = (name: string, text: string): string => {
  mkdirSync(join(folder, name, '..'), { recursive: true });
  writeFileSync(join(folder, name), text);
  return join(folder, name);
};

describe('a ledger', () => {
  beforeAll(async () => {
    const path = write('claims.jsonl', LINES.map((line) => JSON.stringify(line)).join('\n'));
    const ended = await laydown('import', path);
    expect(ended.status).toBe(1);
    expect(ended.stdout).toBe(`${path}: 2 reports and 4 claims imported\n`);
    expect(ended.stderr).toMatch(/claims\.jsonl:1 claim hr-false: .*40/);
  });

  test('gives the posture as JSON in the agreed shape', async () => {
    const { status, stdout } = await laydown('posture', '--party', 'Croatia', '--place', 'IQ', ...DAYS, '--json');
    expect(status).toBe(0);
    const answer = JSON.parse(stdout);
    expect(answer).toMatchObject({ at: '2020-01-09', known: '2020-01-09' });
    expect(answer.rows).toHaveLength(1);
    expect(Object.keys(answer.rows[0])).toEqual(
      expect.arrayContaining([
        'party',
        'place',
        'mission',
        'unit',
        'min',
        'max',
        'expected',
        'observed',
        'age_days',
        'claims',
        'why',
        'conflicts',
      ]),
    );
    expect(answer.rows[0]).toMatchObject({ party: 'HR', place: { country: 'IQ' }, observed: '2020-01-08' });
  });

  test('prints the posture for people with the why under each row, and as CSV', async () => {
    const table = await laydown('posture', ...DAYS);
    expect(table.stdout).toMatch(/^Posture on 2020-01-09, as known on 2020-01-09\nForce +Place +Count/);
    expect(table.stdout).toMatch(/\nCroatia +Kuwait .*\n {4}HR in KW/);
    const bare = await laydown('posture', ...DAYS, '--no-why');
    expect(bare.stdout).not.toContain('HR in KW');
    const csv = await laydown('posture', ...DAYS, '--csv');
    expect(csv.stdout).toMatch(/^at,known,party,country,place,.*\n2020-01-09,2020-01-09,HR,IQ,/);
  });

  test('shows conflicts with their claims until one is judged, and again for the days before', async () => {
    const ask = async (known: string) => {
      const { stdout } = await laydown('conflicts', '--at', '2020-01-09', '--known', known, '--json');
      return JSON.parse(stdout).conflicts.map((c: { claims: string[] }) => c.claims);
    };
    expect(await ask('2020-01-09')).toEqual([['hr-fourteen', 'hr-seven']]);
    const text = await laydown('conflicts', ...DAYS);
    expect(text.stdout).toContain('\u201cCroatia has moved 14 soldiers from Iraq to Kuwait\u201d');
    const judged = await laydown(
      'judge',
      'hr-fourteen',
      'reject',
      '--on',
      '2020-01-10',
      '--by',
      'A. Reviewer',
      '--note',
      'withdrawn',
    );
    expect(judged).toMatchObject({
      status: 0,
      stdout: expect.stringMatching(/^reject on 2020-01-10 by A\. Reviewer\n {2}movement HR 14/),
    });
    expect(await ask('2020-01-10')).toEqual([]);
    expect(await ask('2020-01-09')).toHaveLength(1);
    await laydown('judge', 'hr-fourteen', 'withdraw', '--on', '2020-01-10');
    expect(await ask('2020-01-10')).toHaveLength(1);
  });

  test('corrects a claim by the notation and by single fields', async () => {
    const whole = await laydown(
      'judge',
      'hr-stock',
      'correct',
      '--on',
      '2020-01-20',
      '--as',
      'presence HR 15 IQ(Iraq)',
      '--json',
    );
    expect(JSON.parse(whole.stdout).judgement.correction).toMatchObject({
      quantity: { min: 15, max: 15 },
      evidence: 'its 14 soldiers in Iraq',
    });
    const field = await laydown(
      'judge',
      'hr-stock',
      'correct',
      '--on',
      '2020-01-21',
      '--set',
      'quantity=~16',
      '--set',
      'said_by=Ministry',
      '--json',
    );
    expect(JSON.parse(field.stdout).judgement.correction).toMatchObject({
      quantity: { min: 16, approx: true },
      said_by: 'Ministry',
    });
    await laydown('judge', 'hr-stock', 'withdraw', '--on', '2020-01-21');
  });

  test('says why, down to the quotations', async () => {
    const { stdout } = await laydown('why', 'Croatia', 'Kuwait', ...DAYS);
    expect(stdout).toMatch(/^Croatia in Kuwait on 2020-01-09/);
    expect(stdout).toContain('\u201cCroatia has moved seven of its 14 soldiers in Iraq to Kuwait\u201d');
    expect((await laydown('why', 'Fiji', 'Kuwait', ...DAYS)).stdout).toContain('not zero, it is not known');
  });

  test('lists claims and reports part by part', async () => {
    const listed = async (...args: string[]) => JSON.parse((await laydown(...args, '--json')).stdout);
    const whole = await listed('claims', '--known', '2020-01-09');
    expect(Object.keys(whole)).toEqual(['known', 'claims']);
    const ids = whole.claims.map(({ id }: { id: string }) => id);
    expect(ids).toEqual(['hr-seven', 'hr-stock', 'hr-fourteen', 'vote']);
    const first = await listed('claims', '--known', '2020-01-09', '--limit', '3');
    expect(first.claims).toEqual(whole.claims.slice(0, 3));
    expect(first.next).toBe('hr-fourteen');
    const rest = await listed('claims', '--known', '2020-01-09', '--limit', '3', '--after', first.next);
    expect(rest).toEqual({ known: '2020-01-09', claims: whole.claims.slice(3), next: null });
    expect((await laydown('claims', '--limit', '2')).stdout).toMatch(
      /hr-stock[\s\S]*2 claims; more with --after hr-stock\n$/,
    );
    expect(await listed('reports', '--limit', '1')).toMatchObject({ reports: [{ id: 'gazette' }], next: 'gazette' });
    expect(await listed('reports', '--after', 'gazette')).toMatchObject({ reports: [{ id: 'observer' }] });
    expect((await laydown('reports', '--limit', '1')).stdout).toMatch(
      /gazette\n1 report; more with --after gazette\n$/,
    );
    expect(await laydown('claims', '--after', 'nowhere')).toMatchObject({
      status: 1,
      stderr: expect.stringContaining('no claim "nowhere"'),
    });
    expect(await laydown('reports', '--limit', '0')).toMatchObject({
      status: 2,
      stderr: expect.stringContaining('--limit 0: a whole number from 1'),
    });
  });

  test('lists decisions, claims, reports and changes', async () => {
    expect((await laydown('decisions', ...DAYS)).stdout).toContain(
      'Iraqi parliament: expel 170 to 0 of 328 members, not final: pending signature of the prime minister',
    );
    expect(
      JSON.parse((await laydown('claims', '--kind', 'movement', '--json', '--known', '2020-01-08')).stdout).claims,
    ).toMatchObject([{ id: 'hr-seven', kind: 'movement', party: 'HR', grounded: true }]);
    expect((await laydown('reports')).stdout).toMatch(/2020-01-08 +Adriatic Gazette +.*gazette\n/);
    expect(
      (await laydown('changes', '--since', '2020-01-07', '--until', '2020-01-09', '--known', '2020-01-09')).stdout,
    ).toMatch(/appeared Croatia, Kuwait: not reported/);
    const learnt = ['changes', '--learnt-since', '2020-01-07', '--known', '2020-01-09', '--party', 'HR'];
    expect((await laydown(...learnt)).stdout).toMatch(/Learnt after 2020-01-07, up to 2020-01-09, of 2020-01-09/);
    expect((await laydown('changes')).status).toBe(2);
  });

  test('tells how a row came to be, day by day and as it became known', async () => {
    const { stdout } = await laydown('history', 'Croatia', 'Kuwait', ...DAYS);
    expect(stdout).toMatch(
      /Croatia in Kuwait, day by day, as known on 2020-01-09[\s\S]*Croatia in Kuwait on 2020-01-09, as it became known/,
    );
    expect(stdout).toMatch(/2020-01-0\d .* at least 7[\s\S]*\+ .*hr-seven/);
  });

  test('merges names, lists and withdraws that, and erases a report for good', async () => {
    const merged = await laydown('merge', 'mission', 'Old Name', '--into', 'New Name', '--by', 'A. Reviewer');
    const id = /^(n[0-9a-f]{12}) merge mission "Old Name" -> "New Name" on .* by A\. Reviewer/.exec(merged.stdout)?.[1];
    expect((await laydown('entities')).stdout).toContain(id);
    expect((await laydown('judge', id!, 'withdraw')).stdout).toContain(`withdraw ${id}`);
    expect((await laydown('entities')).stdout).toContain('No names are merged or split');
    const story = write('erased.txt', 'There are 12 Maltese soldiers in Lebanon, Zebulon Quist said.');
    await laydown('add', story, '--published', '2020-02-02');
    const reports = JSON.parse((await laydown('reports', '--json')).stdout).reports as {
      id: string;
      published: string;
    }[];
    const report = reports.find((r) => r.published === '2020-02-02')!.id;
    expect((await laydown('redact', report, '--why', 'on demand', '--speakers')).stdout).toContain('are gone');
    const after = await laydown('claims', '--report', report);
    expect(after.stdout).toMatch(/presence MT 12[\s\S]*\[redacted .*: on demand\]/);
    expect(after.stdout).not.toContain('Quist');
  });

  test('exports what it can import again: the same claims by the same ids', async () => {
    const { stdout } = await laydown('export', '--format', 'jsonl');
    const path = write('exported.jsonl', stdout);
    const other = join(folder, 'other');
    expect((await runLaydown(['import', path, '--db', other])).status).toBe(0);
    const ids = async (db: string) =>
      JSON.parse((await runLaydown(['claims', '--json', '--db', db])).stdout)
        .claims.map((c: { id: string }) => c.id)
        .sort();
    expect(await ids(other)).toEqual(await ids(ledger));
  });

  test('is found whole by the doctor', async () => {
    const { status, stdout } = await laydown('doctor');
    expect(status).toBe(0);
    expect(stdout).toMatch(/verdict +whole/);
  });

  test.each([
    [['posture', '--party', 'Germny'], 1, /no party "Germny" is known: did you mean .*Germany/],
    [['posture', '--place', 'Irak City'], 1, /no place "Irak City"/],
    [['judge', 'nosuchclaim', 'accept'], 1, /no claim "nosuchclaim"/],
    [['import', join(folder, 'table.csv')], 1, /there is no such file/],
    [['import', join(folder, 'nowhere.jsonl')], 1, /nowhere\.jsonl: there is no such file/],
  ])('says what it does not know: %j', async (args, status, message) => {
    const ended = await laydown(...args);
    expect(ended.status).toBe(status);
    expect(ended.stderr).toMatch(message);
  });

  test('ends with status 3 where the server is not reachable, and keeps the password to itself', async () => {
    const ended = await runLaydown(['posture', '--db', 'postgres://user:secret@127.0.0.1:1/none']);
    expect(ended.status).toBe(3);
    expect(ended.stderr).toMatch(/^laydown: /);
    expect(ended.stderr).not.toContain('secret');
  });

  test('adds reports, acknowledges each, and knows them the second time', async () => {
    const path = write('story.txt', `Soldiers moved\n\n8 January 2020\n\n${TEXT}\n`);
    const first = await laydown('add', path, '--publisher', 'Gulf Wire');
    expect(first).toMatchObject({ status: 0, stdout: expect.stringMatching(/^added {2}[0-9a-f]+ .*story\.txt\n$/) });
    expect(first.stderr).toMatch(/^1 report added with \d+ claims?\n$/);
    const second = await laydown('add', path, '--publisher', 'Gulf Wire', '--json');
    const lines = second.stdout
      .trim()
      .split('\n')
      .map((line) => JSON.parse(line));
    expect(lines[0]).toMatchObject({ outcome: 'known', title: 'Soldiers moved' });
    expect(lines[1]).toEqual({ summary: { added: 0, known: 1, reread: 0, claims: 0, passed_over: 0, failed: 0 } });
  });
});
