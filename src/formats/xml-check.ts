// Looks an XML text over before any parser sees it: entity definitions, depth, and how many of an element there are. Linear in its length.
import { LaydownError } from '../model/errors.ts';
import { endOfTag } from './html-depth.ts';

/**
 * How many elements have one of the names (lower case, without prefix).
 * Throws LaydownError `bad-input` where the text defines entities, which grow without bound, and `too-large` where it nests deeper than `depth`.
 */
export function checkXml(xml: string, names: ReadonlySet<string>, depth: number): number {
  let level = 0;
  let count = 0;
  for (let at = xml.indexOf('<'); at >= 0; at = xml.indexOf('<', at)) {
    const skipped = afterSection(xml, at);
    if (skipped !== null) {
      if (skipped < 0) break;
      at = skipped;
      continue;
    }
    const isEnd = xml[at + 1] === '/';
    const name = nameAt(xml, at + (isEnd ? 2 : 1));
    if (name === '') {
      at++;
      continue;
    }
    const end = endOfTag(xml, at + 1);
    if (end < 0) break;
    at = end;
    if (isEnd) {
      level = Math.max(0, level - 1);
      continue;
    }
    if (names.has(name)) count++;
    if (xml[end - 2] !== '/' && ++level > depth)
      throw new LaydownError('too-large', `nests elements deeper than ${depth}: no feed does`);
  }
  return count;
}

/** The place after a comment, CDATA, declaration or document type that starts at `at`; -1 where it never ends; null where none starts. */
function afterSection(xml: string, at: number): number | null {
  for (const [open, close] of [
    ['<!--', '-->'],
    ['<![CDATA[', ']]>'],
    ['<?', '?>'],
  ] as const) {
    if (!xml.startsWith(open, at)) continue;
    const end = xml.indexOf(close, at + open.length);
    return end < 0 ? -1 : end + close.length;
  }
  if (!xml.startsWith('<!', at)) return null;
  const end = xml.indexOf('>', at);
  const bracket = xml.indexOf('[', at);
  if (/^<!(?:entity\b|doctype\b[^>[]*\[)/i.test(xml.slice(at, at + 1000)) && (end < 0 || bracket < end || bracket < 0))
    throw new LaydownError('bad-input', 'defines XML entities: no feed needs them, and they may grow without bound');
  return end < 0 ? -1 : end + 1;
}

const NAME = /(?:[\w.-]{1,40}:)?([\w.-]{1,60})/y;
function nameAt(xml: string, at: number): string {
  NAME.lastIndex = at;
  return NAME.exec(xml)?.[1]?.toLowerCase() ?? '';
}
