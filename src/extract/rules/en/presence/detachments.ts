// Detachments in a list, under a sentence that says whose they are: "Canada contributes, including:", "200 personnel to the training mission at Besmaya".
import type { PresenceFinding } from '../../../finding.ts';
import { introductionOf } from '../../../lists/introduced.ts';
import { rule } from '../../../rule.ts';
import type { ActorItem, ForceItem, Item, Owner, PlaceItem } from '../../../syntax/item.ts';
import { type SentenceView, textOf } from '../../../syntax/predicate.ts';
import { placeOf, standsAt } from '../roles.ts';
import { isPlace } from './clause.ts';

/** The introduction speaks of forces that are there. */
const STANDS =
  /\b(?:contribut\w*|deploy\w*|serv(?:e|es|ing)|station\w*|based|forces?|troops|soldiers|personnel|contingents?|presence|participat\w*|operating|maintains?|keeps?|detachments?|commitments?)\b/i;
/** It speaks of what is to come, is over, or is something else than a laydown. */
const ELSE =
  /\b(?:will|would|shall|plan\w*|may|could|should|propos\w*|request\w*|future|package|offer\w*|pledg\w*|decid\w*|agreed|to (?:send|deploy|provide|contribute|consider)|withdr\w*|exercises?|killed|lost|wounded|victims|sent|former|budget)\b/i;
const AT = /^(?:in|at|on|near|across|around|throughout|over|off|inside|along|aboard)$/;

/** Lists go by their items: a count, or a place and a count. */
const ITEM =
  /^[^\p{L}\d]{0,6}(?:an?\b|one\b|two\b|three\b|four\b|five\b|six\b|seven\b|eight\b|nine\b|ten\b|some\b|about\b|around\b|approximately\b|up to\b|over\b|more than\b|nearly\b|\d|\p{Lu}[\p{L}’' -]{2,40}(?::| [–—-]) ?(?:about |some |approximately |around |an? )?\d)/u;

export const detachments = rule({
  id: 'presence/detachment',
  on: 'sentence',
  why: 'An item of a list tells how many and where; the sentence over the list tells whose they are, and that they are there.',
  wake: ITEM,
  read(view) {
    const introducedBy = introductionOf(view.document, view.index);
    if (introducedBy === null) return [];
    const { start, end } = view.document.sentences[introducedBy]!;
    const words = view.document.text.slice(start, end);
    if (!STANDS.test(words) || ELSE.test(words)) return [];
    const forces = countedIn(view);
    const places = forces.length === 0 ? [] : placesIn(view, forces);
    return forces.map((force): PresenceFinding => {
      const own = force.place ?? standsAt(force);
      return {
        kind: 'presence',
        predicate: null,
        evidence: { from: force.from, to: Math.max(force.to, own?.to ?? 0) },
        confidence: 1,
        owner: [],
        force,
        places: own ? [own] : places,
        introducedBy,
      };
    });
  },
  examples: {
    'Chile makes a large contribution to the campaign, including:\n\n90 personnel to the training mission at Besmaya, Iraq;\n\na 40 person medical team in Erbil; and\n\ntwo transport aircraft in Kuwait.':
      ['presence CL 90 IQ', 'presence CL 2 aircraft KW'],
    'Danes help in the region. Danish forces are deployed as follows:\n\n- a 60 strong team that advises the Iraqi army.':
      ['presence DK 60 unit "team" IQ'],
    'Chilean forces currently serve in:\n\n- Lithuania: 150 soldiers\n\n- Jordan: 30 commandos': [
      'presence CL 150 LT',
      'presence CL 30 JO',
    ],
  },
  not: [
    'Chile will send:\n\n90 soldiers to Besmaya, Iraq;\n\n40 medics to Erbil.',
    'Chile contributes to the museum, including:\n\n90 paintings in Besmaya, Iraq;\n\na bus for 40 visitors.',
  ],
});

/** The counted forces before the item's first clause. */
function countedIn(view: SentenceView): ForceItem[] {
  const forces: ForceItem[] = [];
  for (const item of view.items) {
    if (item.kind === 'verb' && item.form === 'finite') break;
    if (item.kind === 'verb' && forces.length > 0) break;
    if (item.kind !== 'force' || item.prep !== null || item.quantity === null || item.whole !== null) continue;
    if (item.head !== null || item.strength) forces.push(item);
  }
  return forces;
}

const isColon = (item: Item | undefined): boolean =>
  item?.kind === 'link' && (item.link === 'colon' || item.link === 'dash');

/** The place before a colon, else the first after the count, else where its mission or what it does is. */
function placesIn(view: SentenceView, forces: readonly ForceItem[]): PlaceItem[] {
  const { items, predicates } = view;
  const label = items.findIndex(isColon);
  if (label > 0 && label < 4 && items[label]!.from < forces[0]!.from) {
    const named = items.slice(0, label).flatMap((x) => (x.kind === 'place' || x.kind === 'actor' ? [placeOf(x)] : []));
    if (named.some(isPlace)) return named.filter(isPlace).slice(0, 1);
  }
  const behind = items.filter((x) => x.from > forces[0]!.from);
  const at = behind.find((x): x is PlaceItem => x.kind === 'place' && x.prep !== null && AT.test(x.prep));
  if (at) return [at];
  const mission = behind.flatMap((x) => (x.kind === 'mission' ? [placeOf(x)] : [])).filter(isPlace);
  if (mission.length > 0) return mission.slice(0, 1);
  const done = predicates.flatMap((p) => p.places.filter((x) => x.prep !== null && AT.test(x.prep))).slice(0, 1);
  return done.length > 0 || !TEACHES.test(textOf(view, { from: 0, to: view.tokens.length })) ? done : taught(behind);
}

const TEACHES = /\b(?:train|teach|advis|assist|mentor|instruct|coach)/i;

/** "advice to the Iraqi counter-terrorism service": who is taught is at home. */
function taught(behind: readonly Item[]): PlaceItem[] {
  for (const item of behind) {
    const owner =
      item.kind === 'force' || item.kind === 'noun'
        ? item.owner
        : item.kind === 'actor' && item.party
          ? partyOf(item)
          : null;
    const country = owner?.kind === 'named' ? owner.parties[0] : undefined;
    if (owner == null || country === undefined || !/^[A-Z]{2}$/.test(country)) continue;
    const { from, to } = owner.at;
    return [
      { kind: 'place', from, to, start: from, prep: 'in', places: [{ country, name: null }], ref: null, name: null },
    ];
  }
  return [];
}

const partyOf = (item: ActorItem): Owner | null =>
  item.party === null ? null : { kind: 'named', parties: [item.party], at: item };
