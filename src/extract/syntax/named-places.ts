// States that are named as examples of several: "other countries, such as Germany and Spain".

import { wordsOf } from '../../text/words-of.ts';
import type { Annotated } from './annotate.ts';
import type { Item } from './item.ts';
import { asPlace, isLinkComma } from './join-places.ts';

/** "to other NATO countries such as Italy", "to places like Mali", "to its neighbours, including Chad": the places are those named. */
export function namedExamples(items: readonly Item[]): Item[] {
  const out: Item[] = [];
  for (let i = 0; i < items.length; i++) {
    const item = items[i]!;
    const open =
      (item.kind === 'place' && item.places.length === 0 && item.ref === 'abroad' && item.prep !== null) ||
      (item.kind === 'noun' && item.head === 'place' && item.prep !== null);
    const at = isLinkComma(items[i + 1]) ? i + 2 : i + 1;
    const such = items[at]?.kind === 'pronoun' && (items[at] as { word: string }).word === 'such';
    const example = open ? items[such ? at + 1 : at] : undefined;
    const says =
      example?.kind === 'actor' && (such ? example.prep === 'as' : /^(?:including|like)$/.test(example.prep ?? ''));
    const place = says ? asPlace(example) : null;
    if (place === null || !open) {
      out.push(item);
      continue;
    }
    out.push({ ...place, from: item.from, start: item.start, prep: item.prep });
    i = such ? at + 1 : at;
  }
  return out;
}

/** "Other countries, such as Germany and Spain, have contingents": those named have them, where no number is told of them all. */
export function namedOwners(a: Annotated, items: readonly Item[]): Item[] {
  const [all, ...rest] = items;
  if (all === undefined || all.kind === 'link' || all.kind === 'verb' || !SEVERAL.has(a.tokens[all.to - 1]!.lower))
    return [...items];
  if ('prep' in all && all.prep !== null) return [...items];
  const at = isLinkComma(rest[0]) ? 1 : 0;
  const such = rest[at];
  const first = rest[at + 1];
  if (such?.kind !== 'pronoun' || such.word !== 'such' || first?.kind !== 'actor' || first.prep !== 'as')
    return [...items];
  const verb = rest.findIndex((x) => x.kind === 'verb');
  const named = rest.slice(at + 1, verb);
  const onlyNames = named.every((x) => x.kind === 'actor' || (x.kind === 'link' && /^(?:comma|and)$/.test(x.link)));
  if (verb < 0 || !onlyNames || rest.slice(verb).some((x) => x.kind === 'force' && x.quantity !== null))
    return [...items];
  if (isLinkComma(named.at(-1))) named.pop();
  return [{ ...first, prep: null, start: first.from }, ...named.slice(1), ...rest.slice(verb)];
}
const SEVERAL = wordsOf(/^(?:countries|nations|states|allies|members|contributors)$/);
