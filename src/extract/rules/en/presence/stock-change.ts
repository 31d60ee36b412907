// A level that changes: "from N to M", "by N to M", "bringing the total to M", "leaving N". The old and the new level are presences, the step a movement.

import type { Finding, PresenceFinding } from '../../../finding.ts';
import { rule } from '../../../rule.ts';
import type { ForceItem, NounLike, PlaceItem } from '../../../syntax/item.ts';
import { forceOfPronoun } from '../../../syntax/part-of-whole.ts';
import type { Predicate, SentenceView } from '../../../syntax/predicate.ts';
import { core, forcesIn, ownerPhrase, ownersIn, placeOf, standsAt, whereabouts } from '../roles.ts';
import { isAuthorised, isCap } from './ceiling.ts';
import { differenceOf, isDownTo, isOfDead, isRise, isTotal, stepOf, TOTALS, withInside } from './stock-step.ts';

const UP = 'increase raise lift boost expand grow rise climb swell strengthen bolster reinforce go-up build-up';
const DOWN =
  'reduce cut halve trim drop fall decline shrink decrease lower slash thin-out scale scale-down scale-back cut-back cut-down pare-back pare-down draw-down come-down go-down';
/** Tell the new level and say nothing of the step: another verb of the sentence tells who comes. */
const LEVEL = 'double triple bring take reach peak total top exceed be create make mean';
/** Tell a level that stays as it is, or that somebody puts a number to: "is estimated at 900", "keeps it at 900". */
const FLAT = 'maintain keep hold sustain estimate put';
const lemmasOf = (words: string): ReadonlySet<string> =>
  new Set(words.split(' ').map((word) => word.replace('-', ' ')));
const UPWARD: ReadonlySet<string> = lemmasOf(UP);
const FLAT_LEVEL: ReadonlySet<string> = lemmasOf(FLAT);
const CHANGES: ReadonlySet<string> = lemmasOf(`${UP} ${DOWN}`);
const STEPLESS: ReadonlySet<string> = new Set([...lemmasOf(LEVEL), ...FLAT_LEVEL]);

/** Nouns for how many there are. */
const STOCK =
  /^(?:strength|presence|total|number|commitment|contingent|level|footprint|contribution|force|garrison|deployment|troop|size|mission|ceiling|figure|component)$/;
/** What forces may be mentioned beside. */
const OTHER_STOCK =
  /^(?:support|aid|assistance|pressure|cooperation|co-operation|help|funding|spending|budget|security)$/;

/** What changes: a force without a number, a presence, a commitment, "the total". */
function stockOf(p: Predicate): NounLike | null {
  for (const n of [...p.object, ...p.subject]) {
    // "increase support for partners, including Peruvian forces": the support is what grows.
    if (n.kind === 'noun' && n === p.object[0] && OTHER_STOCK.test(n.head)) return null;
    if (n.kind === 'force' && n.quantity === null) return n;
    // "The group of 500 soldiers was cut back to 200".
    if (n.kind === 'force' && isReplaced(p, n)) return { ...n, quantity: null, count: null };
    // "reduce its force of 146,000 by 8,000".
    if (n.kind === 'force' && p.object.includes(n) && n.owner !== null && counts(n) && withPrep(p, /^by$/)) return n;
    if (n.kind === 'nominal' && /^(?:presence|deployment|deployments|commitment|contribution)$/.test(n.noun)) return n;
    if (n.kind === 'noun' && STOCK.test(n.head)) return n;
    if (n.kind === 'mission') return n;
    // "cut those in Iraq from 3,000 to 2,500".
    const at = n.kind === 'pronoun' && n.word === 'those' ? p.places.find((x) => x.start === n.to) : undefined;
    if (n.kind === 'pronoun' && at !== undefined) return { ...forceOfPronoun(n), place: at };
  }
  if (p.lemma === 'bring' || p.lemma === 'take' || p.lemma === 'draw down') {
    const it = p.object.find(isThatNumber);
    if (it) return it;
  }
  // "it has since been cut to 250": done to the force told of.
  if (p.item.kind === 'verb' && p.item.voice === 'passive' && !STEPLESS.has(p.lemma) && withPrep(p, /^to$/) !== null) {
    const it = p.object.find(isThatNumber);
    if (it) return it;
  }
  return p.object.length === 0
    ? (p.subject.find(
        (n) =>
          isThatNumber(n) || (GOES.has(p.lemma) && (n.kind === 'actor' || (n.kind === 'pronoun' && n.word === 'we'))),
      ) ?? null)
    : null;
}

