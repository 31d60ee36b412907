// An attack told by its noun: "an assault in Ghazni in August 2018", "carried out airstrikes near Sirte".
import type { IncidentFinding } from '../../../finding.ts';
import { rule } from '../../../rule.ts';
import type { DateItem, NominalItem, NounLike } from '../../../syntax/item.ts';
import type { Predicate, SentenceView } from '../../../syntax/predicate.ts';
import { type Attacker, attackerOf, isKnown, NOBODY } from './attacker.ts';
import { hasHappened, incidents } from './incident-finding.ts';
import { placesOf } from './where.ts';
import { ATTACKING, FIGHTERS, HARMING, NO_ATTACK, TARGETS } from './words.ts';

const CARRIES = /^(?:carry out|carry|launch|conduct|stage|mount|direct|order|make|perform|undertake|execute|involve)$/;
/** Holders that make of an attack a plan, a fear or a campaign's standing. */
const NO_EVENT =
  /^(?:foil|thwart|avert|disrupt|survive|break off|call off|suspend|halt|pause|resume|continue|stop|end|extend|prevent|plan|threaten|face|fear|avoid|deter|practise|practice|simulate|rehearse|defend|show|depict|commemorate|remember|mark|hold|attend|unveil|investigate|probe|condemn)$/;
const NOT_ONE =
  /^(?:future|further|possible|potential|more|any|no|such|terrorist|new|every|these|those|all|alleged|planned|expected|imminent|looming|threatened|feared|attempted)$/;
const FLOWN =
  /^(?:air|drone|missile|rocket|military|precision|retaliatory|targeted|discrete|artillery|air-?|one|two|three|four|five|six|seven|eight|nine|ten)$/;

function named(predicate: Predicate, view: SentenceView): IncidentFinding[] {
  const { item } = predicate;
  if (item.kind !== 'nominal' || !hasHappened(predicate) || isWordOnly(item, predicate, view)) return [];
  const holder = holderOf(predicate, view);
  const orders = holder !== null && isOrdered(holder, view);
  if (holder && !orders && !isTold(holder)) return [];
  if (holder && (ATTACKING.has(holder.lemma) || HARMING.has(holder.lemma)) && holder.subject.includes(item)) return [];
  // "killed in an airstrike on Gao": the killing tells it.
  if (view.predicates.some((p) => HARMING.has(p.lemma) && p.item.kind === 'verb' && p.others.includes(item))) return [];
  const dates = datesOf(predicate, holder);
  // "fled the fighting in Syria": what goes on is no attack of a day.
  if (item.noun === 'fighting' && !/^(?:break out|erupt|flare|flare up|resume|leave)$/.test(holder?.lemma ?? ''))
    return [];
  // "fighting broke out in the spring of 2023": a war, no clash of a day.
  if (item.noun === 'fighting' && dates.some((d) => !isShort(d))) return [];
  if (NO_EVENT.test(holder?.lemma ?? predicate.governor?.lemma ?? '')) return [];
  const around = { from: item.from, to: predicate.to };
  // "a suspect in the attack was held in Lima": a place behind another verb is not the attack's.
  if (item.prep !== null && predicate.places.length === 0 && isParted(item, view)) return [];
  const involves = holder?.lemma === 'involve';
  const places = placesOf(view, [predicate, ...((orders || involves) && holder ? [holder] : [])], around);
  const placed = places.some((p) => p.places.length > 0);
  const attacker = attackerAt(predicate, holder, view);
  const against = predicate.others.some((o) => /^(?:against|on)$/.test(o.prep ?? ''));
  if (!placed && !(isKnown(attacker) && dates.length > 0 && against)) return [];
  if (isBackReference(predicate, view) && predicate.places.length === 0) return [];
  const about =
    predicate.lemma === 'clash' ||
    (/^(?:killings?|assassination)$/.test(item.noun) && predicate.object.length > 0) ||
    view.tokens.slice(item.from, predicate.to).some((t) => TARGETS.test(t.lower));
  if (!isKnown(attacker) && dates.length === 0 && !about && !holder) return [];
  return incidents(
    view,
    holder !== null && predicate.dates.length === 0 ? holder : predicate,
    around,
    attacker,
    places,
    dates,
  );
}

/** A week at most. */
function isShort({ date }: DateItem): boolean {
  const { start, end } = date.period ?? {};
  return start != null && end != null && Date.parse(end) - Date.parse(start) <= 7 * 86_400_000;
}

/** Strikes of workers, attacks of words, and those that are only feared. */
function isWordOnly(item: NominalItem, predicate: Predicate, view: SentenceView): boolean {
  const phrase = view.tokens.slice(item.from, item.to).map((t) => t.lower);
  if (phrase.some((w) => NO_ATTACK.test(w) || NOT_ONE.test(w))) return true;
  // "in the wake of attacks", "for fear of raids".
  const of = view.tokens[item.from - 1]?.lower === 'of' ? (view.tokens[item.from - 2]?.lower ?? '') : '';
  if (/^(?:wake|face|aftermath|fear|threat|risk)$/.test(of)) return true;
  if (view.tokens.slice(item.to, item.to + 6).some((t) => t.lower === 'every')) return true;
  if (!/^strikes?$/.test(item.noun)) return false;
  const against =
    /^(?:on|against)$/.test(view.tokens[item.to]?.lower ?? '') ||
    predicate.others.some((o) => /^(?:on|against)$/.test(o.prep ?? ''));
  return item.prep === 'on' || (!phrase.some((w) => FLOWN.test(w)) && item.owner === null && !against);
}

