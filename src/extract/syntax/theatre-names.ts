// "Denmark cuts Afghanistan force", "Sweden to end Kosovo mission": a state's name before what another state handles is where that is, not whose.
import type { Place } from '../../model/place.ts';
import type { Annotated } from './annotate.ts';
import type { ForceItem, Item, MissionItem } from './item.ts';
import { entryOf } from './read-phrase.ts';

export function theatreNames(a: Annotated, items: readonly Item[]): Item[] {
  let actor: string | null = null;
  let verb = false;
  return items.map((item) => {
    if (item.kind === 'actor' && item.prep === null && !verb) actor = item.party;
    else if (item.kind === 'verb') verb = true;
    else if (item.kind === 'link' && item.link !== 'quote') {
      actor = null;
      verb = false;
    } else if ((item.kind === 'force' || (item.kind === 'mission' && item.entry === null)) && verb && actor !== null)
      return placed(a, item, actor);
    return item;
  });
}

function placed<T extends ForceItem | MissionItem>(a: Annotated, handled: T, actor: string): T {
  const { owner } = handled;
  if (owner?.kind !== 'named' || owner.parties.length !== 1 || owner.parties[0] === actor || handled.place !== null)
    return handled;
  const { from, to } = owner.at;
  const country = stateNamed(a, from);
  if (country === null || a.tokens[to]?.lower === "'s" || a.tokens[to - 1]?.lower === "'s") return handled;
  const place = { kind: 'place' as const, from, to, start: from, prep: 'in', places: [country], ref: null, name: null };
  return { ...handled, owner: null, place };
}

/** The state that is named here by its name, and by no demonym. */
function stateNamed(a: Annotated, at: number): Place | null {
  const mention = a.mentionAt[at];
  // "US" is a name and an adjective.
  if (!mention || /^[A-Z.]+$/.test(a.tokens[at]!.text) || mention.entries.some((e) => e.kind === 'demonym'))
    return null;
  return entryOf(mention, 'country')?.place ?? null;
}
