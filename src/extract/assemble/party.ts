// Whose force a finding is about: what the phrase says, else who acts, else what was told before.
import type { Span } from '../../model/claim.ts';
import { isState, type Party } from '../../model/party.ts';
import type { MovementFinding, PresenceFinding } from '../finding.ts';
import type { ForceItem, NounLike, Owner } from '../syntax/item.ts';
import { ownerFrom } from '../syntax/owner-from.ts';
import { type SentenceView, textOf } from '../syntax/predicate.ts';
import { saidThey } from './announced.ts';
import { type Discourse, type ForceSet, latest, spanOf, theatreOf } from './discourse.ts';
import { countedBefore } from './known-force.ts';
import { lastMentioned, toldByNumber } from './mentioned.ts';
import { isOfNations, isSeveral, isTheyOfSeveral, jointIn, ledBy } from './of-nations.ts';
import { americanMarines, missionOverAll, ownerHere, ownerOver } from './owner-here.ts';
import {
  abroadOf,
  besideIn,
  giverThrough,
  homeOf,
  isGovernments,
  isOfOwn,
  isOfThem,
  isOneOfMany,
  isShared,
  isTogether,
  ownedByName,
  ownersIn,
  senderOf,
  servesUnder,
  speaksOfOwn,
} from './owner-words.ts';
import { massedAtBorder, sentWithin } from './told-forces.ts';
import { FAR, pronounParty, REACH, theForce, theMissions, toldBy, type Whose, whoseIs, worlds } from './whose.ts';

const OF_REGION =
  /^(?:\S+ ){0,3}(?:Western|European|Arab|East African|Central African|Asian|Latin American|Nordic|Scandinavian|Caribbean|Balkan) (?:\S+ ){0,2}\S+$/;
const JOINS = /^(?:join|reinforce|augment|supplement|follow|replace|relieve)$/;

/** One or more parties: "Sweden and Finland will each send 120" is a claim of each. [] where nobody can be named. */
export function partiesOf(f: PresenceFinding | MovementFinding, view: SentenceView, d: Discourse): readonly Whose[] {
  const told = partiesToldOf(f, view, d);
  const back = told.some((x) => isState(x.party)) ? null : homeOf(f);
  return back === null ? told : [{ party: back.places[0]!.country!, span: spanOf(view, back) }];
}

