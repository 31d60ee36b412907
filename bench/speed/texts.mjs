// The texts that the reader's speed is measured on.
import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';

const plain = (id, text) => ({ id, text, title: null, published: '2020-01-08', publisher: null, url: null });

/** Dense: reports full of troop news. General: negative reports of the corpus, and prose that comes with the installed packages. */
export function corpusTexts(root, corpus) {
  const all = readdirSync(corpus).map((name) => JSON.parse(readFileSync(join(corpus, name), 'utf8')));
  const asReport = ({ id, text, title, published }) => ({ id, text, title, published, publisher: null, url: null });
  const prose = readdirSync(join(root, 'node_modules'))
    .flatMap((name) => ['README.md', 'CHANGELOG.md'].map((file) => join(root, 'node_modules', name, file)))
    .filter((path) => existsSync(path))
    .map((path) => ({ ...plain(path, readFileSync(path, 'utf8')), published: null }))
    .filter(({ text }) => text.length > 2000);
  return {
    dense: all.filter((report) => !report.negative).map(asReport),
    general: [...all.filter((report) => report.negative).map(asReport), ...prose],
  };
}

/** Where a page's comment form starts, the reader stops: what a longer report has behind one would not be measured. */
const COMMENT_FORM = /^(?:be (?:the )?first to comment|leave a reply)/im;

/** One report of `size` code units: the dense reports one after the other, each time with other numbers, so that claims do not repeat. */
export function grown(dense, size) {
  const texts = dense.map(({ text }) => text).filter((text) => !COMMENT_FORM.test(text));
  const base = texts.join('\n\n');
  const parts = [];
  for (let length = 0, round = 0; length < size; round++) {
    const part = `${base.replace(/\b\d{3}\b/g, (n) => String(100 + ((Number(n) * 7 + round * 13) % 900)))}\n\n`;
    parts.push(part);
    length += part.length;
  }
  return plain(`grown to ${size}`, parts.join('').slice(0, size));
}

/** What no reporter writes and a crawler brings. */
export const hostile = (dense) => [
  plain('one run of 200,000 letters', `Troops ${'x'.repeat(200_000)}`),
  plain('one sentence of 6,000 clauses', 'the 120 German soldiers in Iraq and '.repeat(6000)),
  plain('100,000 quotation marks that never close', '\u201cThe troops said, '.repeat(100_000)),
  plain('10,000 nested brackets', `Troops ${'('.repeat(10_000)}in Iraq${')'.repeat(10_000)}`),
  plain('one line of 1 MB', grown(dense, 1e6).text.replace(/\s+/g, ' ')),
];
