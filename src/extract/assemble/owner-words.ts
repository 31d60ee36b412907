// What a force's own words and its clause say of whose it is, before anything told earlier is asked.
import { isState } from '../../model/party.ts';
import { wordsOf } from '../../text/words-of.ts';
import type { MovementFinding, PresenceFinding } from '../finding.ts';
import type { ForceItem, NounLike, PlaceItem } from '../syntax/item.ts';
import type { SentenceView } from '../syntax/predicate.ts';

export const ownersIn = (f: PresenceFinding | MovementFinding): readonly NounLike[] => [
  ...f.owner,
  ...(f.predicate?.subject ?? []),
];

/** "UNDOF's largest contingent": a nation's, and not the mission's. */
export const isOneOfMany = (force: ForceItem): boolean =>
  force.mission !== null &&
  /^(?:contingent|battalion)$/.test(force.head ?? '') &&
  force.adjectives.some((word) => /^(?:largest|biggest|second-largest|smallest|main)$/.test(word));

/** "government troops", "state forces": those of the state where the story is, whoever flies or supplies them. */
export const isGovernments = (force: ForceItem | null): boolean =>
  force !== null &&
  force.owner === null &&
  force.unit === null &&
  force.mission === null &&
  force.adjectives.some((word) => /^(?:government|loyalist|regime)$/.test(word));

/** A force with an owner in the same list, behind it. */
export const besideIn = (f: PresenceFinding | MovementFinding, force: ForceItem): NounLike | undefined =>
  [f.predicate?.subject ?? [], f.predicate?.object ?? []]
    .find((list) => list.includes(force))
    ?.find((n) => n.kind === 'force' && n !== force && n.owner?.kind === 'named');

/** "Three officers remain with UNIFIL", "the bulk of them, 197": counted, and nobody else's. */
export const isOfOwn = (force: ForceItem | null, f: PresenceFinding | MovementFinding): boolean =>
  force !== null &&
  f.kind === 'presence' &&
  force.quantity !== null &&
  (force.sort === 'weak' || (force.sort === 'bare' && force.anaphor));

/** "Latvia contributes through a platoon based in Gao": whose platoon is who contributes. */
export function giverThrough(force: ForceItem, view: SentenceView): NounLike | null {
  if (force.owner !== null || force.mission !== null || !/^(?:through|with|via)$/.test(force.prep ?? '')) return null;
  const gives = view.predicates.find(
    (p) => p.item.kind === 'verb' && GIVES.test(p.lemma) && p.item.to <= force.from && p.others.includes(force),
  );
  const [giver, more] = gives?.subject ?? [];
  if (giver === undefined || more !== undefined) return null;
  if (giver.kind === 'actor') return giver.party !== null && isState(giver.party) ? giver : null;
  return giver.kind === 'force' && giver.owner?.kind === 'named' ? giver : null;
}
const GIVES = /^(?:contribute|participate|take part|support|join|help|serve|reinforce|assist)$/;

/** "the soldiers serving with ECOMIG": the mission that they serve in. */
export const servesUnder = (force: ForceItem, view: SentenceView): NounLike | null =>
  view.predicates
    .filter((p) => p.relation === 'participle' && [...p.subject, ...p.object].includes(force))
    .flatMap((p) => p.others)
    .find((n) => n.kind === 'mission' && n.entry !== null && /^(?:with|in|under|for|as)$/.test(n.prep ?? '')) ?? null;

/** "33 of those in the UN force flew back to Japan": the state, as they go back to their own. */
export function homeOf(f: PresenceFinding | MovementFinding): PlaceItem | null {
  if (f.kind !== 'movement') return null;
  const arrives =
    f.force?.owner === null &&
    /^(?:land|arrive|touch|fly|come|step|disembark)$/.test(f.predicate?.lemma ?? '') &&
    (f.predicate?.places.some((x) => x.ref === 'home') ?? false);
  if (!arrives && !/^(?:return|repatriate|(?:fly|go|come) (?:back|home))$/.test(f.predicate?.lemma ?? '')) return null;
  // "landed at Dublin Airport, home from six months in Tyre".
  const [to, more] = arrives ? f.to.filter((x) => x.ref === null) : f.to;
  const [place, other] = to?.places ?? [];
  if (to === undefined || more !== undefined || place?.country == null || other !== undefined) return null;
  return isState(place.country) && f.from.every((p) => p.places.every((x) => x.country !== place.country)) ? to : null;
}

