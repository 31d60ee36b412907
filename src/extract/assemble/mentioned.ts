// Forces that the report names whose they are, claimed of or not: "the troops" and "the 186 soldiers" further down are theirs.
import { isState, type Party } from '../../model/party.ts';
import type { Quantity } from '../../model/quantity.ts';
import type { ForceItem, Owner, Range } from '../syntax/item.ts';
import type { SentenceView } from '../syntax/predicate.ts';
import { type Discourse, latest, type MentionedForce, spanOf } from './discourse.ts';

/** Too few to tell a force by their number. */
const LEAST_TOLD_BY_NUMBER = 10;

/** Takes in the forces of a sentence that a state owns by name, and those counted in a sentence that names one armed force alone. */
export function noteMentioned(d: Discourse, view: SentenceView): void {
  for (const item of view.items) {
    if (item.kind !== 'force' || item.sort === 'platform' || item.sort === 'bare') continue;
    const { owner, quantity } = item;
    if (owner === null ? quantity === null || item.mission !== null : owner.kind !== 'named' || item.sort === 'weak')
      continue;
    const whose = owner?.kind === 'named' ? stateOf(owner) : owner === null ? armyIn(view) : null;
    if (whose === null) continue;
    const { party, at } = whose;
    d.mentioned.push({
      sentence: view.index,
      at: item.from,
      span: spanOf(view, at),
      party,
      quantity,
      named: owner !== null,
    });
  }
}

interface State {
  readonly party: Party;
  readonly at: Range;
}

const stateOf = ({ parties: [party, more], at }: Extract<Owner, { kind: 'named' }>): State | null =>
  party !== undefined && more === undefined && isState(party) ? { party, at } : null;

/** Whose army, ministry or commander the sentence tells of, where it tells of one state's alone. */
function armyIn(view: SentenceView): State | null {
  let found: State | null = null;
  for (const x of view.items) {
    const state =
      x.kind === 'actor' && x.party !== null && isState(x.party)
        ? { party: x.party, at: x }
        : 'owner' in x && x.owner?.kind === 'named'
          ? stateOf(x.owner)
          : null;
    if (state === null) continue;
    if (found !== null && state.party !== found.party) return null;
    found ??= state;
  }
  return found;
}

const exact = (q: Quantity | null | undefined): number | null =>
  q && q.of === 'personnel' && q.min !== null && q.min === q.max && q.min >= LEAST_TOLD_BY_NUMBER ? q.min : null;

/** "the 186 soldiers", "of the 826 officers": the force of one state that was told of with that number. */
export function toldByNumber(force: ForceItem, view: SentenceView, d: Discourse): MentionedForce | null {
  const [of, n] = [force, force.whole]
    .filter((f) => f !== null)
    .map((f) => [f, f.definite || f === force.whole ? exact(f.quantity) : null] as const)
    .find(([, number]) => number !== null) ?? [force, null];
  if (n === null) return null;
  let found: MentionedForce | null = null;
  for (const set of d.mentioned) {
    if (exact(set.quantity) !== n || set.sentence > view.index) continue;
    if (set.sentence === view.index && set.at >= of.from) continue;
    if (found !== null && found.party !== set.party) return null;
    found = set;
  }
  return found;
}

/** The state's force named last before a token, that of no place in `places`. */
export const lastMentioned = (
  d: Discourse,
  sentence: number,
  at: number,
  reach: number,
  places: ReadonlySet<Party | null>,
): MentionedForce | null => latest(d.mentioned, sentence, at, reach, (s) => s.named && !places.has(s.party));
