// The words of a page by one pass over its letters, without parsing it: enough to tell whether it is worth parsing.

/** Nothing that a reader sees stands in these. */
const HIDDEN: ReadonlySet<string> = new Set(['script', 'style', 'noscript', 'template', 'svg', 'iframe', 'select']);
/** Words go on over these. */
const INLINE: ReadonlySet<string> = new Set(
  'a abbr acronym b bdi bdo big cite code data dfn em font i ins kbd mark q s samp small span strong sub sup time tt u var wbr'.split(
    ' ',
  ),
);
const HEADINGS: ReadonlySet<string> = new Set(['title', 'h1', 'h2']);
const NAME = /[a-z][a-z0-9]*/y;

/**
 * The page's prose and headings, a block a line. Blocks that are mostly links lead to other pages (menus, lists of stories) and are left out.
 * Linear in the length of any text.
 */
export function wordsOfPage(html: string): string {
  const lower = html.toLowerCase();
  // Folding a few capitals makes a text longer: then the tags would not stand where they stood.
  const source = lower.length === html.length ? html : lower;
  const blocks: string[] = [];
  let block = '';
  let linked = 0;
  let isLink = false;
  let isHeading = false;
  const end = (): void => {
    if (block !== '' && (isHeading || linked * 2 <= block.length)) blocks.push(block);
    block = '';
    linked = 0;
  };
  const add = (text: string): void => {
    block += text;
    if (isLink) linked += text.length;
  };
  for (let at = 0; at < source.length; ) {
    const open = source.indexOf('<', at);
    if (open < 0) {
      add(source.slice(at));
      break;
    }
    if (open > at) add(source.slice(at, open));
    const isEnd = source.charCodeAt(open + 1) === 47;
    NAME.lastIndex = open + (isEnd ? 2 : 1);
    const name = NAME.exec(lower)?.[0];
    if (name === undefined) {
      at = afterMark(source, open);
      if (at === open + 1) add('<');
      continue;
    }
    if (!isEnd && HIDDEN.has(name)) {
      const close = lower.indexOf(`</${name}`, open);
      at = close < 0 ? source.length : afterTag(source, close);
      end();
      continue;
    }
    at = afterTag(source, open);
    if (name === 'a') isLink = !isEnd;
    else if (!INLINE.has(name)) {
      end();
      isHeading = HEADINGS.has(name) && !isEnd;
      isLink = isEnd ? false : isLink;
    }
  }
  end();
  return blocks
    .join('\n')
    .replace(/&(?:nbsp|#160|#xa0|ensp|emsp|thinsp);/gi, ' ')
    .replace(/[ \t\r\n\u00a0]+/g, ' ');
}

function afterTag(html: string, open: number): number {
  const close = html.indexOf('>', open);
  return close < 0 ? html.length : close + 1;
}

/** After a comment, a declaration or an instruction; a "<" that opens none of them is a sign of its own. */
function afterMark(html: string, open: number): number {
  const next = html[open + 1];
  if (next === '!' && html.startsWith('--', open + 2)) {
    const close = html.indexOf('-->', open + 4);
    return close < 0 ? html.length : close + 3;
  }
  return next === '!' || next === '?' || next === '/' ? afterTag(html, open) : open + 1;
}
