// A noun phrase that names one who acts, speaks or decides: a state's office, a person with a title, "officials", "lawmakers".
import { OFFICE_NOUNS, PERSON_NOUNS, TITLES } from '../lexicon/words.ts';
import type { ActorItem } from './item.ts';
import { entryOf, type Phrase, partyIn, skipArticle, words } from './read-phrase.ts';

export function actorOf(p: Phrase): ActorItem | null {
  const { a, from, to, prep, start } = p;
  const head = a.tokens[to - 1]!.lower;
  const base = { kind: 'actor' as const, from, to, prep, start, place: null };
  const possessor = p.mentions
    .filter((m) => m.to <= p.body)
    .map(partyIn)
    .find((x) => x !== null);
  const party = possessor ?? (p.owner?.kind === 'named' ? p.owner.parties[0]! : null);
  const name = words(a, skipArticle(a, from), to);
  const office = p.mentions.map((m) => entryOf(m, 'office')).find((o) => o !== null);
  if (OFFICE_NOUNS.has(head)) {
    return {
      ...base,
      party: party ?? office?.party ?? (head === 'coalition' ? 'COALITION' : null),
      name,
      what: 'office',
      role: roleOf(head),
    };
  }
  if (PERSON_NOUNS.has(head))
    return { ...base, party: party ?? office?.party ?? null, name, what: 'person', role: 'person' };
  if (isPersonName(p)) return { ...base, party: party ?? office?.party ?? null, name, what: 'person', role: 'person' };
  if (office && p.mentions.at(-1)!.to === to)
    return { ...base, party: office.party, name: office.name, what: 'office', role: office.role };
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
    i >= from && /^\p{Lu}/u.test(a.tokens[i]!.text) && (a.tags[i] === 'noun' || a.tags[i] === 'name');
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
