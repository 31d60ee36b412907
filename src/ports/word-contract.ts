// The part of the suite of every store that looks at words which are indexed behind the commit: no answer lacks what is not indexed yet.
import { expect, test } from 'vitest';
import type { LedgerEvent } from '../model/event.ts';
import { reportSchema } from '../model/report.ts';
import type { Store } from './store.ts';

const RECORDED = '2024-06-01T12:00:00.000Z';
const BARGES = 1_200;
const barge = (n: number): LedgerEvent => ({
  kind: 'report-added',
  report: reportSchema.parse({
    id: `barge-${n}`,
    title: `Lock ${n % 10}`,
    text:
      n % 2 === 0 ? `Barge ${n} passed the lock and its keeper.` : `The lock was passed by barge ${n}.\n\nline 1: tug`,
    published: '2024-05-30',
    publisher: 'Barge Post',
  }),
  agency: null,
  signature: null,
});

interface Kept {
  readonly store: Store;
  readonly closed: (between: () => Promise<void>) => Promise<void>;
  readonly tamper: (statement: string) => Promise<void>;
}

/** What a statement gives is true, or the store's engine throws. */
const holds = (condition: string): string =>
  `do $$ begin if not (${condition}) then raise exception 'words are not as their texts are'; end if; end $$`;
const EACH_AS_ITS_TEXT = holds(
  `(select count(*) from report_word) = (select count(*) from report) and not exists (
     select from report_word w left join report r on r.id = w.report where r.id is null
       or w.words <> strip(to_tsvector('english', coalesce(r.title, '') || ' ' || left(split_part(coalesce(r.text, ''), E'\\n\\nline ', 1), 200000))))`,
);

const PIECES = [
  ...[
    'word',
    'Words,',
    '"moved"',
    "'moving'",
    '(the)',
    'U.S.',
    'U.S.-led',
    'lock-keeper',
    'lock-keeper-s,',
    "don't",
    'don\u2019t',
    'A/B',
  ],
  ...[
    '4,500',
    '4.5',
    '-7',
    '+7',
    '5e10',
    '1.2.3',
    '2020-01-08',
    '10:30',
    '$5m',
    '50%',
    '#7',
    'C++',
    'x86_64',
    'F-16s',
    '9/11',
    '1st',
  ],
  ...[
    'a@b.org',
    'https://a.b/c?d=e&f#g',
    'www.a.org.',
    'a.b.c',
    '/usr/lib/x.so',
    './x',
    '~',
    '&amp;',
    '&',
    '&#33;',
    '&#x3f;',
    'http:',
    '//',
  ],
  ...[
    '<',
    '>',
    'a<9',
    'b>',
    '<3',
    '--',
    '-',
    '...',
    '.',
    '\u2013',
    '\u00e9t\u00e9',
    '\u041c\u0430\u043b\u0438',
    '\u4e2d\u6587',
    '\u{1f6a2}',
    '\ue000x',
    '_a_',
    '\\',
    '%s',
  ],
  ...[
    'mailto:a@b.org',
    'x:y',
    'x=y',
    '[1]',
    '{a}',
    'a;b',
    'a|b',
    '*a*',
    '`a`',
    'ISIS\u2019s',
    '\u201cso\u201d',
    'a\u00adb',
    '\u00a07',
    'x'.repeat(60),
  ],
  ...[
    '<b>',
    'a<br/>b',
    '<i>moved</i>',
    '<a href="b c" d=\'it is > moved\'>the</a>',
    '<a, moved>',
    '<:b moved>',
    '<_b moved>',
    '<!-- moved > -- here -->',
    '<!-->',
  ],
];

/** What the engine's parser may not take for the end of a tag, or ends otherwise. */
const TAGS = [
  '<a b',
  'c>',
  "<a b='c>",
  "d'>",
  '<!x moved>',
  '<?moved here?>',
  '<script moved> here </script>',
  '<Style>.moved',
  '</style here>',
  '<a\u001eb c>',
  '<a <b c> d>',
  "<o'neil moved>",
  '<!-- moved',
  '-->',
];

