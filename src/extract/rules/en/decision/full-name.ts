// The full name of a body that the report calls by its letters: "the North Atlantic Council (NAC)" ... "the NAC".
import type { Span } from '../../../../model/claim.ts';

const SMALL = /^(?:of|the|and|for|de|in|on)$/i;

/** The words before "(NAC)" whose letters it is made of, with where they stand; null where the report spells it nowhere. */
export function fullName(text: string, letters: string): { readonly name: string; readonly span: Span } | null {
  if (!/^\p{Lu}{3,7}$/u.test(letters)) return null;
  const at = text.indexOf(`(${letters})`);
  if (at < 0) return null;
  const before = text.slice(Math.max(0, at - 90), at).trimEnd();
  const words = [...before.matchAll(/[\p{L}.-]+/gu)];
  let left = letters;
  for (let i = words.length - 1; i >= 0 && words.length - i <= 9; i--) {
    const word = words[i]![0];
    if (SMALL.test(word)) continue;
    const part = /^\p{Lu}{2,}$/u.test(word) ? word : word[0]!;
    if (!/^\p{Lu}/u.test(word) || !left.endsWith(part)) return null;
    left = left.slice(0, -part.length);
    if (left !== '') continue;
    const name = before.slice(words[i]!.index);
    const start = at - (text.slice(0, at).length - text.slice(0, at).trimEnd().length) - name.length;
    return { name: name.replace(/\s+/g, ' '), span: [start, start + name.length] };
  }
  return null;
}
