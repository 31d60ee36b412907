// A strength beside its formation: "The contingent, 1,650 strong,", "the Protection Company (about 120 personnel)", "forces, totalling 180 soldiers,".
import type { ForceItem, Item } from './item.ts';
import { strengthOf } from './part-of-whole.ts';

/** "The contingent, 1,650 strong,", "the Protection Company (about 120 personnel)": the strength stands beside its formation. */
export function bracketed(items: readonly Item[]): Item[] {
  const out: Item[] = [];
  for (let i = 0; i < items.length; i++) {
    const item = items[i]!;
    const beside = item.kind === 'force' ? strengthBeside(item, items, i) : null;
    if (beside === null) {
      out.push(item);
      continue;
    }
    out.push(...beside.items);
    i = beside.last;
  }
  return out;
}

/** "(300 soldiers)"; ", some 90 soldiers," before the verb of the clause. */
function isBracketedCount(items: readonly Item[], at: number): boolean {
  const [open, inner, close, next] = items.slice(at, at + 4);
  if (open?.kind !== 'link' || close?.kind !== 'link' || inner?.kind !== 'force') return false;
  const aside =
    open.link === 'open' ? close.link === 'close' : isComma(open) && isComma(close) && next?.kind === 'verb';
  return aside && inner.head !== null && inner.prep === null && inner.owner === null && !inner.definite;
}
const isComma = (item: Item): boolean => item.kind === 'link' && /^(?:comma|dash)$/.test(item.link);

/** The force with the strength told behind it, the items that stand for all of it, and the last item taken; null where none is told. */
function strengthBeside(item: ForceItem, items: readonly Item[], i: number): { items: Item[]; last: number } | null {
  const place = items[i + 1];
  // "the detachment in Kandahar, 110 strong, leaves": its place may stand between.
  const at =
    place?.kind === 'place' &&
    (isStrong(items[i + 3]) || totals(items[i + 2]) || totals(items[i + 3]) || isBracketedCount(items, i + 2))
      ? i + 1
      : i;
  const open = items[at + 1];
  const before = open?.kind === 'link' ? 1 : 0;
  const counts = totals(items[at + 1 + before]);
  const innerAt = at + 1 + before + (counts ? 1 : 0);
  const inner = items[innerAt];
  const close = items[innerAt + 1];
  const isOpen = open?.kind === 'link' && /^(?:open|comma|dash)$/.test(open.link);
  if (inner?.kind !== 'force' || inner.quantity?.of !== 'personnel' || !(isOpen || (counts && before === 0)))
    return null;
  if (counts) {
    // "comprising 300 Germans and 200 Poles": its members, and not all of it.
    if (inner.owner !== null || (inner.prep ?? 'of') !== 'of' || item.quantity?.of === 'personnel') return null;
  } else {
    const isClose = close?.kind === 'link' && /^(?:close|comma|dash)$/.test(close.link);
    if (!isOpen || !isClose || !(item.quantity === null || isOneUnit(item, inner))) return null;
    if (inner.prep !== null && !isCrew(item, inner, open)) return null;
    const isStrength =
      open.link === 'open'
        ? inner.sort !== 'bare' || isCountOfAll(item, inner)
        : inner.prep === 'with' || inner.strength || isStrengthOf(item, inner) || isCountOf(item, inner);
    if (!isStrength) return null;
  }
  const isBracket = isOpen && open.link === 'open' && close?.kind === 'link';
  const strong = strengthOf(item, inner);
  // The bracket behind a place stays where it is.
  if (at > i) return { items: [{ ...strong, to: item.to }, place!], last: innerAt };
  return { items: [{ ...strong, to: isBracket ? close.to : inner.to }], last: innerAt + (isBracket ? 1 : 0) };
}

/** "A small group of Russian troops (about 1,600) is based there". */
const isCountOfAll = (force: ForceItem, inner: ForceItem): boolean =>
  force.sort === 'strong' &&
  force.plural &&
  force.quantity === null &&
  force.portion === null &&
  inner.prep === null &&
  inner.owner === null &&
  inner.whole === null &&
  inner.place === null;

/** "The 2nd Regiment, with 4,500 members,": the number is its own. */
const isCrew = (unit: ForceItem, inner: ForceItem, open: Item): boolean =>
  inner.prep === 'with' &&
  open.kind === 'link' &&
  open.link === 'comma' &&
  unit.sort === 'unit' &&
  !unit.plural &&
  inner.owner === null &&
  inner.whole === null &&
  (inner.sort === 'strong' || inner.head === 'member');

/** "Fijian forces, totalling 180 soldiers, serve", "a detachment numbering 35 soldiers": the number is theirs. */
const totals = (item: Item | undefined): boolean =>
  item?.kind === 'verb' &&
  item.form === 'gerund' &&
  item.bare &&
  /^(?:total|number|comprise|consist)$/.test(item.lemma);

/** "Another battalion, 500 strong,": the soldiers count, and not the one battalion. */
const isOneUnit = (item: ForceItem, inner: Item | undefined): boolean =>
  item.sort === 'unit' && item.quantity?.max === 1 && item.quantity.of !== 'personnel' && isStrong(inner);

/** "110 strong". */
const isStrong = (item: Item | undefined): boolean => item?.kind === 'force' && item.strength && item.prep === null;

/** "the 1st Brigade, about 3,500 soldiers, will deploy". */
const isStrengthOf = (unit: ForceItem, inner: ForceItem): boolean =>
  unit.sort === 'unit' &&
  !unit.plural &&
  inner.sort === 'strong' &&
  inner.owner === null &&
  inner.place === null &&
  inner.whole === null &&
  !inner.definite;

/** "Our troops in Syria, about 200 of them, will stay", "the first French soldiers, about 100, landed". */
const isCountOf = (force: ForceItem, inner: ForceItem): boolean =>
  force.plural &&
  inner.head === null &&
  inner.whole === null &&
  inner.owner === null &&
  (inner.anaphor || (force.sort === 'strong' && inner.place === null && !inner.additional));