/** "was raised to 2,000, before being reduced to 900": the number that changed before. */
function sameNumber(p: Predicate, view: SentenceView): NounLike | null {
  const { item } = p;
  if (item.kind !== 'verb' || item.voice !== 'passive' || STEPLESS.has(p.lemma)) return null;
  if (p.object.length + p.subject.length > 0 || withPrep(p, /^to$/) === null) return null;
  const before = view.predicates.find(
    (q) =>
      q.item.kind === 'verb' &&
      q.item.from < item.from &&
      UPWARD.has(q.lemma) !== UPWARD.has(p.lemma) &&
      CHANGES.has(q.lemma),
  );
  if (before === undefined) return null;
  const { from, to } = before.item;
  return { kind: 'pronoun', word: 'it', from, to, start: from, prep: null };
}

/** "The deployment raises their number to 700": the move itself was told before. */
const isTold = (p: Predicate): boolean =>
  p.subject.some(
    (n) => n.kind === 'nominal' || (n.kind === 'noun' && /^(?:move|decision|step|announcement|plan)$/.test(n.head)),
  );

const isReplaced = (p: Predicate, n: ForceItem): boolean =>
  counts(n) &&
  n.head !== null &&
  p.item.kind === 'verb' &&
  p.item.voice === 'passive' &&
  !STEPLESS.has(p.lemma) &&
  withPrep(p, /^to$/) !== null;

/** "is cutting its force in Kosovo", "will increase its military presence in Romania": by how much is not told. */
const isMereChange = (p: Predicate, stock: NounLike): boolean =>
  p.item.kind === 'verb' &&
  !STEPLESS.has(p.lemma) &&
  !/^(?:strengthen|bolster|reinforce|lower|rise|climb|drop|fall)$/.test(p.lemma) &&
  p.object.includes(stock) &&
  p.others.every((n) => n.kind !== 'number') &&
  (stock.kind === 'force'
    ? stock.portion === null
    : stock.kind === 'nominal' && (stock.force || stock.noun === 'presence'));

/** "That will come down to about 400": the number told of just before. */
const GOES: ReadonlySet<string> = new Set(['go', 'go down', 'go up', 'come down', 'draw down', 'scale down', 'be']);
const isThatNumber = (n: NounLike): boolean => n.kind === 'pronoun' && /^(?:that|this|it|they)$/.test(n.word);

const withPrep = (p: Predicate, prep: RegExp): ForceItem | null =>
  forcesIn(p.others).find((f) => f.prep !== null && prep.test(f.prep) && counts(f)) ?? null;
const counts = (f: ForceItem): boolean => f.quantity !== null && f.quantity.of === 'personnel';

/** "from a peak of 30,000 during the war to several hundred". */
function fromTop(p: Predicate): ForceItem | null {
  const at = p.others.findIndex(
    (n) => n.kind === 'noun' && n.prep === 'from' && /^(?:peak|high|height|maximum|total|level|strength)$/.test(n.head),
  );
  const next = at < 0 ? undefined : p.others[at + 1];
  return next?.kind === 'force' && next.prep === 'of' && counts(next) ? { ...next, prep: 'from' } : null;
}

