// Counts told in a row after a force and its place: each stands where those before it were told to be.
import type { PresenceFinding } from '../../../finding.ts';
import { rule } from '../../../rule.ts';
import type { ActorItem, ForceItem, Item, MissionItem, NounLike } from '../../../syntax/item.ts';
import { isLink } from '../../../syntax/item-tests.ts';
import type { Predicate } from '../../../syntax/predicate.ts';
import { core, forcesIn, placeOf } from '../roles.ts';
import { isPlace } from './clause.ts';
import { asidesOf, verbBehind } from './takes-part.ts';

const RANK =
  /^(?:most|first|second|third|fourth|fifth|next|largest|biggest|smallest|backbone|bulk|core|mainstay|contributors?|providers?|contingents?|second-largest|third-largest)$/;

/** Told now or then, and nothing planned. */
const isTold = ({ item, factuality }: Predicate): boolean =>
  item.kind === 'verb' &&
  factuality.mode === 'asserted' &&
  item.form === 'finite' &&
  item.modal === null &&
  !item.negated &&
  item.tense !== 'future' &&
  item.aspect === 'simple';

const inRow = (owner: NounLike | null, force: ForceItem, evidence: PresenceFinding['evidence']): PresenceFinding => ({
  kind: 'presence',
  predicate: null,
  evidence,
  confidence: 0.8,
  owner: owner === null ? [] : [owner],
  force: { ...force, whole: null, anaphor: false },
  places: [],
  again: 'row',
  dated: null,
});

const over = (owner: Item, force: ForceItem): PresenceFinding['evidence'] => ({
  from: Math.min(owner.from, force.from),
  to: Math.max(owner.to, force.to),
});

/** "followed by Italy with 1,650". */
function followers(items: readonly Item[]): PresenceFinding[] {
  const at = items.findIndex((x) => x.kind === 'verb' && x.lemma === 'follow');
  const found: PresenceFinding[] = [];
  for (let i = at + 1; at >= 0 && i < items.length; i++) {
    const [actor, comma, behind] = items.slice(i, i + 3);
    const force = isLink(comma, 'comma') ? behind : comma;
    if (isLink(actor, 'and', 'comma')) continue;
    if (actor?.kind !== 'actor' || actor.party === null || actor.what !== 'state') break;
    if (force?.kind !== 'force' || force.prep !== 'with' || force.quantity?.of !== 'personnel') break;
    found.push(inRow({ ...actor, prep: null }, force, over(actor, force)));
    i += force === comma ? 1 : 2;
  }
  return found;
}

export const besideRank = rule({
  id: 'presence/beside-rank',
  on: 'sentence',
  why: 'A state that has the second most of a force has them where the force is.',
  wake: /, with\b/,
  read(view): PresenceFinding[] {
    const asides = asidesOf(view);
    const p = verbBehind(asides, view);
    if (
      p === undefined ||
      !isTold(p) ||
      !/^(?:be|come|rank|form|follow|remain|send|provide|contribute|supply|have|field)$/.test(p.lemma)
    )
      return [];
    const words = view.tokens.slice(p.item.to, p.item.to + 5);
    if (p.lemma !== 'follow' && !words.some((t) => RANK.test(t.lower))) return [];
    // "is the largest contributor to KFOR": its own rule's.
    if ([...p.object, ...p.others].some((n) => n.kind === 'mission') || p.places.length > 0) return [];
    return [...asides.map(({ owner, force }) => inRow(owner, force, over(owner, force))), ...followers(view.items)];
  },
  examples: {
    'Some 900 Danish soldiers serve in Mali. Germany, with 225, is third, followed by Italy with 160.': [
      'presence DE 225 ML',
      'presence IT 160 ML',
    ],
    'Some 900 Danish soldiers serve in Mali. Peru, with 230, and Italy, with 170, send the most, followed by Chile with 90.':
      ['presence PE 230 ML', 'presence IT 170 ML', 'presence CL 90 ML'],
    'Some 900 Danish soldiers serve in Mali. Peru, with 96 men, and India, with 130, form its backbone.': [
      'presence PE 96 ML',
      'presence IN 130 ML',
    ],
    'Some 900 Danish soldiers serve in Mali. Togo, with 700 soldiers, comes next.': ['presence TG 700 ML'],
  },
  not: [
    'Some 900 Danish soldiers serve in Mali. Germany, with 225 medals, is third.',
    'Some 900 Danish soldiers serve in Mali. Germany, with 225, would be third.',
  ],
});

