// Takes into the discourse what each sentence and topic line names: who acts, which places, which missions.
import type { Mention } from '../../gazetteer/entry.ts';
import { isState, type Party } from '../../model/party.ts';
import type { Place } from '../../model/place.ts';
import { wordsOf } from '../../text/words-of.ts';
import { reports } from '../lexicon/control.ts';
import { MOTION } from '../lexicon/motion.ts';
import type { Item, Range } from '../syntax/item.ts';
import type { SentenceView } from '../syntax/predicate.ts';
import { type Actor, type Discourse, lastWord, spanOf, type Where } from './discourse.ts';
import { noteMentioned } from './mentioned.ts';
import { seatOf } from './seat.ts';
import { severalIn } from './they.ts';

/** Takes in who and where a sentence names, in the order of its words; its forces come from the claims. */
export function observe(d: Discourse, view: SentenceView): void {
  const acting = new Set<unknown>();
  for (const p of view.predicates)
    if (p.item.kind === 'verb' && p.relation !== 'relative') for (const subject of p.subject) acting.add(subject);
  const venues = new Set<unknown>();
  for (const p of view.predicates) {
    // "more are expected from Niger": who is to send them, not where they go.
    if (SUPPLIED.has(p.lemma)) for (const place of p.places) if (place.prep === 'from') venues.add(place);
    if (MEETS.has(p.lemma)) for (const place of p.places) venues.add(place);
    // "he told cadets at West Point": where one speaks.
    if (TELLS.has(p.lemma) && p.item.kind === 'verb')
      for (const place of p.places) if (place.prep === 'at') venues.add(place);
    // "command passed to Australia", "handed the base over to Togo": a state that receives.
    if (GIVES.has(p.lemma))
      for (const other of [...p.others, ...(p.lemma === 'return' ? [] : p.places)])
        if ((other.kind === 'actor' || other.kind === 'place') && other.prep === 'to') venues.add(other);
  }
  for (const item of view.items)
    if (item.kind !== 'link' && item.kind !== 'verb' && item.kind !== 'word')
      observeItem(d, view, item, acting, venues);
  d.several.push(...severalIn(view));
  noteMentioned(d, view);
}

/** "Speaking in Singapore", "ministers meeting in Brussels": where one talks is not where the story is. */
const MEETS = wordsOf(/^(?:speak|meet|gather|convene|talk)$/);

const TELLS = wordsOf(/^(?:tell|say|announce|declare|address|promise)$/);

const isTalks = (word: string): boolean =>
  /^(?:summit|meeting|talks|conference|session|hearing|briefing|interview|speech|visit|trial|ceremony)$/.test(word);

const SUPPLIED = wordsOf(/^(?:expect|await|seek|request|need|require|want|hope for)$/);

const GIVES = wordsOf(/^(?:pass|hand|hand over|transfer|give|sell|offer|say|return|turn over|cede)$/);

/** A place named in a topic line is what the story below it is about: "Northern Mali conflict". */
export function observeTopic(
  d: Discourse,
  view: Pick<SentenceView, 'tokens' | 'index' | 'document'>,
  mention: Mention,
): void {
  for (const entry of mention.entries.slice(0, 1)) {
    if (entry.kind === 'mission') d.topic = { entry: entry.mission, sentence: view.index, span: spanOf(view, mention) };
    // "Somali Civil War": where that people lives, unless a state is named beside it.
    if (entry.kind === 'demonym' && isState(entry.party) && isStrife(view)) {
      const place = { country: entry.party, name: null };
      note(d, { sentence: view.index, at: mention.from, span: spanOf(view, mention), place, firm: true });
      continue;
    }
    if (entry.kind !== 'country' && entry.kind !== 'site' && entry.kind !== 'region') continue;
    note(d, {
      sentence: view.index,
      at: mention.from,
      span: spanOf(view, mention),
      place: entry.place,
      firm:
        entry.kind !== 'country' ||
        !/relations$/i.test(
          view.document.text.slice(view.tokens[0]!.start, view.tokens.at(-1)!.end).replace(/[.:]$/, ''),
        ),
    });
    if (entry.place.country !== null) d.told.set(entry.place.country, (d.told.get(entry.place.country) ?? 0) + 1);
  }
}

/** A topic line of one people's own strife. */
const isStrife = (view: Pick<SentenceView, 'tokens'>): boolean =>
  view.tokens.some((t) =>
    /^(?:war|conflict|insurgency|crisis|uprising|unrest|revolution|rebellion|protests)$/.test(t.lower),
  ) && !view.tokens.some((t) => /^(?:of|in|against|relations)$/.test(t.lower));