const OWN = wordsOf(/^(?:our|we|ours)$/);
/** "Our expanded force will be supported by the return of two helicopters": the sentence is in the author's own voice. */
export const speaksOfOwn = (view: SentenceView): boolean => view.tokens.some((t) => OWN.has(t.lower));

export const isTogether = (f: PresenceFinding | MovementFinding, view: SentenceView): boolean =>
  f.predicate !== null &&
  view.tokens
    .slice(Math.max(0, f.predicate.item.from - 2), f.predicate.item.to + 1)
    .some((t) => /^(?:together|jointly|combined)$/.test(t.lower));

/** "Ghana, Guinea and Mali keep 2,000 soldiers there": one number of them all, where no word gives it to each. */
export const isShared = (f: PresenceFinding | MovementFinding, { tokens, items }: SentenceView): boolean => {
  const { force } = f;
  if (f.predicate?.item.kind !== 'verb' || force === null || force.owner !== null) return false;
  const { subject } = f.predicate;
  if (!f.owner.every((n) => n.kind === 'actor' && n.what === 'state' && subject.includes(n))) return false;
  const { from } = f.predicate.subject[0] ?? f.predicate.item;
  const to = items.find((x) => x.from >= force.to)?.to ?? force.to;
  return !tokens.slice(from, to + 1).some((t) => EACH.has(t.lower));
};
const EACH = wordsOf(/^(?:each|both|respectively|apiece)$/);

/** The owner is only what the gazetteer knows of a formation by that name: a state that says it has one knows better. */
export const ownedByName = (force: ForceItem | null, view: SentenceView): boolean =>
  force?.owner?.kind === 'named' &&
  force.unit !== null &&
  // "19,000 U.S. Marines": said, and not only known.
  !/^(?:U\.?S\.?|American)$/.test(view.tokens[force.unit.at.from]!.text) &&
  force.owner.at.from >= force.unit.at.from &&
  force.owner.at.to <= force.unit.at.to;

const ITS_OWN =
  /^(?:welcome|withdraw|pull|pull out|pull back|recall|repatriate|bring home|bring back|contribute|rotate)$/;

/** "Austria withdraws UN peacekeepers from the Golan": those it has there under that flag. A host can only send them away. */
export const senderOf = (force: ForceItem, f: PresenceFinding | MovementFinding): NounLike | null => {
  const flag = force.owner?.kind === 'named' && force.owner.parties.every((party) => !isState(party));
  if (f.kind !== 'movement' || f.predicate?.item.kind !== 'verb' || !flag || !ITS_OWN.test(f.predicate.lemma))
    return null;
  const [only, more] = f.owner;
  if (only?.kind !== 'actor' || more !== undefined || only.party === null || !isState(only.party)) return null;
  return [...f.from, ...f.to].some((p) => p.places.some((x) => x.country === only.party)) ? null : only;
};

/** Where its owner hardly is at home. Who flies back to La Paz may well be Bolivia's, who leaves Darwin for Dubai Australia's. */
export function abroadOf(f: PresenceFinding | MovementFinding): readonly PlaceItem[] {
  if (f.kind === 'presence') return f.places;
  if (/^(?:return|repatriate|bring home|(?:fly|go|come|bring) back)$/.test(f.predicate?.lemma ?? '')) return f.from;
  return f.from.length > 0 && f.to.length > 0 ? f.to : [...f.from, ...f.to];
}

/** "another 1,000 of them": of those told of before, whoever asks for it. */
export const isOfThem = (force: ForceItem, { tokens }: SentenceView): boolean =>
  tokens[force.to - 1]?.lower === 'them' || tokens[force.to + 1]?.lower === 'them';
