// Demonyms that share a head or a number: "Polish and Lithuanian troops", "450 French and 200 Italian soldiers".
import type { Party } from '../../model/party.ts';
import type { Annotated } from './annotate.ts';
import type { ForceItem, Item, NounLike, Owner } from './item.ts';
import { isPeople } from './item-tests.ts';
import { partyIn } from './read-phrase.ts';

/** "Polish and Lithuanian troops": the first demonym owns what the second one does. */
export function sharedOwners(a: Annotated, items: readonly Item[]): Item[] {
  const out: Item[] = [];
  for (let i = 0; i < items.length; i++) {
    const item = items[i]!;
    const link = items[i + 1];
    const force = items[i + 2];
    const counted = item.kind === 'force' && isNational(item) && !isPlural(a, item);
    const party = counted ? partyOf(item) : partyBefore(a, item);
    const shared =
      party !== null &&
      !(counted && (force?.kind !== 'force' || force.count !== null || force.head === 'national')) &&
      link?.kind === 'link' &&
      link.link === 'and' &&
      force?.kind === 'force' &&
      force.prep === null &&
      // "Germans and 200 Danes": each their own.
      force.count === null &&
      force.owner?.kind === 'named';
    if (!shared) {
      out.push(item);
      continue;
    }
    const owner: Owner = {
      kind: 'named',
      parties: [party, ...(force.owner as { parties: readonly string[] }).parties],
      at: { from: item.from, to: force.owner!.at.to },
    };
    const { from, start, prep } = item as NounLike;
    // "The remaining Polish and Lithuanian troops": so many words of the first one are said of both; "About 200 Polish and Lithuanian troops".
    const count = item.kind === 'force' && isNational(item) ? { quantity: item.quantity, count: item.count } : {};
    const told = item.kind === 'force' ? { definite: item.definite, adjectives: item.adjectives, ...count } : {};
    out.push({ ...force, ...told, from, start, prep, owner });
    i += 2;
  }
  return sharedHeads(a, out);
}

/** "1,200 French, Italian and Spanish soldiers": one number of them all; "450 French, 350 Spanish and 200 Italian soldiers": each its own. */
function sharedHeads(a: Annotated, items: readonly Item[]): Item[] {
  const out: Item[] = [];
  for (let i = items.length - 1; i >= 0; i--) {
    const item = items[i]!;
    const [link, next] = out;
    const joins = link?.kind === 'link' && (link.link === 'comma' || link.link === 'and') && item.to === link.from;
    if (
      !joins ||
      next?.kind !== 'force' ||
      next.prep !== null ||
      next.sort !== 'strong' ||
      next.owner?.kind !== 'named'
    ) {
      out.unshift(item);
      continue;
    }
    const people =
      item.kind === 'force' && item.head === 'national' && item.owner?.kind === 'named' && item.place === null;
    if (people && next.quantity !== null) out.unshift({ ...item, head: next.head, sort: 'strong' });
    else if (people && next.owner.parties.length > 1 && next.count === null) {
      const { from, start, prep, quantity, count } = item;
      const parties = [...item.owner.parties, ...next.owner.parties];
      const owner: Owner = { kind: 'named', parties, at: { from: item.owner.at.from, to: next.owner.at.to } };
      out.splice(0, 2, { ...next, from, start, prep, quantity, count, owner });
    } else {
      const party = next.owner.parties.length > 1 && next.count === null ? peopleBefore(a, item) : null;
      if (party === null) {
        out.unshift(item);
        continue;
      }
      const { from, start, prep } = item as NounLike;
      const at = { from, to: next.owner.at.to };
      out.splice(0, 2, {
        ...next,
        from,
        start,
        prep,
        owner: { kind: 'named', parties: [party, ...next.owner.parties], at },
      });
    }
  }
  return out;
}

/** "About 200 Polish": a number and an adjective, where soldiers of another nation follow. */
const isNational = (item: ForceItem): boolean =>
  item.head === 'national' && item.quantity !== null && item.owner?.kind === 'named' && item.place === null;
const partyOf = ({ owner }: ForceItem): Party | null => (owner?.kind === 'named' ? (owner.parties[0] ?? null) : null);
/** "200 Poles". */
const isPlural = (a: Annotated, item: ForceItem): boolean => /\p{Ll}(?<!s)s$|men$/u.test(a.tokens[item.to - 1]!.text);

/** "The remaining Polish": nothing but an adjective where soldiers follow. */
const isLoose = (item: ForceItem): boolean => item.sort === 'bare' && item.quantity === null && item.whole === null;

/** "French," or "of some French," before "Italian and Spanish soldiers"; in "In France, Italian and Spanish soldiers" it is where. */
function peopleBefore(a: Annotated, item: Item): Party | null {
  if (item.kind === 'actor') return (item.prep === null || item.prep === 'of') && isPeople(item) ? item.party : null;
  return item.kind === 'noun' && item.prep === 'of' ? partyBefore(a, item) : null;
}

/** Whose the first adjective says: "Polish and Lithuanian troops", "The last U.S. and NATO forces". */
function partyBefore(a: Annotated, item: Item): Party | null {
  if (item.kind === 'actor') return item.what === 'state' && item.role === null ? item.party : null;
  if (item.kind !== 'noun' && item.kind !== 'force') return null;
  if (item.owner !== null || (item.kind === 'noun' ? item.possessor !== null : !isLoose(item))) return null;
  let at = item.to - 1;
  while (at > item.from && a.mentionAt[at] === null) at--;
  const mention = a.mentionAt[at];
  return mention && mention.to === item.to ? partyIn(mention) : null;
}
