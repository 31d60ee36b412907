// How deep a page's elements nest, counted before any parser sees it: article finders are cubic in depth. Linear in the page's length.

/** Elements that never hold others, or whose end tag may be left out: they nest nothing by being opened again. */
const FLAT = new Set(
  'area base br col embed hr img input link meta param source track wbr p li dt dd tr td th thead tbody tfoot colgroup option optgroup rp rt'.split(
    ' ',
  ),
);
/** What stands in these is no markup until their end tag. */
const RAW = new Set(['script', 'style', 'textarea', 'title']);

/** The deepest nesting of elements in `html`, counted up to `limit` + 1. A tag or comment that never ends hides the rest, as in a browser. */
export function depthOf(html: string, limit: number): number {
  let depth = 0;
  let deepest = 0;
  for (let at = html.indexOf('<'); at >= 0 && deepest <= limit; at = html.indexOf('<', at)) {
    if (html.startsWith('<!--', at)) {
      const end = html.indexOf('-->', at + 4);
      if (end < 0) break;
      at = end + 3;
      continue;
    }
    const isEnd = html[at + 1] === '/';
    const name = nameAt(html, at + (isEnd ? 2 : 1));
    if (name === '') {
      at++;
      continue;
    }
    const end = endOfTag(html, at + 1);
    if (end < 0) break;
    at = end;
    if (FLAT.has(name)) continue;
    if (isEnd) depth = Math.max(0, depth - 1);
    else if (RAW.has(name)) {
      at = endOfRaw(html, name, end);
      if (at < 0) break;
    } else if (html[end - 2] !== '/') deepest = Math.max(deepest, ++depth);
  }
  return deepest;
}

const NAME = /[a-z][a-z0-9-]{0,40}/iy;
function nameAt(html: string, at: number): string {
  NAME.lastIndex = at;
  return NAME.exec(html)?.[0].toLowerCase() ?? '';
}

const STOP = /[>"']/g;
/** The place after the tag's ">", quoted values stepped over; -1 where it never comes. */
export function endOfTag(html: string, from: number): number {
  STOP.lastIndex = from;
  for (let m = STOP.exec(html); m !== null; m = STOP.exec(html)) {
    if (m[0] === '>') return m.index + 1;
    const close = html.indexOf(m[0], m.index + 1);
    if (close < 0) return -1;
    STOP.lastIndex = close + 1;
  }
  return -1;
}

/** The place of the end tag of a raw element, whatever its case; -1 where it never comes. */
function endOfRaw(html: string, name: string, from: number): number {
  const end = new RegExp(`</${name}`, 'gi');
  end.lastIndex = from;
  return end.exec(html)?.index ?? -1;
}
