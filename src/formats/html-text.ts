// The words of an element: blocks apart by a blank line, list items and table rows a line each, white space as a browser shows it.

import type { PageElement, PageNode } from './dom.ts';

const BLOCKS = new Set(
  'address article aside blockquote dd details div dl dt fieldset figure footer form h1 h2 h3 h4 h5 h6 header hr main ol p pre section table ul'.split(
    ' ',
  ),
);
const LINES = new Set(['li', 'tr', 'caption']);
const NOTHING = new Set(['script', 'style', 'noscript', 'template', 'svg', 'figcaption', 'button', 'form', 'head']);

/** Text with single blank lines between blocks; "- " before list items, " | " between cells. */
export function textOf(element: PageElement): string {
  const parts: string[] = [];
  walk(element, parts);
  return parts
    .join('')
    .replace(/[ \t\f\r]+/g, ' ')
    .replace(/ ?\n ?/g, '\n')
    .replace(/\n{3,}/g, '\n\n')
    .replace(/^- *\n+/gm, '- ')
    .trim();
}

/** Its own stack: a page may nest up to the depth limit, and the limit is no reason to trust the call stack. */
function walk(root: PageElement, parts: string[]): void {
  const stack: (PageNode | string)[] = [root];
  for (let node = stack.pop(); node !== undefined; node = stack.pop()) {
    if (typeof node === 'string') {
      parts.push(node);
      continue;
    }
    if (node.nodeType === 3)
      parts.push((node.nodeValue ?? '').replace(/\s+/g, (space) => (space.includes('\u00a0') ? space : ' ')));
    if (node.nodeType !== 1) continue;
    const name = node.nodeName.toLowerCase();
    if (NOTHING.has(name)) continue;
    if (name === 'br') {
      parts.push('\n');
      continue;
    }
    if (BLOCKS.has(name)) {
      parts.push('\n\n');
      stack.push('\n\n');
    } else if (LINES.has(name)) parts.push(name === 'li' ? '\n- ' : '\n');
    if (name === 'td' || name === 'th') stack.push(hasNextCell(node) ? ' | ' : '');
    for (let child = node.lastChild; child !== null; child = child.previousSibling) stack.push(child);
  }
}

const hasNextCell = (cell: PageNode): boolean => {
  for (let next: PageNode | null = cell.nextSibling; next !== null; next = next.nextSibling)
    if (next.nodeType === 1) return true;
  return false;
};
