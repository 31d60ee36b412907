// Second pass over the items: parts of a whole, units, places of a phrase, nested and coordinated places grow together.
import type { Annotated } from './annotate.ts';
import { seaPlaces } from './at-sea.ts';
import { bracketed } from './bracketed.ts';
import { joinBracketedMissions, joinBracketedStrengths } from './brackets.ts';
import type { Item } from './item.ts';
import { joinActors, joinMissions } from './join-actors.ts';
import { joinForces, sharedOwners, wholeFirst } from './join-forces.ts';
import { joinOthers } from './join-others.ts';
import { borderSides, listPlaces, namedExamples, namedOwners, nestPlaces, placeForces } from './join-places.ts';
import { mostlyFrom } from './mostly-from.ts';

export function joinItems(a: Annotated, chunks: readonly Item[]): Item[] {
  let items: Item[] = nestPlaces(a, borderSides(joinBracketedMissions(joinBracketedStrengths(a, chunks))));
  items = listPlaces(namedExamples(seaPlaces(a, namedOwners(a, items))));
  items = wholeFirst(mostlyFrom(bracketed(joinForces(a, bracketed(sharedOwners(a, joinOthers(items)))))));
  items = joinMissions(a, items);
  items = joinActors(a, items);
  return placeForces(a, items);
}