export function wordContract(of: () => Kept): void {
  const answers = async () => {
    const found = async (words: string) =>
      (await of().store.reports({ words, publisher: 'Barge Post' })).map(({ id }) => id).sort();
    return {
      word: await found('barges'),
      phrase: await found('"passing the lock"'),
      none: await found('"lock passed the"'),
      without: await found('barge -keeper'),
      withoutPhrase: await found('-"passed the lock" lock'),
      // What was erased tells of no lock.
      onlyWithout: (await found('-"passed the lock"')).filter((id) => Number(id.slice(6)) < BARGES),
      either: await found('keeper or "barge 11"'),
      table: await found('tug'),
      nothing: await found('the'),
    };
  };
  const even = Array.from({ length: BARGES / 2 }, (_, i) => `barge-${2 * i}`).sort();
  const odd = Array.from({ length: BARGES / 2 }, (_, i) => `barge-${2 * i + 1}`).sort();
  const expected = {
    word: [...even, ...odd].sort(),
    phrase: even,
    none: [],
    without: odd,
    withoutPhrase: odd,
    onlyWithout: odd,
    either: [...even, 'barge-11'].sort(),
    table: [],
    nothing: [],
  };

  test('searches what was added a moment ago, and the same when all words are indexed', async () => {
    await of().store.append(
      Array.from({ length: BARGES }, (_, n) => barge(n)),
      RECORDED,
    );
    expect(await answers()).toEqual(expected);
    await of().closed(async () => {});
    const whole = { transaction: await of().store.cursor(), behind: 0, since: null };
    expect(await of().store.words()).toEqual(whole);
    expect((await of().store.health()).words).toEqual(whole);
    expect(await answers()).toEqual(expected);
    await of().closed(() => of().tamper(EACH_AS_ITS_TEXT));
  });

  test('searches what a killed process left without words, and indexes it with what comes next', async () => {
    // As such a process leaves it: words and their mark are one transaction, and this one is some reports behind.
    await of().closed(() =>
      of().tamper(
        `do $$ begin
           delete from report_word where report like 'barge-%' and substr(report, 7)::int >= 700;
           update projection p set transaction = r.transaction, ordinal = r.ordinal from report r where r.id = 'barge-699' and p.name = 'words';
         end $$`,
      ),
    );
    expect(await of().store.words()).toMatchObject({ behind: BARGES - 700, since: RECORDED });
    expect(await answers()).toEqual(expected);
    await of().store.append([barge(BARGES)], RECORDED);
    await of().closed(async () => {});
    expect((await of().store.health()).words.behind).toBe(0);
    await of().closed(() => of().tamper(EACH_AS_ITS_TEXT));
    const why = { on: '2024-07-01', by: null, why: 'asked', speakers: false };
    await of().store.append([{ kind: 'report-redacted', redaction: { report: `barge-${BARGES}`, ...why } }], RECORDED);
    expect(await answers()).toEqual(expected);
    expect((await of().store.reports({ words: 'redacted', publisher: 'Barge Post' })).map(({ id }) => id)).toEqual([
      `barge-${BARGES}`,
    ]);
  });

  test('indexes the words of any text as the engine reads them, whatever stands beside them', async () => {
    // Each piece before and behind each other.
    const texts = PIECES.map((one) => PIECES.map((other) => `${one} ${other}\n`).join(''));
    const reports = [
      ...texts,
      ...TAGS.map((tag) => `moved ${tag} moves`),
      ...TAGS.flatMap((tag) => TAGS.map((other) => `${tag} ${other} moves`)),
      PIECES.join('\t'),
      PIECES.join('\u00a0'),
      PIECES.join(''),
    ].map((text, n) =>
      reportSchema.parse({ id: `pieces-${n}`, text, published: '2024-05-31', publisher: 'Piece Post' }),
    );
    await of().store.append(
      reports.map((report) => ({ kind: 'report-added', report, agency: null, signature: null }) as const),
      RECORDED,
    );
    await of().closed(() => of().tamper(EACH_AS_ITS_TEXT));
  });

  test('keeps the texts of a transaction apart, whatever letters they hold', async () => {
    const texts = [
      '',
      null,
      'a\u001e\u001f',
      '\u001e1\u001f',
      '\u001f\u001e',
      'a\u001e',
      '\u001fb',
      '',
      '\u001e2',
      null,
      'z\n',
    ];
    const added = texts.map(
      (text, n): LedgerEvent => ({
        kind: 'report-added',
        report: reportSchema.parse({ id: `apart-${n}`, text, published: '2024-06-01', publisher: 'Apart Post' }),
        agency: null,
        signature: null,
      }),
    );
    // The first by itself: nothing but an empty text.
    await of().store.append(added.slice(0, 1), RECORDED);
    await of().store.append(added.slice(1), RECORDED);
    for (const [n, text] of texts.entries()) expect((await of().store.report(`apart-${n}`))?.text).toBe(text);
  });

  test('indexes no words of a text that is erased before they were', async () => {
    const report = barge(BARGES + 2);
    const redaction = { report: `barge-${BARGES + 2}`, on: '2024-07-01', by: null, why: 'asked', speakers: false };
    await Promise.all([
      of().store.append([report], RECORDED),
      of().store.append([report, { kind: 'report-redacted', redaction }], RECORDED),
    ]);
    expect(await answers()).toEqual(expected);
    await of().closed(() => of().tamper(EACH_AS_ITS_TEXT));
  });
}
