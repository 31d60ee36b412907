// Whose a counted force mostly is, told beside it: "900 soldiers, mostly from Denmark, will deploy".
import type { ForceItem, Item, Owner } from './item.ts';
import { isLink } from './item-tests.ts';

const MOSTLY = /^(?:mostly|mainly|largely|primarily|predominantly|all|chiefly)$/;

/** The force with its owner, and the aside left out. */
export function mostlyFrom(items: readonly Item[]): Item[] {
  const out: Item[] = [];
  for (let i = 0; i < items.length; i++) {
    const item = items[i]!;
    const owner = item.kind === 'force' && isUnowned(item) && isAside(items, i) ? ownerIn(items[i + 3]) : null;
    if (owner === null) {
      out.push(item);
      continue;
    }
    out.push({ ...(item as ForceItem), owner });
    i += 4;
  }
  return out;
}

const isUnowned = (force: ForceItem): boolean =>
  force.quantity !== null && force.owner === null && force.whole === null;

function isAside(items: readonly Item[], i: number): boolean {
  const word = items[i + 2];
  return (
    isLink(items[i + 1], 'comma', 'open', 'dash') &&
    word?.kind === 'word' &&
    MOSTLY.test(word.word) &&
    isLink(items[i + 4], 'comma', 'close', 'dash')
  );
}

function ownerIn(item: Item | undefined): Owner | null {
  if (item?.kind === 'force') return item.quantity === null && item.owner?.kind === 'named' ? item.owner : null;
  const state =
    item?.kind === 'place' && item.prep === 'from' && item.places.length === 1 && item.places[0]!.name !== null
      ? item.places[0]!.country
      : item?.kind === 'actor' && (item.prep === 'from' || item.prep === null)
        ? item.party
        : null;
  return item !== undefined && state !== null && /^[A-Z]{2}$/.test(state)
    ? { kind: 'named', parties: [state], at: item }
    : null;
}
