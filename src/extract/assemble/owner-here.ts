// Whose a bare or further number is by the words of its own sentence, where another sentence told of another's force.
import { isState } from '../../model/party.ts';
import type { MovementFinding, PresenceFinding } from '../finding.ts';
import type { ActorItem, ForceItem } from '../syntax/item.ts';
import type { SentenceView } from '../syntax/predicate.ts';
import { type Actor, type Discourse, latest } from './discourse.ts';
import { labelOf } from './label.ts';

const INTENT = /^(?:plan|proposal|decision|offer|promise|pledge|request|order|announcement)$/;

/** "Two Indian peacekeepers were killed; 40 were flown out", "A Pentagon plan to send 2,000 more": the party named before it. */
export function ownerHere(
  force: ForceItem,
  f: PresenceFinding | MovementFinding,
  view: SentenceView,
  d: Discourse,
): Actor | null {
  if (force.definite || force.anaphor) return null;
  // "Italy had 800. Germany, with 1,300 in Gao, left": whose sentence it is.
  const acting =
    force.sort === 'bare' && f.predicate === null
      ? latest(d.actors, view.index, force.from, 0, (a) => a.acts && isState(a.party))
      : null;
  if (acting !== null) return acting;
  const named = view.items.filter(
    (x) =>
      x.to <= force.from &&
      ((force.sort === 'bare' && x.kind === 'force' && x.owner?.kind === 'named') ||
        (force.additional && x.kind === 'noun' && INTENT.test(x.head))),
  );
  return latest(
    d.actors,
    view.index,
    force.from,
    0,
    (a) => a.party !== null && named.some((x) => x.from <= a.at && a.at < x.to),
  );
}

/** "Italy: 130 moved from Herat to Kabul", "Ghana: 870 in Lebanon": the state over an entry, where the entry tells of places elsewhere. */
export function ownerOver(f: PresenceFinding | MovementFinding, view: SentenceView): ActorItem | null {
  const label = labelOf(view);
  const places = (f.kind === 'presence' ? f.places : [...f.from, ...f.to]).flatMap((x) => x.places);
  return label !== null && places.length > 0 && places.every((x) => x.country !== label.party) ? label : null;
}
