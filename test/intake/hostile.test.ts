import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { msOf } from '../own-time.ts';
import { columnOf, pdfOf, pdfOfStreams } from './pdf-writer.ts';
import { type Intake, openIntake, PATIENT_LIMITS } from './taking-in.ts';

const WORDS =
  'Forty trainers left the northern province on Monday, the ministry said, and fifty others are to stay there until the summer.';
const GOOD = { 'good.txt': WORDS };

let intake: Intake;
beforeAll(async () => {
  intake = await openIntake();
});
afterAll(() => intake.close());

describe('lines of reports', () => {
  const line = (id: string, text = WORDS): string => JSON.stringify({ id, text, published: '2020-01-07' });

  test('each is a report; a bad one is named by its number and the rest is done', async () => {
    const lines = [
      line('a'),
      '{"text": "cut',
      '',
      '{"title": "no text"}',
      `\ufeff${line('b')}\r`,
      '[1, 2]',
      `{"text": ${'['.repeat(100_000)}`,
      JSON.stringify({ text: WORDS, published: '5/6/2020' }),
      line('c'),
    ];
    const { reports, faults } = await intake.take({ 'a.jsonl': `${lines.join('\n')}\n` });
    expect(reports.map(({ source, report }) => [source, report.id])).toEqual([
      ['a.jsonl:1', 'a'],
      ['a.jsonl:5', 'b'],
      ['a.jsonl:9', 'c'],
    ]);
    expect(faults.map(({ source, message }) => `${source} ${message}`)).toEqual([
      expect.stringMatching(/^a\.jsonl:2 is no valid JSON/),
      expect.stringMatching(/^a\.jsonl:4 has no "text"/),
      expect.stringMatching(/^a\.jsonl:6 is no report/),
      expect.stringMatching(/^a\.jsonl:7 nests lists and objects deeper than 64/),
      expect.stringMatching(/^a\.jsonl:8 has "published": "5\/6\/2020", which is no date/),
    ]);
  });

  test('one of 50 MB is refused without being held, and one in another charset, and the rest is done', async () => {
    const huge = Buffer.alloc(50 * 1024 * 1024, 'a ');
    const latin = Buffer.from(line('x', `${WORDS} Caf\u00e9`), 'latin1');
    const file = Buffer.concat([line('a'), '\n', huge, '\n', latin, '\n', line('b')].map((part) => Buffer.from(part)));
    const since = process.cpuUsage();
    const { reports, faults } = await intake.take({ 'a.jsonl': file });
    expect(msOf(process.cpuUsage(since))).toBeLessThan(5000);
    expect(reports.map(({ source }) => source)).toEqual(['a.jsonl:1', 'a.jsonl:4']);
    expect(faults).toEqual([
      { source: 'a.jsonl:2', message: 'is longer than 10 MB, the limit for a line' },
      { source: 'a.jsonl:3', message: expect.stringMatching(/^is not UTF-8/) },
    ]);
  });

  test('100 bad ones and no good one: the rest is not tried', async () => {
    const { faults } = await intake.take({ 'a.jsonl': 'no JSON\n'.repeat(100_000) });
    expect(faults).toHaveLength(101);
    expect(faults[100]).toEqual({ source: 'a.jsonl', message: expect.stringMatching(/is it a JSONL file/) });
  });
});

