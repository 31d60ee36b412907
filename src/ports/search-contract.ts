// The part of the suite of every store that asks for reports by their words.
import { expect, test } from 'vitest';
import type { LedgerEvent } from '../model/event.ts';
import { reportSchema } from '../model/report.ts';
import type { Store } from './store.ts';

const RECORDED = '2024-06-01T12:00:00.000Z';
const added = (id: string, published: string, title: string | null, text: string | null): LedgerEvent => ({
  kind: 'report-added',
  report: reportSchema.parse({ id, title, text, published, publisher: id === 'w3' ? 'Marsh Times' : 'Fen Post' }),
  agency: null,
  signature: null,
});
const LONG = `${'Nothing is told of the ferry. '.repeat(200)}Then a gyrocopter flew over the ferry.`;
const MARSH: readonly LedgerEvent[] = [
  added(
    'w1',
    '2024-01-01',
    'Ferries of the marsh',
    'Two hovercraft were moved to Utrecht.\n\nNobody saw a gyrocopter.',
  ),
  added('w2', '2024-01-02', null, LONG),
  added('w3', '2024-01-03', 'A gyrocopter', null),
  added(
    'w4',
    '2024-01-04',
    'Many words',
    `${Array.from({ length: 20_000 }, (_, n) => `barge${n}`).join(' ')} \ue000x\ue001`,
  ),
  added('w5', '2024-01-05', 'Many signs', Array.from({ length: 90_000 }, (_, n) => signs(n)).join(' ')),
];
function signs(n: number): string {
  return String.fromCodePoint(0x4e00 + (n % 20_000), 0x4e00 + Math.floor(n / 20_000));
}

export function searchContract(of: () => Store): void {
  const found = async (words: string, filter: object = {}) =>
    (await of().reports({ words, ...filter })).map(({ id }) => id);

  test('finds reports by words of their titles and texts, in any form of the word, phrases and words left out', async () => {
    await of().append(MARSH, RECORDED);
    expect(await found('gyrocopter')).toEqual(['w1', 'w2', 'w3']);
    expect(await found('MOVE hovercraft')).toEqual(['w1']);
    expect(await found('"gyrocopter flew"')).toEqual(['w2']);
    expect(await found('"flew gyrocopter"')).toEqual([]);
    expect(await found('gyrocopter -ferries')).toEqual(['w3']);
    expect(await found('hovercraft or flew')).toEqual(['w1', 'w2']);
    expect(await found('gyrocopter', { known: '2024-01-02' })).toEqual(['w1', 'w2']);
    expect(await found('gyrocopter', { publisher: 'Marsh Times' })).toEqual(['w3']);
    expect(await found('barge59 barge99')).toEqual(['w4']);
  });

  test.each(['', ' ', 'the', "'", '"', '\\', '%', 'a & | ! ( ) <-> :*', '-', 'or', '-ferry-', 'x'.repeat(5000)])(
    'takes %j for words, and for nothing worse',
    async (words) => {
      expect(Array.isArray(await found(words))).toBe(true);
    },
  );

  test('tells where the words stand in a text', async () => {
    const passages = await of().passages('gyrocopter flew', ['w1', 'w2', 'w3', 'none']);
    expect([...passages.keys()].sort()).toEqual(['w1', 'w2']);
    for (const { text, marks } of [...passages.values()].flat()) {
      expect(text).not.toMatch(/[\ue000-\ue002\n]/);
      expect(marks.map(([start, end]) => text.slice(start, end).toLowerCase())).toEqual(
        expect.arrayContaining(['gyrocopter']),
      );
    }
    expect(passages.get('w2')).toHaveLength(1);
    expect((await of().passages('barge59', ['w4'])).get('w4')![0]!.text).toContain('barge58 barge59 barge60');
  });

  test('finds nothing of what was erased', async () => {
    const redaction = { report: 'w1', on: '2024-07-01', by: null, why: 'asked', speakers: false };
    await of().append([{ kind: 'report-redacted', redaction }], RECORDED);
    expect(await found('hovercraft')).toEqual([]);
    expect(await found('gyrocopter')).toEqual(['w2', 'w3']);
    expect(await of().passages('hovercraft', ['w1'])).toEqual(new Map());
  });
}