/** "has dropped below 1,000", "has grown to over 900": a level that is only bounded. */
const boundOf = (p: Predicate, stock: NounLike): ForceItem | null =>
  p.subject.includes(stock)
    ? (forcesIn(p.object).find(
        (f) => f.sort === 'bare' && counts(f) && (f.quantity?.min === null || f.quantity?.max === null),
      ) ?? null)
    : null;

/** Where the stock is: its own place, the clause's places of rest, and the "to" of "commitment to Afghanistan". */
function placesOf(p: Predicate, stock: NounLike): PlaceItem[] {
  const places = whereabouts(p, stock.kind === 'force' ? stock : null);
  if (stock.kind === 'mission' && stock.place) places.push(stock.place);
  // "its contribution to RAMSI".
  const mission = p.others.find(
    (o) => o.kind === 'mission' && /^(?:to|of)$/.test(o.prep ?? '') && o.from < stock.to + 3,
  );
  if (places.length === 0 && mission) places.push(...[placeOf(mission)].filter((x) => x !== null));
  if (places.length === 0 && stock.kind === 'force') places.push(...[standsAt(stock)].filter((x) => x !== null));
  return places.length > 0 ? places : p.places.filter((x) => x.prep === 'to' && x.from < stock.to + 8);
}

function ownerOf(p: Predicate, stock: NounLike): NounLike[] {
  const owner =
    stock.kind === 'force' || stock.kind === 'nominal' || stock.kind === 'mission' || stock.kind === 'noun'
      ? stock.owner
      : null;
  if (owner?.kind === 'named' || (owner?.kind === 'pronoun' && /^(?:our|my)$/.test(owner.word)))
    return [ownerPhrase(owner, stock)];
  // "the number of Australians".
  const people =
    stock.kind === 'noun'
      ? p.others.find((n) => n.kind === 'actor' && n.prep === 'of' && n.start === stock.to)
      : undefined;
  if (people?.kind === 'actor' && people.what === 'state' && people.party !== null) return [people];
  // "the military component of UNAMID".
  const whole = stock.kind === 'noun' ? p.others.find((o) => o.kind === 'mission' && o.start === stock.to) : undefined;
  if (whole?.kind === 'mission' && whole.prep === 'of') return [whole];
  if (stock.kind === 'pronoun' && stock.word.toLowerCase() === 'we') return [stock];
  const subjects = ownersIn(p.subject).filter((n) => n !== stock);
  return subjects.length > 0 ? subjects : stock.kind === 'mission' || stock.kind === 'force' ? [stock] : [];
}

/** "in Kabul from 4,500 to 2,500 and in Erbil from 3,000 to 2,000": a change for each place. */
function changesOf(own: Predicate, view: SentenceView): Finding[] {
  const p = withInside(own, view);
  const levels = forcesIn(p.others).filter((f) => f.prep === 'to' && counts(f));
  const at = p.places.filter((x) => x.prep !== null && /^(?:in|at|on)$/.test(x.prep));
  const [first, second] = levels;
  const next = at.find(
    (x) => first !== undefined && second !== undefined && x.from > first.from && x.from < second.from,
  );
  if (levels.length !== 2 || at.length !== 2 || next === undefined) return changeOf(p, view);
  const part = (isFirst: boolean): Predicate => ({
    ...p,
    others: p.others.filter((o) => o.from < next.from === isFirst),
    places: p.places.filter((x) => x.from < next.from === isFirst),
    object: isFirst ? p.object : p.object.map((o) => (o.kind === 'force' ? { ...o, place: null } : o)),
  });
  return [...changeOf(part(true), view), ...changeOf(part(false), view)];
}

