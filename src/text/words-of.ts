// The words that a pattern spells out, as a set: to look a word up costs a third of matching it.

/**
 * `/^(?:den(?:y|ied)|refus(?:e|al)s?)$/` -> "deny", "denied", "refuse", "refuses", "refusal", "refusals". Knows groups, alternatives, "?" and plain
 * classes ("[sz]"); a pattern that says more than a list of words is refused when the program starts.
 */
export function wordsOf(pattern: RegExp): ReadonlySet<string> {
  const source = /^\^(.*)\$$/s.exec(pattern.source)?.[1];
  if (source === undefined || pattern.flags !== '') throw new Error(`not a whole word: ${pattern}`);
  let at = 0;

  function alternatives(): string[] {
    const all = sequence();
    while (source![at] === '|') {
      at++;
      all.push(...sequence());
    }
    return all;
  }

  function sequence(): string[] {
    let words = [''];
    while (at < source!.length && source![at] !== '|' && source![at] !== ')') {
      const tails = atom();
      if (source![at] === '?') {
        at++;
        tails.push('');
      }
      words = words.flatMap((word) => tails.map((tail) => word + tail));
    }
    return words;
  }

  function atom(): string[] {
    const char = source![at++]!;
    if (char === '(' && source!.startsWith('?:', at)) {
      at += 2;
      const inside = alternatives();
      at++;
      return inside;
    }
    if (char === '[') {
      const end = source!.indexOf(']', at);
      const letters = source!.slice(at, end);
      at = end + 1;
      if (/[\\^]|.-./.test(letters)) throw new Error(`not a list of words: ${pattern}`);
      return [...letters];
    }
    if (/[\\^$.*+{}]/.test(char)) throw new Error(`not a list of words: ${pattern}`);
    return [char];
  }

  const words = new Set(alternatives());
  if (at < source.length) throw new Error(`not a list of words: ${pattern}`);
  return words;
}
