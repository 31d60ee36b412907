// A presence of nought: "no Kenyan soldiers are left in Somalia", "France no longer has any troops in Niger". Reported zero is no silence.
import type { PresenceFinding } from '../../../finding.ts';
import { forceNoun } from '../../../lexicon/forces.ts';
import { rule } from '../../../rule.ts';
import type { ForceItem, NounLike, PlaceItem } from '../../../syntax/item.ts';
import { partOf } from '../../../syntax/part-of-whole.ts';
import type { Predicate, SentenceView } from '../../../syntax/predicate.ts';
import { forcesIn, ownersIn, whereabouts } from '../roles.ts';
import { has } from './clause.ts';

const HAS = /^(?:have|keep|maintain|retain|station|base)$/;
const IS = /^(?:be|remain|stay|serve|leave|station|base|deploy|post|locate)$/;

/** Words after which others may be there: "no combat troops", "no more soldiers", "no such force". */
const SOME_KIND =
  /^(?:combat|ground|additional|more|further|extra|other|such|permanent|regular|new|fresh|enough|sufficient|fighting|frontline|front-line|offensive|substantial|significant|large|nuclear|reserve|spare|those|these|the|full|its|their|many|all|that)$/;

/** The clause's own denial is all that keeps it from being so: no doubt, wish or condition stands over it. */
const isPlainDenial = (p: Predicate): boolean =>
  p.item.kind === 'verb' &&
  p.item.tense !== 'future' &&
  p.item.modal === null &&
  p.factuality.by.length === 1 &&
  /^(?:no|not)$/.test(p.factuality.by[0]!);

/** "no soldiers", "none of the 300 soldiers"; behind a denied verb "any soldiers" and plain "soldiers". */
function isNone(force: ForceItem, p: Predicate, view: SentenceView): boolean {
  if (force.head === null && force.adjectives.includes('no') && force.whole === null) return true;
  if (force.sort !== 'strong' && force.sort !== 'platform') return false;
  if (!force.plural && !force.adjectives.includes('no')) return false;
  const words = view.tokens.slice(force.from, force.whole?.from ?? force.to);
  if (words.some((t) => SOME_KIND.test(t.lower))) return false;
  // "not all of the 300 have left".
  if (force.portion !== null || force.share !== null || force.additional) return false;
  if (force.adjectives.includes('no')) return true;
  const denied = p.item.kind === 'verb' && p.item.negated;
  return denied && force.quantity === null && force.whole === null && !force.definite;
}

/** "Togo has none left there": of the forces told of before. */
const asForce = (n: NounLike): NounLike => (n.kind === 'noun' && n.head === 'none' ? (partOf(n) ?? n) : n);

const isNoneOfThem = (p: Predicate): boolean =>
  p.factuality.mode === 'asserted' &&
  p.item.kind === 'verb' &&
  p.item.tense === 'present' &&
  p.object.some((n) => n.kind === 'noun' && n.head === 'none');

/** What is left, stationed or serving of it elsewhere in the sentence: "has no troops left in Niger". */
const heldPlaces = (force: ForceItem, p: Predicate, view: SentenceView): PlaceItem[] =>
  view.predicates
    .filter((q) => q !== p && IS.test(q.lemma) && [...q.object, ...q.subject].some((n) => n.from === force.from))
    .flatMap((q) => atRest(q, null));

const atRest = (p: Predicate, force: ForceItem | null): PlaceItem[] => [
  ...whereabouts(p, force),
  ...(p.lemma === 'deploy' ? p.places.filter((x) => x.prep === 'to') : []),
];

/** "are left in", "are stationed in", "are", "remain": where they would be. */
const isStanding = (p: Predicate): boolean =>
  IS.test(p.lemma) &&
  p.item.kind === 'verb' &&
  (/^(?:be|remain|stay|serve)$/.test(p.lemma)
    ? p.item.voice === 'active'
    : p.item.voice === 'passive' && p.item.tense === 'present');

