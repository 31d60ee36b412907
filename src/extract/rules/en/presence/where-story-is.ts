// Forces that stand, stay or serve with no place named: they are where the story is.
import type { ForceItem } from '../../../syntax/item.ts';
import type { Predicate, SentenceView } from '../../../syntax/predicate.ts';

/** A formation that exists wherever it is: "there are 17,000 soldiers in the 2nd Division" is its size. */
const STANDING = /\b(?:divisions?|corps|arm(?:y|ies)|regiments?|brigades?)\b/i;

/** True where what the clause says places a force without naming the place. */
export function isWhereStoryIs(p: Predicate, force: ForceItem, view: SentenceView): boolean {
  if (staysOn(p, force, view)) return true;
  if (force.quantity === null) return false;
  const stays = /^(?:remain|stay)$/.test(p.lemma);
  const phrase = (prep: string, head: string): boolean =>
    p.others.some((o) => o.kind === 'noun' && o.prep === prep && o.head === head);
  // "The 130 trainers will remain in place".
  if (stays && force.definite && phrase('in', 'place')) return true;
  // "some 60 are present year-round".
  if (p.lemma === 'be' && p.object.some((o) => o.kind === 'noun' && o.head === 'present')) return true;
  // "about 800 troops are now on the ground".
  if (p.lemma === 'be' && force.sort === 'strong' && phrase('on', 'ground')) return true;
  // "were among the 11,000 UN troops".
  const among = p.others.some((o) => o.kind === 'force' && o.prep === 'among' && o.quantity !== null);
  if (p.lemma === 'be' && among && force.owner !== null) return true;
  return p.others.some(
    (o) =>
      o.prep === 'in' &&
      (o.kind === 'mission' || (o.kind === 'force' && o.sort === 'unit' && !STANDING.test(o.unit?.name ?? ''))),
  );
}

/** "its own 2,400 soldiers will remain", "some 24,000 will stay", "only four soldiers remained behind in the command centre". */
function staysOn(p: Predicate, force: ForceItem, view: SentenceView): boolean {
  if (!/^(?:remain|stay)$/.test(p.lemma)) return false;
  const counted = force.quantity !== null;
  const fit = counted
    ? force.sort === 'bare' || (force.owner !== null && (force.sort === 'strong' || force.sort === 'weak'))
    : force.owner?.kind === 'named' && force.sort === 'strong' && force.portion === null;
  const alone = p.others.every((o) => o.kind === 'noun' && (o.prep === 'for' || (o.prep === 'in' && counted)));
  if (!fit || !alone) return false;
  const holds = view.predicates.some((q) => q.governor === p && !(!counted && q.relation === 'infinitive'));
  return view.tokens[p.item.to]?.lower === 'behind' || !holds;
}
