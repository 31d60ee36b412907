// Where a mission is by its words: of several states the one that it is named by.
import type { Place } from '../../model/place.ts';
import type { MissionItem } from './item.ts';

/** "the UN mission in Chad" is in Chad, "MINURCAT" in all its states. */
export function placesSaid({ entry, name }: Pick<MissionItem, 'entry' | 'name'>): readonly Place[] {
  const places = entry?.places ?? [];
  const said = places.length > 1 ? places.filter((x) => x.name !== null && name.includes(x.name)) : [];
  return said.length > 0 ? said : places;
}