const isMission = (n: Item): n is MissionItem => n.kind === 'mission' && n.prep === null;

export const missionWith = rule({
  id: 'presence/mission-with',
  on: 'sentence',
  why: 'A mission with so many soldiers has them where it is.',
  wake: /\bwith\b/,
  read({ items }): PresenceFinding[] {
    return items.flatMap((mission, i): PresenceFinding[] => {
      if (!isMission(mission)) return [];
      const [comma, force, close] = items.slice(i + 1, i + 4);
      if (!isLink(comma, 'comma') || !isLink(close, 'comma')) return [];
      if (force?.kind !== 'force' || force.prep !== 'with' || force.quantity?.of !== 'personnel') return [];
      if (force.owner !== null || force.additional || force.whole !== null) return [];
      const flag = mission.entry !== null || mission.owner?.kind === 'named';
      const place = placeOf(mission);
      if (!flag || place === null) return [];
      return [{ ...inRow(mission, force, over(mission, force)), places: [place], mission }];
    });
  },
  examples: {
    "The African Union's mission in Somalia, with 20,600 soldiers, is the largest on the continent.": [
      'presence AFRICAN-UNION 20600 mission "African Union\'s mission in Somalia" SO',
    ],
  },
  not: ["The African Union's mission in Somalia, with 206 buses, is the largest on the continent."],
});

/** "3,317 of them", and the bare "1,200" of the clauses that go on with it. */
const isPart = (force: ForceItem, p: Predicate): boolean =>
  force.quantity?.of === 'personnel' &&
  force.owner === null &&
  force.whole === null &&
  !force.additional &&
  force.place === null &&
  (force.anaphor
    ? force.head === null
    : p.relation === 'coordinate' && p.governor !== null && forcesIn(p.governor.object).some((f) => f.anaphor));

export const partSupplied = rule({
  id: 'presence/part-supplied',
  on: 'predicate',
  why: 'Those of a force that a state supplies are where the force is.',
  lemmas: new Set('supply provide contribute field furnish send'.split(' ')),
  read(p): PresenceFinding[] {
    if (!isTold(p) || p.item.kind !== 'verb' || p.item.voice === 'passive') return [];
    // "sent 40 of them home": they are there no more.
    if (p.places.length > 0 || (p.lemma === 'send' && p.item.tense !== 'past')) return [];
    const owners = p.subject.filter((n): n is ActorItem => n.kind === 'actor' && n.what === 'state');
    if (owners.length !== 1 || p.subject.length !== 1) return [];
    return forcesIn(p.object)
      .filter((force) => isPart(force, p))
      .map((force) => ({ ...inRow(owners[0]!, force, core(p)), predicate: p }));
  },
  examples: {
    'Some 9,000 peacekeepers serve in Mali. Nigeria supplies 900 of them, Rwanda 700 and Egypt 500.': [
      'presence NG 900 ML',
      'presence RW 700 ML',
      'presence EG 500 ML',
    ],
  },
  not: [
    'Some 9,000 peacekeepers serve in Mali. Nigeria would supply 900 of them.',
    'Some 9,000 peacekeepers serve in Mali. Nigeria sends 900 of them home.',
  ],
});

const isNational = (n: NounLike): n is ForceItem =>
  n.kind === 'force' &&
  n.head === 'national' &&
  n.quantity?.of === 'personnel' &&
  n.owner?.kind === 'named' &&
  n.prep === null &&
  !n.additional;

const isBody = (n: NounLike): boolean =>
  (n.kind === 'noun' && /^(?:group|team|force|contingent|unit|detachment|staff|crew)$/.test(n.head)) ||
  (n.kind === 'force' && n.quantity === null) ||
  n.kind === 'mission' ||
  (n.kind === 'pronoun' && /^(?:it|which)$/.test(n.word));