function changeOf(p: Predicate, view: SentenceView): Finding[] {
  if (p.lemma === 'be' && !isDownTo(p, view)) return [];
  if (p.item.kind !== 'verb' || p.factuality.mode === 'none' || p.factuality.mode === 'cancelled') return [];
  const flat = FLAT_LEVEL.has(p.lemma);
  const stock = stockOf(p) ?? sameNumber(p, view);
  if (stock !== null && isOfDead(p, stock, view)) return [];
  if (stock === null || isCap(stock, p, view) || isAuthorised(p, view)) return [];
  if (flat && !isLevelAt(p, stock, view)) return [];
  const from = withPrep(p, /^from$/) ?? fromTop(p);
  const by = withPrep(p, /^by$/);
  const to =
    withPrep(p, /^(?:to|at)$/) ??
    boundOf(p, stock) ??
    (STEPLESS.has(p.lemma)
      ? (forcesIn(p.object).find((force) => counts(force) && (!TOTALS.test(p.lemma) || isTotal(force, view))) ?? null)
      : null);
  // "going from 2,000 to 1,700 men": nothing else that goes has two levels.
  if (p.lemma === 'go' && (from === null || to === null)) return [];
  const places = placesOf(p, stock);
  const owner = ownerOf(p, stock);
  if (from === null && by === null && to === null)
    return isMereChange(p, stock) && places.length > 0 && owner.length > 0
      ? [stepOf(p, null, owner, places, UPWARD.has(p.lemma))]
      : [];
  // A bare number is one of soldiers only where soldiers were told of just before.
  const confidence = stock.kind === 'pronoun' || stock.kind === 'actor' ? 0.9 : 1;
  const common = { predicate: p, evidence: core(p), confidence, owner, places };
  const found: Finding[] = [];
  const level = (force: ForceItem, more: Partial<PresenceFinding>): PresenceFinding => ({
    kind: 'presence',
    ...common,
    force,
    fallback: true,
    ...more,
  });
  if (from !== null) found.push(level(from, { dated: null }));
  // "the number could reach 900": nobody says that it will.
  if (
    to !== null &&
    from === null &&
    by === null &&
    STEPLESS.has(p.lemma) &&
    p.factuality.mode === 'proposed' &&
    /^(?:could|may|might|can)$/.test(p.item.modal ?? '')
  )
    return [];
  // "increased its presence to 900"; of a force that was raised to 900 it is enough that it is 900.
  const step =
    by ??
    (from === null &&
    to !== null &&
    !STEPLESS.has(p.lemma) &&
    p.object.includes(stock) &&
    stock.kind !== 'force' &&
    !isTold(p)
      ? 'unsaid'
      : null);
  if (step !== null && (places.length > 0 || (stock.kind !== 'noun' && stock.kind !== 'pronoun')))
    found.push(stepOf(p, step === 'unsaid' ? null : step, owner, places, UPWARD.has(p.lemma)));
  const apart = from !== null && to !== null ? differenceOf(from, to) : null;
  if (apart !== null && by === null) found.push(stepOf(p, apart, owner, places, isRise(from!, to!)));
  if (to !== null) found.push(level(to, p.lemma === 'peak' || flat ? {} : { since: true }));
  return found;
}

/** "keeps its force level at 900", "the number of troops is put at 900": a count of forces, and one number. */
function isLevelAt(p: Predicate, stock: NounLike, view: SentenceView): boolean {
  if (withPrep(p, /^at$/) === null || p.factuality.mode === 'proposed') return false;
  if (stock.kind === 'force') return stock.sort !== 'platform';
  const words = view.tokens.slice(stock.from, stock.to).map((t) => t.lower);
  return stock.kind === 'noun' && words.some((word) => /^(?:force|troop|garrison|contingent)s?$/.test(word));
}