describe('a name that does not fit its content', () => {
  const page = `<!DOCTYPE html><html><head><title>Trainers go</title></head><body><p>${WORDS}</p></body></html>`;
  const feed = `<?xml version="1.0"?><!-- made by hand --><rss version="2.0"><channel><title>Wire</title><item><title>Trainers go</title><description>${WORDS}</description></item></channel></rss>`;
  test.each([
    ['a page without an ending', 'page', page, 'page'],
    ['a page named .pdf', 'a.pdf', page, 'a.pdf'],
    ['a page named .txt', 'a.txt', page, 'a.txt'],
    ['a feed named .xml', 'a.xml', feed, 'a.xml:1'],
    ['a feed named .html', 'a.html', feed, 'a.html:1'],
    ['a feed named .txt', 'a.txt', feed, 'a.txt:1'],
    ['a page named .rss', 'a.rss', page, 'a.rss'],
    ['plain text named .html', 'a.html', WORDS, 'a.html'],
    ['JSON named .txt', 'a.txt', JSON.stringify({ text: WORDS }), 'a.txt'],
    [
      'JSON lines named .json',
      'a.json',
      `${JSON.stringify({ text: WORDS })}\n${JSON.stringify({ text: WORDS })}`,
      'a.json:1',
    ],
    [
      'a JSON feed',
      'a.json',
      JSON.stringify({
        version: 'https://jsonfeed.org/version/1',
        title: 'W',
        items: [{ id: '1', content_text: WORDS }],
      }),
      'a.json:1',
    ],
  ])('%s is read as what it is', async (_, name, content, source) => {
    const { reports, faults } = await intake.take({ [name]: content });
    expect(faults).toEqual([]);
    expect(reports[0]!.source).toBe(source);
    expect(reports[0]!.report.text).toContain(WORDS);
  });

  test.each([
    ['plain text named .pdf', 'bad.pdf', WORDS, /is named as a PDF and is none/],
    ['plain text named .rss', 'bad.rss', WORDS, /is no feed/],
    [
      'other XML',
      'bad.xml',
      '<?xml version="1.0"?><urlset><url>x</url></urlset>',
      /is XML, but neither a feed .* nor a page/,
    ],
    ['a program named .txt', 'bad.txt', Buffer.from('\u007fELF\u0002\u0001\u0001\u0000', 'latin1'), /is a program/],
    ['an image named .pdf', 'bad.pdf', Buffer.from('\u0089PNG\r\n\u001a\n', 'latin1'), /is an image/],
    ['rich text named .docx', 'bad.docx', '{\\rtf1 words}', /is a rich text file/],
    ['packed text', 'bad.txt.gz', Buffer.from([0x1f, 0x8b, 8, 0]), /is gzip-compressed/],
    ['unknown bytes', 'bad', Buffer.from([1, 2, 0, 3, 4]), /is a binary file/],
    ['nothing', 'bad.eml', '', /is empty/],
  ])('%s is named, and the next file is read', async (_, name, content, message) => {
    const { reports, faults } = await intake.take({ [name]: content, ...GOOD });
    expect(faults).toEqual([{ source: name, message: expect.stringMatching(message) }]);
    expect(reports.map(({ source }) => source)).toEqual(['good.txt']);
  });
});

describe('a file that would stall or swell its parser', () => {
  test('is ended at its deadline, and the files after it are read by a new thread', async () => {
    const quick = await openIntake({
      ...PATIENT_LIMITS,
      deadlineMs: { ...PATIENT_LIMITS.deadlineMs, pdf: 1 },
    });
    try {
      const pdf = pdfOf(Array.from({ length: 300 }, () => columnOf([WORDS], 60, 700, 300)));
      const { reports, faults } = await quick.take({ 'bad.pdf': pdf, 'good.md': WORDS });
      expect(faults).toEqual([{ source: 'bad.pdf', message: expect.stringMatching(/took longer than 0\.001 s/) }]);
      expect(reports.map(({ source }) => source)).toEqual(['good.md']);
    } finally {
      await quick.close();
    }
  });

  test('is ended where it takes too much memory: a packed stream of a PDF that unpacks to 700 MB', async () => {
    const small = await openIntake({ ...PATIENT_LIMITS, memoryBytes: 256 * 1024 * 1024 });
    try {
      const swollen = new Uint8Array(700 * 1024 * 1024).fill(32);
      const pdf = pdfOfStreams([swollen], { packed: true });
      expect(pdf.length).toBeLessThan(2 * 1024 * 1024);
      const { reports, faults } = await small.take({ 'bad.pdf': pdf, 'good.md': WORDS });
      expect(faults).toEqual([
        { source: 'bad.pdf', message: expect.stringMatching(/needs more than 256 MB of memory/) },
      ]);
      expect(reports.map(({ source }) => source)).toEqual(['good.md']);
    } finally {
      await small.close();
    }
  });
});

test('a PDF page of 150,000 scattered words is read within seconds', async () => {
  const words = Array.from({ length: 150_000 }, (_, i) => ({
    text: `word${i % 97}`,
    x: (i * 7919) % 560,
    y: 20 + ((i * 104_729) % 7500) / 10,
    size: 2,
  }));
  const since = process.cpuUsage();
  const { reports, faults } = await intake.take({ 'a.pdf': pdfOf([words], { packed: true }) });
  expect(faults).toEqual([]);
  expect(reports).toHaveLength(1);
  expect(msOf(process.cpuUsage(since))).toBeLessThan(30_000);
});

test.each([
  ['emphasis', '*a **b '.repeat(60_000)],
  ['brackets', '[a]('.repeat(60_000)],
  ['quotations', `${'> '.repeat(20_000)}a`],
  ['lists', '- '.repeat(20_000)],
  ['backticks', '`` a ` '.repeat(60_000)],
])('a Markdown file of nothing but %s is read or refused, and the next file is read', async (_, marks) => {
  const quick = await openIntake({ ...PATIENT_LIMITS, deadlineMs: { ...PATIENT_LIMITS.deadlineMs, markdown: 2000 } });
  try {
    const { reports, faults } = await quick.take({
      'odd.md': marks,
      'good.html': `<html><body><p>${WORDS}</p></body></html>`,
    });
    expect(reports.at(-1)!.source).toBe('good.html');
    expect(reports.length + faults.length).toBe(2);
  } finally {
    await quick.close();
  }
});
