import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { csvReader, isCsvFault } from './csv.ts';

/** All records of a text; faults as their problem. */
function read(text: string, separator?: string): (readonly string[] | string)[] {
  const reader = csvReader(separator);
  const seen = text.split('\n').flatMap((line) => reader.line(line) ?? []);
  const rest = reader.end();
  return [...seen, ...(rest ? [rest] : [])].map((one) => (isCsvFault(one) ? one.problem : one.fields));
}

describe('records of a CSV file', () => {
  test.each<[string, string, string[][]]>([
    ['fields between separators', 'a,b,c', [['a', 'b', 'c']]],
    ['empty fields, at the end too', ',b,', [['', 'b', '']]],
    ['separators inside quotes', '"Congo, DR",5', [['Congo, DR', '5']]],
    ['a quote written twice', '"the ""Green"" Zone",1', [['the "Green" Zone', '1']]],
    ['a field over two lines', 'a,"one\ntwo",c\nd,e,f', [['a', 'one\ntwo', 'c'], ['d', 'e', 'f']]],
    ['an empty field in quotes', '"",""', [['', '']]],
    ['a quote inside a bare field, with its pair', 'x 5" gun,6" gun', [['x 5" gun', '6" gun']]],
    ['no record for an empty line', 'a\n\nb', [['a'], ['b']]],
  ])('%s', (_, text, expected) => expect(read(text)).toEqual(expected)); // biome-ignore format: a table

  test('another separator', () => expect(read('a;b\tc', '\t')).toEqual([['a;b', 'c']]));

  test('a record that breaks the quoting is told, and the next is read', () => {
    expect(read('"a"b,c\nd,e')).toEqual([expect.stringContaining('behind a closing quote'), ['d', 'e']]);
    expect(read('a\n"b')).toEqual([['a'], expect.stringContaining('never closed')]);
  });

  test('an unclosed quote swallows only so much of a long table', () => {
    const rows = Array.from({ length: 1000 }, (_, i) => `${i},x`);
    const seen = read(['"open', ...rows].join('\n'));
    expect(seen[0]).toContain('never closed');
    expect(seen.length).toBeGreaterThan(800);
  });

  test('records begin on the line that is told', () => {
    const reader = csvReader();
    expect(reader.line('a,"b')).toBeNull();
    expect(reader.line('c"')).toMatchObject({ line: 1 });
    expect(reader.line('')).toBeNull();
    expect(reader.line('d')).toMatchObject({ line: 4 });
  });

  test('whatever is written in quotes is read back', () => {
    const quoted = (field: string): string => `"${field.replaceAll('"', '""')}"`;
    const field = fc.string({ unit: fc.constantFrom('a', '"', ',', '\n', ';', ' ') });
    fc.assert(
      fc.property(fc.array(fc.array(field, { minLength: 1, maxLength: 4 }), { maxLength: 5 }), (table) => {
        expect(read(table.map((row) => row.map(quoted).join(',')).join('\n'))).toEqual(table);
      }),
      { seed: 11 },
    );
  });
});
