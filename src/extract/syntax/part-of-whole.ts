// A force as part of another, or as a formation with its strength: "thirty of the 120 soldiers", "a contingent of 14 soldiers".
import { isState } from '../../model/party.ts';
import type { NumberMention } from '../../text/document.ts';
import { forceNoun } from '../lexicon/forces.ts';
import type { ActorItem, ForceItem, Item, NounLike } from './item.ts';

/** A number, "some", "half", "the rest" that can stand before "of the ...". */
export function partOf(left: Item): ForceItem | null {
  if (left.kind === 'force') return left;
  // "none of its 500 soldiers will leave".
  if (left.kind === 'noun' && left.head === 'none') return { ...bareForce(left, null), adjectives: ['no'] };
  // "the last of its soldiers": how many those are is not told.
  if (left.kind === 'pronoun' && /^the /.test(left.word))
    return { ...bareForce(left, 'some'), adjectives: [left.word.slice(4)] };
  if (left.kind === 'pronoun' && /^(?:some|most|all|many|few|others|none|each|both|one)$/.test(left.word)) {
    const portion =
      left.word === 'some' || left.word === 'many' || left.word === 'few'
        ? 'some'
        : left.word === 'most'
          ? 'most'
          : left.word === 'all' || left.word === 'both'
            ? 'all'
            : null;
    if (portion === null) return null;
    return bareForce(left, portion);
  }
  if (left.kind === 'number' && left.number.kind === 'share')
    return { ...bareForce(left, null), ...shareIn(left.number), count: { from: left.from, to: left.to } };
  return null;
}

/** The part of a whole that a number tells, and how sure it is of it. */
export const shareIn = (number: NumberMention | null | undefined): Pick<ForceItem, 'share' | 'shareHedge'> =>
  number?.kind === 'share'
    ? { share: number.share ?? null, shareHedge: number.shareBound ?? (number.approx ? 'approx' : null) }
    : { share: null };

/** A pronoun that can stand for a force ("bring them home"), or a word for those told of ("the last group"). */
export const forceOfPronoun = (at: NounLike): ForceItem => ({
  ...bareForce(at, null),
  anaphor: true,
  definite: true,
});

/** "the Tongans" as soldiers of theirs. */
export const forceOfPeople = (at: ActorItem): ForceItem => ({
  ...bareForce(at, null),
  head: 'national',
  sort: 'weak',
  definite: true,
  owner: at.party === null ? null : { kind: 'named', parties: [at.party], at },
});

const bareForce = (
  at: { from: number; to: number; start: number; prep: string | null },
  portion: ForceItem['portion'],
): ForceItem => ({
  kind: 'force',
  from: at.from,
  to: at.to,
  start: at.start,
  prep: at.prep,
  head: null,
  sort: 'bare',
  quantity: null,
  count: null,
  share: null,
  portion,
  whole: null,
  owner: null,
  unit: null,
  mission: null,
  place: null,
  additional: false,
  anaphor: false,
  strength: false,
  definite: false,
  plural: true,
  adjectives: [],
});

/** "thirty of the 120 German soldiers": a part with what it is of. */
export function partitive(part: ForceItem, whole: ForceItem): ForceItem {
  return {
    ...part,
    to: whole.to,
    head: whole.head,
    sort: whole.sort,
    quantity:
      part.quantity === null
        ? null
        : {
            ...part.quantity,
            of: isOneBody(whole)
              ? 'personnel'
              : (whole.quantity?.of ?? forceNoun(whole.head ?? '')?.of ?? part.quantity.of),
          },
    owner: part.owner ?? whole.owner,
    unit: whole.unit,
    mission: whole.mission,
    place: whole.place,
    whole,
    plural: true,
  };
}

/** "its contingent of 14 soldiers": the strength counts, the formation goes to the unit. */
export function strengthOf(formation: ForceItem, strength: ForceItem): ForceItem {
  return {
    ...formation,
    to: strength.to,
    head: strength.head ?? formation.head,
    sort: strength.sort === 'bare' ? formation.sort : strength.sort,
    quantity: strength.quantity ?? formation.quantity,
    count: strength.count ?? formation.count,
    owner: ownsMore(formation, strength) ? strength.owner : (formation.owner ?? strength.owner),
    unit: formation.unit ?? strength.unit,
    mission: formation.mission ?? strength.mission,
    plural: true,
  };
}

/** "the UN contingent of 1,500 Pakistanis": a nation's own, under that flag. */
const ownsMore = ({ owner: flag }: ForceItem, { owner: people }: ForceItem): boolean =>
  flag?.kind === 'named' && people?.kind === 'named' && !flag.parties.some(isState) && people.parties.every(isState);

export const withUnit = (force: ForceItem, unit: ForceItem): ForceItem => ({
  ...force,
  to: unit.to,
  owner: force.owner ?? unit.owner,
  unit: unit.unit ?? force.unit,
  mission: force.mission ?? unit.mission,
});

/** "200 of the battalion": its soldiers, and not so many battalions. */
const isOneBody = ({ sort, plural, quantity }: ForceItem): boolean =>
  sort === 'unit' && !plural && (quantity === null || quantity.max === 1);
