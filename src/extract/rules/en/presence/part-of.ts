// Who belongs to a mission or a force is where it is: "a further 145 belong to the EU training mission", "42 soldiers form part of the battlegroup".
import type { PresenceFinding } from '../../../finding.ts';
import { rule } from '../../../rule.ts';
import type { ForceItem, MissionItem, NounLike, PlaceItem } from '../../../syntax/item.ts';
import type { Predicate, SentenceView } from '../../../syntax/predicate.ts';
import { core, forcesIn, placeOf, standsAt } from '../roles.ts';
import { isPlace } from './clause.ts';

const PART = /^(?:part|backbone|core|bulk|nucleus|mainstay|majority|component)$/;

type Whole = MissionItem | ForceItem;
const isWhole = (n: NounLike): n is Whole =>
  n.kind === 'mission' || (n.kind === 'force' && n.sort === 'unit' && n.quantity === null);

/** What they belong to: "to the mission", "part of KFOR", "part of the battlegroup". */
function wholeOf(p: Predicate, view: SentenceView): Whole | null {
  if (p.lemma === 'belong') return p.others.filter((o) => o.prep === 'to').find(isWhole) ?? null;
  const words = view.tokens.slice(p.item.to, p.item.to + 4).map((t) => t.lower);
  if (!words.some((w) => PART.test(w))) return null;
  return [...p.object, ...p.others.filter((o) => o.prep === 'of')].find(isWhole) ?? null;
}

const isCounted = (n: ForceItem): boolean =>
  n.quantity?.of === 'personnel' && (n.sort !== 'unit' || n.strength) && n.portion === null;

export const partOfForce = rule({
  id: 'presence/part-of',
  on: 'predicate',
  why: 'A counted part of a force serves where the force does.',
  lemmas: new Set(['belong', 'form', 'make up', 'constitute']),
  read(p, view): PresenceFinding[] {
    const { item } = p;
    if (item.kind !== 'verb' || item.voice === 'passive' || p.factuality.mode !== 'asserted') return [];
    if (item.tense === 'future' || item.modal !== null) return [];
    const counted = forcesIn([...p.subject, ...p.others.filter((o) => /together|alongside/.test(o.prep ?? ''))]).filter(
      isCounted,
    );
    const whole = counted.length > 0 ? wholeOf(p, view) : null;
    if (whole === null) return [];
    const at = p.places.filter((x): x is PlaceItem => x.prep === 'in' || x.prep === 'at');
    const own = whole.kind === 'mission' ? placeOf(whole) : standsAt(whole);
    const places = [...at, own].filter(isPlace).filter((x) => x.places.length > 0);
    const mission = whole.kind === 'mission' ? whole : null;
    return counted.map((force) => ({
      kind: 'presence',
      predicate: p,
      evidence: core(p),
      confidence: 0.92,
      owner: [],
      force: { ...force, additional: false },
      places: places.slice(0, 1),
      mission,
      ...(places.length === 0 ? { fallback: true as const } : {}),
    }));
  },
  examples: {
    'Some 970 German soldiers are in Gao, and a further 145 belong to the EU training mission in Koulikoro.': [
      'presence DE 145 mission "EU training mission in Koulikoro" ML',
    ],
    'In Latvia, 42 Slovenian soldiers form part of the Canadian-led battlegroup.': ['presence SI 42 LV'],
    'In Dili, 400 Australian soldiers form the backbone of the International Stabilisation Force.': [
      'presence AU 400 mission "International Stabilisation Force" TL',
    ],
  },
  not: [
    'Some 970 German nurses belong to the EU training mission in Koulikoro.',
    'In Latvia, 42 Slovenian soldiers could form part of the battlegroup.',
    'Some 300 Polish soldiers belong to a choir in Kosovo.',
    'Some 300 Polish soldiers formed a line in Kosovo.',
  ],
});

/** "Danes make up 300 of the 900 peacekeepers in Liberia", "Danish troops accounted for a third of the 900". */
export const accountsFor = rule({
  id: 'presence/accounts-for',
  on: 'predicate',
  why: 'Whoever makes up so many of a force has so many where it is.',
  lemmas: new Set([
    'make up',
    'account',
    'constitute',
    'form',
    'represent',
    'provide',
    'contribute',
    'supply',
    'field',
  ]),
  read(p): PresenceFinding[] {
    const { item } = p;
    if (item.kind !== 'verb' || item.voice === 'passive' || p.factuality.mode !== 'asserted' || item.tense === 'future')
      return [];
    const owners = p.subject.filter(isNation);
    if (owners.length !== 1 || p.subject.length !== 1) return [];
    return forcesIn([...p.object, ...p.others.filter((o) => o.prep === 'for')])
      .filter((part) => part.whole !== null && part.portion === null && !isOwn(part, owners[0]!))
      .map((part) => {
        const places = [part.whole!.place ?? part.place ?? standsAt(part.whole!), ...p.places].filter(isPlace);
        const own = part.share === null ? { ...part, whole: null } : part;
        return {
          kind: 'presence',
          predicate: p,
          evidence: { from: p.item.from, to: part.to },
          confidence: 0.86,
          owner: owners,
          force: { ...own, owner: null },
          places: places.slice(0, 1),
          ...(places.length === 0 ? { fallback: true as const } : {}),
        };
      });
  },
  examples: {
    'Danes make up 300 of the 900 peacekeepers in Liberia.': ['presence DK 300 LR'],
    'Danish troops accounted for 650 of the total force of 900 in East Timor.': ['presence DK 650 TL'],
    'Denmark provides 900 of the 1,500 soldiers in the UN force in Mali.': [
      'presence DK 900 mission "UN force in Mali" ML',
    ],
    'Denmark fielded 900 of the 1,500 UN soldiers in Mali.': ['presence DK 900 ML'],
    'Danish soldiers accounted for a third of the 900 soldiers in Liberia.': ['presence DK 300 LR'],
  },
  not: [
    'Danes make up 300 of the 900 teachers in Liberia.',
    'Denmark provided 300 of its 900 soldiers in Mali with boots.',
    'Danes could make up 300 of the 900 peacekeepers in Liberia.',
    'Women make up 300 of the 900 peacekeepers in Liberia.',
  ],
});

/** "provided 300 of its 900 soldiers", "300 of the 900 Danes": of its own, and no part of another's. */
const isOwn = ({ whole, owner }: ForceItem, nation: NounLike): boolean =>
  owner?.kind === 'pronoun' ||
  (owner !== null && owner !== whole?.owner) ||
  (owner?.kind === 'named' && nation.kind === 'actor' && owner.parties[0] === nation.party);

/** A nation, or its soldiers without a number. */
const isNation = (n: NounLike): boolean =>
  (n.kind === 'actor' && n.party !== null && n.what === 'state') ||
  (n.kind === 'force' && n.quantity === null && n.owner?.kind === 'named' && n.whole === null);
