// Whose a word or phrase stands for: "it", "they", "our", "the government", "the country", a force, a mission, a person told of before.
import type { Span } from '../../model/claim.ts';
import { isState, type Party } from '../../model/party.ts';
import { reports } from '../lexicon/control.ts';
import type { ForceItem, MissionItem, NounLike, Range } from '../syntax/item.ts';
import { type SentenceView, textOf } from '../syntax/predicate.ts';
import { isOneName, isPluralNoun, isUnknownName, saysThat } from './announced.ts';
import { type Actor, type Discourse, type ForceSet, lastWord, latest, spanOf } from './discourse.ts';
import { seatOf } from './seat.ts';

export interface Whose {
  readonly party: Party;
  /** Where the words that name it stand in the report; null where only the author's own voice does. */
  readonly span: Span | null;
}

/** Looking further back than this many sentences for "its" or "they" guesses. */
export const REACH = 3;
export const FAR = 8;

const setOf = (set: ForceSet | null): Whose | null => (set?.party ? { party: set.party, span: set.partySpan } : null);

export const toldBy = (actor: Pick<Actor, 'party' | 'span'>): Whose => ({ party: actor.party, span: actor.span });

/** "its" is the clause's own subject where that is a party, else the nearest actor before it. */
export function pronounParty(
  word: string,
  at: Range,
  subjects: readonly NounLike[],
  view: SentenceView,
  d: Discourse,
): Whose | null {
  if (word === 'mission') return d.flag !== null && d.flag.sentence >= view.index - FAR ? toldBy(d.flag) : null;
  if (/^(?:our|we|us|my|i)$/.test(word) && d.voice === null) return speakerOf(at, view, d);
  if (/^(?:they|their)$/.test(word) && isPluralNoun(at, view)) return null;
  if (/^(?:our|we|us|my|i)$/.test(word)) return d.voice === null ? null : { party: d.voice, span: null };
  if (word === 'his' || word === 'her') {
    // "Cabreros said his troops": of a person of whose state nothing may have been told.
    const says = view.predicates.findLast((p) => p.item.kind === 'verb' && reports(p.lemma) && p.item.to <= at.from);
    const [who] = says?.subject ?? [];
    if (who?.kind === 'noun' && who.owner === null && isOneName(who, view)) {
      const party = d.persons.get(view.tokens[who.from]!.text);
      return party === undefined ? null : { party, span: spanOf(view, who) };
    }
  }
  for (const s of subjects) {
    if (s.kind === 'pronoun' || s.from >= at.from) continue;
    // "Total withdrew its last staff": a name that no table knows has its own.
    if (word === 'its' && s.kind === 'noun' && isUnknownName(s, view)) return null;
    const whose = whoseIs(s, view, d);
    if (whose !== null) return whose;
  }
  // "after Spain's announcement that it would": who announced.
  const announced =
    word === 'it' || word === 'its' || word === 'they'
      ? latest(d.actors, view.index, at.from, 0, (a) => a.owns && saysThat(view, a.at, at.from))
      : null;
  if (announced) return toldBy(announced);
  const told =
    latest(d.actors, view.index, at.from, 0, (a) => a.acts) ??
    latest(d.actors, view.index, at.from, 0, (a) => a.owns) ??
    latest(d.actors, view.index, at.from, REACH, (a) => a.acts) ??
    latest(d.actors, view.index, at.from, REACH);
  return told === null ? null : toldBy(told);
}

/** "300 Filipinos serve with UNDOF. The force has 1,200 soldiers": that of the mission told of just before. */
export function theMissions(n: ForceItem, view: SentenceView, d: Discourse): Whose | null {
  const isOpen = n.head === 'force' && n.definite && !n.plural && n.owner === null && n.mission === null;
  if (!isOpen || d.mission === null || d.mission.sentence !== view.index - 1) return null;
  // "A Danish force serves with UNDOF. The force ...": the one named so.
  if (latest(d.forces, view.index, n.from, 1, (s) => s.head === 'force' && s.party !== null)) return null;
  return { party: d.mission.entry.flag, span: d.mission.span };
}

/** "The force, which grew to 11,000": what was told of as one, before soldiers that were told of since. */
export const theForce = (force: ForceItem, view: SentenceView, d: Discourse): ForceSet | null =>
  force.definite && force.head === 'force' && !force.plural && force.mission === null && force.unit === null
    ? latest(d.forces, view.index, force.from, FAR, (s) => s.head === 'force' && s.party !== null)
    : null;

