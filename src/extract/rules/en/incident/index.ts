// The rules of incidents: attacks by or on forces that the report dates or places.
import type { IncidentFinding } from '../../../finding.ts';
import { type Rule, rule } from '../../../rule.ts';
import type { NounLike, Range } from '../../../syntax/item.ts';
import type { Predicate, SentenceView } from '../../../syntax/predicate.ts';
import { attackerOf, incidentFinding, placesOf } from './read-incident.ts';
import { ATTACK_NOUN, ATTACKING, FIGHTERS, HARMING, NO_ATTACK, TARGETS } from './words.ts';

const rangeOf = (predicate: Predicate, items: readonly NounLike[]): Range => ({
  from: Math.min(predicate.item.from, ...items.map((i) => i.from)),
  to: Math.max(predicate.item.to, ...items.map((i) => i.to)),
});

const isReal = (predicate: Predicate): boolean => {
  const { mode } = predicate.factuality;
  if (predicate.item.kind !== 'verb' || mode === 'none' || mode === 'cancelled' || mode === 'proposed') return false;
  const past =
    predicate.item.form === 'finite' &&
    (predicate.item.tense === 'past' || predicate.item.aspect === 'perfect' || predicate.item.tense === 'present');
  return past || predicate.item.form === 'gerund' || predicate.item.form === 'participle' || mode === 'asserted';
};

/** "Insurgents attacked a convoy near Gao on Monday", "the base was shelled". */
function attacked(predicate: Predicate, view: SentenceView): IncidentFinding[] {
  if (
    !isReal(predicate) ||
    predicate.item.kind !== 'verb' ||
    predicate.item.modal !== null ||
    predicate.item.tense === 'future'
  )
    return [];
  const places = placesOf(view, predicate, rangeOf(predicate, [...predicate.object]));
  const placed = places.some((p) => p.places.length > 0);
  if (!placed && predicate.dates.length === 0) return [];
  const words = view.tokens.slice(predicate.from, predicate.to).map((t) => t.lower);
  const target =
    predicate.object.some((o) => o.kind === 'force' || o.kind === 'place') || words.some((w) => TARGETS.test(w));
  const attacker = attackerOf(view, [...predicate.subject, ...predicate.others.filter((o) => o.prep === 'by')]);
  const byArms = predicate.subject.some((s) => s.kind === 'nominal' || ATTACK_NOUN.test(view.tokens[s.to - 1]!.lower));
  if (!target && !byArms) return [];
  if (
    attacker.items.length === 0 &&
    attacker.party === null &&
    !byArms &&
    !predicate.subject.some((s) => FIGHTERS.test(view.tokens[s.to - 1]!.lower)) &&
    predicate.item.voice === 'active'
  )
    return [];
  const who = byArms && attacker.items.length === 0 ? attackerOf(view, predicate.subject) : attacker;
  return [
    incidentFinding(view, predicate, rangeOf(predicate, [...predicate.subject, ...predicate.object]), who, places),
  ];
}

/** "gunmen killed five peacekeepers", "a soldier was wounded in an ambush near Gao". */
function harmed(predicate: Predicate, view: SentenceView): IncidentFinding[] {
  if (
    !isReal(predicate) ||
    predicate.item.kind !== 'verb' ||
    predicate.item.modal !== null ||
    predicate.item.tense === 'future'
  )
    return [];
  const victims = predicate.lemma === 'die' ? predicate.subject : predicate.object;
  if (victims.length === 0) return [];
  const sentence = view.tokens.map((t) => t.lower);
  const attack = sentence.some((w, i) => ATTACK_NOUN.test(w) && !NO_ATTACK.test(sentence[i - 1] ?? ''));
  const soldiers = victims.some(
    (v) => v.kind === 'force' || v.kind === 'actor' || TARGETS.test(view.tokens[v.to - 1]!.lower),
  );
  const attacker = attackerOf(
    view,
    predicate.lemma === 'die'
      ? []
      : [
          ...predicate.subject,
          ...predicate.others.filter((o) => o.prep === 'by' || o.prep === 'in' || o.prep === 'during'),
        ],
  );
  const fighters = predicate.subject.some((s) => FIGHTERS.test(view.tokens[s.to - 1]!.lower));
  if (!attack && !(soldiers && (attacker.items.length > 0 || attacker.party !== null || fighters))) return [];
  const means = view.predicates.filter(
    (p) => p.item.kind === 'nominal' && (predicate.others.includes(p.item) || predicate.subject.includes(p.item)),
  );
  const places = [...means.flatMap((p) => p.places), ...placesOf(view, predicate, rangeOf(predicate, [...victims]))];
  if (!places.some((p) => p.places.length > 0)) return [];
  if (
    /\b(?:war|years?|since|decades?)\b/.test(
      sentence.slice(Math.max(0, predicate.from - 10), predicate.from).join(' '),
    ) &&
    predicate.dates.length === 0
  )
    return [];
  return [incidentFinding(view, predicate, rangeOf(predicate, [...predicate.subject, ...victims]), attacker, places)];
}

