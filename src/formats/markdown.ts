// Markdown -> a report: front matter gives what is known of it; the text is the words without the marks, a blank line between blocks.
import { marked, type Token, type Tokens } from 'marked';
import { isDay } from '../model/day.ts';
import { type Draft, draftOf } from '../model/draft.ts';
import { LaydownError } from '../model/errors.ts';
import { checkProse } from './prose.ts';
import { dayFromText, dayFromWords } from './published.ts';
import { titleLine } from './text.ts';

/**
 * Front matter (`---` lines around `key: value` lines) may hold title, published or date, publisher or source, url.
 * Throws LaydownError `bad-input` where the text is no report or the front matter's date is none.
 */
export function readMarkdown(source: string): Draft {
  checkProse(source);
  const { fields, body } = frontMatter(source);
  const blocks = marked.lexer(body).map(blockText).filter(Boolean);
  const text = blocks.join('\n\n');
  checkProse(text);
  const date = fields.get('published') ?? fields.get('date');
  const published = date === undefined ? dayFromText(text) : dayFromWords(date);
  if (date !== undefined && (published === null || !isDay(published))) {
    throw new LaydownError('bad-input', `the date "${date}" in its front matter is no date: write YYYY-MM-DD`);
  }
  return draftOf(text, {
    title: fields.get('title') ?? titleLine(`${text}\n\n`),
    published,
    publisher: fields.get('publisher') ?? fields.get('source') ?? null,
    url: fields.get('url') ?? null,
  });
}

function frontMatter(source: string): { fields: ReadonlyMap<string, string>; body: string } {
  const m = /^\s*---[ \t]*\r?\n([\s\S]{0,4000}?)\r?\n---[ \t]*(?:\r?\n|$)/.exec(source);
  const fields = new Map<string, string>();
  if (!m) return { fields, body: source };
  for (const line of m[1]!.split(/\r?\n/)) {
    const pair = /^([a-z]+)[ \t]*:[ \t]*(.+?)[ \t]*$/i.exec(line);
    if (pair) fields.set(pair[1]!.toLowerCase(), pair[2]!.replace(/^(["'])(.*)\1$/, '$2'));
  }
  return { fields, body: source.slice(m[0].length) };
}

/** One block's words; lists a line an item, tables a line a row with " | " between the cells; code and raw HTML hold no prose. */
function blockText(block: Token): string {
  switch (block.type) {
    case 'space':
    case 'hr':
    case 'code':
    case 'def':
      return '';
    case 'html':
      return stripTags((block as Tokens.HTML).text).trim();
    case 'list':
      return (block as Tokens.List).items
        .map((item) => `- ${item.tokens.map(blockText).filter(Boolean).join('\n')}`)
        .join('\n');
    case 'table': {
      const table = block as Tokens.Table;
      return [table.header, ...table.rows]
        .map((row) => row.map((cell) => inlineText(cell.tokens)).join(' | '))
        .join('\n');
    }
    case 'blockquote':
      return ((block as Tokens.Blockquote).tokens ?? []).map(blockText).filter(Boolean).join('\n\n');
    default:
      return 'tokens' in block && block.tokens
        ? inlineText(block.tokens).trim()
        : plain('text' in block ? String(block.text) : '');
  }
}

const inlineText = (tokens: readonly Token[]): string =>
  tokens
    .map((token) => {
      if (token.type === 'image' || token.type === 'html') return '';
      if (token.type === 'br') return '\n';
      if ('tokens' in token && token.tokens) return inlineText(token.tokens);
      return plain('text' in token ? String(token.text) : token.raw);
    })
    .join('');

const ENTITIES: Readonly<Record<string, string>> = {
  amp: '&',
  lt: '<',
  gt: '>',
  quot: '"',
  '#39': "'",
  nbsp: '\u00a0',
  ndash: '–',
  mdash: '—',
  rsquo: '’',
  lsquo: '‘',
  rdquo: '”',
  ldquo: '“',
};
const plain = (text: string): string =>
  text.replace(/&(#?\w{1,8});/g, (whole, name: string) => ENTITIES[name] ?? whole);
const stripTags = (html: string): string => plain(html.replace(/<!--[\s\S]*?-->/g, '').replace(/<[^<>]*>/g, ''));
