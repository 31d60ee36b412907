// Lists in which the force is told once: "deployments include 1,000 in Brunei and 2,500 in Cyprus", "Afghanistan (5,000 troops; 2001-2014)".
import type { PresenceFinding } from '../../../finding.ts';
import { rule } from '../../../rule.ts';
import type { DateItem, ForceItem, Item, MissionItem, NounLike, PlaceItem, Range } from '../../../syntax/item.ts';
import type { Predicate, SentenceView } from '../../../syntax/predicate.ts';
import { forcesIn, missionIn, ownerPhrase, ownersIn, placeOf, whereabouts } from '../roles.ts';

const isPlace = (place: PlaceItem | null): place is PlaceItem => place !== null;

/** What a list of detachments hangs on: deployments, forces, a mission. */
const heads = (n: NounLike): boolean =>
  n.kind === 'force' ||
  n.kind === 'mission' ||
  (n.kind === 'nominal' && /^(?:deployments?|commitments?|presence)$/.test(n.noun)) ||
  (n.kind === 'noun' && /^(?:contribution|contingent|total|commitment|detachment|number)s?$/.test(n.head));

/** "Key deployments include about 1,000 in Brunei"; in brackets the list goes on: "(includes 250 for UNFICYP)". */
export const includes = rule({
  id: 'presence/includes',
  on: 'predicate',
  lemmas: new Set('include comprise total number feature'.split(' ')),
  read(p, view) {
    if (p.item.kind !== 'verb' || p.item.voice === 'passive' || p.factuality.mode !== 'asserted') return [];
    if (p.item.tense === 'future' || p.item.modal !== null) return [];
    const ofStrength = p.subject.length === 1 && isThat(p.subject[0]!) ? strengthBefore(p, view) : null;
    if (ofStrength !== null)
      return forcesIn(p.object)
        .filter(isCounted)
        .map(
          (force): PresenceFinding => ({
            kind: 'presence',
            predicate: null,
            dated: [...p.dates],
            evidence: { from: p.item.from, to: force.to },
            confidence: 0.85,
            owner: [ofStrength],
            force,
            places: [],
            serving: true,
          }),
        );
    if (p.subject.some((n) => n.kind === 'actor') || (p.subject.length > 0 && !p.subject.some(heads))) return [];
    const before = forceBefore(p, view);
    return forcesIn(p.object)
      .filter(isCounted)
      .flatMap((force): PresenceFinding[] => {
        const mission = force.mission === null ? missionIn(p.others) : null;
        const places = [...whereabouts(p, force)].slice(0, 1);
        if (places.length === 0 && before?.place) places.push(before.place);
        if (places.length === 0) return [];
        const evidence = { from: force.from, to: Math.max(force.to, mission?.to ?? 0) };
        return [
          {
            kind: 'presence',
            predicate: null,
            dated: [...p.dates],
            evidence,
            confidence: 1,
            owner: ownersIn(p.subject),
            force,
            places,
            mission,
          },
        ];
      });
  },
  examples: {
    'The Irish army has 600 soldiers abroad; the deployments include 340 in Lebanon and about 20 in Mali.': [
      'presence IE 340 LB',
      'presence IE ~20 ML',
    ],
    'UNIFIL guards the line. The strength of the force is 10,573: this includes 9,645 troops and 300 police.': [
      'presence UN 9645 mission "UNIFIL" LB',
      'presence UN 300 mission "UNIFIL" LB',
    ],
  },
  not: [
    'UNIFIL guards the line. The price of the force is 20,573: this includes 18,645 troops.',
    'The exhibits include 340 in Lebanon.',
    'The package will include 200 soldiers in parade dress.',
  ],
});

const isThat = (n: NounLike): boolean => n.kind === 'pronoun' && /^(?:this|that|which|these)$/.test(n.word);

/** "The strength of the force is 20,573: this includes 18,645 troops": the mission whose strength it is. */
function strengthBefore(p: Predicate, view: SentenceView): MissionItem | null {
  const before = view.predicates.find(
    (q) =>
      q.lemma === 'be' && q.item.from < p.item.from && q.object.some((o) => o.kind === 'force' && o.sort === 'bare'),
  );
  const subject = before?.subject[0];
  if (subject === undefined || !view.tokens.slice(subject.from, subject.to).some((t) => t.lower === 'strength'))
    return null;
  const { from, to, start, prep } = subject;
  return { kind: 'mission', from, to, start, prep, entry: null, name: 'force', owner: null, place: null };
}

