import iconv from 'iconv-lite';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { type Intake, openIntake } from './taking-in.ts';

let intake: Intake;
beforeAll(async () => {
  intake = await openIntake();
});
afterAll(() => intake.close());

const WORDS =
  'The minister said that \u201cforty\u201d of the trainers \u2013 Andr\u00e9\u2019s company among them \u2013 had left S\u00e3o Jorge caf\u00e9 by noon, and that the others were to stay.';
const page = (head: string): string =>
  `<html><head>${head}<title>Trainers</title></head><body><p>${WORDS}</p></body></html>`;

describe('the charset of a file', () => {
  test.each([
    ['UTF-8 with a byte order mark', 'a.txt', iconv.encode(WORDS, 'utf8', { addBOM: true })],
    ['UTF-16 with a byte order mark', 'a.txt', iconv.encode(WORDS, 'utf16le', { addBOM: true })],
    ['UTF-16, big end first', 'a.html', iconv.encode(page(''), 'utf16be', { addBOM: true })],
    ['windows-1252 by <meta charset>', 'a.html', iconv.encode(page('<meta charset="windows-1252">'), 'win1252')],
    [
      'windows-1252 that calls itself ISO-8859-1',
      'a.html',
      iconv.encode(page('<meta http-equiv="Content-Type" content="text/html; charset=iso-8859-1">'), 'win1252'),
    ],
    ['UTF-8 that calls itself ISO-8859-1', 'a.html', iconv.encode(page('<meta charset="iso-8859-1">'), 'utf8')],
    [
      'a feed by its XML declaration',
      'a.xml',
      iconv.encode(
        `<?xml version="1.0" encoding="windows-1252"?><rss version="2.0"><channel><item><title>T</title><description>${WORDS}</description></item></channel></rss>`,
        'win1252',
      ),
    ],
    ['windows-1252 by guess', 'a.txt', iconv.encode(WORDS, 'win1252')],
  ])('is found: %s', async (_, name, bytes) => {
    const { reports, faults } = await intake.take({ [name]: bytes });
    expect(faults).toEqual([]);
    expect(reports[0]!.report.text).toContain(WORDS);
  });

  test('UTF-8 with one bad byte stays UTF-8', async () => {
    const bytes = Buffer.concat([Buffer.from(WORDS), Buffer.from([0x20, 0xe2, 0x80])]);
    const { reports } = await intake.take({ 'a.txt': bytes });
    expect(reports[0]!.report.text).toBe(`${WORDS} \ufffd`);
  });
});

describe('a text in another language', () => {
  test.each([
    [
      'de',
      'Die Bundeswehr hat in der Nacht einen Teil ihrer Ausbilder aus dem Norden des Landes ausgeflogen. Das teilte das Ministerium am Mittwoch in Berlin mit. Die \u00fcbrigen Soldaten bleiben vorerst im Lager.',
    ],
    [
      'fr',
      'Le minist\u00e8re des arm\u00e9es a annonc\u00e9 mercredi que quarante instructeurs quitteraient le nord du pays dans les prochains jours, tandis que les autres resteraient dans leurs camps.',
    ],
    [
      'ru',
      '\u041c\u0438\u043d\u0438\u0441\u0442\u0435\u0440\u0441\u0442\u0432\u043e \u043e\u0431\u043e\u0440\u043e\u043d\u044b \u0441\u043e\u043e\u0431\u0449\u0438\u043b\u043e \u0432 \u0441\u0440\u0435\u0434\u0443, \u0447\u0442\u043e \u0441\u043e\u0440\u043e\u043a \u0438\u043d\u0441\u0442\u0440\u0443\u043a\u0442\u043e\u0440\u043e\u0432 \u043f\u043e\u043a\u0438\u043d\u0443\u043b\u0438 \u0441\u0442\u0440\u0430\u043d\u0443.',
    ],
  ])('is kept and marked: %s', async (language, text) => {
    const { reports, notes } = await intake.take({ 'a.txt': text, 'b.txt': WORDS });
    expect(reports[0]!.report).toMatchObject({ text, language });
    expect(reports[1]!.report.language).toBeUndefined();
    expect(notes).toEqual([`a.txt: is in another language than English (${language}): kept, not read for claims`]);
  });
});
