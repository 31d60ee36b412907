// A strength in brackets belongs to the formation before it: "a radar unit (about 75 personnel) will deploy".
import type { Annotated } from './annotate.ts';
import type { ForceItem, Item, NounItem } from './item.ts';
import { partyIn, words } from './read-phrase.ts';

export function joinBracketedStrengths(a: Annotated, items: readonly Item[]): Item[] {
  const out: Item[] = [];
  for (let i = 0; i < items.length; i++) {
    const item = items[i]!;
    const strength = items[i + 2];
    const close = items[i + 3];
    const bracketed =
      isLink(items[i + 1], 'open') && isLink(close, 'close') && strength?.kind === 'force' && isPlainCount(strength);
    const joined = bracketed ? withStrength(a, item, strength, close!.to) : null;
    out.push(joined ?? item);
    if (joined) i += 3;
  }
  return out;
}

/** "a European Union Force (EUFOR) of 7,000": the mission in brackets is the force's. */
export function joinBracketedMissions(items: readonly Item[]): Item[] {
  const out: Item[] = [];
  for (let i = 0; i < items.length; i++) {
    const [item, mission, close] = [items[i]!, items[i + 2], items[i + 3]];
    const named = mission?.kind === 'mission' && mission.entry !== null && mission.prep === null;
    if (item.kind !== 'force' || !named || !isLink(items[i + 1], 'open') || !isLink(close, 'close')) {
      out.push(item);
      continue;
    }
    const at = { from: mission.from, to: mission.to };
    out.push({ ...item, mission: item.mission ?? { entry: mission.entry, name: mission.name, at }, to: close!.to });
    i += 3;
  }
  return out;
}

const isLink = (item: Item | undefined, link: string): boolean => item?.kind === 'link' && item.link === link;

const isPlainCount = (force: ForceItem): boolean =>
  force.quantity?.of === 'personnel' &&
  force.head !== null &&
  force.owner === null &&
  force.place === null &&
  force.whole === null;

function withStrength(a: Annotated, item: Item, strength: ForceItem, to: number): ForceItem | null {
  if (item.kind === 'force')
    return item.quantity === null && item.portion === null
      ? { ...item, quantity: strength.quantity, count: strength.count, to }
      : null;
  if (item.kind !== 'noun') return null;
  const { from, start, prep } = item;
  return { ...strength, from, start, prep, to, unit: unitOf(a, item), owner: ownerOf(a, item) };
}

const DETERMINER = /^(?:an?|the|its|their|our|this|that|another)$/;

function unitOf(a: Annotated, noun: NounItem): ForceItem['unit'] {
  const from = DETERMINER.test(a.tokens[noun.from]!.lower) ? noun.from + 1 : noun.from;
  return from < noun.to ? { name: words(a, from, noun.to), at: { from, to: noun.to } } : null;
}

/** Whose by a name inside the phrase: "an RAAF radar capability". */
function ownerOf(a: Annotated, noun: NounItem): ForceItem['owner'] {
  for (const mention of a.mentionAt.slice(noun.from, noun.to)) {
    if (mention === null || mention.to > noun.to) continue;
    const party = partyIn(mention);
    if (party !== null) return { kind: 'named', parties: [party], at: { from: mention.from, to: mention.to } };
  }
  return null;
}
