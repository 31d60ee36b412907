import { expect, test } from 'vitest';
import { claimSchema } from '../model/claim.ts';
import type { ReportFact } from '../model/event.ts';
import { agencyOf } from './agency.ts';
import { signatureOf } from './near-text.ts';
import { originsOf, type Statement } from './origins.ts';

interface Told {
  readonly n?: number;
  readonly said_by?: string | null;
  readonly publisher?: string | null;
  readonly known?: string;
  readonly evidence?: string;
  readonly agency?: string;
  readonly text?: string;
}

let made = 0;
function told({
  n = 640,
  said_by = null,
  publisher = null,
  known = '2019-03-04',
  evidence,
  agency,
  text,
}: Told): Statement {
  const id = `s${made++}`;
  const report: ReportFact = {
    id: `r-${id}`,
    published: known,
    publisher,
    url: null,
    title: null,
    recorded: known,
    transaction: 1,
    agency: agency ?? null,
    signature: text === undefined ? null : signatureOf(text),
  };
  const claim = claimSchema.parse({
    kind: 'presence',
    evidence: evidence ?? `Norway keeps ${n} soldiers in Chad`,
    party: 'NO',
    quantity: { min: n, max: n },
    place: { country: 'TD', name: 'Chad' },
    said_by,
  });
  return { id, claim, report, known };
}

const voices = (...statements: Statement[]): number => new Set(originsOf(statements).values()).size;

test('three papers that cite one ministry are one voice, whatever their wording on the day', () => {
  expect(
    voices(
      told({ said_by: 'Norwegian Defence Ministry', publisher: 'A' }),
      told({ said_by: 'the Norwegian Defense Ministry', publisher: 'B', known: '2019-03-05' }),
      told({ said_by: 'Norwegian Ministry of Defence', publisher: 'C', evidence: 'a 640-strong contingent stays' }),
    ),
  ).toBe(1);
});

test('two speakers with one figure are two voices', () => {
  expect(voices(told({ said_by: 'UN panel' }), told({ said_by: 'Chadian army' }))).toBe(2);
});

test('one speaker with two figures is two statements', () => {
  expect(voices(told({ said_by: 'UN panel' }), told({ said_by: 'UN panel', n: 700 }))).toBe(2);
});

test('a speaker who repeats a figure after months has made a new statement', () => {
  expect(voices(told({ said_by: 'UN panel' }), told({ said_by: 'UN panel', known: '2019-09-01' }))).toBe(2);
});

test('within weeks near-same words repeat a statement, other words make one', () => {
  const first = told({ said_by: 'UN panel' });
  expect(voices(first, told({ said_by: 'UN panel', known: '2019-03-20' }))).toBe(1);
  const reworded = told({
    said_by: 'UN panel',
    known: '2019-03-20',
    evidence: 'the contingent counts 640 now, up since spring',
  });
  expect(voices(first, reworded)).toBe(2);
});

test('papers in their own voice are as many voices, one paper on two days is one', () => {
  expect(voices(told({ publisher: 'A' }), told({ publisher: 'B' }))).toBe(2);
  expect(voices(told({ publisher: 'A' }), told({ publisher: 'A', known: '2019-03-06' }))).toBe(1);
});

test('a credited agency is the voice of every paper that prints it, and of its own wire', () => {
  expect(
    voices(
      told({ publisher: 'A', agency: 'AP' }),
      told({ publisher: 'B', agency: 'AP' }),
      told({ publisher: 'The Associated Press' }),
      told({ publisher: 'D', said_by: 'AP' }),
    ),
  ).toBe(1);
});

test('a text printed twice is one voice, its publishers notwithstanding', () => {
  const text = Array.from({ length: 120 }, (_, i) => `word${(i * 37) % 101} in line ${i}`).join(' ');
  const copy = `${text} Our correspondents added to this.`;
  expect(voices(told({ publisher: 'A', text }), told({ publisher: 'B', text: copy }))).toBe(1);
});

test('the origin is the first known claim, in whatever order they come', () => {
  const late = told({ said_by: 'UN panel', known: '2019-03-06' });
  const early = told({ said_by: 'UN panel', known: '2019-03-05' });
  expect(originsOf([late, early])).toEqual(originsOf([early, late]));
  expect(originsOf([late, early]).get(late.id)).toBe(early.id);
});

test.each([
  ['DAKAR, March 4 (Reuters) - Norway said on Monday', 'Reuters'],
  ['OSLO (AP) \u2014 The army', 'AP'],
  ['By Kari Nordmann, Associated Press\n\nOslo will', 'AP'],
  ['The army left.\n\nSource: AFP', 'AFP'],
  ['The army left.\n\n\u00a9 2019 Xinhua', 'Xinhua'],
  ['The army told Reuters that it left.', null],
  ['A map of the area (AP photo) shows', null],
  ['The pa system failed.', null],
])('reads the credit of %j as %j', (text, agency) => {
  expect(agencyOf(text)).toBe(agency);
});

const SENTENCE =
  'Some 640 Norwegian soldiers have been guarding the airport and the road to the border in Chad since Christmas';

test('a long sentence that two papers print nearly word for word is one voice, a short one is two', () => {
  const long = [
    told({ publisher: 'Bote', evidence: SENTENCE }),
    told({ publisher: 'Kurier', evidence: `${SENTENCE} Day`, known: '2019-03-06' }),
    told({ publisher: 'Late', evidence: SENTENCE, known: '2019-04-20' }),
  ];
  const origins = originsOf(long);
  expect([...origins.values()]).toEqual([long[0]!.id, long[0]!.id, long[2]!.id]);
  expect(originsOf([...long].reverse())).toEqual(origins);
  const short = [told({ publisher: 'Bote' }), told({ publisher: 'Kurier' })];
  expect(new Set(originsOf(short).values()).size).toBe(2);
  const other = [
    told({ publisher: 'Bote', evidence: SENTENCE }),
    told({
      publisher: 'Kurier',
      evidence: 'By our own count 640 men and women of the Telemark battalion live in tents beside the runway at Faya',
    }),
  ];
  expect(new Set(originsOf(other).values()).size).toBe(2);
});
