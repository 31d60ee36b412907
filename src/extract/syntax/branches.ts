// One number over several branches: "70 army, navy and air force troops", "about 300 police and military personnel".
import { MILITARY_WORDS } from '../lexicon/forces.ts';
import type { Annotated } from './annotate.ts';
import type { ForceItem, Item, Owner } from './item.ts';
import { isLink } from './item-tests.ts';

const BRANCH: ReadonlySet<string> = new Set(
  'army navy police military marine naval infantry engineering medical'.split(' '),
);

const isBranched = (force: ForceItem): boolean =>
  force.sort === 'strong' &&
  force.prep === null &&
  force.count === null &&
  force.owner === null &&
  !force.definite &&
  force.adjectives.length > 0 &&
  force.adjectives.every((word) => MILITARY_WORDS.has(word) || word === 'police' || word === 'force');

/** The force whose branches stand before `item`, with the index of the first of them in `out`; null where no number opens the row. */
export function acrossBranches(
  a: Annotated,
  out: readonly Item[],
  item: Item,
): { at: number; force: ForceItem } | null {
  if (item.kind !== 'force' || !isLink(out.at(-1), 'and') || !isBranched(item)) return null;
  for (let i = out.length - 2; i >= 0; i -= 2) {
    const branch = out[i]!;
    if (branch.kind !== 'actor' && branch.kind !== 'noun') return null;
    if (!BRANCH.has(a.tokens[branch.to - 1]!.lower)) return null;
    const number = a.numberAt[branch.from];
    if (number) {
      if (number.use !== 'count' || number.kind === 'share' || number.glued !== null) return null;
      const { min, max, approx } = number;
      return {
        at: i,
        force: {
          ...item,
          from: branch.from,
          start: branch.start,
          prep: branch.prep,
          quantity: { min, max, approx, of: 'personnel' },
          count: number,
          owner: ownerOf(branch, number.to),
        },
      };
    }
    if (!isLink(out[i - 1], 'comma')) return null;
  }
  return null;
}

const ownerOf = (branch: Item, from: number): Owner | null =>
  branch.kind === 'actor' && branch.party !== null
    ? { kind: 'named', parties: [branch.party], at: { from, to: branch.to - 1 } }
    : null;