const holderOf = (predicate: Predicate, view: SentenceView): Predicate | null =>
  predicate.governor ??
  view.predicates.find(
    (p) => p.item.kind === 'verb' && [...p.object, ...p.subject].includes(predicate.item as NominalItem),
  ) ??
  null;

/** The holding verb has happened, and nothing above it is still going on: "are working with partners in conducting strikes". */
function isTold(holder: Predicate): boolean {
  for (let p: Predicate | null = holder; p !== null; p = p.governor) {
    if (!hasHappened(p) || p.factuality.aspect === 'continue') return false;
    if (p.item.kind === 'verb' && p.item.aspect === 'progressive' && p.item.tense === 'present') return false;
  }
  return true;
}

/** "I directed forces to conduct strikes on 3 June": an order with a day behind it was carried out. */
function isOrdered(holder: Predicate, view: SentenceView): boolean {
  const by = holder.governor;
  if (
    !CARRIES.test(holder.lemma) ||
    by?.item.kind !== 'verb' ||
    !/^(?:direct|order|authori[sz]e|instruct)$/.test(by.lemma)
  )
    return false;
  const past = by.item.tense === 'past' || by.item.aspect === 'perfect';
  const { published } = view;
  return (
    past &&
    holder.dates.some((d) => d.date.period?.end != null && (published === null || d.date.period.end <= published))
  );
}

function datesOf(predicate: Predicate, holder: Predicate | null): readonly DateItem[] {
  if (predicate.dates.length > 0) return predicate.dates;
  return holder?.dates ?? [];
}

function attackerAt(predicate: Predicate, holder: Predicate | null, view: SentenceView): Attacker {
  if (predicate.lemma === 'clash' && holder?.lemma !== 'involve') return NOBODY;
  const item = predicate.item as NominalItem;
  const doers = holder?.lemma === 'involve' ? holder.object : (holder?.subject ?? []);
  const means =
    /^(?:with|by)$/.test(item.prep ?? '') &&
    doers.some((d) => d.kind === 'force' || FIGHTERS.test(view.tokens[d.to - 1]!.lower));
  const carried = holder && (CARRIES.test(holder.lemma) || means) ? doers : [];
  const orderer =
    carried.length === 0 && holder?.governor && CARRIES.test(holder.governor.lemma) ? holder.governor.subject : [];
  const candidates: NounLike[] = [
    item,
    ...predicate.subject,
    ...predicate.others.filter((o) => o.prep === 'by'),
    ...carried,
    ...orderer,
  ];
  const known = candidates.filter((c) => c.kind !== 'pronoun' || carried.includes(c));
  return known.length > 0 ? attackerOf(view, known) : NOBODY;
}

/** True where a finite verb stands between the noun and the next place. */
function isParted(item: NominalItem, view: SentenceView): boolean {
  const place = view.items.find((x) => x.kind === 'place' && x.from >= item.to && x.places.length > 0);
  return view.items.some(
    (x) =>
      x.kind === 'verb' &&
      x.form === 'finite' &&
      x.from >= item.to &&
      !(HARMING.has(x.lemma) && /^(?:that|which)$/.test(view.tokens[x.from - 1]?.lower ?? '')) &&
      (place === undefined || x.from < place.from),
  );
}

/** "the attack", "that raid": told of before, unless it says here where. */
const isBackReference = (predicate: Predicate, view: SentenceView): boolean =>
  /^(?:the|that|this|his|its|their)$/.test(view.tokens[predicate.item.from]!.lower) &&
  predicate.dates.length === 0 &&
  !predicate.others.some((o) => /^(?:against|on)$/.test(o.prep ?? ''));

export const namedAttack = rule({
  id: 'incident/named-attack',
  on: 'predicate',
  lemmas: new Set(['attack', 'strike', 'bomb', 'shell', 'ambush', 'raid', 'kill', 'clash', 'abduct']),
  read: named,
  examples: {
    'US forces carried out an airstrike in Somalia on 9 June.': ['incident US SO [2020-06-09]'],
    'The president directed Omani forces to conduct raids on 2 June 2020 and 5 June 2020 against camps in Yemen.': [
      'incident OM YE [2020-06-02]',
      'incident OM YE [2020-06-05]',
    ],
  },
  not: [
    'Nurses began a strike in London on Monday.',
    'NATO halted its airstrikes in Libya.',
    'The attack, the minister said in Paris, changes nothing.',
    'Soldiers rehearsed an attack on a base in Poland on Monday.',
    'US forces are conducting airstrikes in Somalia.',
    'Iraqi forces prepared for an expected assault on rebels in Fallujah.',
  ],
});
