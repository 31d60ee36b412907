// Whose a force is by what stands behind it: "soldiers from the Togolese military", "among them 2,000 from Italy".
import type { ForceItem, Item, Owner } from './item.ts';

export function ownerAfter(force: ForceItem, item: Item): Owner | null {
  const from = item.kind === 'actor' || item.kind === 'place' ? item.prep : null;
  if ((from !== 'from' && from !== 'of') || force.head === null) return null;
  if (item.kind === 'actor' && item.party !== null) return { kind: 'named', parties: [item.party], at: item };
  if (item.kind === 'place' && item.ref === 'country' && from === 'from') return null;
  if (item.kind === 'place' && item.places.length > 0 && force.place === null) {
    const parties = item.places.map((p) => p.country).filter((c): c is string => c !== null && /^[A-Z]{2}$/.test(c));
    const states = item.places.every((p) => p.country !== null && p.name !== null);
    if (parties.length > 0 && states && from === 'from') return { kind: 'named', parties, at: item };
  }
  return null;
}

/** A number "from Italy" in the row behind "among them" or "including". */
export function ownerAmong(out: readonly Item[], force: ForceItem, item: Item): Owner | null {
  if (force.quantity === null || force.sort !== 'bare' || item.kind !== 'place') return null;
  let i = out.length - 2;
  while (isRow(out[i]) || isFromPlace(out[i]) || out[i]?.kind === 'force') {
    const before = out[i]!;
    if (before.kind === 'force' && before.sort !== 'bare') break;
    i--;
  }
  const opener = out[i];
  const among = opener?.kind === 'pronoun' && opener.prep === 'among' && /them$/.test(opener.word);
  return among || force.prep === 'including' ? ownerAfter({ ...force, head: 'soldier' }, item) : null;
}
const isFromPlace = (item: Item | undefined): boolean => item?.kind === 'place' && item.prep === 'from';
const isRow = (item: Item | undefined): boolean =>
  item?.kind === 'link' && (item.link === 'and' || item.link === 'comma');