const isCounted = (force: ForceItem): boolean =>
  force.quantity !== null && (force.sort === 'bare' || force.quantity.of === 'personnel');

/** The force that a bracket right behind it explains. */
function forceBefore(p: Predicate, view: SentenceView): ForceItem | null {
  if (p.subject.length > 0) return null;
  const at = view.items.findIndex((i) => i.from === p.item.from);
  for (let i = at - 1; i >= 0 && at - i < 4; i--) {
    const item = view.items[i]!;
    if (item.kind === 'force') return item;
  }
  return null;
}

/** A name and what stands in brackets behind it. */
interface Entry {
  readonly name: PlaceItem | Extract<Item, { kind: 'actor' }>;
  readonly force: ForceItem;
  readonly date: DateItem | null;
  readonly at: Range;
}

/** NAME ( FORCE [; DATE] ) */
function entriesOf(view: SentenceView): Entry[] {
  const { items } = view;
  const entries: Entry[] = [];
  for (let i = 0; i + 3 < items.length; i++) {
    const name = items[i]!;
    if ((name.kind !== 'place' && name.kind !== 'actor') || !isLink(items[i + 1], 'open')) continue;
    const force = items[i + 2]!;
    if (force.kind !== 'force' || force.quantity === null || force.owner !== null || force.place !== null) continue;
    let k = i + 3;
    while (isLink(items[k], 'comma') || isLink(items[k], 'semicolon')) k++;
    const next = items[k];
    const date = next?.kind === 'date' ? next : null;
    if (date) k++;
    if (!isLink(items[k], 'close')) continue;
    entries.push({ name, force, date, at: { from: name.from, to: items[k]!.to } });
  }
  return entries;
}

const isLink = (item: Item | undefined, link: string): boolean => item?.kind === 'link' && item.link === link;

/** "conflicts in Afghanistan (5,000 troops; 2001-2014) and Iraq (20,000 troops)": the owner's forces at each place. */
export const placesInBrackets = rule({
  id: 'presence/places-in-brackets',
  on: 'sentence',
  wake: /\(\D{0,24}\d[\d,.]*[^()]{0,40}\)/,
  read(view) {
    const entries = entriesOf(view);
    if (entries.length === 0 || isRollOfStates(view, entries)) return [];
    const [first] = entries;
    const owner = ownersIn(
      view.predicates.findLast((p) => p.item.from < first!.at.from && ownersIn(p.subject).length > 0)?.subject ?? [],
    ).slice(0, 1);
    if (owner.length === 0) return [];
    return entries.flatMap(({ name, force, date, at }): PresenceFinding[] => {
      const places = [placeOf(name)].filter(isPlace);
      if (places.length === 0 || (force.head === null && !isHeaded(view, first!.at.from))) return [];
      return [
        {
          kind: 'presence',
          predicate: null,
          dated: date ? [date] : null,
          evidence: at,
          confidence: 1,
          owner,
          force,
          places,
        },
      ];
    });
  },
  examples: {
    'The Danish army has served in Kosovo (900 troops; 1999-2008) and Iraq (500 troops).': [
      'presence DK 900 XK [1999-01-01..2008-12-31]',
      'presence DK 500 IQ',
    ],
    'The Danish army leads the mission, with detachments in Chad (900) and Niger (600).': [
      'presence DK 900 TD',
      'presence DK 600 NE',
    ],
  },
  not: ['The Danish team won in Kosovo (3 goals) and Iraq (2 goals).'],
});

/** "smaller detachments in Chad (900), Niger (600)": what is counted stands before the first of them. */
function isHeaded({ items }: SentenceView, from: number): boolean {
  const head = items.findLast((i) => i.from < from && i.kind !== 'link' && i.kind !== 'place');
  return head?.kind === 'force' && head.quantity === null && (head.sort === 'strong' || head.sort === 'unit');
}