function partiesToldOf(f: PresenceFinding | MovementFinding, view: SentenceView, d: Discourse): readonly Whose[] {
  const { force } = f;
  if (f.kind === 'presence' && f.introducedBy !== undefined && force?.owner?.kind !== 'named')
    return introduced(f.introducedBy, d);
  if (
    (force?.sort === 'strong' || force?.head === 'mercenary') &&
    force?.adjectives.some((word) => word === 'foreign' || word === 'international') &&
    force.owner === null
  )
    return [{ party: 'FOREIGN', span: spanOf(view, force) }];
  if (
    (force?.sort === 'strong' || (force?.head === 'force' && force.mission === null)) &&
    force.owner === null &&
    force.adjectives.some((word) => /^(?:multinational|allied|regional)$/.test(word))
  )
    return [{ party: 'COALITION', span: spanOf(view, force) }];
  // "UNIFIL was set up in 1978. In 2007 it had 13,200 soldiers": the mission that the sentence before was about.
  const sole =
    f.kind === 'presence' && f.again === 'same' && f.owner.every((n) => n.kind === 'pronoun') ? d.mission : null;
  if (sole?.sentence === view.index - 1 && latest(d.forces, view.index, 0, 1) === null)
    return [{ party: sole.entry.flag, span: sole.span }];
  const led = force === null || force.owner !== null ? null : ledBy(force, view);
  if (led !== null) return [{ party: led, span: spanOf(view, force!) }];
  const worldwide = force === null ? null : worlds(force, view, d);
  if (worldwide !== null) return [worldwide];
  // "No Western troops will be sent": of nobody in particular.
  if (
    force !== null &&
    force.owner === null &&
    force.unit === null &&
    force.mission === null &&
    OF_REGION.test(textOf(view, force))
  )
    return [];
  if (isGovernments(force)) return governments(f, view, d);
  const sender = force === null ? null : senderOf(force, f);
  if (sender !== null) return [whoseIs(sender, view, d)!];
  if (force !== null && isOneOfMany(force)) return [];
  const joint = force === null ? null : jointIn(force, view);
  // "The U.N. operation in Somalia has 20,300 soldiers from 27 countries".
  const flagged =
    joint === null ? undefined : f.owner.find((n) => n.kind === 'mission' && whoseIs(n, view, d) !== null);
  if (flagged) return [whoseIs(flagged, view, d)!];
  if (joint !== null)
    return [
      d.mission === null
        ? { party: 'COALITION', span: spanOf(view, joint) }
        : { party: d.mission.entry.flag, span: d.mission.span },
    ];
  const state = ownedByName(force, view)
    ? f.owner.find((n) => n.kind === 'actor' && n.party !== null && isState(n.party))
    : undefined;
  if (state) return [whoseIs(state, view, d)!];
  if (force?.owner) {
    const owned = ownerParties(force.owner, f, view, d);
    if (owned.length > 0) return owned;
    // "Moreno said his troops": of a person of whom nothing was told.
    if (force.owner.kind === 'pronoun' && /^(?:his|her)$/.test(force.owner.word)) return [];
    // "countries began to withdraw their troops": nobody is named.
    if (force.owner.kind === 'pronoun' && ownersIn(f).some(isSeveral)) return [];
  }
  const parted = force?.sort === 'bare' && force.owner === null ? countedBefore(force, { view }) : null;
  if (parted?.owner) return ownerParties(parted.owner, f, view, d);
  const told = force?.owner === null || force?.whole?.definite ? toldByNumber(force, view, d) : null;
  if (told !== null) return [toldBy(told)];
  // "were joined by 302 troops from Tonga": others than those told of.
  const origin = force?.owner === null && JOINS.test(f.predicate?.lemma ?? '') ? ownerFrom(force, view) : null;
  if (origin !== null) return [{ party: origin.parties[0]!, span: spanOf(view, origin.at) }];
  const holder = force?.owner === null ? holderBefore(force, view, d) : null;
  if (holder) return [holder];
  if (isTheyOfSeveral(f, view)) return [];
  const together = groupOf(f.owner, view, d);
  if (together) return together;
  // "a third of the country's 3,200 soldiers": a part is whose the whole is.
  if (force?.whole?.owner) {
    const owned = ownerParties(force.whole.owner, f, view, d);
    if (owned.length > 0) return owned;
  }
  const named = f.owner.flatMap((n): Whose[] => {
    const whose = whoseIs(n, view, d);
    return whose === null ? [] : [whose];
  });
  // "Finland and Sweden together have 90 troops": a number that is nobody's own.
  if (named.length > 1 && force?.quantity && isTogether(f, view)) return [];
  // "Norway and Denmark, which together sent 900".
  if (named.length === 1 && force?.quantity && f.predicate?.relation === 'relative' && isTogether(f, view)) return [];
  const whole0 = unique(named);
  if (whole0.length > 1 && force?.quantity && isShared(f, view) && whole0.every((w) => isState(w.party)))
    return [{ party: 'COALITION', span: overAll(whole0) }];
  if (named.length > 0 && !(force?.anaphor && f.owner.every((n) => n.kind === 'pronoun'))) return unique(named);
  // "the militants": whose they are is seldom what was told last.
  if (force?.owner === null && /^(?:militant|fighter|mercenary|combatant|jihadist)$/.test(force.head ?? '')) return [];
  if (force?.mission?.entry) return [{ party: force.mission.entry.flag, span: spanOf(view, force.mission.at) }];
  const whole = force === null ? null : missionOverAll(force, f, view);
  if (whole) return [whole];
  const keeper = keeperOf(f, view, d);
  if (keeper) return [keeper];
  if (f.kind === 'presence' && force?.owner === null && isOfNations(force, view)) return [];
  const means = force === null ? null : giverThrough(force, view);
  if (means !== null) return [whoseIs(means, view, d)!];
  const beside = [...(f.predicate?.subject ?? []), ...(f.predicate?.object ?? [])].find(
    (n) => force !== null && n.kind === 'force' && n !== force && n.from < force.from && n.owner?.kind === 'named',
  );
  if (beside) return [whoseIs(beside, view, d)!];
  const from = force?.from ?? f.evidence.from;
  const label = force?.anaphor || force?.definite ? null : ownerOver(f, view);
  const labelled = label !== null && label.from < from ? whoseIs(label, view, d) : null;
  if (labelled !== null) return [labelled];
  const marines = force === null ? null : americanMarines(force, view, d);
  if (marines) return [marines];
  const places = new Set(abroadOf(f).flatMap((p) => [...p.places, ...(p.off ?? [])].map((x) => x.country)));
  const missions = force === null ? null : theMissions(force, view, d);
  if (missions !== null) return [missions];
  if (force?.anaphor || force?.definite || force?.sort === 'bare' || force?.additional) {
    const theatre = theatreOf(d, places)?.place.country ?? null;
    const one = theForce(force, view, d);
    const near0 = one ?? latest(d.forces, view.index, from, REACH, (s) => s.party !== null);
    // In a state's own letter "the detachment" is its own, not the mission's that was told of before.
    const isOthers =
      near0 !== null && !force.anaphor && near0.sentence < view.index && d.voice !== null && !isState(near0.party!);
    const set = isOthers && isState(d.voice!) ? null : near0;
    // "Irish troops cannot remain. The troops will be home by May": those named last, though nothing was claimed of them.
    const mentioned =
      force.definite && one === null && force.mission === null && (set !== null || near0 === null)
        ? lastMentioned(d, view.index, from, force.sort === 'bare' ? 0 : REACH, new Set([...places, theatre]))
        : null;
    const flag = near0 === null && mentioned === null ? servesUnder(force, view) : null;
    if (flag !== null) return [whoseIs(flag, view, d)!];
    if (mentioned !== null && (set === null || mentioned.sentence > set.sentence)) return [toldBy(mentioned)];
    // "Kenya's president said 400 more would fly": who speaks here of their own, before whose were told of above.
    const own =
      force.additional && !isOfThem(force, view) && set !== null && set.sentence < view.index
        ? reporter(f, view, d)
        : null;
    if (own) return [own];
    // "Norway decided to replace the 115 soldiers who came home": a number not told before is of whom this sentence tells.
    const isNew =
      force.definite && !force.anaphor && force.head !== null && force.quantity !== null && force.whole === null;
    const actor =
      isNew && set !== null && set.sentence < view.index
        ? latest(
            d.actors,
            view.index,
            from,
            0,
            (a) => a.acts && isState(a.party) && !places.has(a.party) && a.party !== theatre,
          )
        : null;
    if (actor) return [toldBy(actor)];
    const here = set !== null && set.sentence < view.index ? ownerHere(force, f, view, d) : null;
    if (here) return [toldBy(here)];
    if (set) return [{ party: set.party!, span: set.partySpan }];
  }
  const voice = speaksOfOwn(view) ? d.voice : null;
  if (force !== null && (force.sort === 'weak' || force.sort === 'platform') && force.quantity === null) return [];
  // "Kyiv says 80,000 troops stand along its border": those told of before, of whom it speaks.
  const massed = massedAtBorder(f, view, d);
  if (massed !== null) return [{ party: massed.party!, span: massed.partySpan }];
  // "called for the deployment of 15,000 peacekeepers": the mission's that was told of, and no party's to the war.
  const peace = force?.head === 'peacekeeper' && force.owner === null && f.owner.length === 0 ? d.mission : null;
  if (peace !== null && peace.sentence >= view.index - FAR) return [{ party: peace.entry.flag, span: peace.span }];
  const governor = reporter(f, view, d);
  if (governor) return [governor];
  const near = latest(d.actors, view.index, from, 0, (a) => !a.weak && !places.has(a.party));
  if (near) return [toldBy(near)];
  // "two helicopters and 110 Canadian soldiers": what comes along is theirs.
  const along = force?.quantity ? besideIn(f, force) : undefined;
  if (along) return [whoseIs(along, view, d)!];
  if (
    force !== null &&
    force.sort !== 'strong' &&
    force.sort !== 'unit' &&
    !force.definite &&
    force.quantity !== null
  ) {
    const only = onlyParty(d, view.index, places);
    if (only !== null && only.party !== null) return [{ party: only.party, span: only.partySpan }];
  }
  // A ministry that tells of its own soldiers goes on to "three officers".
  if (d.voice !== null && isState(d.voice) && !places.has(d.voice) && isOfOwn(force, f)) {
    const told = latest(d.forces, view.index, from, REACH, (s) => s.party !== null && s.sentence < view.index);
    if (told === null || told.party === d.voice) return [{ party: d.voice, span: null }];
  }
  if (force !== null && force.sort !== 'strong' && force.sort !== 'unit' && !force.definite)
    return voice !== null && !places.has(voice) ? [{ party: voice, span: null }] : [];
  const own = d.voice !== null && isState(d.voice) ? d.voice : null;
  const set = latest(
    d.forces,
    view.index,
    from,
    REACH,
    (s) => s.party !== null && !places.has(s.party) && (own === null || isState(s.party) || s.sentence === view.index),
  );
  if (set) return [{ party: set.party!, span: set.partySpan }];
  const home = f.kind === 'movement' && places.size === 1 ? sentWithin(d, view, [...places][0]!) : null;
  if (home !== null) return [{ party: home.party!, span: home.partySpan }];
  // "The arrival of 200 marines brings the number of American troops to 700": named once, later in the sentence.
  const owns = new Set(
    view.items.flatMap((x) => (x.kind === 'force' && x.owner && x.quantity === null ? [x.owner.at.from] : [])),
  );
  const later = d.actors.filter(
    (a) => a.sentence === view.index && a.at > from && owns.has(a.at) && !places.has(a.party),
  );
  if (
    later.length > 0 &&
    later.every((a) => a.party === later[0]!.party) &&
    (own === null || isState(later[0]!.party!))
  )
    return [toldBy(later[0]!)];
  if (d.voice !== null && !places.has(d.voice) && force?.definite !== true) return [{ party: d.voice, span: null }];
  const before = latest(d.actors, view.index, from, FAR, (a) => a.acts && !places.has(a.party));
  if (before) return [toldBy(before)];
  if (d.voice !== null && !places.has(d.voice)) return [{ party: d.voice, span: null }];
  // "Malaysia's battalion left on Friday. The 850 troops will serve with UNIFIL": of the state that was told of.
  const teller =
    force?.definite === true
      ? latest(d.actors, view.index, 0, 1, (a) => isState(a.party) && !places.has(a.party))
      : null;
  if (teller) return [toldBy(teller)];
  // "Some 860 troops serve under UNFICYP": the mission's, where nobody else was named.
  return f.kind === 'presence' && f.mission?.entry && force?.quantity
    ? [{ party: f.mission.entry.flag, span: spanOf(view, f.mission) }]
    : [];
}