/** After a sentence: who acted together in it. */
export function noteGroup(d: Discourse, view: SentenceView): void {
  for (const p of view.predicates) {
    if (p.item.kind !== 'verb') continue;
    const actors = p.subject.flatMap((n): Actor[] =>
      n.kind === 'actor' && n.party !== null
        ? [
            {
              sentence: view.index,
              at: n.from,
              span: spanOf(view, n),
              party: n.party,
              organisation: false,
              acts: true,
              owns: false,
              weak: false,
              person: n.what === 'person',
            },
          ]
        : [],
    );
    if (actors.length > 1) d.group = { sentence: view.index, actors };
  }
}

function note(d: Discourse, where: Where): void {
  d.places.push(where);
  const { country, name } = where.place;
  if (country !== null && isState(country)) {
    d.states.delete(country);
    d.states.set(country, where);
  }
  if (!where.firm || country === null) return;
  let names = d.firm.get(country);
  if (names === undefined) {
    names = new Map();
    d.firm.set(country, names);
  }
  const known = names.get(name);
  if (known === undefined) names.set(name, { first: where, times: 1 });
  else known.times++;
}

function observeItem(
  d: Discourse,
  view: SentenceView,
  item: Item,
  acting: ReadonlySet<unknown>,
  venues: ReadonlySet<unknown>,
): void {
  const sentence = view.index;
  const weight = view.sentence.block.kind === 'title' ? 3 : 1;
  const where = (place: Place, at: Range, firm = true): void => {
    note(d, { sentence, at: at.from, span: spanOf(view, at), place, firm });
    if (firm && place.country !== null && place.country !== 'R:AT-SEA') d.everywhere = d.places.at(-1)!;
    if (firm && place.country !== null) d.told.set(place.country, (d.told.get(place.country) ?? 0) + weight);
  };
  const actor = (party: Party, at: Range, acts: boolean, owns = false, weak = false, person = false): void => {
    d.actors.push({
      sentence,
      at: at.from,
      span: spanOf(view, at),
      party,
      organisation: !isState(party),
      acts,
      owns,
      weak,
      person,
    });
  };
  if (item.kind === 'noun' && item.possessor?.party) {
    actor(item.possessor.party, item.possessor, false, true, !COMMITS.test(item.head));
    if (item.possessor.place !== null) where(item.possessor.place, item.possessor, false);
    return;
  }
  if (item.kind === 'actor') {
    if (item.what === 'person' && item.party !== null) d.persons.set(lastWord(item.name), item.party);
    const seat = item.party === null ? seatOf(item.name, item.from, view) : null;
    if (item.party !== null && item.role !== 'media')
      actor(item.party, item, acting.has(item), false, CIVILIANS.has(lastWord(item.name)), item.what === 'person');
    else if (seat !== null) actor(seat.party, seat.at, acting.has(item));
    // "Somalia: Ugandan peacekeepers kill ...": the label says where.
    const label = view.tokens[item.to]?.text === ':' && item.from < 2;
    if (item.place !== null && item.what === 'state') where(item.place, item, label);
    // "will depart tomorrow for Honiara".
    else if (item.place !== null && /^(?:for|to|into|in|at|from|near)$/.test(item.prep ?? ''))
      where(item.place, item, !venues.has(item));
    return;
  }
  if (item.kind === 'place') {
    // "peacekeepers from Bangladesh were killed": whose they are, not where.
    const of = view.items[view.items.indexOf(item) - 1];
    // "at the summit in Brussels": where they talk.
    const talks = of !== undefined && of.kind !== 'verb' ? view.items[view.items.indexOf(of) - 1] : undefined;
    const isHeld = (x: Item | undefined): boolean =>
      (x?.kind === 'noun' || x?.kind === 'nominal') && isTalks(view.tokens[x.to - 1]!.lower);
    // "talks with the premier in Baghdad".
    // "after his return from Washington": where a person was.
    const back =
      of?.kind === 'nominal' &&
      /^(?:return|trip|visit|tour)$/.test(of.noun) &&
      of.owner?.kind === 'pronoun' &&
      /^(?:his|her)$/.test(of.owner.word);
    const withWhom = of?.kind === 'actor' && of.prep === 'with' && isHeld(talks);
    // "An official in Jerusalem said": where one speaks, where the story is elsewhere.
    const after = view.items[view.items.indexOf(item) + 1];
    const speaks =
      of?.kind === 'actor' &&
      of.what === 'person' &&
      after?.kind === 'verb' &&
      reports(after.lemma) &&
      item.prep === 'in';
    const home = item.places[0]?.country ?? null;
    if (speaks && [...d.firm.keys()].some((country) => country !== home)) return;
    if (isHeld(of) || withWhom || back) {
      for (const place of item.places)
        note(d, { sentence, at: item.from, span: spanOf(view, item), place, firm: false });
      return;
    }
    // "The rest are from Jamaica and Belize".
    const isFrom =
      item.prep === 'from' &&
      of?.kind === 'verb' &&
      /^(?:be|come|hail|draw)$/.test(of.lemma) &&
      view.predicates.some((p) => p.item === of && [...p.subject, ...p.object].some((n) => n.kind === 'force'));
    const whose =
      isFrom ||
      (item.prep === 'from' &&
        of?.kind === 'force' &&
        (of.place === null || of.place.from === item.from || of.sort === 'weak') &&
        // "withdraw its peacekeepers from the Golan Heights": where those are.
        !view.predicates.some(
          (p) => MOTION.get(p.lemma)?.at === 'from' && p.object.includes(of) && p.places.includes(item),
        ));
    // "off Haiti": the story is there too.
    for (const place of item.off ?? []) where(place, item);
    for (const place of item.places) {
      if (venues.has(item)) note(d, { sentence, at: item.from, span: spanOf(view, item), place, firm: false });
      else if (whose && isState(place.country ?? '') && place.name !== null)
        note(d, { sentence, at: item.from, span: spanOf(view, item), place, firm: false });
      else where(place, item);
    }
  }
  if (item.kind === 'mission') {
    const place = item.place?.places[0] ?? item.entry?.places[0];
    if (place) where(place, item);
    if (!item.entry && isOwnName(item.name)) d.called = { name: item.name, sentence, span: spanOf(view, item) };
    const flag = item.entry?.flag ?? (item.owner?.kind === 'named' ? item.owner.parties[0] : undefined);
    if (flag !== undefined) d.flag = { party: flag, sentence, span: spanOf(view, item) };
    if (item.entry) {
      actor(item.entry.flag, item, acting.has(item));
      d.mission = { entry: item.entry, sentence, span: spanOf(view, item) };
    }
  }
  if (item.kind === 'force' || item.kind === 'nominal' || item.kind === 'mission' || item.kind === 'noun') {
    const { owner } = item;
    if (owner?.kind === 'named' && !(item.kind === 'noun' && FRIENDS.test(item.head)))
      for (const party of owner.parties)
        actor(
          party,
          owner.at,
          acting.has(item),
          false,
          (item.kind === 'noun' && !acting.has(item)) || isLed(item, view),
        );
    if (item.kind === 'force' && item.head !== null && item.sort !== 'weak') d.named = { sentence, at: item.from };
    if (item.kind === 'force' && item.mission?.entry) {
      const { entry, at } = item.mission;
      d.mission = { entry, sentence, span: spanOf(view, at) };
      // "offered troops to the UN peacekeeping force in Lebanon": the story is there.
      const [place, more] = entry.places;
      if (item.place === null && more === undefined && isState(place?.country ?? '')) where(place!, at);
    }
    // "officers from New Zealand and Fiji": whose they are.
    if (item.kind === 'force' && item.place && item.place.prep !== 'from')
      for (const place of item.place.places) where(place, item.place);
  }
}

/** "New Zealand's military commitment": of forces. */
const COMMITS = /^(?:commitment|contribution|contingent|involvement|participation)$/;

/** "both US allies": somebody else than the United States. */
const FRIENDS = /^(?:ally|partner|friend|neighbou?r|rival|enemy|foe|counterpart|adversary)$/;

/** "to the French-led Operation Barkhane": who leads it, not whose all in it are. */
const isLed = (item: Item, view: SentenceView): boolean =>
  item.kind === 'mission' && view.tokens.slice(item.from, item.to).some((t) => t.lower.endsWith('-led'));

/** Those who have no forces: "attacks by Serb protesters". */
const CIVILIANS = wordsOf(
  /^(?:protesters?|demonstrators?|residents|civilians|refugees|migrants|voters|activists|workers|students)$/,
);

/** "Bosnian peacekeeping mission", not "the mission", "its mandate" or "operations". */
const isOwnName = (name: string): boolean => name.includes(' ') && /\b(?:mission|operation|force)\b/i.test(name);
