// Links of the Markdown files, as they are in the repository, to links between the pages of the site.
import { existsSync } from 'node:fs';
import { dirname, join, normalize } from 'node:path';
import { MADE, OUTER, sourceOf } from './contents.mjs';

const OUTSIDE = /^(?:[a-z]+:|#|\/)/;

/**
 * Where a link of a page leads on the site: a page, a picture, or null for a file of the repository that is no part of the site.
 * `source` is the page's own file from the repository's root, with forward slashes. Throws where the link leads nowhere.
 */
export function siteLink(root, source, link) {
  if (OUTSIDE.test(link)) return link;
  const [path, anchor] = link.split('#');
  const target = normalize(join(dirname(source), path));
  const name = /^docs\/([\w-]+)\.md$/.exec(target)?.[1];
  if (name !== undefined && name in MADE) return link.replace('.md', '.html');
  if (!existsSync(join(root, target))) throw new Error(`${source}: the link ${link} leads nowhere`);
  const end = anchor === undefined ? '' : `#${anchor}`;
  if (target === 'README.md') return `index.html${end}`;
  if (OUTER[target]) return `${OUTER[target]}.html${end}`;
  if (name !== undefined) return `${name}.html${end}`;
  const picture = /^docs\/(.+\.(?:svg|png))$/.exec(target);
  return picture ? picture[1] : null;
}

/** A markdown-it plugin: links between pages, anchors on headings, tables and code that scroll on their own. */
export function siteMarkdown(root) {
  return (markdown) => {
    markdown.core.ruler.push('site_links', (state) => {
      for (const { children } of state.tokens) relink(children ?? [], root, state.env.page.inputPath);
    });
    markdown.core.ruler.push('site_anchors', (state) => anchors(state.tokens));
    markdown.renderer.rules.table_open = () => '<div class="wide" tabindex="0"><table>';
    wholeOptions(markdown.renderer.rules);
    for (const rule of ['fence', 'code_block']) focusable(markdown.renderer.rules, rule);
    markdown.renderer.rules.table_close = () => '</table></div>';
  };
}

/** Code that is wider than its page scrolls by keyboard, too. */
function focusable(rules, rule) {
  const plain = rules[rule];
  rules[rule] = (...args) => plain(...args).replace('<pre', '<pre tabindex="0"');
}

/** An option is not parted after its hyphens at a line's end. */
function wholeOptions(rules) {
  const plain = rules.code_inline;
  rules.code_inline = (...args) => plain(...args).replace(/--[a-z][a-z-]*/g, '<span class="whole">$&</span>');
}

function relink(tokens, root, inputPath) {
  const source = sourceOf(inputPath);
  for (const token of tokens) {
    const name = token.type === 'image' ? 'src' : 'href';
    const link = token.attrGet(name);
    if (link === null) continue;
    const to = siteLink(root, source, link);
    if (to !== null) token.attrSet(name, to);
    else {
      // A file of the repository: its words stay, with its path beside them.
      token.tag = 'span';
      token.attrs = [['title', normalize(join(dirname(source), link))]];
      const close = tokens.find(
        (other, at) => at > tokens.indexOf(token) && other.type === 'link_close' && other.tag === 'a',
      );
      close.tag = 'span';
    }
  }
}

function anchors(tokens) {
  const taken = new Map();
  tokens.forEach((token, at) => {
    if (token.type !== 'heading_open') return;
    const words = tokens[at + 1].children.map(({ content }) => content).join('');
    const slug = slugOf(words);
    const before = taken.get(slug) ?? 0;
    taken.set(slug, before + 1);
    token.attrSet('id', before === 0 ? slug : `${slug}-${before}`);
  });
}

/** The anchor of a heading, as the forges make it: small letters, spaces to dashes, other signs dropped. */
function slugOf(words) {
  return words
    .toLowerCase()
    .replace(/[^\p{L}\p{N}\s_-]/gu, '')
    .trim()
    .replace(/\s/g, '-');
}
