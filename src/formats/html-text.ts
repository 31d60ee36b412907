// The words of an element: blocks apart by a blank line, list items and table rows a line each, white space as a browser shows it.

import type { PageElement, PageNode } from './dom.ts';

const BLOCKS = new Set(
  'address article aside blockquote dd details div dl dt fieldset figure footer form h1 h2 h3 h4 h5 h6 header hr main ol p pre section table ul'.split(
    ' ',
  ),
);
const LINES = new Set(['li', 'caption']);
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

interface Step {
  readonly node: PageNode;
  /** In a table's cell: its paragraph is no block of its own. */
  readonly isCell: boolean;
}

/** Its own stack: a page may nest up to the depth limit, and the limit is no reason to trust the call stack. */
function walk(root: PageElement, parts: string[]): void {
  const stack: (Step | string)[] = [{ node: root, isCell: false }];
  for (let step = stack.pop(); step !== undefined; step = stack.pop()) {
    if (typeof step === 'string') {
      parts.push(step);
      continue;
    }
    const { node } = step;
    if (node.nodeType === 3)
      parts.push((node.nodeValue ?? '').replace(/\s+/g, (space) => (space.includes('\u00a0') ? space : ' ')));
    if (node.nodeType !== 1) continue;
    const name = node.nodeName.toLowerCase();
    if (NOTHING.has(name)) continue;
    if (name === 'br') {
      parts.push(step.isCell ? ' ' : '\n');
      continue;
    }
    let isCell = step.isCell;
    if (name === 'tr') {
      isCell = isRow(node);
      parts.push(isCell ? '\n' : '\n\n');
    } else if (name === 'td' || name === 'th') {
      if (!isCell) stack.push('\n\n');
      else if (hasNextCell(node)) stack.push(' | ');
    } else if (BLOCKS.has(name) && !isCell) {
      parts.push('\n\n');
      stack.push('\n\n');
    } else if (LINES.has(name) && !isCell) parts.push(name === 'li' ? '\n- ' : '\n');
    for (let child = node.lastChild; child !== null; child = child.previousSibling) stack.push({ node: child, isCell });
  }
}

/** True where each cell holds one paragraph at most: else the table only lays the page out, and its cells are blocks. */
function isRow(row: PageNode): boolean {
  for (let cell = row.lastChild; cell !== null; cell = cell.previousSibling) if (isLayout(cell)) return false;
  return true;
}

function isLayout(cell: PageNode): boolean {
  let blocks = 0;
  const stack: PageNode[] = [cell];
  for (let node = stack.pop(); node !== undefined; node = stack.pop()) {
    if (node.nodeType !== 1) continue;
    const name = node.nodeName.toLowerCase();
    if (name === 'table' || name === 'ul' || name === 'ol' || /^h[1-6]$/.test(name)) return true;
    if (name === 'p' && ++blocks > 1) return true;
    for (let child = node.lastChild; child !== null; child = child.previousSibling) stack.push(child);
  }
  return false;
}

const hasNextCell = (cell: PageNode): boolean => {
  for (let next: PageNode | null = cell.nextSibling; next !== null; next = next.nextSibling)
    if (next.nodeType === 1) return true;
  return false;
};
