// A strength beside its formation: "The contingent, 1,650 strong,", "the Protection Company (about 120 personnel)", "forces, totalling 180 soldiers,".
import type { ForceItem, Item } from './item.ts';
import { strengthOf } from './part-of-whole.ts';

/** "The contingent, 1,650 strong,", "the Protection Company (about 120 personnel)": the strength stands beside its formation. */
export function bracketed(items: readonly Item[]): Item[] {
  const out: Item[] = [];
  for (let i = 0; i < items.length; i++) {
    const item = items[i]!;
    // "the detachment in Kandahar, 110 strong, leaves": its place may stand between.
    const at =
      item.kind === 'force' && items[i + 1]?.kind === 'place' && (isStrong(items[i + 3]) || totals(items[i + 3]))
        ? i + 1
        : i;
    const open = items[at + 1];
    const counts = totals(items[at + 2]) ? 1 : 0;
    const inner = items[at + 2 + counts];
    const close = items[at + 3 + counts];
    const isOpen = open?.kind === 'link' && /^(?:open|comma|dash)$/.test(open.link);
    const isClose = close?.kind === 'link' && /^(?:close|comma|dash)$/.test(close.link);
    if (
      item.kind === 'force' &&
      (item.quantity === null || isOneUnit(item, inner)) &&
      isOpen &&
      isClose &&
      inner?.kind === 'force' &&
      (inner.prep === null || isCrew(item, inner, open)) &&
      inner.quantity?.of === 'personnel'
    ) {
      const strength =
        open.link === 'open'
          ? inner.sort !== 'bare'
          : counts > 0 ||
            inner.prep === 'with' ||
            inner.strength ||
            isStrengthOf(item, inner) ||
            isCountOf(item, inner);
      if (strength) {
        if (at > i) {
          const { to } = item;
          out.push({ ...strengthOf(item, inner), to }, items[at]!);
          i = at + 2 + counts;
          continue;
        }
        out.push({ ...strengthOf(item, inner), to: open.link === 'open' ? close.to : inner.to });
        i += (open.link === 'open' ? 3 : 2) + counts;
        continue;
      }
    }
    out.push(item);
  }
  return out;
}

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

/** "Fijian forces, totalling 180 soldiers, serve": the number is theirs. */
const totals = (item: Item | undefined): boolean =>
  item?.kind === 'verb' && item.form === 'gerund' && item.bare && /^(?:total|number|comprise)$/.test(item.lemma);

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
