// A language model reads beside the rules, and nothing that the text does not carry gets past: against a service of our own that lies and fails.
import { existsSync, mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, beforeEach, describe, expect, test } from 'vitest';
import { chatModel } from '../src/adapters/openai-chat.ts';
import { runLaydown } from './laydown-process.ts';
import { type Answer, type ModelService, modelService, replied } from './model-service.ts';

const groundingCases = join(import.meta.dirname, '../../shared/eval/grounding-cases.json');
const isHere = existsSync(groundingCases);
if (!isHere && process.env['LAYDOWN_ALL'])
  throw new Error('the grounding cases are not beside the checkout (../shared)');

// biome-ignore lint/suspicious/noExplicitAny: printed JSON, checked value by value
type Printed = any;

const folder = mkdtempSync(join(tmpdir(), 'laydown-model-'));
let service: ModelService;
let caches = 0;
beforeAll(async () => {
  service = await modelService();
  process.env['LAYDOWN_MODEL_KEY'] = 'a-key';
});
afterAll(async () => {
  delete process.env['LAYDOWN_MODEL_KEY'];
  delete process.env['LAYDOWN_MODEL_CACHE'];
  await service.close();
  rmSync(folder, { recursive: true, force: true });
});
beforeEach(() => {
  process.env['LAYDOWN_MODEL_CACHE'] = join(folder, `replies-${caches++}`);
});

const TEXT =
  'Portugal has about 180 soldiers in the Central African Republic, the defence ministry said on Monday.\n\nLisbon denied that it would withdraw 60 of them.';
const story = (text = TEXT): string => {
  const path = join(folder, 'story.json');
  writeFileSync(path, JSON.stringify({ text, published: '2021-03-02' }));
  return path;
};
const PRESENCE = replied({
  kind: 'presence',
  evidence: 'Portugal has about 180 soldiers in the Central African Republic',
  party: 'PT',
  quantity: { min: 180, max: 180, approx: true, of: 'personnel' },
  place: [{ country: 'CF', name: 'Central African Republic' }],
  said_by: 'defence ministry',
});

const read = async (path: string, extractor = 'model', ...more: string[]) => {
  const model = ['--extractor', extractor, '--model', 'testing-1', '--model-url', service.base];
  const ended = await runLaydown(['read', '--json', ...model, ...more, path]);
  return {
    ...ended,
    claims: ended.status === 2 ? [] : (JSON.parse(ended.stdout || '{"claims":[]}').claims as Printed[]),
  };
};

describe('a model that keeps to the text', () => {
  test('is asked with the contract, examples, the day and the schema, and its claims carry its name', async () => {
    service.answer(() => [PRESENCE]);
    const { claims, stderr, status } = await read(story());
    expect(status, stderr).toBe(0);
    expect(claims).toMatchObject([{ kind: 'presence', party: 'PT', model: 'testing-1', spans: { evidence: [0, 63] } }]);
    const [asked] = service.asked;
    expect(asked?.authorization).toBe('Bearer a-key');
    expect(asked?.response_format.json_schema.schema).toHaveProperty('properties.claims');
    expect(asked?.messages[0]?.content).toContain('never planned, underway or completed');
    expect(asked?.messages.filter(({ role }) => role === 'assistant').length).toBeGreaterThanOrEqual(10);
    expect(asked?.messages.at(-1)?.content).toContain('2021-03-02');
    expect(stderr).toContain('1 call, 0 kept replies, 1000 tokens in, 100 out');
  });

  test('is not asked again for what it has answered', async () => {
    service.answer(() => [PRESENCE]);
    await read(story());
    const { claims, stderr } = await read(story());
    expect(claims).toHaveLength(1);
    expect(service.asked).toHaveLength(1);
    expect(stderr).toContain('0 calls, 1 kept reply');
  });

  test('is asked in overlapping pieces about a long report, and an assertion in two of them is one claim', async () => {
    service.answer(({ messages }) => (messages.at(-1)?.content.includes('180 soldiers') ? [PRESENCE] : []));
    const padding = 'The weather was fair and the market was busy all week. '.repeat(130);
    const { claims } = await read(story(`${padding}\n\n${TEXT}\n\n${padding}`));
    expect(service.asked.length).toBeGreaterThan(1);
    const holds = service.asked.filter(({ messages }) => messages.at(-1)?.content.includes('180 soldiers'));
    expect(holds.length).toBe(2);
    expect(claims).toHaveLength(1);
  });

  test('reads beside the rules: each claim keeps its maker, and one that both make is made by the rules', async () => {
    service.answer(() => [
      PRESENCE,
      replied({
        kind: 'movement',
        evidence: 'Lisbon denied that it would withdraw 60 of them',
        party: 'PT',
        quantity: { min: 60, max: 60, approx: false, of: 'personnel' },
        from: [{ country: 'CF', name: 'Central African Republic' }],
        move: 'withdraw',
        phase: 'cancelled',
      }),
    ]);
    const { claims } = await read(story(), 'both');
    const presences = claims.filter(({ kind }) => kind === 'presence');
    expect(presences).toMatchObject([{ rule: expect.any(String) }]);
    expect(claims.every(({ rule, model }) => (rule === undefined) !== (model === undefined))).toBe(true);
  });

  test('adds to the ledger under its own name, and adding again asks nothing', async () => {
    service.answer(() => [PRESENCE]);
    const ledger = join(folder, 'ledger');
    const model = ['--extractor', 'both', '--model', 'testing-1', '--model-url', service.base];
    const first = await runLaydown(['--db', ledger, 'add', ...model, story()]);
    expect(first.status, first.stderr).toBe(0);
    service.answer(() => 'never asked');
    const second = await runLaydown(['--db', ledger, 'add', ...model, story()]);
    expect(second.stderr).toContain('1 report known already');
    expect(service.asked).toEqual([]);
  });
});

