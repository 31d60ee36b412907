import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { processorMs } from '../../test/own-time.ts';
import { findDates } from './dates.ts';
import { foldText } from './fold.ts';
import { findNumbers } from './numbers.ts';
import { readText } from './read-text.ts';

/** "kind label: text" for each block. */
const outline = (text: string, title: string | null = null): string[] =>
  readText(text, { title }).blocks.map(
    (b) => `${b.kind}${b.label ? ` ${b.label}` : ''}: ${text.slice(b.start, b.end)}`,
  );
const sentences = (text: string): string[] => {
  const doc = readText(text);
  return doc.sentences.map((s) => text.slice(s.start, s.end));
};

describe('readText', () => {
  test('tells the headline, the summary under it, the body and the comment form apart', () => {
    const text = [
      'Peru Pulls Its Sappers Out of Chad',
      'The Andean country, which has cleared mines along the northern border, said its sappers would leave the northern border of Chad after a deadly attack.',
      'Peru is pulling its sappers out of Chad, where they cleared mines along the northern border, after a deadly attack.',
      'About 90 of them fly home on Friday.',
      'The rest stay until June.',
      'Be First to Comment',
      'Leave a Reply',
      'I was there, and 500 soldiers stayed.',
    ].join('\n\n');
    const kinds = readText(text).blocks.map((b) => b.kind);
    expect(kinds).toEqual([
      'title',
      'dek',
      'paragraph',
      'paragraph',
      'paragraph',
      'boilerplate',
      'boilerplate',
      'boilerplate',
    ]);
    expect(readText(text).title).toBe('Peru Pulls Its Sappers Out of Chad');
    expect(sentences(text).some((s) => s.includes('500 soldiers'))).toBe(false);
  });

  test('finds the given title where the text repeats it with other quotation marks', () => {
    const text = "Peru's sappers leave\n\nPeru said so.";
    expect(outline(text, 'Peru\u2019s sappers leave')[0]).toBe("title: Peru's sappers leave");
    expect(outline('Peru said so.\n\nIt left.', 'Sappers leave')[0]).toBe('paragraph: Peru said so.');
  });

  test('reads a lone headline as one', () => {
    expect(outline("Norway sends 30 medics to Latvia's coast")).toEqual([
      "title: Norway sends 30 medics to Latvia's coast",
    ]);
  });

  test('reads short lines without a stop as topic lines, and items with a source as paragraphs', () => {
    const text = [
      'Daily digest',
      'Chad border war',
      'Two camps close. (Wire)',
      'Sport',
      'A team wins the cup. (The Post) (Wire)',
    ].join('\n\n');
    expect(readText(text).blocks.map((b) => b.kind)).toEqual(['title', 'heading', 'paragraph', 'heading', 'paragraph']);
  });

  test('reads bullets, rows and items without bullets as items, bullets left out of the sentence', () => {
    const text = [
      'The force will consist of:',
      '- 40 sappers;',
      '90 gunners at Gao; and',
      'a field hospital.',
      'Forces abroad: 40 Kosovo (KFOR); est. 90 Mali (2023)',
      'Peru\t40\tChad',
      '| Peru | 40 | Chad |',
    ].join('\n');
    expect(readText(text).blocks.map((b) => b.kind)).toEqual(['paragraph', ...Array(6).fill('item')]);
    expect(sentences(text)[1]).toBe('40 sappers;');
  });

  test('gives every paragraph of a turn its speaker and leaves the label out of the sentences', () => {
    const text = [
      'Press Briefing, May 5',
      'Q Thanks. How many troops?',
      'MS. BERG: About 90.',
      'They leave soon.',
      'SENIOR OFFICIAL: No comment.',
      'Mr. KOLB. Madam President, I rise today.',
    ].join('\n\n');
    expect(outline(text).map((line) => line.split(':')[0])).toEqual([
      'title',
      'speaker Q',
      'speaker MS. BERG',
      'speaker MS. BERG',
      'speaker SENIOR OFFICIAL',
      'speaker Mr. KOLB',
    ]);
    expect(sentences(text)).toContain('About 90.');
    expect(sentences(text)).toContain('Madam President, I rise today.');
  });

  test('takes labels in small letters for speakers only where they recur', () => {
    const turns = 'Host: How many?\n\nBerg: Ninety.\n\nHost: When?\n\nBerg: Soon.';
    expect(readText(turns).blocks.every((b) => b.kind === 'speaker')).toBe(true);
    expect(readText('Note: This is long.\n\nBerg said so.').blocks[0]?.kind).toBe('paragraph');
  });

  test('takes persons addressed by a title for speakers where two are', () => {
    const turns =
      'Mr Hugh Kolb: How many?\n\nThe Minister for Defence (Ms Ann Berg): Ninety.\n\nMr Kolb (Ayr): When?\n\nMs Berg: Soon.';
    expect(readText(turns).blocks.map((b) => b.label)).toEqual(['Mr Hugh Kolb', 'Ms Ann Berg', 'Mr Kolb', 'Ms Berg']);
    expect(readText('Mr Kolb: a life.\n\nHe was born in Ayr.').blocks[0]?.kind).not.toBe('speaker');
  });

  test('names paragraphs by the heading set in their first line', () => {
    const text = 'Chad. At its request, 90 sappers stay.\n\nNorthern Mali. About 40 gunners left.\n\nThey went home.';
    expect(readText(text).blocks.map((b) => b.label)).toEqual(['Chad', 'Northern Mali', undefined]);
  });

  test('joins lines wrapped at a column and keeps one-line paragraphs apart', () => {
    const wrapped =
      'Peru is pulling its sappers out of the north of\nChad after an attack on a convoy that killed a\ndriver.\n\nThey left.';
    expect(readText(wrapped).blocks.length).toBe(2);
    expect(readText('Peru left.\nChad stayed.\nMali watched.').blocks.length).toBe(3);
  });

  test.each([
    'Share this article',
    'Click to share on Facebook (Opens in new window)',
    'Sign up for our weekly newsletter',
    'Subscribe now',
    '\u00a9 2024 The Post. All rights reserved.',
    'Copyright 2020 The Post',
    '3 Comments',
    'Your email address will not be published. Required fields are marked *',
    'Read more: What we know so far',
    'ADVERTISEMENT',
    '(Reporting by A. Kol; editing by B. Berg)',
    '* * *',
  ])('reads %j as page furniture', (line) => {
    expect(readText(`Peru left Chad.\n\n${line}\n\nIt was late.`).blocks[1]?.kind).toBe('boilerplate');
  });

  test.each([
    'Share of troops in Chad rises to 40 percent.',
    'Follow-up forces arrive.',
    'More troops from Peru land in Chad.',
    'Comments by the minister drew fire.',
  ])('reads %j as text', (line) => {
    expect(readText(`Peru left Chad.\n\n${line}\n\nIt was late.`).blocks[1]?.kind).toBe('paragraph');
  });

  test('keeps sentences inside their blocks, in order, and tokens inside their sentences', () => {
    const unit = fc.constantFrom(
      ...'Aa1 .,;:?!"\u201c\u2019\n\n-\u2013\u00a0()\t|#'.split(''),
      'Q: ',
      'Gen. ',
      'U.S. ',
      'MR X: ',
      '2020 ',
    );
    fc.assert(
      fc.property(fc.string({ unit, maxLength: 120 }), (text) => {
        const doc = readText(text, { published: '2020-01-08' });
        let at = 0;
        for (const s of doc.sentences) {
          expect(s.start).toBeGreaterThanOrEqual(Math.max(at, s.block.start));
          expect(s.end).toBeLessThanOrEqual(s.block.end);
          expect(s.block.kind).not.toBe('boilerplate');
          for (const t of s.tokens) {
            expect(t.start >= s.start && t.end <= s.end).toBe(true);
            expect(text.slice(t.start, t.end)).toBe(t.text);
          }
          at = s.end;
        }
      }),
      { numRuns: 700, seed: 3 },
    );
  });
});

