// Missions, operations and activities as of a day: started, suspended, resumed, ended, each as the latest claim says.
import type { Atlas } from '../model/atlas.ts';
import { placesOf, type StatusWord } from '../model/claim.ts';
import type { Day } from '../model/day.ts';
import type { Party } from '../model/party.ts';
import type { Place } from '../model/place.ts';
import { claimsOf, type Known } from '../reconcile/knowledge.ts';
import { namesOf, placeOf } from '../reconcile/names.ts';

export interface StatusView {
  readonly mission: string | null;
  readonly party: Party | null;
  readonly place: Place | null;
  readonly status: StatusWord;
  /** The day since when it is so: as the text dates it, else the day it was published. */
  readonly since: Day;
  readonly temporary: boolean;
  readonly claim: string;
  readonly said_by: string | null;
  /** Earlier ones, newest first. */
  readonly history: readonly { readonly status: StatusWord; readonly since: Day; readonly claim: string }[];
}

export interface StatusFilter {
  readonly party?: Party | null;
  readonly place?: Place | null;
  readonly mission?: string | null;
}

/** One line a mission (or a party's unnamed activity at a place) with a status on or before `at`; sorted by name. */
export function viewStatus(known: Known, atlas: Atlas, at: Day, filter: StatusFilter = {}): StatusView[] {
  const names = namesOf(atlas);
  const wanted = filter.place ? names.where([filter.place]) : null;
  const told = new Map<string, { since: Day; view: Omit<StatusView, 'history'> }[]>();
  for (const one of claimsOf(known, 'status')) {
    const { claim } = one;
    if (claim.kind !== 'status') continue;
    const published = one.report.published ?? one.known;
    const since = claim.time?.start ?? claim.time?.end ?? published;
    if (since > at) continue;
    const party = claim.party === null ? null : names.party(claim.party);
    const where = names.where(placesOf(claim.place));
    if (filter.party != null && party !== filter.party) continue;
    if (wanted !== null && (where === null || !names.liesIn(where, wanted))) continue;
    const mission = names.mission(claim.mission, published);
    if (filter.mission != null && mission?.key !== names.mission(filter.mission, at)?.key) continue;
    const key = mission ? `m ${mission.key}` : `p ${party}|${where?.key}`;
    const list = told.get(key) ?? [];
    const place = where === null ? null : placeOf(where);
    const { status, temporary, said_by } = claim;
    list.push({
      since,
      view: { mission: claim.mission, party, place, status, since, temporary, claim: one.id, said_by },
    });
    told.set(key, list);
  }
  const views = [...told.values()].map((list): StatusView => {
    const ordered = list.sort((a, b) => compare(b.since, a.since) || compare(a.view.claim, b.view.claim));
    const [latest, ...earlier] = ordered.map((x) => x.view);
    return { ...latest!, history: earlier.map(({ status, since, claim }) => ({ status, since, claim })) };
  });
  return views.sort((a, b) => compare(nameOf(a), nameOf(b)));
}

const nameOf = (view: StatusView): string => `${view.mission ?? ''}|${view.party ?? ''}|${view.place?.country ?? ''}`;
const compare = (a: string, b: string): number => (a < b ? -1 : a > b ? 1 : 0);