describe('what the text does not carry is refused, and the refusal is told', () => {
  const lie = (change: object) => replied({ ...PRESENCE, ...change });
  test.each([
    ['another number', { quantity: { min: 240, max: 240, approx: false, of: 'personnel' } }, 'quantity'],
    ['another place', { place: [{ country: 'ML', name: 'Mali' }] }, 'place'],
    ['another party', { party: 'ES' }, 'party'],
    ['an invented quotation', { evidence: 'Portugal has about 180 marines in Bangui' }, 'evidence'],
    [
      'a denial left out',
      {
        kind: 'movement',
        evidence: 'Lisbon denied that it would withdraw 60 of them',
        quantity: { min: 60, max: 60, approx: false, of: 'personnel' },
        place: null,
        from: [],
        move: 'withdraw',
        phase: 'planned',
      },
      'polarity',
    ],
  ])('%s', async (_, change, field) => {
    service.answer(() => [lie(change), PRESENCE]);
    const { claims, stderr, status } = await read(story());
    expect(status).toBe(0);
    expect(claims).toHaveLength(1);
    expect(stderr).toContain(`refused ${field}:`);
    expect(stderr).toContain(`1 claim kept, 1 refused (${field} 1)`);
  });

  test('a candidate that is no claim is refused, the others stand', async () => {
    service.answer(() => [{ kind: 'movement' }, { kind: 'gossip', evidence: 'x' }, PRESENCE]);
    const { claims, stderr } = await read(story());
    expect(claims).toHaveLength(1);
    expect(stderr).toContain('shape 2');
  });

  test.skipIf(!isHere)(
    'every fabrication of the grounding cases is refused, no sound quotation is (skipped where ../shared is absent)',
    async () => {
      const { text, cases } = JSON.parse(readFileSync(groundingCases, 'utf8')) as {
        readonly text: string;
        readonly cases: readonly { readonly emit: string; readonly kind: string }[];
      };
      service.answer(() => cases.map(({ emit }) => replied({ kind: 'status', evidence: emit, status: 'continuing' })));
      const { stderr } = await read(story(text));
      const false_ = cases.filter(({ kind }) => kind === 'fabrication').length;
      expect(false_).toBe(9);
      expect(stderr).toContain(`${false_} refused (evidence ${false_})`);
    },
  );
});

