// The first page: who has how many where, as of a day, as known on a day.

import { type SituationPage, viewSituation } from '../../views/pages/situation.ts';
import { viewPosture } from '../../views/posture-view.ts';
import type { Asking } from '../known-on.ts';
import { partyNamed } from '../names-and-days.ts';
import { type AskedDays, asked, placeOfCode } from './asked.ts';

export interface SituationAddress extends AskedDays {
  readonly party?: string | undefined;
  readonly place?: string | undefined;
  readonly mission?: string | undefined;
  readonly sort?: string | undefined;
  /** "all": the table with all its rows. */
  readonly rows?: string | undefined;
}

/** Throws LaydownError `not-found` for a name that is not known, `usage` for a day that is none. */
export async function situationPage(services: Asking, words: SituationAddress): Promise<SituationPage> {
  const { at, known, knowledge } = await asked(services, words);
  const { atlas } = services;
  const party = words.party ? partyNamed(atlas, words.party) : null;
  const place = words.place ? placeOfCode(services, words.place) : null;
  const mission = words.mission ? words.mission : null;
  const all = viewPosture(knowledge, atlas, at);
  const isFiltered = party !== null || place !== null || mission !== null;
  const view = isFiltered ? viewPosture(knowledge, atlas, at, { party, place, mission }) : all;
  const question = {
    at,
    known,
    party,
    place,
    placeCode: words.place ?? null,
    mission,
    sort: words.sort ?? null,
    showsAll: words.rows === 'all',
  };
  return viewSituation(knowledge, all, view, question, services);
}
