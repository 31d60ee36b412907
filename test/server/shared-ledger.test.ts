// A served ledger is used by other commands of the same user meanwhile, through the process that holds it; nobody else comes in.
import { mkdirSync, mkdtempSync, rmSync, statSync, writeFileSync } from 'node:fs';
import { connect } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { openDoor, socketPath } from '../../src/adapters/ledger-door.ts';
import { openStore } from '../../src/adapters/open-store.ts';
import { joinLedger } from '../../src/adapters/shared-store.ts';
import { importClaims } from '../../src/app/import-claims.ts';
import { fixedClock } from '../../src/ports/clock.ts';
import { type Running, runLaydown, startLaydown } from '../laydown-process.ts';
import { JANUARY } from './january.ts';

// Longer than a socket's address has room for.
const folder = join(mkdtempSync(join(tmpdir(), 'laydown-shared-')), 'l'.repeat(100));
mkdirSync(folder);
afterAll(() => rmSync(join(folder, '..'), { recursive: true, force: true }));

/** The order of facts is nobody's promise. */
const inOrder = (facts: object) =>
  Object.entries(facts).map(([kind, list]) => [kind, (list as object[]).map((one) => JSON.stringify(one)).sort()]);

async function* lines() {
  for (const line of JANUARY) yield JSON.stringify(line);
}

describe('while a server holds the ledger', () => {
  const ledger = join(folder, 'served');
  const laydown = async (...args: string[]) => runLaydown(['--db', ledger, ...args]);
  let server: Running;
  let url = '';
  beforeAll(async () => {
    const listening = new Promise<string>((found) => {
      server = startLaydown(['--db', ledger, '--json', 'serve', '--port', '0'], {
        onStdout: (all) => {
          if (all.includes('\n')) found((JSON.parse(all.split('\n')[0]!) as { readonly url: string }).url);
        },
      });
    });
    url = await Promise.race([listening, server!.ended.then(({ stderr }) => Promise.reject(new Error(stderr)))]);
  });
  afterAll(async () => {
    server.child.kill('SIGTERM');
    await server.ended;
  });

  test('accounts are made, changed and removed, and count at once', async () => {
    const made = await laydown('user', 'add', 'anna', '--role', 'editor', '--json');
    const { password } = JSON.parse(made.stdout) as { readonly password: string };
    const form = async () => {
      const page = await fetch(`${url}/conflicts`, { headers: { Accept: 'application/json' } });
      const cookie = page.headers.getSetCookie().map((one) => one.split(';')[0]);
      const { csrf } = ((await page.json()) as { readonly shell: { readonly csrf: string } }).shell;
      const login = await fetch(`${url}/login`, {
        method: 'POST',
        redirect: 'manual',
        headers: { Origin: url, 'Sec-Fetch-Site': 'same-origin', Cookie: cookie.join('; ') },
        body: new URLSearchParams({ name: 'anna', password, csrf, back: '/conflicts' }),
      });
      return login.headers.get('Location');
    };
    expect(await form()).toBe('/conflicts?notice=logged-in');
    expect((await laydown('user', 'list')).stdout).toMatch(/anna +editor/);
    const token = await laydown('user', 'token', 'anna', '--scope', 'read', '--json');
    expect(JSON.parse(token.stdout)).toMatchObject({ token: { account: 'anna' } });
    expect((await laydown('user', 'remove', 'anna')).status).toBe(0);
    expect(await form()).toBe('/conflicts?problem=wrong-password');
    const again = await laydown('user', 'remove', 'anna');
    expect([again.status, again.stderr]).toEqual([1, expect.stringContaining('no account "anna"')]);
  });

  test('what a command adds is served at once, and what is served answers commands', async () => {
    const events = await fetch(`${url}/api/v1/events`);
    const stories = join(folder, 'story.txt');
    writeFileSync(stories, 'Erbil\n\nNorway has 70 soldiers in Iraq, the ministry said on Monday.');
    expect((await laydown('add', stories, '--published', '2020-01-06')).status).toBe(0);
    const heard: string[] = [];
    for await (const part of events.body!.pipeThrough(new TextDecoderStream())) {
      heard.push(part);
      if (heard.join('').includes('event: ledger')) break;
    }
    const { rows } = (await (await fetch(`${url}/api/v1/posture?party=NO`)).json()) as { readonly rows: object[] };
    expect(rows).toHaveLength(1);
    const asked = JSON.parse((await laydown('posture', '--party', 'NO', '--json')).stdout) as typeof rows & {
      readonly rows: object[];
    };
    expect(asked.rows).toEqual(rows);
    expect((await laydown('doctor')).stdout).toMatch(/held by process \d+ .*\n(?:.*\n)*verdict +whole/);
  });

  test('the door is for its user alone, and a second server is told who holds the ledger', async () => {
    expect(statSync(join(ledger, 'laydown.sock')).mode & 0o777).toBe(0o600);
    const second = await runLaydown(['--db', ledger, 'serve', '--port', '0']);
    expect([second.status, second.stderr]).toEqual([3, expect.stringMatching(/process \d+ .*holds the ledger/)]);
  });
});

test('the store behind the door is the store: facts, faults and what is not there', async () => {
  const ledger = join(folder, 'shared');
  const store = await openStore(ledger);
  const clock = fixedClock('2020-02-01T12:00:00.000Z');
  await importClaims({ store, clock }, lines(), 'january.jsonl');
  const close = await openDoor(ledger, store);
  try {
    const shared = (await joinLedger(ledger))!;
    expect(inOrder(await shared.facts())).toEqual(inOrder(await store.facts()));
    const before = { known: '2020-01-06' };
    expect(inOrder(await shared.facts(before))).toEqual(inOrder(await store.facts(before)));
    expect(await shared.facts({ reports: ['a'] })).toEqual(await store.facts({ reports: ['a'] }));
    expect(await shared.readingsOf('import', ['a', 'none'])).toEqual(await store.readingsOf('import', ['a', 'none']));
    expect(await Promise.all([shared.claim('none'), shared.report('a'), shared.verify()])).toEqual([
      null,
      await store.report('a'),
      [],
    ]);
    const judgement = {
      claim: 'none',
      verdict: 'accept' as const,
      on: '2020-01-20',
      by: null,
      note: null,
      correction: null,
    };
    await expect(shared.append([{ kind: 'claim-judged', judgement }], clock.now())).rejects.toMatchObject({
      name: 'LaydownError',
      code: 'bad-input',
      message: expect.stringContaining('none'),
    });
    await expect((shared as unknown as { drop(): Promise<void> }).drop()).rejects.toMatchObject({ code: 'usage' });
    // What is no question of this program ends the connection, and the door stays open.
    const { path, release } = socketPath(ledger);
    const stranger = connect(path, () => stranger.write('GET / HTTP/1.1\r\nHost: x\r\n\r\n'));
    await new Promise((ended) => stranger.on('error', ended).on('close', ended).resume());
    release();
    const waiting = shared.cursor();
    await shared.close();
    await expect(waiting).rejects.toMatchObject({ code: 'store-unreachable' });
    expect(await (await joinLedger(ledger))!.cursor()).toBe(1);
  } finally {
    close();
    await store.close();
  }
  expect(await joinLedger(ledger)).toBeNull();
  await (await openStore(ledger, { waitMs: 0 })).close();
});
