import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { Readable } from 'node:stream';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { archiveBytes } from '../adapters/archive-file.ts';
import { decodeGuessed } from '../adapters/charset-guess.ts';
import { fileFinder } from '../adapters/file-finder.ts';
import { languageOf } from '../adapters/language.ts';
import { READABLE } from '../formats/format-of.ts';
import { readHtml } from '../formats/html.ts';
import { readMarkdown } from '../formats/markdown.ts';
import { oneDraft } from '../model/draft.ts';
import type { Fault } from '../model/errors.ts';
import type { ParsedFormat } from '../ports/intake.ts';
import type { IncomingReport } from './add-reports.ts';
import { isFault, type TakeInOptions, takeIn } from './take-in.ts';

const STORY =
  'Forty of the 90 trainers in the country will be flown to a base next door, the ministry said on Tuesday. The others are to stay where they are for now.';
let dir = '';
beforeAll(() => {
  dir = mkdtempSync(join(tmpdir(), 'take-in-'));
});
afterAll(() => rmSync(dir, { recursive: true, force: true }));

const write = (name: string, content: string | Uint8Array): string => {
  const path = join(dir, name);
  mkdirSync(join(path, '..'), { recursive: true });
  writeFileSync(path, content);
  return path;
};
async function take(
  paths: readonly string[],
  options: TakeInOptions = {},
  stdin = '',
): Promise<(IncomingReport | Fault)[]> {
  const services = {
    decodeGuessed: async (bytes: Uint8Array) => decodeGuessed(bytes),
    parse: async (format: ParsedFormat, content: string | Uint8Array) => {
      if (typeof content !== 'string') throw new Error('bytes of a text format');
      return oneDraft(format === 'html' ? readHtml(content) : readMarkdown(content));
    },
    languageOf: async (text: string) => languageOf(text),
    archive: archiveBytes,
  };
  const taken: (IncomingReport | Fault)[] = [];
  for await (const one of takeIn(services, fileFinder(READABLE, Readable.from([stdin])).find(paths), options))
    taken.push(one);
  return taken;
}
const reportsOf = (taken: readonly (IncomingReport | Fault)[]) =>
  taken.filter((one): one is IncomingReport => !isFault(one)).map((one) => one.report);
const windows1252 = (text: string) =>
  Uint8Array.from(text, (c) => ({ '’': 0x92, '“': 0x93, '”': 0x94, é: 0xe9, ü: 0xfc })[c] ?? c.charCodeAt(0));

