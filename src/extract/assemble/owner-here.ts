// Whose a bare or further number is by the words of its own sentence, where another sentence told of another's force.
import { isState } from '../../model/party.ts';
import type { MovementFinding, PresenceFinding } from '../finding.ts';
import type { ActorItem, ForceItem } from '../syntax/item.ts';
import type { SentenceView } from '../syntax/predicate.ts';
import { type Actor, type Discourse, latest, spanOf } from './discourse.ts';
import { labelOf } from './label.ts';

/** Whose, and the words that say so. */
type Named = Pick<Actor, 'party' | 'span'>;

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

/** "There are more than 20,000 soldiers under AMISOM": all that there are in a mission are the mission's. */
export function missionOverAll(
  force: ForceItem,
  f: PresenceFinding | MovementFinding,
  view: SentenceView,
): Named | null {
  if (f.kind !== 'presence' || force.owner !== null || force.quantity === null || force.additional) return null;
  const there = view.predicates.find((q) => q.lemma === 'be' && q.object.includes(force));
  if (there === undefined || view.tokens[there.item.from - 1]?.lower !== 'there') return null;
  const mission = [...there.others, ...(f.predicate?.others ?? [])].find(
    (n) => n.kind === 'mission' && n.entry !== null && /^(?:under|in|with|of)$/.test(n.prep ?? ''),
  );
  return mission?.kind === 'mission' ? { party: mission.entry!.flag, span: spanOf(view, mission) } : null;
}

/** "200 Marines landed": with the capital and nobody's name they are American where America is told of, but in a report that tells of others' or is another state's own. */
export function americanMarines(force: ForceItem, view: SentenceView, d: Discourse): Named | null {
  if (force.head !== 'marine' || force.owner !== null || force.unit === null || !/\bMarines?$/.test(force.unit.name))
    return null;
  if ((d.voice !== null && d.voice !== 'US') || /\b(?:Royal|Dutch|Korps) Marin/.test(view.document.text)) return null;
  const told = d.actors.findLast((a) => a.party === 'US');
  return told === undefined ? null : { party: 'US', span: told.span };
}
