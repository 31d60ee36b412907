// Ships and columns that carry soldiers: those aboard are who moves, the ship is their unit.
import type { ForceItem } from '../../../syntax/item.ts';
import type { Predicate, SentenceView } from '../../../syntax/predicate.ts';
import { forcesIn } from '../roles.ts';

const SHIPS = /^(?:USS|HMS|HMAS|HMCS|HMNZS|HNLMS|INS|HDMS|FS|ITS|ESPS) |\bgroup$/i;
/** What drives or sails in a row. */
const ROW = /^(?:convoy|column|flotilla|fleet)$/;
const ABOARD = /^(?:aboard|embarked|onboard)$/;

/** Soldiers with a single ship or plane. */
const isCarrier = (carrier: ForceItem, men: ForceItem): boolean =>
  men.sort === 'strong' &&
  (men.owner === null || carrier.owner === null) &&
  (!men.definite || men.owner?.kind === 'named') &&
  /^(?:plane|aircraft|ship|vessel|frigate|helicopter|jet|destroyer|carrier|boat)$/.test(carrier.head ?? '');

/** "The USS Bataan, carrying 2,400 Marines, sailed", "the ship entered the Gulf with 2,200 Marines aboard". */
export function withThoseAboard(p: Predicate, force: ForceItem, view: SentenceView): ForceItem {
  if (force.quantity !== null && force.quantity.of === 'personnel') return force;
  if (force.sort !== 'platform' && !ROW.test(force.head ?? '') && !SHIPS.test(force.unit?.name ?? '')) return force;
  const counted = (f: ForceItem): boolean => f.quantity?.of === 'personnel' && f.sort !== 'bare';
  const with_ = forcesIn(p.others).find((f) => {
    const words = view.tokens.slice(f.to, f.to + 2).map((t) => t.lower);
    if (f.prep !== 'with' || !counted(f)) return false;
    // "A plane with 100 soldiers landed": who is with a ship or a plane is aboard.
    return (
      ABOARD.test(words[0] ?? '') ||
      words.join(' ') === 'on board' ||
      (force.sort === 'platform' && isCarrier(force, f))
    );
  });
  const carried = view.predicates
    .filter((q) => q.lemma === 'carry' && q.item.kind === 'verb' && q.item.form === 'gerund' && q.item.from >= force.to)
    .filter((q) => q.subject.includes(force) || q.governor === p)
    .flatMap((q) => forcesIn(q.object).filter(counted))[0];
  const men = with_ ?? carried;
  if (men === undefined) return force;
  const { head, sort, quantity, count, plural } = men;
  const owner = force.owner ?? force.whole?.owner ?? men.owner;
  return { ...force, head, sort, quantity, count, plural, owner, whole: null, portion: null, share: null };
}