/** The organisation's force or mission told of last. */
function jointForce(f: PresenceFinding | MovementFinding, view: SentenceView, d: Discourse): Whose | null {
  const set = latest(d.forces, view.index, f.evidence.from, FAR, (s) => s.party !== null && !isState(s.party));
  if (set !== null) return { party: set.party!, span: set.partySpan };
  return d.mission === null ? null : { party: d.mission.entry.flag, span: d.mission.span };
}

function governments(f: PresenceFinding | MovementFinding, view: SentenceView, d: Discourse): readonly Whose[] {
  const where = f.kind === 'presence' ? f.places : [...f.from, ...f.to];
  const near = where.find((p) => p.places.some((x) => isState(x.country ?? '')));
  if (near) return [{ party: near.places.find((x) => isState(x.country ?? ''))!.country!, span: spanOf(view, near) }];
  const told = latest(d.places, view.index, f.evidence.from, FAR, (w) => isState(w.place.country ?? ''));
  return told === null ? [] : [{ party: told.place.country!, span: told.span }];
}

/** "the Netherlands, whose contingent is withdrawing". */
function holderBefore(force: ForceItem, view: SentenceView, d: Discourse): Whose | null {
  if (view.tokens[force.from - 1]?.lower !== 'whose') return null;
  const before = view.items.findLast((x) => x.to < force.from && x.kind !== 'link');
  if (before?.kind === 'place') {
    const country = before.places[0]?.country ?? null;
    return country !== null && isState(country) ? { party: country, span: spanOf(view, before) } : null;
  }
  return before?.kind === 'actor' || before?.kind === 'mission' ? whoseIs(before, view, d) : null;
}

