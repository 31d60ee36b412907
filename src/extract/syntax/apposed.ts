// "sent HMS Exeter from Portsmouth, one of its frigates, which will arrive": what a ship or unit is, set beside its name, is no other force.
import type { Item } from './item.ts';
import { isLink } from './item-tests.ts';

/** How far before the comma the name stands. */
const REACH = 3;

function isApposed(out: readonly Item[], item: Item): boolean {
  if (item.kind !== 'force' || item.whole === null || item.prep !== null || item.unit !== null) return false;
  if (item.quantity?.min !== 1 || item.quantity.max !== 1 || !isLink(out.at(-1), 'comma')) return false;
  const before = out.slice(-1 - REACH, -1);
  return before.some(
    (x, i) => x.kind === 'force' && x.unit !== null && !before.slice(i).some((y) => y.kind === 'verb'),
  );
}

export function withoutApposed(items: readonly Item[]): Item[] {
  const out: Item[] = [];
  for (const item of items) {
    if (isApposed(out, item)) out.pop();
    else out.push(item);
  }
  return out;
}
