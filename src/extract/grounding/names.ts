// Does a stretch of text name a place or a party, in any form the gazetteer knows or in the claim's own words?
import type { Entry } from '../../gazetteer/entry.ts';
import { isState, type Party } from '../../model/party.ts';
import { isRegion, type Place } from '../../model/place.ts';
import type { Run } from './run.ts';
import { wordsStand } from './words.ts';

const placesOf = (entry: Entry): readonly Place[] => {
  switch (entry.kind) {
    case 'country':
    case 'region':
    case 'site':
      return [entry.place];
    case 'mission':
      return entry.mission.places;
    case 'unit':
      return entry.base ? [entry.base] : [];
    case 'demonym':
    case 'force':
    case 'organisation':
      return [{ country: entry.party, name: null }];
    case 'office':
      return entry.party ? [{ country: entry.party, name: null }] : [];
  }
};

export function namesPlace(run: Run, place: Place): boolean {
  if (place.name !== null && wordsStand(run.words, place.name)) return true;
  const country = place.country;
  if (country === null) return false;
  const found = run.mentions.some((mention) =>
    mention.entries.some((entry) => placesOf(entry).some((p) => p.country === country)),
  );
  return found || (isRegion(country) && wordsStand(run.words, country.slice(2)));
}

const partiesOf = (entry: Entry): readonly (Party | null)[] => {
  switch (entry.kind) {
    case 'country':
    case 'demonym':
    case 'organisation':
    case 'force':
    case 'unit':
    case 'office':
      return [entry.party];
    case 'mission':
      return [entry.mission.flag];
    case 'site':
      return [entry.owner, entry.place.country];
    case 'region':
      return [];
  }
};

const WORDS_OF: Readonly<Record<string, RegExp>> = {
  COALITION: /\b(?:coalition|allied|allies|partners|multinational|international|countries|nations|states)\b|-led\b/i,
  FOREIGN: /\b(?:foreign|international|outside)\b/i,
  NATO: /\b(?:NATO|alliance|allies|allied)\b/i,
  UN: /\b(?:UN|U\.N\.|United Nations|peace-?keep\w*|blue helmets)/i,
  ECOWAS: /\b(?:ECOWAS|West African)\b/,
  'AFRICAN-UNION': /\bAfrican\b/,
  SADC: /\bSouthern African\b/i,
  EU: /\b(?:EU|E\.U\.|European Union|EUFOR|bloc)\b/i,
};

/** "our troops", "we have sent": the author's own party needs no other word. */
export const speaksOfItself = (text: string): boolean => /\b(?:our|ours|we|us|I|my)\b/i.test(text);

const statesIn = (run: Run): ReadonlySet<Party> =>
  new Set(
    run.mentions.flatMap((mention) =>
      mention.entries
        .slice(0, 1)
        .flatMap(partiesOf)
        .filter((party) => party !== null && isState(party)),
    ),
  ) as ReadonlySet<Party>;

export function namesParty(run: Run, party: Party): boolean {
  if (party.startsWith('OTHER:') && wordsStand(run.words, party.slice(6))) return true;
  if (WORDS_OF[party]?.test(run.text)) return true;
  // "5,000 soldiers from Chad and Niger".
  if (party === 'COALITION' && statesIn(run).size > 1) return true;
  return run.mentions.some((mention) => mention.entries.some((entry) => partiesOf(entry).includes(party)));
}
