// A noun phrase that names one who acts, speaks or decides: a state's office, a person with a title, "officials", "lawmakers".

import type { Entry } from '../../gazetteer/entry.ts';
import { isCapitalised } from '../../text/characters.ts';
import { OFFICE_NOUNS, PERSON_NOUNS, TITLES } from '../lexicon/words.ts';
import type { ActorItem } from './item.ts';
import { entryOf, type Phrase, partyIn, skipArticle, words } from './read-phrase.ts';

export function actorOf(p: Phrase): ActorItem | null {
  const { a, from, to, prep, start } = p;
  const head = a.tokens[to - 1]!.lower;
  const isOffice = OFFICE_NOUNS.has(head);
  const isPerson = !isOffice && (PERSON_NOUNS.has(head) || isPersonName(p));
  const office = officeIn(p);
  if (!isOffice && !isPerson && office === null) return null;
  const item = (
    party: ActorItem['party'],
    name: string,
    what: ActorItem['what'],
    role: ActorItem['role'],
  ): ActorItem => ({ kind: 'actor', from, to, prep, start, place: null, party, name, what, role });
  if (!isOffice && !isPerson)
    return p.mentions.at(-1)!.to === to ? item(office!.party, office!.name, 'office', office!.role) : null;
  const owner = p.owner?.kind === 'named' ? p.owner.parties[0]! : null;
  // "Yemen's Houthi rebels": an armed group is its own, whatever the country.
  const group = owner !== null && owner.length > 2 ? owner : null;
  const party = group ?? possessorIn(p) ?? owner ?? office?.party ?? null;
  const name = words(a, skipArticle(a, from), to);
  if (isPerson) return item(party, name, 'person', 'person');
  // "told the Turkish Anadolu Agency": who prints it acts for nobody.
  const prints =
    head === 'agency' && (office?.role === 'media' || /^(?:news|press)$/.test(a.tokens[to - 2]?.lower ?? ''));
  if (prints) return item(party, name, 'office', 'media');
  const ofAll = head === 'coalition' ? 'COALITION' : null;
  return item(party ?? ofAll, name, 'office', roleOf(head));
}

function officeIn({ mentions }: Phrase): Extract<Entry, { kind: 'office' }> | null {
  for (const mention of mentions) {
    const office = entryOf(mention, 'office');
    if (office !== null) return office;
  }
  return null;
}

/** The party named before the phrase's last possessive. */
function possessorIn({ mentions, body }: Phrase): string | null {
  for (const mention of mentions) {
    const party = mention.to <= body ? partyIn(mention) : null;
    if (party !== null) return party;
  }
  return null;
}

function roleOf(head: string): ActorItem['role'] {
  if (/^(?:parliament|congress|senate|assembly|house|bundestag|duma|knesset|rada|sejm|legislature)$/.test(head))
    return 'parliament';
  if (/^(?:council|committee|commission)$/.test(head)) return 'council';
  if (/^(?:ministry|ministries|defense|defence|pentagon)$/.test(head)) return 'ministry';
  if (/^(?:army|military|navy|staff|command)$/.test(head)) return 'military';
  if (head === 'agency') return 'agency';
  return 'government';
}

/** "Gen. Jonathan Vance", "President Karzai", "Jens Stoltenberg": a title, or two capitalised unknown words at the end. */
function isPersonName(p: Phrase): boolean {
  const { a, from, to } = p;
  let capitals = 0;
  for (
    let i = to - 1;
    i >= from && isCapitalised(a.tokens[i]!.text) && (a.tags[i] === 'noun' || a.tags[i] === 'name');
    i--
  ) {
    if (TITLES.has(a.tokens[i]!.lower)) return capitals > 0;
    if (a.tags[i] === 'name' && a.mentionAt[i]?.entries.some((e) => e.kind === 'country' || e.kind === 'organisation'))
      return false;
    capitals++;
  }
  if (capitals === 0) return false;
  for (let i = from; i < to - capitals; i++)
    if (TITLES.has(a.tokens[i]!.lower) || PERSON_NOUNS.has(a.tokens[i]!.lower)) return true;
  return capitals >= 2 && capitals <= 4 && to - from === capitals;
}
