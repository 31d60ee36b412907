import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { columnOf, type Placed, pdfOf, pdfOfStreams } from './pdf-writer.ts';
import { type Intake, openIntake } from './taking-in.ts';

const FIRST =
  'The defence minis\u00adtry said on Fri\u00adday that forty of its ninety train\u00aders in the north\u00adern province would be relo\u00adcated to a base across the bor\u00adder while talks with the host govern\u00adment con\u00adtinue. The others, among them a 12-strong signals team and a battalion-sized reserve, are to stay.';
const SECOND =
  'A spokes\u00adwoman told report\u00aders that the deploy\u00adment had been reviewed in parlia\u00adment and that no fur\u00adther reduc\u00adtions were being con\u00adsidered. Equip\u00adment left behind would be handed over to the part\u00adners under an agree\u00adment signed last autumn.';
const THIRD =
  'Neigh\u00adbouring coun\u00adtries have taken simi\u00adlar steps. One flew its whole con\u00adtingent of 160 sol\u00addiers home over the week\u00adend; another said that its task force would remain, though exer\u00adcises had been sus\u00adpended until con\u00additions allow their resump\u00adtion.';
const plain = (text: string): string => text.replaceAll('\u00ad', '');

let intake: Intake;
beforeAll(async () => {
  intake = await openIntake();
});
afterAll(() => intake.close());

const textOf = async (pdf: Uint8Array): Promise<string> => {
  const { reports, faults } = await intake.take({ 'a.pdf': pdf });
  expect(faults).toEqual([]);
  return reports[0]!.report.text!;
};

describe('the text of a PDF', () => {
  test.each([
    ['set flush left', { gap: 8 }],
    ['justified', { gap: 8, justified: true }],
    ['with indented paragraphs and no gap', { indent: 14, justified: true }],
    ['in narrow lines', { gap: 6, size: 12 }],
  ])('has its paragraphs whole: %s', async (_, options) => {
    const text = await textOf(pdfOf([columnOf([FIRST, SECOND, THIRD], 60, 700, 260, options)]));
    expect(text.split('\n\n')).toEqual([FIRST, SECOND, THIRD].map(plain));
  });

  test.each([
    ['column by column', (words: Placed[]) => words],
    ['row by row across both', (words: Placed[]) => [...words].sort((a, b) => b.y - a.y || a.x - b.x)],
    ['bottom up', (words: Placed[]) => [...words].reverse()],
  ])('reads two columns one after the other where the file draws them %s', async (_, order) => {
    const title = { text: 'Trainers go across the border', x: 60, y: 730, size: 18 };
    const left = columnOf([FIRST, SECOND], 60, 700, 230, { indent: 10, justified: true });
    const right = columnOf([THIRD, FIRST], 322, 700, 230, { indent: 10, justified: true });
    const text = await textOf(pdfOf([order([title, ...left, ...right])]));
    expect(text.split('\n\n')).toEqual([title.text, ...[FIRST, SECOND, THIRD, FIRST].map(plain)]);
  });

  test('keeps the rows of a table, their cells apart', async () => {
    const rows = [
      ['Country', 'Soldiers', 'Aircraft'],
      ['Fiji', '170', '2'],
      ['Norway', '60', '0'],
      ['Latvia', '12', '1'],
    ].flatMap((cells, r) => cells.map((text, c) => ({ text, x: 60 + c * 120, y: 600 - r * 14 })));
    const text = await textOf(pdfOf([[...columnOf([FIRST], 60, 700, 400), ...rows]]));
    expect(text.split('\n\n')[1]).toBe(
      'Country | Soldiers | Aircraft\nFiji | 170 | 2\nNorway | 60 | 0\nLatvia | 12 | 1',
    );
  });

  test('goes on over the end of a page, without running headers, footers and page numbers', async () => {
    const half = columnOf([FIRST], 60, 700, 400);
    const pages = [half.slice(0, 3), half.slice(3), columnOf([SECOND], 60, 700, 400), columnOf([THIRD], 60, 700, 400)];
    const framed = pages.map((words, i) => [
      { text: 'Bulletin of the Ministry', x: 60, y: 765, size: 8 },
      { text: i % 2 ? 'Restricted until noon' : 'Forces abroad', x: 400, y: 765, size: 8 },
      ...words,
      { text: `Page ${i + 7} of 40`, x: 280, y: 30, size: 8 },
    ]);
    expect((await textOf(pdfOf(framed))).split('\n\n')).toEqual([FIRST, SECOND, THIRD].map(plain));
  });

  test('drops a chapter header that changes but counts the pages, and a bare number', async () => {
    const headers = ['One: Before', 'One: Before', 'Two: After', 'Three: Now'];
    const pages = headers.map((text, i) => [
      { text, x: 60, y: 765 },
      { text: String(i + 31), x: 540, y: 765 },
      ...columnOf([[FIRST, SECOND, THIRD, FIRST][i]!], 60, 700, 400),
    ]);
    expect(await textOf(pdfOf(pages))).not.toMatch(/Before|After|Now|\b3[1-4]\b/);
  });

  test('puts notes at the end and no note mark on a number', async () => {
    const page = [
      { text: 'The force counts 500', x: 60, y: 700 },
      { text: '3', x: 60 + 98, y: 704, size: 6 },
      { text: ' soldiers, of whom forty are', x: 60 + 102, y: 700 },
      { text: '3 As told to parliament in spring.', x: 60, y: 80, size: 7 },
    ];
    const next = [{ text: 'to leave the country before the winter sets in.', x: 60, y: 700 }];
    expect(await textOf(pdfOf([page, next]))).toBe(
      'The force counts 500 soldiers, of whom forty are to leave the country before the winter sets in.\n\n3 As told to parliament in spring.',
    );
  });

  test.each([
    ['a 12-', 'strong team', 'a 12-strong team'],
    ['the Franco-', 'German brigade', 'the Franco-German brigade'],
    ['a troop deploy-', 'ment abroad', 'a troop deployment abroad'],
    ['a long-', 'term mission', 'a long-term mission'],
    ['the NATO-', 'led mission', 'the NATO-led mission'],
    ['part-', 'ners from abroad', 'partners from abroad'],
    ['a mission from 2018\x96', '2020 in the north', 'from 2018\u20132020 in'],
  ])('parted as "%s/%s" is put together', async (left, right, whole) => {
    const lead = 'The spokesman of the armed forces has said in the capital that there is';
    const text = await textOf(
      pdfOf([
        [
          { text: `${lead} ${left}`, x: 60, y: 700 },
          { text: `${right} and that it stays there until the end of the year at the least, he said.`, x: 60, y: 688 },
        ],
      ]),
    );
    expect(text).toContain(whole);
  });

  test('leaves out a watermark across the page and sets turned pages upright', async () => {
    const mark = { text: 'EMBARGOED DRAFT', x: 150, y: 300, size: 60, turned: 45 };
    expect(await textOf(pdfOf([[mark, ...columnOf([FIRST], 60, 700, 300)]]))).toBe(plain(FIRST));
    const turned = columnOf([FIRST], 60, 500, 300).map(({ text, x, y }) => ({ text, x: 612 - y, y: x, turned: 90 }));
    expect(await textOf(pdfOf([turned], { rotate: 90 }))).toBe(plain(FIRST));
  });
});

