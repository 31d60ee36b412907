// Words of a question -> codes and days. An unknown name is told with those near it, a day that is none with how to write one.
import type { Atlas } from '../model/atlas.ts';
import { type Day, isDay } from '../model/day.ts';
import { LaydownError } from '../model/errors.ts';
import type { Party } from '../model/party.ts';
import type { Place } from '../model/place.ts';
import type { Clock } from '../ports/clock.ts';
import type { When } from './questions.ts';

/** "UK", "GB", "Britain" -> "GB". Throws `not-found`. */
export function partyNamed(atlas: Atlas, name: string): Party {
  const party = atlas.partyCode(name.trim());
  if (party === null) throw unknown(atlas, name, 'party');
  return party;
}

/** "Iraq", "IQ", "the Sahel", "Al Asad" -> the place. Throws `not-found`. */
export function placeNamed(atlas: Atlas, name: string): Place {
  const place = atlas.placeNamed(name.trim());
  if (place === null) throw unknown(atlas, name, 'place');
  return place;
}

export function dayIn(text: string, option: string): Day {
  if (isDay(text)) return text;
  throw new LaydownError('usage', `${option} "${text}" is no date: write YYYY-MM-DD, such as 2020-01-08`);
}

/** `known` defaults to today, `at` to `known`. */
export function daysOf({ at, known }: When, clock: Clock): { readonly at: Day; readonly known: Day } {
  const knownDay = known === undefined ? clock.today() : dayIn(known, 'known');
  return { at: at === undefined ? knownDay : dayIn(at, 'at'), known: knownDay };
}

function unknown(atlas: Atlas, name: string, kind: 'party' | 'place'): LaydownError {
  const near = atlas.nearNames(name, kind).map((code) => {
    const shown = atlas.displayName(code);
    return shown === code ? code : `${shown} (${code})`;
  });
  const hint =
    near.length > 0 ? `: did you mean ${near.join(', ')}?` : ': write a name or a code, such as Germany or DE';
  return new LaydownError('not-found', `no ${kind} "${name}" is known${hint}`);
}
