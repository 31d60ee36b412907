import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { type Intake, openIntake } from './taking-in.ts';
import { docxOf, paragraph, WORD_NAMESPACE, zipOf } from './zip-writer.ts';

const FIRST = 'Forty trainers left the northern province on Monday, the ministry said.';
const cell = (text: string): string => `<w:tc>${paragraph(text)}</w:tc>`;
const table = `<w:tbl>${[
  ['Country', 'Soldiers'],
  ['Fiji', '170'],
]
  .map((row) => `<w:tr>${row.map(cell).join('')}</w:tr>`)
  .join('')}</w:tbl>`;

let intake: Intake;
beforeAll(async () => {
  intake = await openIntake();
});
afterAll(() => intake.close());

describe('a Word document', () => {
  test('gives headline, day, paragraphs and table rows; deleted words are gone', async () => {
    const body = [
      paragraph('Forty trainers go', 'Heading1'),
      paragraph('7 January 2020'),
      paragraph(FIRST),
      `<w:p><w:r><w:t xml:space="preserve">Fifty </w:t></w:r><w:del><w:r><w:delText>or sixty </w:delText></w:r></w:del><w:r><w:t>stay.</w:t></w:r></w:p>`,
      table,
    ];
    const { reports, faults } = await intake.take({ 'a.docx': docxOf(body.join('')) });
    expect(faults).toEqual([]);
    expect(reports[0]!.report).toMatchObject({ title: 'Forty trainers go', published: '2020-01-07' });
    expect(reports[0]!.report.text).toBe(
      `Forty trainers go\n\n7 January 2020\n\n${FIRST}\n\nFifty stay.\n\nCountry | Soldiers\nFiji | 170`,
    );
  });

  test('a note mark does not change the number before it; the note comes last', async () => {
    const body = `<w:p><w:r><w:t>They are 500</w:t></w:r><w:r><w:rPr><w:rStyle w:val="FootnoteReference"/></w:rPr><w:footnoteReference w:id="2"/></w:r><w:r><w:t xml:space="preserve"> soldiers in all.</w:t></w:r></w:p>${paragraph(FIRST)}`;
    const notes = `<?xml version="1.0"?><w:footnotes xmlns:w="${WORD_NAMESPACE}"><w:footnote w:id="2">${paragraph('As told in spring.')}</w:footnote></w:footnotes>`;
    const { reports } = await intake.take({ 'a.docx': docxOf(body, [{ name: 'word/footnotes.xml', content: notes }]) });
    expect(reports[0]!.report.text).toBe(`They are 500 soldiers in all.\n\n${FIRST}\n\n- As told in spring.`);
  });

  test('its day of creation counts only where the text speaks of that year', async () => {
    const core = (year: number) => ({
      name: 'docProps/core.xml',
      content: `<cp:coreProperties xmlns:cp="c" xmlns:dcterms="t"><dcterms:created xsi:type="dcterms:W3CDTF">${year}-01-07T10:00:00Z</dcterms:created></cp:coreProperties>`,
    });
    const body = paragraph(`${FIRST} It was decided in 2020.`);
    const { reports } = await intake.take({
      'a.docx': docxOf(body, [core(2020)]),
      'b.docx': docxOf(body, [core(2014)]),
    });
    expect(reports.map(({ report }) => report.published)).toEqual(['2020-01-07', null]);
  });

  const MB = 1024 * 1024;
  test.each([
    [
      'a zip bomb',
      () => docxOf(paragraph(FIRST), [{ name: 'word/media/a.bin', content: new Uint8Array(101 * MB) }]),
      /unpacks to more than 100 MB/,
    ],
    [
      'a zip bomb that lies about its size',
      () => docxOf(paragraph(FIRST), [{ name: 'word/media/a.bin', content: new Uint8Array(101 * MB), statedSize: 10 }]),
      /unpacks to more than 100 MB/,
    ],
    [
      '2,001 files',
      () =>
        docxOf(
          paragraph(FIRST),
          Array.from({ length: 2001 }, (_, i) => ({ name: `word/${i}.xml`, content: 'x' })),
        ),
      /files: the limit is 2,000/,
    ],
    ['a cut-off end', () => docxOf(paragraph(FIRST)).slice(0, -30), /cut short or broken/],
    [
      'entity definitions',
      () => docxOf(paragraph(FIRST), [{ name: 'word/x.xml', content: '<!DOCTYPE a [<!ENTITY b "c">]><a>&b;</a>' }]),
      /defines XML entities/,
    ],
    [
      '100,000 elements inside one another',
      () => docxOf('<w:ins>'.repeat(100_000) + '</w:ins>'.repeat(100_000)),
      /too deep|broken/,
    ],
    ['no words', () => docxOf(''), /holds no text/],
    ['plain text', () => Buffer.from(FIRST), /is named as a Word document .* and is none/],
    [
      'a workbook',
      () => zipOf([{ name: 'xl/workbook.xml', content: '<x/>' }]),
      /zip archive or an office document other than .docx/,
    ],
    [
      'an old Office file',
      () => Buffer.from('\u00d0\u00cf\u0011\u00e0\u00a1\u00b1\u001a\u00e1 and more', 'latin1'),
      /old Office file/,
    ],
  ])('that is %s is named, and the next file is read', async (_, file, message) => {
    const { reports, faults } = await intake.take({ 'bad.docx': file(), 'good.docx': docxOf(paragraph(FIRST)) });
    expect(faults).toEqual([{ source: 'bad.docx', message: expect.stringMatching(message) }]);
    expect(reports.map(({ source }) => source)).toEqual(['good.docx']);
  });
});