export const ofNationals = rule({
  id: 'presence/of-nationals',
  on: 'predicate',
  why: 'A force that has so many of each nation has them where it is.',
  lemmas: new Set('have include comprise contain count'.split(' ')),
  read(p): PresenceFinding[] {
    if (!isTold(p) || p.item.kind !== 'verb' || p.item.voice === 'passive') return [];
    const people = p.object.filter(isNational);
    if (people.length < 2 || p.subject.length !== 1 || !p.subject.every(isBody)) return [];
    const [body] = p.subject;
    const place = body?.kind === 'mission' ? placeOf(body) : body?.kind === 'force' ? body.place : null;
    const places = [place].filter(isPlace);
    return people.map((force) => ({
      ...inRow(null, { ...force, sort: 'strong' }, core(p)),
      predicate: p,
      places,
      dated: p.dates,
    }));
  },
  examples: {
    'Danish soldiers are in Mali. The group has about 250 Australians, 30 Kenyans and 15 Fijians.': [
      'presence AU ~250 ML',
      'presence KE 30 ML',
      'presence FJ 15 ML',
    ],
  },
  not: [
    'Danish soldiers are in Mali. The city has about 250 Australians and 30 Kenyans.',
    'Danish soldiers are in Mali. The group could have 250 Australians and 30 Kenyans.',
  ],
});

export const largest = rule({
  id: 'presence/largest',
  on: 'predicate',
  why: 'Those who are the largest contingent are where the contingents are.',
  lemmas: new Set('be form constitute make up provide'.split(' ')),
  read(p, view): PresenceFinding[] {
    if (!isTold(p) || p.places.length > 0) return [];
    // "Germany is second with 1,300".
    const [state, other] = p.subject;
    const isState = state?.kind === 'actor' && state.what === 'state' && state.party !== null && other === undefined;
    const isRank = p.object.some((n) => n.kind === 'noun' && /^(?:first|second|third|fourth|fifth|next)$/.test(n.head));
    if (p.lemma === 'be' && isState && isRank)
      return forcesIn(p.others)
        .filter(
          (f) =>
            f.from >= p.item.to &&
            f.prep === 'with' &&
            f.quantity?.of === 'personnel' &&
            f.owner === null &&
            f.place === null,
        )
        .slice(0, 1)
        .map((force) => ({ ...inRow(state, force, core(p)), predicate: p }));
    const group = p.object.find(
      (n) => n.kind === 'force' && n.quantity === null && n.sort === 'unit' && n.place === null && n.mission === null,
    );
    if (group === undefined) return [];
    const words = view.tokens.slice(group.from, group.to);
    if (!words.some((t) => /(?:^|-)(?:largest|biggest|smallest|strongest)$/.test(t.lower))) return [];
    return forcesIn(p.subject)
      .filter((f) => f.owner?.kind === 'named' && f.quantity?.of === 'personnel' && f.place === null && f.head !== null)
      .map((force) => ({ ...inRow(null, force, core(p)), predicate: p }));
  },
  examples: {
    "Danish soldiers are in Mali. Pakistan's 470 soldiers form the largest contingent.": ['presence PK 470 ML'],
    'Danish soldiers are in Mali. Germany is second with 130.': ['presence DE 130 ML'],
    "Danish soldiers are in Mali. Peru's 110 soldiers are the second-largest contingent.": ['presence PE 110 ML'],
  },
  not: ["Danish soldiers are in Mali. Pakistan's 470 singers form the largest choir."],
});

export const partTaken = rule({
  id: 'presence/part-taken',
  on: 'predicate',
  why: 'Those who take part in the mission told of are where it is.',
  lemmas: new Set(['take part', 'participate']),
  read(p): PresenceFinding[] {
    if (!isTold(p) || p.item.kind !== 'verb' || p.places.length + p.object.length + p.others.length > 0) return [];
    return forcesIn(p.subject)
      .filter((f) => f.quantity?.of === 'personnel' && f.sort === 'strong' && f.owner === null && f.place === null)
      .map((force) => ({
        ...inRow(
          { ...at(force), kind: 'mission', name: 'mission', entry: null, owner: null, place: null },
          force,
          core(p),
        ),
        predicate: p,
        dated: p.dates,
        again: 'same',
      }));
  },
  examples: {
    'UNDOF watches the Golan Heights. About 1,100 soldiers take part.': ['presence UN ~1100 mission "UNDOF" SY'],
  },
  not: ['The drill is on the Golan Heights. About 1,100 soldiers take part.'],
});

const at = ({ from, to, start, prep }: ForceItem) => ({ from, to, start, prep });