/** Whose force a phrase stands for, as owner or actor; null for phrases that name nobody. */
export function whoseIs(n: NounLike, view: SentenceView, d: Discourse): Whose | null {
  const here = (party: Party | null | undefined): Whose | null => (party ? { party, span: spanOf(view, n) } : null);
  switch (n.kind) {
    case 'actor':
      if (n.party !== null) return here(n.party);
      // "our parliament".
      if (/^(?:our|my)$/.test(view.tokens[n.from]!.lower))
        return d.voice === null ? null : { party: d.voice, span: null };
      // "The Navy continues": in a state's own letter its own.
      if (n.role === 'military' && d.voice !== null && isState(d.voice)) return { party: d.voice, span: null };
      return n.what === 'person' ? here(d.persons.get(lastWord(n.name))) : institution(n.name, n.from, view, d);
    case 'force':
      if (n.owner?.kind === 'named') return here(n.owner.parties[0]);
      if (n.owner?.kind === 'pronoun') return pronounParty(n.owner.word, n.owner.at, [], view, d);
      return (
        theMissions(n, view, d) ?? here(n.mission?.entry?.flag) ?? worlds(n, view, d) ?? setOf(theForce(n, view, d))
      );
    case 'mission':
      if (isOfAll(n, view)) return institution('alliance', n.from, view, d);
      if (n.entry === null && n.owner === null && d.mission && d.mission.sentence >= view.index - FAR)
        return { party: d.mission.entry.flag, span: d.mission.span };
      return here(n.entry?.flag ?? (n.owner?.kind === 'named' ? n.owner.parties[0] : null));
    case 'place':
      return n.ref === 'country' ? pronounParty('its', n, [], view, d) : null;
    case 'pronoun':
      if (!PERSONAL.test(n.word)) return null;
      return pronounParty(n.word, n, [], view, d);
    default:
      return null;
  }
}

/** "the international force in East Timor": the mission's that was told of, else no one state's. */
export const worlds = (force: ForceItem, view: SentenceView, d: Discourse): Whose | null =>
  force.head === 'force' && force.owner === null && force.mission === null && force.adjectives.includes('international')
    ? d.mission === null
      ? { party: 'COALITION', span: spanOf(view, force) }
      : { party: d.mission.entry.flag, span: d.mission.span }
    : null;

/** "the alliance's peacekeeping operation". */
const OF_ALL = /^the (?:alliance|bloc|organi[sz]ation|union|coalition)['’]s /i;
export const isOfAll = (n: MissionItem, view: SentenceView): boolean =>
  n.entry === null && n.owner === null && OF_ALL.test(textOf(view, n));

/** Whose "our" is in direct speech: whoever says it in the same sentence; an "army spokesman" speaks for the state that acted last. */
function speakerOf(at: Range, view: SentenceView, d: Discourse): Whose | null {
  for (const p of view.predicates) {
    if (p.item.kind !== 'verb' || !reports(p.lemma)) continue;
    for (const s of p.subject) {
      if (s.kind !== 'actor') continue;
      if (s.party !== null) return whoseIs(s, view, d);
      const told = OFFICIAL.test(s.name)
        ? latest(d.actors, view.index, at.from, REACH, (a) => a.acts && isState(a.party))
        : null;
      if (told !== null) return toldBy(told);
    }
  }
  return null;
}
const OFFICIAL =
  /^(?:army|military|navy|air force|government|foreign ministry|defen[cs]e(?: ministry)?) (?:spokes|minister|chief|official)/i;

const PERSONAL = /^(?:it|they|he|she|we|i|us|its|their|our|his|which|who|both|this)$/;

/** "the government", "the alliance", "the country": the last actor of that kind. */
function institution(name: string, at: number, view: SentenceView, d: Discourse): Whose | null {
  const seat = seatOf(name, at, view);
  if (seat !== null) return { party: seat.party, span: spanOf(view, seat.at) };
  const wantsOrganisation = /alliance|organi[sz]ation|bloc|union|coalition/i.test(name);
  const told = latest(d.actors, view.index, at, FAR, (a) => a.organisation === wantsOrganisation);
  return told === null ? (d.voice === null ? null : { party: d.voice, span: null }) : toldBy(told);
}