describe('what a PDF says of itself', () => {
  const body = columnOf([FIRST, SECOND], 60, 600, 400, { gap: 8 });
  const shown = { text: 'Forty trainers to cross the border', x: 60, y: 700, size: 18 };
  const dated = { text: '14 March 2021', x: 60, y: 680 };

  test.each([
    ['Forty Trainers to Cross the Border', 'Forty Trainers to Cross the Border'],
    ['Microsoft Word - trainers_final_v3.docx', shown.text],
    ['Annual template of the ministry', shown.text],
    ['', shown.text],
  ])('a title "%s" in the metadata gives "%s"', async (title, taken) => {
    const { reports } = await intake.take({ 'a.pdf': pdfOf([[shown, dated, ...body]], { info: { Title: title } }) });
    expect(reports[0]!.report).toMatchObject({ title: taken, published: '2021-03-14' });
  });

  test.each([
    ['The move was agreed on early in 2021.', "D:20210315101500+01'00'", '2021-03-15'],
    ['The move was agreed on early in 2009.', "D:20210315101500+01'00'", null],
    ['The move was agreed on early in 2000.', 'D:20000101000000Z', null],
    ['The move was agreed on early in 2021.', 'yesterday', null],
  ])('with "%s" a file made on %s was published on %s', async (sentence, created, published) => {
    const pdf = pdfOf([columnOf([`${FIRST} ${sentence}`], 60, 600, 400)], { info: { CreationDate: created } });
    expect((await intake.take({ 'a.pdf': pdf })).reports[0]!.report.published).toBe(published);
  });

  test('one named .txt, and one after stray bytes, are read as PDFs', async () => {
    const pdf = pdfOf([columnOf([FIRST], 60, 600, 400)]);
    const { reports, notes } = await intake.take({ 'a.txt': pdf, b: Buffer.concat([Buffer.from('\r\n\r\n'), pdf]) });
    expect(reports.map(({ report }) => report.text)).toEqual([plain(FIRST), plain(FIRST)]);
    expect(notes).toEqual(['a.txt: is a PDF by its content, whatever its name: read as such']);
  });
});

describe('a PDF that cannot be read', () => {
  const whole = pdfOf([1, 2, 3].map(() => columnOf([FIRST], 60, 600, 400)));
  const locked = pdfOf([columnOf([FIRST], 60, 600, 400)], {
    trailer: `/ID [<01><01>] /Encrypt << /Filter /Standard /V 1 /R 2 /P -4 /O <${'41'.repeat(32)}> /U <${'42'.repeat(32)}> >>`,
  });
  test.each([
    ['cut short', whole.slice(0, whole.length * 0.6), /cut short/],
    ['only its first line', whole.slice(0, 9), /cut short/],
    ['broken inside', Buffer.from('%PDF-1.4\nnothing of the kind\n%%EOF\n'), /broken or cut short/],
    ['a scan', pdfOfStreams(['q 100 0 0 100 0 0 cm Q', '']), /2 pages are images.*recognise the text first/],
    ['locked', locked, /is encrypted/],
    ['of 2,001 pages', pdfOfStreams(new Array(2001).fill('')), /has 2,001 pages: the limit is 2,000/],
  ])('%s is named with what is wrong, and the next file is read', async (_, pdf, message) => {
    const { reports, faults } = await intake.take({ 'bad.pdf': pdf, 'good.txt': plain(FIRST) });
    expect(faults).toEqual([{ source: 'bad.pdf', message: expect.stringMatching(message) }]);
    expect(reports.map(({ source }) => source)).toEqual(['good.txt']);
  });

  test('a page count that is a lie costs nothing: the pages that are there are read', async () => {
    const { reports, faults } = await intake.take({
      'a.pdf': pdfOf([columnOf([FIRST], 60, 600, 400)], { count: 2_000_000_000 }),
    });
    expect(faults).toEqual([]);
    expect(reports[0]!.report.text).toBe(plain(FIRST));
  });
});
