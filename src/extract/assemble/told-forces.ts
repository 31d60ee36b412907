// Forces without a name of their own that can only be those told of before: massed at a border, or sent about within their state.
import { isState, type Party } from '../../model/party.ts';
import type { MovementFinding, PresenceFinding } from '../finding.ts';
import type { SentenceView } from '../syntax/predicate.ts';
import { type Discourse, type ForceSet, latest } from './discourse.ts';

/** "280 companies are being deployed in Srinagar": where only that state's forces are told of, and move within it. */
export function sentWithin(d: Discourse, view: SentenceView, place: Party): ForceSet | null {
  const near = d.forces.filter((s) => s.sentence >= view.index - 3);
  return near.length > 0 && near.every((s) => s.party === place) ? near.at(-1)! : null;
}

/** Forces at a border of which another state's office speaks: those told of before. */
export function massedAtBorder(
  f: PresenceFinding | MovementFinding,
  view: SentenceView,
  d: Discourse,
): ForceSet | null {
  const at = f.kind === 'presence' ? f.places : f.to;
  const isBorder = at.some((x) =>
    view.tokens.slice(x.from, x.to).some((t) => /^(?:borders?|frontiers?)$/.test(t.lower)),
  );
  const near = isBorder ? latest(d.forces, view.index, f.evidence.from, 8, (s) => s.party !== null) : null;
  return near !== null && isState(near.party!) ? near : null;
}