export const stockChanges = rule({
  id: 'presence/stock-changes',
  on: 'predicate',
  why: 'The new level holds from the day of the change on; the old one held before, no day is told.',
  lemmas: lemmasOf(`${UP} ${DOWN} ${LEVEL} ${FLAT} go`),
  read: changesOf,
  examples: {
    'The military component of UNAMID will shrink from 13,075 to 8,735.': [
      'presence UN 13075 mission "UNAMID" SD',
      'presence UN 8735 mission "UNAMID" SD',
    ],
    'A group of 500 Danish soldiers in Mali was cut back to 200.': ['presence DK 200 ML'],
    'Norway will pare back its force in Kosovo from 450 to 250 and cut those in Mali from 300 to 200.': [
      'movement NO 100 ML -> planned withdraw',
      'presence NO 300 ML',
      'presence NO 200 ML',
    ],
    'Spain will cut its garrison in Lebanon from 700 to 400 by the end of 2021.': [
      'presence ES 700 LB',
      'presence ES 400 LB [2021-12-31..]',
    ],
    'The Belgian force in Mali swelled to a peak of 900 soldiers.': ['presence BE 900 ML'],
    'Belgium has raised its force in Mali by 120 to 480.': [
      'movement BE 120 -> ML completed deploy',
      'presence BE 480 ML',
    ],
    'The number of Dutch troops in Iraq will fall from 350 to 200.': ['presence NL 350 IQ', 'presence NL 200 IQ'],
    'France has 900 troops in Mali. That will come down to about 400 by December.': [
      'presence FR ~400 ML [2020-12-31..]',
    ],
    'Fiji sends 20 more soldiers, bringing the number of Fijians in Egypt to 190.': ['presence FJ 190 EG'],
    'Belize has 90 soldiers in Haiti. By August it will be reduced to 40.': ['presence BZ 40 HT [2020-08-31..]'],
    'Australia will halve its force in Kosovo.': ['movement AU XK -> planned withdraw'],
    'Denmark is cutting its force in Kosovo.': ['movement DK XK -> underway withdraw'],
    'The Pentagon will go down to 2,500 troops in Afghanistan by January.': ['presence US 2500 AF [2021-01-31..]'],
    'Danish forces are still in Kosovo. The army is going to be down to 80 in Kosovo by July.': [
      'presence DK 80 XK [2020-07-31..]',
    ],
    'The number of French soldiers in Chad has dropped below 1,000.': ['presence FR ..1000 TD'],
    'NATO will triple its force in Iraq from 500 to 1,500.': [
      'presence NATO 500 IQ',
      'movement NATO 1000 -> IQ planned deploy',
      'presence NATO 1500 IQ',
    ],
    'Spain will cut the number of its soldiers in Lebanon from 700 to 400 and in Mali from 90 to 50.': [
      'presence ES 400 LB',
      'presence ES 90 ML',
      'presence ES 50 ML',
    ],
    'Spain plans to cut its force of around 600 in Lebanon by 80.': ['movement ES 80 LB -> planned withdraw'],
    'Spain has reduced its force in Lebanon from a peak of 900 to 400.': ['presence ES 900 LB', 'presence ES 400 LB'],
    'Spain keeps its force level in Lebanon at about 600.': ['presence ES ~600 LB'],
    'The number of Spanish troops in Lebanon is put at 600.': ['presence ES 600 LB'],
    'Greece has 700 soldiers in Lebanon, a number that was raised to 900 in 2018, before being reduced to 400 in 2019.':
      ['presence GR 900 LB [2018-12-31..]', 'presence GR 400 LB [2019-12-31..]'],
    'Greece is cutting its force in Lebanon. "We begin in June, going from 900 to 700 men," army spokesman Nikos Vardas said.':
      ['presence GR 900 LB by "Nikos Vardas"', 'presence GR 700 LB [2020-06-30..] by "Nikos Vardas"'],
    'Greece has sent 60 officers to Kosovo. This increases the number of Greek soldiers in Kosovo to 300.': [
      'presence GR 300 XK',
    ],
    'Greece sent 60 more soldiers to Kosovo, bringing its contingent there to 300.': ['presence GR 300 XK'],
  },
  not: [
    'The maximum number of Danish soldiers in Mali is to be cut from 1,400 to 1,200.',
    'The number of troops authorised for the UN mission in Mali was reduced from 5,400 to 4,000 soldiers.',
    'The UN Security Council raised the UN force in Mali to 9,000 troops from 7,000.',
    'Spain will cut taxes from 20 to 15 percent.',
    'Greece raised its defence budget in Kosovo by 120 to 480.',
    'Spain keeps its prices in Lebanon at about 600.',
    'Spain keeps soldiers in Lebanon at 600 metres.',
    'The number of Spanish dead in Lebanon is put at 600.',
    'The Greek soldiers went from 900 to 1,700 metres in Lebanon.',
    'Inflation in Mali was high. That will come down to about 4.',
  ],
});