/** "The battle group in Poland is made up of the United States (690), Britain (150) and Romania (100)". */
export const statesInBrackets = rule({
  id: 'presence/states-in-brackets',
  on: 'sentence',
  wake: /\(\D{0,16}\d[\d,.]*\D{0,24}\)/,
  read(view) {
    const entries = entriesOf(view);
    if (entries.length === 0 || !isRollOfStates(view, entries)) return [];
    const whole = view.items.find(
      (i): i is NounLike => (i.kind === 'mission' || i.kind === 'force') && i.from < entries[0]!.at.from,
    );
    const places = [
      ...(whole?.kind === 'force' || whole?.kind === 'mission' ? [placeOf(whole) ?? whole.place] : []),
      ...placesBefore(view, entries[0]!.at.from),
      ...placesBehind(view, entries.at(-1)!.at.to),
    ]
      .filter(isPlace)
      .slice(0, 1);
    const mission = whole?.kind === 'mission' ? whole : null;
    const base = { kind: 'presence', predicate: null, dated: null, confidence: 1, places, mission } as const;
    return entries.flatMap(({ name, force, at }): PresenceFinding[] => {
      const owner = stateOf(name);
      if (owner === null) return [];
      const finding: PresenceFinding = { ...base, evidence: at, owner: [owner], force };
      return [places.length === 0 ? { ...finding, serving: true } : finding];
    });
  },
  examples: {
    'The battle group in Latvia is made up of Canada (530), Spain (330) and Italy (160).': [
      'presence CA 530 LV',
      'presence ES 330 LV',
      'presence IT 160 LV',
    ],
    'The battlegroup in Romania is led by France, alongside Belgium (250) and Poland (90).': [
      'presence BE 250 RO',
      'presence PL 90 RO',
    ],
    'Denmark (60), Norway (40) and Togo (20) have soldiers in Mali.': [
      'presence DK 60 ML',
      'presence NO 40 ML',
      'presence TG 20 ML',
    ],
    'UNDOF keeps watch in the Golan Heights. Troops are deployed from Fiji (149), India (187) and Nepal (368).': [
      'presence FJ 149 mission "UNDOF" SY',
      'presence IN 187 mission "UNDOF" SY',
      'presence NP 368 mission "UNDOF" SY',
    ],
  },
  not: ['Medals went to Canada (5), Spain (3) and Italy (1).'],
});

/** "from Fiji (149), Ghana (5)": a state behind the preposition is one of the list. */
function stateOf(name: Entry['name']): NounLike | null {
  if (name.kind === 'actor') return name;
  const [place, more] = name.places;
  if (!place || more || place.country === null || !/^[A-Z]{2}$/.test(place.country) || name.prep !== 'from')
    return null;
  const parties = [place.country];
  return ownerPhrase({ kind: 'named', parties, at: { from: name.from, to: name.to } }, name);
}

const ROLL =
  /\b(?:made up of|composed of|comprises?|comprising|consists? of|consisting of|drawn from|troops from|soldiers from|deployed from|provided by|contributors|contributions|contingents?|led by|joined by|alongside)\b/i;

/** "Denmark (60), Norway (40) and Togo (20) have soldiers in Mali". */
const SERVE =
  /^\s*(?:all |each |both |also )?(?:have|keep|maintain|contribute|provide|station) (?:troops|soldiers|forces|peacekeepers|contingents|personnel)\b|^\s*(?:all |each |both |also )?(?:serve|are (?:stationed|deployed)) in\b/;

/** The sentence opens with a state and its number. */
const opensWithRoll = ({ items }: SentenceView): boolean =>
  items[0]?.kind === 'actor' && items[1]?.kind === 'link' && items[1].link === 'open';

/** A roll of who contributes: a force or mission stands before it, and words of composition. */
function isRollOfStates(view: SentenceView, entries: readonly Entry[]): boolean {
  const first = entries[0]!.at.from;
  const before = view.document.text.slice(view.tokens[0]!.start, view.tokens[first]!.start);
  const { end } = view.tokens[entries.at(-1)!.at.to - 1]!;
  const opens = entries.length > 1 && first === 0 && SERVE.test(view.document.text.slice(end, view.sentence.end));
  return (
    (opens || ROLL.test(before)) &&
    entries.every((e) => e.name.kind === 'actor' || e.name.prep === null || e.name.prep === 'from')
  );
}

const placesBefore = (view: SentenceView, to: number): PlaceItem[] =>
  view.items.filter((i): i is PlaceItem => i.kind === 'place' && i.from < to);

/** "India (2,300) and Rwanda (2,600) in South Sudan". */
const placesBehind = (view: SentenceView, at: number): PlaceItem[] =>
  view.items.filter(
    (i): i is PlaceItem =>
      i.kind === 'place' && i.prep === 'in' && (i.start === at || (opensWithRoll(view) && i.start > at)),
  );
