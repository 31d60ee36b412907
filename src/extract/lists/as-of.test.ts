// A day in brackets at the end dates what is told of now.
import { expect, test } from 'vitest';
import { readTableTexts } from '../../adapters/gazetteer-files.ts';
import { curate, dataFromCurated, makeGazetteer, readTables, TABLE_NAMES } from '../../gazetteer/index.ts';
import { extract } from '../extract.ts';

const gazetteer = makeGazetteer(dataFromCurated(curate(readTables(readTableTexts(TABLE_NAMES)))));

const timesOf = (title: string, body: string): string[] => {
  const text = `${title}\n\n${body}`;
  return extract({ id: 'x', text, title, published: '2024-03-04', publisher: null, url: null }, gazetteer).map((c) => {
    const [from, to] = c.spans['time'] ?? [0, 0];
    return `${c.kind} ${c.time?.start ?? '-'} "${text.slice(from, to)}"`;
  });
};

test.each<[string, string, string, string[]]>([
  ['of its sentence', 'Notes', 'Slovenia keeps 40 soldiers in Kosovo (2023).', ['presence 2023-01-01 "2023"']],
  [
    'of its sentence alone',
    'Notes',
    'Slovenia keeps 40 soldiers in Kosovo. Latvia keeps 90 in Iraq (June 2022).',
    ['presence - ""', 'presence 2022-06-01 "June 2022"'],
  ],
  [
    'of its paragraph on a page about one state',
    'Djibouti – Military and Security',
    'France and Japan keep 1,500 and 180 soldiers in Djibouti. Italy keeps 90 there (2023)',
    ['presence 2023-01-01 "2023"'],
  ],
  ['not where it is a source', 'Notes', 'Slovenia keeps 40 soldiers in Kosovo (Reuters 2023 file).', ['presence - ""']],
  ['not what moved', 'Notes', 'Slovenia sent 40 soldiers to Kosovo (2023).', ['movement - ""']],
])('%s', (_, title, body, expected) => {
  expect(timesOf(title, body)).toEqual(expect.arrayContaining(expected));
});
