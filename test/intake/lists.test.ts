// A list of detachments gives the same claims from whatever file it comes in, and is not taken for another language.
import { afterAll, beforeAll, expect, test } from 'vitest';
import { printFields } from '../../src/model/notation.ts';
import { reader } from '../../src/wire-reader.ts';
import { columnOf, pdfOf } from './pdf-writer.ts';
import { type Intake, openIntake } from './taking-in.ts';

const TITLE = 'Slovenia: Military and Security';
const LIST = '110 Kosovo (NATO/KFOR); 45 Latvia (NATO); up to 100 Slovakia (NATO); est. 20-25 Lebanon (UNIFIL) (2022)';
const NOTE = 'also has about 30 police deployed to Bosnia and Herzegovina under EUFOR Althea (2022)';
const CLAIMS = [
  'presence SI ~30 unit "police" mission "EUFOR Althea" BA(Bosnia and Herzegovina) [2022-01-01..2022-12-31]',
  'presence SI 110 mission "NATO/KFOR" XK(Kosovo) [2022-01-01..2022-12-31]',
  'presence SI 45 mission "NATO" LV(Latvia) [2022-01-01..2022-12-31]',
  'presence SI ..100 mission "NATO" SK(Slovakia) [2022-01-01..2022-12-31]',
  'presence SI ~20..25 mission "UNIFIL" LB(Lebanon) [2022-01-01..2022-12-31]',
].sort();

const text = `${TITLE}\n\n${LIST}\n\n${NOTE}\n`;
const object = { title: TITLE, published: '2022-09-01', text };
const html = `<h1>${TITLE}</h1><p>${LIST}</p><p>${NOTE}</p>`;
const page = `<!doctype html><html lang="en"><head><title>${TITLE}</title></head><body><article>${html}</article></body></html>`;
const mail = `From: desk@example.org\nSubject: ${TITLE}\nDate: Thu, 1 Sep 2022 10:00:00 +0000\nMIME-Version: 1.0\nContent-Type: text/plain; charset=utf-8\n\n${LIST}\n\n${NOTE}\n`;
const feed = `<?xml version="1.0"?><rss version="2.0"><channel><title>Desk</title><link>https://example.org/</link><item><title>${TITLE}</title><link>https://example.org/1</link><pubDate>Thu, 01 Sep 2022 10:00:00 GMT</pubDate><description>&lt;p&gt;${LIST}&lt;/p&gt;&lt;p&gt;${NOTE}&lt;/p&gt;</description></item></channel></rss>`;

let intake: Intake;
beforeAll(async () => {
  intake = await openIntake();
});
afterAll(() => intake.close());

test.each<[string, string | Uint8Array]>([
  ['list.txt', text],
  ['list.md', `# ${TITLE}\n\n${LIST}\n\n${NOTE}\n`],
  ['list.json', JSON.stringify(object)],
  ['list.jsonl', `${JSON.stringify(object)}\n`],
  ['list.html', page],
  ['list.eml', mail],
  ['list.xml', feed],
  ['list.pdf', pdfOf([columnOf([TITLE, LIST, NOTE], 60, 700, 420, { gap: 14 })], { info: { Title: TITLE } })],
])('%s', async (name, content) => {
  const { reports, faults, notes } = await intake.take({ [name]: content });
  expect(faults).toEqual([]);
  expect(notes.filter((note) => note.includes('language'))).toEqual([]);
  const claims = reports.flatMap(({ report }) =>
    reader().read({
      id: 'x',
      text: report.text,
      title: report.title,
      published: report.published ?? '2022-09-01',
      publisher: report.publisher,
      url: report.url,
      ...(report.language ? { language: report.language } : {}),
    }),
  );
  expect(claims.map((claim) => printFields(claim)).sort()).toEqual(CLAIMS);
});