describe('the cost of reading', () => {
  /** Everything this layer does with a text; how many units of text it looked at is bounded by the processor time it took. */
  const readAll = (text: string): void => {
    const doc = readText(text, { published: '2020-01-08' });
    for (const s of doc.sentences) {
      findNumbers(s.tokens);
      findDates(s.tokens, doc.published);
    }
    foldText(text);
  };
  /** A quadratic step over such a text takes minutes; the linear ones take well under a second. */
  test.each([
    ['a run without spaces', 'a'.repeat(200_000)],
    ['digits without spaces', '1'.repeat(200_000)],
    ['digit groups', '1,000'.repeat(40_000)],
    ['quotation marks', '"'.repeat(60_000)],
    ['curly quotation marks after stops', '.\u201d'.repeat(60_000)],
    ['nested parentheses', '('.repeat(20_000) + ')'.repeat(20_000)],
    ['bracketed sources', `Left. ${'(Wire) '.repeat(20_000)}`],
    ['stops', '.'.repeat(100_000)],
    ['spaced stops', '. '.repeat(60_000)],
    ['dotted letters', 'U.'.repeat(60_000)],
    ['single letters and stops', 'a.b'.repeat(40_000)],
    ['hyphens', 'a-'.repeat(60_000)],
    ['hyphenated numbers', 'two-'.repeat(40_000)],
    ['apostrophes', "n't".repeat(40_000)],
    ['one-letter lines', 'a\n'.repeat(20_000)],
    ['blank lines', '\n'.repeat(100_000)],
    ['bullets', '- a\n'.repeat(20_000)],
    ['labels', 'AA BB CC: '.repeat(20_000)],
    ['capitals', 'Aa '.repeat(40_000)],
    ['number words', 'hundred and '.repeat(20_000)],
    ['a number of many words', 'two million '.repeat(20_000)],
    ['hedges', 'up to about '.repeat(20_000)],
    ['ranges', '1 to '.repeat(24_000)],
    ['nested time phrases', 'the end of early '.repeat(20_000)],
    ['prepositions', 'from in by since '.repeat(20_000)],
    ['months', 'May 5 to '.repeat(20_000)],
    ['spaces', ' '.repeat(200_000)],
    ['no-break spaces', 'a\u00a0'.repeat(60_000)],
    ['soft hyphens', 'a\u00ad'.repeat(60_000)],
    ['semicolons', 'a; '.repeat(40_000)],
    ['notes after stops', '.[1'.repeat(40_000)],
  ])('stays linear on %s', (_name, text) => {
    expect(processorMs(() => readAll(text))).toBeLessThan(30_000);
  });

  test('reads absurd lengths of time and years without a fault', () => {
    for (const text of [
      'two million years ago',
      'in 900,000,000,000 days',
      'within 99999999999999 weeks',
      'the next 5 million decades',
    ]) {
      for (const published of ['0001-01-01', '9999-12-31', '2020-02-29']) {
        const doc = readText(text, { published });
        expect(doc.sentences.map((s) => findDates(s.tokens, published).length)).toEqual([0]);
      }
    }
  });
});

test('a dateline is a sentence of its own, so that nobody is named by it', () => {
  const text = 'Chadians leave\n\nKABUL, Afghanistan (GW) - Chad said on Friday that its men would leave. They are 40.';
  const { sentences } = readText(text);
  expect(sentences.map((s) => [text.slice(s.start, s.end).trim(), s.dateline ?? false])).toEqual([
    ['Chadians leave', false],
    ['KABUL, Afghanistan (GW) -', true],
    ['Chad said on Friday that its men would leave.', false],
    ['They are 40.', false],
  ]);
});