/** "an assault in Ghazni in August 2018", "the airstrike at the airport": a dated or placed attack by its noun. */
function named(predicate: Predicate, view: SentenceView): IncidentFinding[] {
  const { item } = predicate;
  if (
    item.kind !== 'nominal' ||
    predicate.factuality.mode === 'none' ||
    predicate.factuality.mode === 'cancelled' ||
    predicate.factuality.mode === 'proposed'
  )
    return [];
  const phrase = view.tokens.slice(item.from, item.to).map((t) => t.lower);
  if (
    phrase.some(
      (w) => NO_ATTACK.test(w) || /^(?:future|further|possible|potential|more|any|no|such|terrorist|new)$/.test(w),
    )
  )
    return [];
  const holder =
    predicate.governor ??
    view.predicates.find((p) => p.item.kind === 'verb' && [...p.object, ...p.subject].includes(item)) ??
    null;
  const worded =
    /^strikes?$/.test(item.noun) &&
    (item.prep === 'on' ||
      (!phrase.some((w) =>
        /^(?:air|drone|missile|rocket|military|precision|retaliatory|targeted|discrete|artillery|air-?|one|two|three|four)$/.test(
          w,
        ),
      ) &&
        item.owner === null &&
        !view.tokens.slice(item.to, item.to + 1).some((t) => /^(?:on|against)$/.test(t.lower))));
  if (worded) return [];
  // "suspended airstrikes": a status, no attack of a day.
  if (
    /^(?:suspend|halt|pause|resume|continue|stop|end|extend|condemn|prevent|plan|threaten|face|fear|avoid)$/.test(
      predicate.governor?.lemma ?? '',
    )
  )
    return [];
  // "killed in an airstrike on Gao": the killing tells it.
  if (
    view.predicates.some(
      (p) => HARMING.has(p.lemma) && p.item.kind === 'verb' && (p.others.includes(item) || p.subject.includes(item)),
    )
  )
    return [];
  if (holder && (ATTACKING.has(holder.lemma) || (HARMING.has(holder.lemma) && holder.subject.includes(item))))
    return [];
  if (holder && (!isReal(holder) || (holder.item.kind === 'verb' && holder.item.tense === 'future'))) return [];
  const places = placesOf(view, predicate, { from: item.from, to: predicate.to });
  if (!places.some((p) => p.places.length > 0)) return [];
  const carried =
    holder && /^(?:carry out|carry|launch|conduct|stage|mount|direct|order|make)$/.test(holder.lemma)
      ? holder.subject
      : [];
  const attacker = attackerOf(view, [
    item,
    ...predicate.subject,
    ...predicate.others.filter((o) => o.prep === 'by'),
    ...carried,
  ]);
  const dated = predicate.dates.length > 0 || (holder !== null && holder.dates.length > 0);
  const known = attacker.items.length > 0 || attacker.party !== null;
  const about = view.tokens.slice(item.from, predicate.to).some((t) => TARGETS.test(t.lower));
  if (!known && !dated && !about && !holder) return [];
  const finding = incidentFinding(
    view,
    predicate.dates.length > 0 || holder === null ? predicate : holder,
    { from: item.from, to: predicate.to },
    attacker,
    places,
  );
  return [predicate.dates.length > 0 ? { ...finding, dated: predicate.dates } : finding];
}

export const INCIDENT_RULES: readonly Rule[] = [
  rule({
    id: 'incident/attacked',
    on: 'predicate',
    lemmas: ATTACKING,
    read: attacked,
    examples: { 'The base at Gao was shelled by rebels on 8 June.': ['incident OTHER(rebels) ML [2020-06-08]'] },
    not: ['The opposition attacked the president in Paris on Monday.', 'Chad may attack rebels in Libya.'],
  }),
  rule({
    id: 'incident/harmed',
    on: 'predicate',
    lemmas: HARMING,
    read: harmed,
    examples: {
      'Gunmen killed five Senegalese peacekeepers in Darfur on 8 June.': ['incident ? SD killed 5 [2020-06-08]'],
      'Three soldiers were wounded in an ambush near Gao.': ['incident ? ML wounded 3'],
    },
    not: ['Two climbers were killed in Nepal on Monday.'],
  }),
  rule({
    id: 'incident/named-attack',
    on: 'predicate',
    lemmas: new Set(['attack', 'strike', 'bomb', 'shell', 'ambush', 'raid']),
    read: named,
    examples: { 'US forces carried out an airstrike in Somalia on 9 June.': ['incident US SO [2020-06-09]'] },
    not: ['Nurses began a strike in London on Monday.', 'NATO halted its airstrikes in Libya.'],
  }),
];