export const noneThere = rule({
  id: 'presence/none-there',
  on: 'predicate',
  why: 'Who says that none are there reports zero, which is more than saying nothing.',
  lemmas: new Set('be remain stay serve leave station base deploy post locate have keep maintain retain'.split(' ')),
  read(p, view): PresenceFinding[] {
    if (!isPlainDenial(p) && !isNoneOfThem(p)) return [];
    const owns = HAS.test(p.lemma) && p.item.kind === 'verb' && p.item.voice === 'active';
    if (!owns && !isStanding(p)) return [];
    const owners = owns ? ownersIn(p.subject) : [];
    if (owns && owners.length === 0) return [];
    const forces = forcesIn(owns ? p.object.map(asForce) : [...p.subject, ...p.object]);
    return forces
      .filter((force) => isNone(force, p, view) && (owns || force.owner !== null))
      .slice(0, 1)
      .flatMap((force) => {
        const places = [...atRest(p, force), ...heldPlaces(force, p, view)];
        // "still in theatre": where the story is.
        const fielded =
          p.lemma === 'leave' || p.others.some((o) => o.kind === 'noun' && /^(?:theatre|theater|ground)$/.test(o.head));
        if (places.length === 0 && !fielded) return [];
        const of = force.whole?.quantity?.of ?? (force.sort === 'platform' ? platformOf(force) : 'personnel');
        const none = { min: 0, max: 0, approx: false, of };
        const nobody: ForceItem = { ...force, quantity: none, whole: null, count: null };
        const { from } = force.start < p.item.from ? force : p.item;
        return [
          {
            ...has(p, nobody, owners, places, 0.85),
            evidence: { from: denialBefore(view, from), to: p.item.to },
            ...(places.length === 0 ? { fallback: true as const } : {}),
          },
        ];
      });
  },
  examples: {
    'No Kenyan soldiers are left in Somalia.': ['presence KE 0 SO'],
    'There are no longer any French troops in Niger.': ['presence FR 0 NE'],
    'There are currently no German troops in Niger.': ['presence DE 0 NE'],
    'France no longer has any soldiers in Mali.': ['presence FR 0 ML'],
    'Germany has no troops left in Niger.': ['presence DE 0 NE'],
    'Ghana does not have troops in Haiti, the minister said.': ['presence GH 0 HT by "minister"'],
    "None of Kenya's 3,000 soldiers remained in Somalia.": ['presence KE 0 SO'],
    'Not a single Emirati soldier remains in Yemen.': ['presence AE 0 YE'],
    'None of the Danish helicopters is still in Mali.': ['presence DK 0 helicopter ML'],
    'Danish and Irish troops are in Mali. No Irish personnel are left.': ['presence IE 0 ML'],
    'Togo lost 13 soldiers in March. It has none left in Gabon.': ['presence TG 0 GA'],
    'No Polish troops are deployed to Chad.': ['presence PL 0 TD'],
  },
  not: [
    'Togo wants tents. It has none left in Gabon.',
    'There are no Kenyan teachers in Somalia.',
    'There are no French combat troops in Niger.',
    'There will be no French soldiers in Niger.',
    'If no French soldiers remain in Niger, the base will close.',
    'The minister denied that no French soldiers remain in Niger.',
    'No French soldiers were hurt in Niger.',
    'No more French soldiers are in Niger than before.',
    'No Kenyan soldiers left Somalia.',
    'Germany does not have enough troops in Niger.',
    'Not all of the 300 Kenyan soldiers remained in Somalia.',
    'The 300 Emirati soldiers are not in Yemen.',
  ],
});

/** "Not a single soldier": the denial stands before the phrase. */
const denialBefore = (view: SentenceView, from: number): number =>
  /^(?:not|no)$/.test(view.tokens[from - 1]?.lower ?? '') ? from - 1 : from;

const platformOf = (force: ForceItem) => forceNoun(force.head ?? '')?.of ?? 'personnel';
