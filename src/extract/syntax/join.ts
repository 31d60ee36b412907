// Second pass over the items: parts of a whole, units, places of a phrase, nested and coordinated places grow together.
import type { Annotated } from './annotate.ts';
import { withoutApposed } from './apposed.ts';
import { seaPlaces } from './at-sea.ts';
import { bracketed } from './bracketed.ts';
import { joinBracketedMissions, joinBracketedStrengths } from './brackets.ts';
import type { Item } from './item.ts';
import { joinActors, joinMissions } from './join-actors.ts';
import { joinForces, wholeFirst } from './join-forces.ts';
import { joinOthers } from './join-others.ts';
import { borderSides, listPlaces, nestPlaces, placeForces } from './join-places.ts';
import { mostlyFrom } from './mostly-from.ts';
import { namedExamples, namedOwners } from './named-places.ts';
import { sharedOwners } from './shared-owners.ts';
import { theatreNames } from './theatre-names.ts';

export function joinItems(a: Annotated, chunks: readonly Item[]): Item[] {
  const hasForce = chunks.some(isForce);
  const bracketless = hasForce ? joinBracketedMissions(joinBracketedStrengths(a, chunks)) : chunks;
  let items: Item[] = nestPlaces(a, borderSides(bracketless));
  items = listPlaces(namedExamples(seaPlaces(a, namedOwners(a, items))));
  if (hasForce) items = bracketed(sharedOwners(a, joinOthers(items)));
  items = joinForces(a, items);
  // "some of them" has become one.
  const hasJoined = hasForce || items.some(isForce);
  if (hasJoined) items = withoutApposed(wholeFirst(mostlyFrom(bracketed(items))));
  items = theatreNames(a, joinActors(a, joinMissions(a, items)));
  return hasJoined ? placeForces(a, items) : items;
}

/** Half of the sentences tell of none: what joins forces is not asked there. */
const isForce = (item: Item): boolean => item.kind === 'force';
