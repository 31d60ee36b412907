// How the rows of one force at one place came to be.
import { type HistoryPage, viewHistory } from '../../views/pages/history.ts';
import { historyAt } from '../ask-history.ts';
import type { Asking } from '../known-on.ts';
import { partyNamed } from '../names-and-days.ts';
import { asked, placeOfCode, some } from './asked.ts';
import type { NumberAddress } from './number-page.ts';

/** Throws LaydownError `not-found` for a name that is not known, `usage` for a day that is none. */
export async function historyPage(
  services: Asking,
  words: Omit<NumberAddress, 'unit'> & { readonly since?: string | undefined },
): Promise<HistoryPage> {
  const { at, known, knowledge, services: frozen } = await asked(services, words);
  const place = placeOfCode(services, words.place);
  const party = partyNamed(services.atlas, words.party);
  const filter = { ...some('since', words.since), ...some('mission', words.mission) };
  const answer = await historyAt(frozen, { party, place, at, known, ...filter }, 'names');
  return viewHistory({ ...answer, mission: words.mission || null }, knowledge, services.atlas);
}
