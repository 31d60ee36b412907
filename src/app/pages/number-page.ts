// Why one number is what it is.

import { type NumberPage, viewNumber } from '../../views/pages/number.ts';
import { viewPosture } from '../../views/posture-view.ts';
import type { Asking } from '../known-on.ts';
import { partyNamed } from '../names-and-days.ts';
import { type AskedDays, asked, placeOfCode } from './asked.ts';

export interface NumberAddress extends AskedDays {
  readonly party: string;
  readonly place: string;
  readonly mission?: string | undefined;
  readonly unit?: string | undefined;
}

/** Throws LaydownError `not-found` for a name that is not known, `usage` for a day that is none. */
export async function numberPage(services: Asking, words: NumberAddress): Promise<NumberPage> {
  const { at, known, knowledge } = await asked(services, words);
  const party = partyNamed(services.atlas, words.party);
  const place = placeOfCode(services, words.place);
  const view = viewPosture(knowledge.inNames(), services.atlas, at, { party, place });
  const question = { known, party, place, mission: words.mission || null, unit: words.unit || null };
  return viewNumber(view, knowledge, question, services);
}