/** "Four F-16s remain": the last force told of, where all told of in the last sentences are one party's and nobody else is named here. */
function onlyParty(d: Discourse, sentence: number, places: ReadonlySet<string | null>): ForceSet | null {
  const near = d.forces.filter((s) => s.sentence >= sentence - 2);
  const [first] = near;
  if (first === undefined || first.party === null || places.has(first.party)) return null;
  return near.every((s) => s.party === first.party) &&
    d.actors.every((a) => a.sentence !== sentence || a.party === first.party)
    ? near.at(-1)!
    : null;
}

/** Whose the items of a list are: who is named first in the sentence over it, else the author's own. */
function introduced(sentence: number, d: Discourse): readonly Whose[] {
  const named = d.actors.filter((a) => a.sentence === sentence).sort((a, b) => a.at - b.at)[0];
  if (named) return [toldBy(named)];
  return d.voice === null ? [] : [{ party: d.voice, span: null }];
}

/** "Russia's base in Gyumri, where 3,000 troops serve": those at a state's base abroad are its own, where nothing else says whose. */
function keeperOf(f: PresenceFinding | MovementFinding, view: SentenceView, d: Discourse): Whose | null {
  if (f.kind !== 'presence' || f.force === null || f.force.anaphor || f.force.mission) return null;
  // "Latvia has 40 in the mission. Five more are at the UN's headquarters": a nation's, under that flag.
  const told = latest(d.forces, view.index, f.force.from, REACH, (s) => s.party !== null && isState(s.party));
  for (const { owner, places } of f.places)
    if (
      owner?.kind === 'named' &&
      !places.some((p) => p.country === owner.parties[0]) &&
      (told === null || isState(owner.parties[0]!))
    )
      return { party: owner.parties[0]!, span: spanOf(view, owner.at) };
  return null;
}

