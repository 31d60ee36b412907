import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { type Intake, openIntake } from './taking-in.ts';

const HEAD = `Received: from a.example.org by b.example.org; Wed, 8 Jan 2020 04:31:00 +0000
From: "Ministry of Defence" <press@mod.example.org>
To: list@example.org
Subject: =?utf-8?Q?Forty_trainers_go_=E2=80=93_fifty_stay?=
Date: Tue, 7 Jan 2020 23:30:00 -0500
Message-ID: <1@mod.example.org>
Archived-At: <https://lists.example.org/a/1>
MIME-Version: 1.0
`;
const WORDS = 'Forty trainers left the northern province on Monday.\n\nFifty others stay until the summer.';
const PLAIN = `Content-Type: text/plain; charset=utf-8\n\n${WORDS}\n`;
const HTML = `Content-Type: text/html; charset=utf-8

<html><body><div style="display:none">Preview of nothing</div><table><tr><td><p>Forty trainers left the northern province on Monday.</p><p>Fifty others stay until the summer.</p></td></tr></table></body></html>
`;
const multipart = (kind: string, parts: readonly string[], id = 'b1'): string =>
  `Content-Type: multipart/${kind}; boundary=${id}\n\n${parts.map((part) => `--${id}\n${part}`).join('\n')}\n--${id}--\n`;
const ATTACHED = `Content-Type: application/pdf; name="map.pdf"\nContent-Disposition: attachment; filename="map.pdf"\nContent-Transfer-Encoding: base64\n\nJVBERi0xLjQK\n`;

const TEXT = `Forty trainers go \u2013 fifty stay\n\n${WORDS}`;

let intake: Intake;
beforeAll(async () => {
  intake = await openIntake();
});
afterAll(() => intake.close());

describe('a mail', () => {
  test.each([
    ['plain text', HEAD + PLAIN],
    ['HTML alone', HEAD + HTML],
    ['both', HEAD + multipart('alternative', [PLAIN, HTML])],
    [
      'a plain part that only points at the other',
      HEAD + multipart('alternative', ['Content-Type: text/plain\n\nView this in your browser.\n', HTML]),
    ],
    ['CR LF line ends', (HEAD + PLAIN).replaceAll('\n', '\r\n')],
    [
      'quoted-printable Latin-1',
      `${HEAD}Content-Type: text/plain; charset=iso-8859-1\nContent-Transfer-Encoding: quoted-printable\n\n${WORDS.replace('the northern', 'th=65 =\nnorthern')}\n`,
    ],
    [
      'a reply with the mail before it and a signature',
      `${HEAD}Content-Type: text/plain\n\n${WORDS}\n\n-- \nJ. Writer, Press office\n\nOn Mon, Jan 6, 2020 at 9:00 AM A. Reader <a@example.org> wrote:\n> Will the 900 leave?\n> All of them?\n`,
    ],
  ])('gives subject, day, sender and text: %s', async (_, mail) => {
    const { reports, faults } = await intake.take({ 'a.eml': mail });
    expect(faults).toEqual([]);
    expect(reports).toEqual([
      {
        source: 'a.eml',
        report: {
          title: 'Forty trainers go \u2013 fifty stay',
          text: TEXT,
          published: '2020-01-07',
          publisher: 'Ministry of Defence',
          url: 'https://lists.example.org/a/1',
        },
      },
    ]);
  });

  test('names its attachments and does not read them', async () => {
    const { reports, notes } = await intake.take({ 'a.eml': HEAD + multipart('mixed', [PLAIN, ATTACHED]) });
    expect(reports[0]!.report.text).toBe(TEXT);
    expect(notes).toEqual(['a.eml: not read, attached: map.pdf']);
  });

  test('is known by its header lines whatever its name; a press release with "From:" is text', async () => {
    const release = `From: Press office\nDate: 7 January 2020\nSubject: Trainers\n\n${WORDS}\n`;
    const { reports, notes } = await intake.take({ 'a.txt': HEAD + PLAIN, 'b.txt': release });
    expect(reports.map(({ report }) => report.text)).toEqual([TEXT, release]);
    expect(notes).toEqual(['a.txt: is a mail by its content, whatever its name: read as such']);
  });

  test('each of a mailbox is a report of its own, and a bad one is named by its number', async () => {
    const from = 'From press@mod.example.org Tue Jan  7 23:30:00 2020\n';
    const empty = `${HEAD}Content-Type: text/plain\n\n\n`;
    const { reports, faults } = await intake.take({
      'a.mbox': [HEAD + PLAIN, empty, HEAD + HTML].map((mail) => `${from}${mail}\n`).join(''),
    });
    expect(reports.map(({ source, report }) => [source, report.text])).toEqual([
      ['a.mbox:1', TEXT],
      ['a.mbox:3', TEXT],
    ]);
    expect(faults).toEqual([{ source: 'a.mbox:2', message: expect.stringMatching(/a mail without text/) }]);
  });

  const nested = (depth: number): string => {
    let part = PLAIN;
    for (let i = 0; i < depth; i++) part = multipart('mixed', [part], `b${i}`);
    return HEAD + part;
  };
  test.each([
    ['parts nested 1,000 deep', nested(1000), /nests its parts deeper than 32/],
    ['an attachment alone', HEAD + multipart('mixed', [ATTACHED]), /without text.*attachments/],
    ['no header', 'words and no header\n\nmore words\n', /is no mail/],
  ])('with %s is named, and the next file is read', async (_, mail, message) => {
    const { reports, faults } = await intake.take({ 'bad.eml': mail, 'good.eml': nested(10) });
    expect(faults).toEqual([{ source: 'bad.eml', message: expect.stringMatching(message) }]);
    expect(reports.map(({ source }) => source)).toEqual(['good.eml']);
  });
});