/** "Eight hundred left the base, leaving just 100 there". */
export const leaving = rule({
  id: 'presence/leaving',
  on: 'predicate',
  lemmas: new Set(['leave', 'leave behind']),
  read(p) {
    if (p.item.kind !== 'verb' || p.item.voice === 'passive') return [];
    // "That leaves one brigade in Germany and another in Italy": each where its own phrase says.
    if (
      p.item.form === 'finite' &&
      p.subject.every((n) => n.kind === 'pronoun' && /^(?:that|this|it|which)$/.test(n.word))
    )
      return forcesIn(p.object)
        .filter((force) => force.quantity !== null && force.owner?.kind !== 'pronoun')
        .map((force): PresenceFinding => {
          const own = { owner: [], force, places: whereabouts(p, force).slice(0, 1), fallback: force.place === null };
          return { kind: 'presence', predicate: p, evidence: core(p), confidence: 1, since: true, ...own };
        });
    // "Britain is leaving 100 trainers in Freetown".
    if (
      p.item.form === 'finite' &&
      p.factuality.mode === 'asserted' &&
      p.subject.every((n) => n.kind === 'actor' || n.kind === 'pronoun')
    )
      return forcesIn(p.object)
        .filter((force) => force.quantity !== null && force.sort !== 'bare' && whereabouts(p, force).length > 0)
        .map((force): PresenceFinding => {
          const is = { kind: 'presence', predicate: p, evidence: core(p), confidence: 0.85 } as const;
          return { ...is, owner: ownersIn(p.subject), force, places: whereabouts(p, force).slice(0, 1) };
        });
    if (p.item.form !== 'gerund') return [];
    const before = p.governor;
    return forcesIn(p.object)
      .filter(counts)
      .map((force): PresenceFinding => {
        const places = [...whereabouts(p, force)];
        if (places.length === 0 && before)
          places.push(...before.places.filter((x) => x.prep !== 'to' && x.prep !== 'for'));
        const owner = before ? ownersIn([...before.subject, ...before.object]) : [];
        return {
          kind: 'presence',
          predicate: before ?? p,
          evidence: core(p),
          confidence: 1,
          owner,
          force,
          places,
          since: true,
          // "leaving some 400 in place": where the story is.
          ...(p.others.some((o) => o.kind === 'noun' && o.prep === 'in' && o.head === 'place')
            ? { fallback: true }
            : {}),
        };
      });
  },
  examples: {
    'Denmark has left behind 40 soldiers in Gao, Mali.': ['presence DK 40 ML'],
    'Denmark is leaving about 30 trainers in Gao, Mali.': ['presence DK ~30 ML'],
    'Denmark pulled 300 soldiers out of Mali, leaving some 400 in place.': ['presence DK ~400 ML'],
    'Danish soldiers have flown home from Iraq. That leaves 40 soldiers in Basra.': ['presence DK 40 IQ'],
    'Forty Danish soldiers left Iraq on Sunday, leaving only 90 there.': ['presence DK 90 IQ [2020-06-14..]'],
  },
  not: ['Forty Danish soldiers died, leaving 90 orphans.', 'The crash left 30 Danish soldiers in hospital in Gao.'],
});