describe('a service that fails', () => {
  const ask = (how: Answer, waits = [1, 1], deadline = 60_000) => {
    service.answer(how);
    const model = chatModel({ base: service.base, model: 'testing-1', key: null, waits, deadline });
    return model.ask({ messages: [{ role: 'user', content: 'x' }], schema: {} });
  };
  const failing = (status: number, headers: Record<string, string> = {}): Answer => {
    let times = 0;
    return (_, response) => {
      if (times++ > 0) return [];
      response.writeHead(status, headers).end('not now');
      return null;
    };
  };

  test.each([[429], [500], [503], [408]])('with %i once is asked again', async (status) => {
    expect((await ask(failing(status))).text).toContain('claims');
    expect(service.asked).toHaveLength(2);
  });

  test('for good is told with the address and the reason', async () => {
    const down: Answer = (_, response) => {
      response.writeHead(500).end('broken');
      return null;
    };
    await expect(ask(down)).rejects.toThrow(/testing-1 at http.*answered 500 broken/);
    expect(service.asked).toHaveLength(3);
  });

  test('by refusing the key is not asked again', async () => {
    const refuse: Answer = (_, response) => {
      response.writeHead(401).end('bad key');
      return null;
    };
    await expect(ask(refuse)).rejects.toThrow(/refused the request: 401 bad key/);
    expect(service.asked).toHaveLength(1);
  });

  test.each<[string, Answer]>([
    [
      'cutting the stream',
      (_, response) => {
        response.writeHead(200, { 'content-length': '5000' }).write('{"choices": [');
        response.destroy();
        return null;
      },
    ],
    [
      'dripping without end',
      (_, response) => {
        response.writeHead(200).write('{');
        // Memory that is cleared meanwhile must not take the deadline with it.
        let litter: unknown[] = [];
        const drip = setInterval(() => {
          litter = Array.from({ length: 200_000 }, (_, i) => ({ i }));
          response.write(litter.length > 0 ? ' ' : '');
        }, 50);
        response.on('close', () => clearInterval(drip));
        return null;
      },
    ],
    [
      'answering with a page',
      (_, response) => {
        response.end('<html>login</html>');
        return null;
      },
    ],
  ])('by %s ends in a reason', async (_, how) => {
    await expect(ask(how, [1], 3_000)).rejects.toThrow(/testing-1 at http/);
    expect(service.asked).toHaveLength(2);
  });

  test('by sending without bounds is cut off', async () => {
    const flood: Answer = (_, response) => {
      response.end('x'.repeat(5 * 1024 * 1024));
      return null;
    };
    await expect(ask(flood)).rejects.toThrow(/more than 4 MB/);
  });

  test('by pointing elsewhere does not get the key there', async () => {
    const elsewhere: Answer = (_, response) => {
      response.writeHead(307, { location: 'http://127.0.0.1:9/steal' }).end();
      return null;
    };
    await expect(ask(elsewhere, [1])).rejects.toThrow(/cannot be reached/);
  });

  test('with broken JSON is asked once more; then the report is named and the rest goes on', async () => {
    service.answer(({ messages }) => (messages.at(-1)?.content.includes('Portugal') ? '{"claims": [' : []));
    const ledger = join(folder, 'ledger-2');
    const other = join(folder, 'other.txt');
    writeFileSync(other, 'France keeps 40 soldiers in Gabon.');
    const model = ['--extractor', 'model', '--model', 'testing-1', '--model-url', service.base];
    const { status, stdout, stderr } = await runLaydown(['--db', ledger, 'add', ...model, story(), other]);
    expect(status).toBe(1);
    expect(stderr).toContain('is no JSON of the form asked for');
    expect(stdout.trim().split('\n')).toHaveLength(2);
  });
});

test('eval sets rules, model and both side by side', async () => {
  service.answer(() => [PRESENCE]);
  const gold = join(folder, 'gold');
  const claim = { kind: 'presence', evidence: 'x', party: 'PT', place: { country: 'CF', name: null } };
  const claims = [
    { ...claim, evidence: TEXT.slice(0, 63), quantity: { min: 180, max: 180, approx: true, of: 'personnel' } },
  ];
  mkdirSync(gold, { recursive: true });
  writeFileSync(join(gold, 'a.json'), JSON.stringify({ id: 'a', text: TEXT, published: '2021-03-02', claims }));
  const model = ['--extractor', 'model', '--model', 'testing-1', '--model-url', service.base];
  const { stdout, stderr, status } = await runLaydown(['eval', gold, '--json', ...model]);
  expect(status, stderr).toBe(0);
  const { makers } = JSON.parse(stdout);
  expect(Object.keys(makers)).toEqual(['rules', 'model', 'both']);
  expect(makers.model.core).toMatchObject({ gold: 1, pred: 1, hit: 1 });
});

test('a model that is not named is asked for', async () => {
  const { status, stderr } = await runLaydown(['read', '--extractor', 'model', story()]);
  expect(status).toBe(2);
  expect(stderr).toContain('--model NAME');
});
