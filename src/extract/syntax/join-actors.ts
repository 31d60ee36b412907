// Missions take their place, offices and persons their state: "the mission in Bangui", "the defence minister of Poland".
import type { Annotated } from './annotate.ts';
import type { ActorItem, Item, MissionItem, Owner, PlaceItem } from './item.ts';
import { asPlace } from './join-places.ts';
import { words } from './read-phrase.ts';

/** "the NATO-led force in Afghanistan", "the mission in Bangui", "Operation X in Mali". */
export function joinMissions(a: Annotated, items: readonly Item[]): Item[] {
  const out: Item[] = [];
  for (const item of items) {
    const previous = out.at(-1);
    const place = previous?.kind === 'mission' && previous.place === null ? asPlace(item) : null;
    const inside =
      place !== null &&
      !place.off &&
      place.prep !== null &&
      /^(?:in|at|over|around|across|against|inside|near|on)$/.test(place.prep);
    if (inside && previous?.kind === 'mission') {
      out[out.length - 1] = withPlace(a, previous, place);
      continue;
    }
    // "the peace mission of the Chadian forces": whose mission it is; not "the course at the range south of Baghdad".
    const whose =
      previous?.kind === 'mission' && previous.entry === null && previous.owner === null && previous.place === null
        ? ofWhom(item)
        : null;
    if (whose !== null) {
      out[out.length - 1] = { ...(previous as MissionItem), owner: whose, to: item.to };
      continue;
    }
    out.push(item);
  }
  return out;
}

function ofWhom(item: Item): Owner | null {
  if (item.kind === 'force')
    return item.prep === 'of' &&
      item.quantity === null &&
      item.owner?.kind === 'named' &&
      item.owner.parties.length === 1
      ? item.owner
      : null;
  return item.kind === 'actor' && item.prep === 'of' && item.what !== 'person' && item.party !== null
    ? { kind: 'named', parties: [item.party], at: item }
    : null;
}

const withPlace = (a: Annotated, mission: MissionItem, place: PlaceItem): MissionItem => ({
  ...mission,
  place,
  to: place.to,
  name:
    mission.entry !== null || place.ref !== null ? mission.name : `${mission.name} ${words(a, place.start, place.to)}`,
});

/** "the defence minister of Poland", "officials in Seoul", "a spokesman for the mission". */
export function joinActors(_a: Annotated, items: readonly Item[]): Item[] {
  const out: Item[] = [];
  for (const item of items) {
    const previous = out.at(-1);
    if (
      previous?.kind === 'actor' &&
      previous.party === null &&
      (previous.what === 'office' || previous.what === 'person')
    ) {
      const place = asPlace(item);
      if (place && place.prep === 'of' && place.places.length > 0) {
        const country = place.places[0]!.country;
        out[out.length - 1] = {
          ...previous,
          party: country !== null && /^[A-Z]{2}$/.test(country) ? country : null,
          to: place.to,
        };
        continue;
      }
      if (item.kind === 'actor' && item.prep === 'of' && item.party !== null) {
        const joined: ActorItem = { ...previous, party: item.party, to: item.to };
        out[out.length - 1] = joined;
        continue;
      }
    }
    out.push(item);
  }
  return out;
}