describe('taking in files', () => {
  test('reads each format by its name', async () => {
    const paths = [
      write('a.txt', `Trainers leave\n\n8 January 2020\n\n${STORY}`),
      write(
        'b.md',
        `---\ntitle: Trainers leave\npublished: 2020-01-08\nsource: Gulf Wire\n---\n\n${STORY}\n\n- 40 trainers\n- [two](x) *aircraft*\n`,
      ),
      write(
        'c.json',
        JSON.stringify({
          text: STORY,
          published: '2020-01-08',
          title: 'Trainers leave',
          publisher: 'Gulf Wire',
          id: 'own-id',
        }),
      ),
      write('d.jsonl', `${JSON.stringify({ text: STORY })}\n\n${JSON.stringify({ text: `${STORY} Twice.` })}\n`),
      write(
        'e.html',
        `<html><head><meta name="date" content="2020-01-08"></head><body><h1>Trainers leave</h1><p>${STORY}</p></body></html>`,
      ),
    ];
    const taken = await take(paths);
    expect(taken.filter(isFault)).toEqual([]);
    const [text, markdown, json, line, other, page] = reportsOf(taken);
    expect(text).toMatchObject({ title: 'Trainers leave', published: '2020-01-08', publisher: null });
    expect(text?.text).toContain(STORY);
    expect(markdown).toMatchObject({
      title: 'Trainers leave',
      published: '2020-01-08',
      publisher: 'Gulf Wire',
      text: `${STORY}\n\n- 40 trainers\n- two aircraft`,
    });
    expect(json).toMatchObject({ id: 'own-id', text: STORY, published: '2020-01-08', publisher: 'Gulf Wire' });
    expect(line?.text).toBe(STORY);
    expect(other?.text).toMatch(/Twice/);
    expect(page).toMatchObject({ title: 'Trainers leave', published: '2020-01-08' });
  });

  test('tells the format of standard input, and of files without a telling name, by the content', async () => {
    expect(reportsOf(await take(['-'], {}, JSON.stringify({ text: STORY, published: '2020-01-08' })))[0]).toMatchObject(
      { text: STORY, published: '2020-01-08' },
    );
    expect(reportsOf(await take(['-'], {}, `<!DOCTYPE html><body><p>${STORY}</p>`))[0]?.text).toBe(STORY);
    expect(reportsOf(await take([write('story', STORY)]))[0]?.text).toBe(STORY);
  });

  test('searches directories in name order and leaves other files alone', async () => {
    write('tree/b/two.txt', `${STORY} B.`);
    write('tree/a.txt', `${STORY} A.`);
    write('tree/picture.png', '\u0089PNG');
    expect(reportsOf(await take([join(dir, 'tree')])).map((r) => r.text?.slice(-2))).toEqual(['A.', 'B.']);
  });

  test('gives every report the day of publication that was asked for', async () => {
    const [report] = reportsOf(
      await take([write('p.json', JSON.stringify({ text: STORY, published: '2020-01-01' }))], {
        published: '2020-01-08',
      }),
    );
    expect(report?.published).toBe('2020-01-08');
  });

  test('reads what is not UTF-8 by the declared charset, or by a guess that it names', async () => {
    const told: string[] = [];
    const body = `The ministry’s “contingent” of 40 soldiers under Colonel Béla Müller left on Tuesday. ${STORY}`;
    const declared = `<html><head><meta charset="windows-1252"></head><body><p>${body}</p></body></html>`;
    const taken = await take([write('w.html', windows1252(declared)), write('w.txt', windows1252(body))], {
      note: (_, note) => told.push(note),
    });
    expect(reportsOf(taken).map((r) => r.text)).toEqual([body, body]);
    expect(told).toHaveLength(1);
    expect(told[0]).toMatch(/is not UTF-8: read as (windows-1252|ISO-8859)/i);
  });

  test('reads UTF-16 by its byte order mark', async () => {
    const [report] = reportsOf(await take([write('u16.txt', Buffer.from(`\ufeff${STORY}`, 'utf16le'))]));
    expect(report?.text).toBe(STORY);
  });

  test('keeps a text in another language and marks it', async () => {
    const told: string[] = [];
    const french =
      'Les soldats français quittent la base cette semaine, a déclaré mardi le ministère des Armées. Les autres resteront sur place jusqu’à nouvel ordre, selon un porte-parole.';
    const taken = await take([write('fr.txt', french), write('en.txt', STORY)], { note: (_, note) => told.push(note) });
    expect(reportsOf(taken).map((r) => r.language)).toEqual(['fr', undefined]);
    expect(told[0]).toMatch(/another language than English \(fr\)/);
  });

  const bad: readonly (readonly [string, string | Uint8Array, RegExp])[] = [
    ['empty.txt', '', /is empty/],
    ['blank.txt', ' \n\n ', /holds no text/],
    ['binary.txt', Uint8Array.from({ length: 2000 }, (_, i) => (i * 37) % 256), /is a binary file/],
    ['picture.txt', Buffer.concat([Buffer.from([0x89]), Buffer.from('PNG\r\n')]), /is an image/],
    [
      'noise.txt',
      Uint8Array.from({ length: 3000 }, (_, i) => [0x80, 0xff, 0x81, 0x8d, 0x20, 0x90][i % 6]!),
      /is not UTF-8 and its charset cannot be told/,
    ],
    ['large.txt', 'word '.repeat(2.2 * 1024 * 1024), /is 11 MB: the limit for .* is 10 MB/],
    ['fifty.html', 'word '.repeat(10 * 1024 * 1024), /is 50 MB: the limit for .* is 20 MB/],
    ['run.txt', 'x'.repeat(1024 * 1024), /more than 50,000 characters without a space/],
    ['nested.html', `${'<div>'.repeat(5000)}${STORY}`, /nests elements deeper than 256/],
    ['notext.json', '{"title": "No text"}', /has no "text"/],
    ['nojson.json', '{"text": ', /is no valid JSON/],
    ['list.json', '[]', /is an empty list/],
    ['number.json', '17', /is no report/],
    [
      'date.json',
      JSON.stringify({ text: STORY, published: '2020-13-45' }),
      /"2020-13-45", which is no date: write YYYY-MM-DD/,
    ],
    ['date.md', `---\npublished: soon\n---\n${STORY}`, /the date "soon" in its front matter is no date/],
    ['empty.jsonl', '\n\n', /holds no text/],
  ];
  test.each(bad)('refuses %s, says why, and goes on', async (name, content, message) => {
    const taken = await take([write(`bad/${name}`, content), write('good.txt', STORY)]);
    expect(taken).toHaveLength(2);
    expect(taken[0]).toMatchObject({ source: join(dir, 'bad', name), message: expect.stringMatching(message) });
    expect(isFault(taken[1]!)).toBe(false);
  });

  test('names the report of a list, and the line of a JSONL file, that is bad', async () => {
    const list = write(
      'mixed.json',
      JSON.stringify([{ text: STORY }, { title: 'none' }, { text: STORY, published: 'never' }]),
    );
    const lines = write(
      'mixed.jsonl',
      `${JSON.stringify({ text: STORY })}\nnot json\n${JSON.stringify({ text: STORY })}\n`,
    );
    const taken = await take([list, lines]);
    expect(reportsOf(taken)).toHaveLength(3);
    expect(taken.filter(isFault).map((f) => f.source)).toEqual([`${list}:2`, `${list}:3`, `${lines}:2`]);
  });

  test.each([
    ['nowhere.txt', /there is no such file/],
    ['hollow', /holds no readable file: looked for .*\.txt/],
  ])('says what is wrong with the path %s', async (name, message) => {
    mkdirSync(join(dir, 'hollow'), { recursive: true });
    expect((await take([join(dir, name)]))[0]).toMatchObject({
      source: join(dir, name),
      message: expect.stringMatching(message),
    });
  });
});