/** "The two will bring them home", "they both have": the parties that acted together in this sentence or the one before. */
function groupOf(owner: readonly NounLike[], view: SentenceView, d: Discourse): readonly Whose[] | null {
  const [only] = owner;
  if (owner.length !== 1 || only === undefined || d.group === null || d.group.sentence < view.index - 1) return null;
  const counted = only.kind === 'force' && only.head === null && only.quantity?.min === d.group.actors.length;
  const both = only.kind === 'pronoun' && /^(?:both|they)$/.test(only.word);
  return counted || both ? d.group.actors.map(toldBy) : null;
}

/** From the first of the names to the last. */
function overAll(list: readonly Whose[]): Span | null {
  const spans = list.flatMap((w) => (w.span === null ? [] : [w.span]));
  return spans.length === 0
    ? null
    : [Math.min(...spans.map(([start]) => start)), Math.max(...spans.map(([, end]) => end))];
}

const unique = (list: readonly Whose[]): Whose[] =>
  list.filter((w, i) => list.findIndex((x) => x.party === w.party) === i);

function ownerParties(
  owner: Owner,
  f: PresenceFinding | MovementFinding,
  view: SentenceView,
  d: Discourse,
): readonly Whose[] {
  // "2,000 soldiers from Russia, Belarus and Armenia" in a report on a force of theirs: all of that.
  const joint = owner.kind === 'named' && owner.parties.length > 2 && f.force?.quantity ? jointForce(f, view, d) : null;
  if (joint !== null) return [joint];
  // "200 Polish and Lithuanian soldiers": one number for both is nobody's own.
  if (owner.kind === 'named' && owner.parties.length > 1 && f.force?.quantity) {
    const joined = owner.parties.find((party) => !isState(party)) ?? 'COALITION';
    return [{ party: joined, span: spanOf(view, owner.at) }];
  }
  const parties = owner.kind === 'named' ? owner.parties : [];
  if (owner.kind === 'named') return parties.map((party) => ({ party, span: spanOf(view, owner.at) }));
  // "Honduras and Nicaragua have brought their soldiers home": each its own.
  if (owner.word === 'their' && !f.force?.quantity) {
    const states = f.owner.filter((n) => n.kind === 'actor' && n.party !== null && n.from < owner.at.from);
    if (states.length > 1) return unique(states.map((n) => whoseIs(n, view, d)!));
  }
  // "Peru and Chile said they would withdraw their contingents": each its own.
  const both = owner.word === 'their' ? saidThey(f, view, owner.at.from) : [];
  if (both.length > 1 && !f.force?.quantity) return unique(both.map((n) => whoseIs(n, view, d)!));
  const party = pronounParty(owner.word, owner.at, [...f.owner, ...(f.predicate?.subject ?? [])], view, d);
  // "The UN will withdraw its Ethiopian peacekeepers": a nation's, under that flag.
  const people = f.force?.people ?? null;
  if (people !== null && (party === null || !isState(party.party)))
    return [{ party: people.parties[0]!, span: spanOf(view, people.at) }];
  return party === null ? [] : [party];
}

/** "The British government announces that 600 troops will be deployed": who reports speaks of their own. */
function reporter(f: PresenceFinding | MovementFinding, view: SentenceView, d: Discourse): Whose | null {
  const from = f.force?.from ?? f.evidence.from;
  for (let i = view.predicates.length - 1; i >= 0; i--) {
    const p = view.predicates[i]!;
    if (p.item.kind !== 'verb' || p.item.from >= from) continue;
    // "Kyiv says so; ten planes landed": what stands behind a semicolon is told apart.
    if (view.tokens.slice(p.item.to, from).some((t) => t.text === ';')) continue;
    for (const s of p.subject) {
      if (s.kind !== 'actor' || s.what === 'state' || s.role === 'media') continue;
      const whose = whoseIs(s, view, d);
      // "The ministry said 20 had returned from the Solomons": no ministry of the place that they come from.
      if (whose !== null && !(s.party === null && isEnd(f, whose.party))) return whose;
    }
  }
  return null;
}

const isEnd = (f: PresenceFinding | MovementFinding, party: Party): boolean =>
  f.kind === 'movement' && [...f.from, ...f.to].some((x) => x.places.some((p) => p.country === party));
