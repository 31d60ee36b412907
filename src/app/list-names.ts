// The parties, places and missions that the ledger tells of, as known on a day.
import type { Day } from '../model/day.ts';
import {
  type MissionTold,
  type PartyTold,
  type PlaceTold,
  viewMissions,
  viewParties,
  viewPlaces,
} from '../views/names-view.ts';
import { type Asking, knownOn } from './known-on.ts';
import { daysOf } from './names-and-days.ts';

export interface NamesQuestion {
  readonly known?: Day;
}

/** Throws LaydownError `usage` for a day that is none; so do the others. */
export async function listParties(
  services: Asking,
  question: NamesQuestion,
): Promise<{ readonly known: Day; readonly parties: readonly PartyTold[] }> {
  const { known } = daysOf(question, services.clock);
  return { known, parties: viewParties(await knownOn(services, known), services.atlas) };
}

export async function listPlaces(
  services: Asking,
  question: NamesQuestion,
): Promise<{ readonly known: Day; readonly places: readonly PlaceTold[] }> {
  const { known } = daysOf(question, services.clock);
  return { known, places: viewPlaces(await knownOn(services, known), services.atlas) };
}

export async function listMissions(
  services: Asking,
  question: NamesQuestion,
): Promise<{ readonly known: Day; readonly missions: readonly MissionTold[] }> {
  const { known } = daysOf(question, services.clock);
  return { known, missions: viewMissions(await knownOn(services, known), services.atlas) };
}
