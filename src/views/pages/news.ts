// Changes as lines of news, the latest first: what, of whom, where, and the claim to read it in.
import type { Atlas } from '../../model/atlas.ts';
import { type Bounds, isUncounted, shownBounds } from '../../model/bounds.ts';
import type { Day } from '../../model/day.ts';
import type { Place } from '../../model/place.ts';
import type { Knowledge } from '../../reconcile/knowledge.ts';
import type { Changes, RowChange, RowState } from '../changes.ts';
import { CONFLICT_WORDS } from './conflicts.ts';
import { ACTION_WORDS, countText, MOVE_WORDS, PHASE_WORDS, placeText, quantityText, STATUS_WORDS } from './words.ts';

export interface NewsItem {
  readonly kind: 'row' | 'movement' | 'status' | 'decision' | 'conflict';
  readonly day: Day | null;
  /** Whose, or which mission or body. */
  readonly who: string;
  readonly text: string;
  /** Where the quotation stands; null where the item is a number, which has its own page. */
  readonly source: { readonly report: string; readonly claim: string } | null;
  /** For rows: the number's page. */
  readonly row: Pick<RowChange, 'party' | 'place' | 'mission' | 'unit'> | null;
  readonly conflict: string | null;
}

export function newsOf(changes: Changes, known: Knowledge, atlas: Atlas): NewsItem[] {
  const nameOf = (code: string): string => atlas.displayName(code);
  const where = (places: readonly Place[]): string => places.map((place) => placeText(place, nameOf)).join(' and ');
  const sourceOf = (claim: string | undefined): NewsItem['source'] => {
    const one = claim === undefined ? null : known.claim(claim);
    return one === null ? null : { report: one.report.id, claim: one.id };
  };
  const items: NewsItem[] = [];
  for (const one of changes.decisions) {
    const needs = one.final === false ? `; not final${one.pending === null ? '' : `, needs ${one.pending}`}` : '';
    const vote =
      one.vote?.for == null ? '' : `, ${one.vote.for}${one.vote.against === null ? '' : `–${one.vote.against}`}`;
    const text = `decided ${ACTION_WORDS[one.action]}${vote}${needs}`;
    items.push(item('decision', one.day, one.body ?? 'A body not named', text, sourceOf(one.claims[0])));
  }
  for (const one of changes.statuses) {
    const who = one.mission ?? (one.party === null ? 'Operations' : nameOf(one.party));
    const text = `${STATUS_WORDS[one.status]}${one.temporary ? ' for the time being' : ''}${isSomewhere(one.place) ? ` in ${placeText(one.place, nameOf)}` : ''}`;
    items.push(item('status', one.since, who, text, sourceOf(one.claim)));
  }
  for (const one of changes.movements) {
    const source = known.claim(one.claim);
    if (source === null || source.claim.kind !== 'movement') continue;
    const count = source.claim.quantity === null ? '' : ` of ${quantityText(source.claim.quantity)}`;
    const route = `${one.from.length > 0 ? ` from ${where(one.from)}` : ''}${one.to.length > 0 ? ` to ${where(one.to)}` : ''}`;
    const text = `${MOVE_WORDS[one.move]}${count}${route}, ${PHASE_WORDS[one.phase]}`;
    items.push(item('movement', one.day, nameOf(one.party), text, sourceOf(one.claim)));
  }
  for (const one of changes.conflicts.opened) {
    const readings = [one.preferred?.reading, ...one.alternatives].flatMap((reading) => reading?.text ?? []);
    const text = `in ${placeText(one.place, nameOf)}: ${CONFLICT_WORDS[one.kind]}, ${readings.join(' or ')}`;
    items.push({ ...item('conflict', null, nameOf(one.party), text, null), conflict: one.id });
  }
  for (const one of changes.rows) {
    if (one.of !== 'personnel' || (isMere(one.before) && isMere(one.after))) continue;
    const { party, place, mission, unit } = one;
    items.push({
      ...item('row', null, nameOf(party), rowText(one, placeText(place, nameOf)), null),
      row: { party, place, mission, unit },
    });
  }
  return items.sort((a, b) => compareDays(b.day, a.day));
}

const isSomewhere = (place: Place | null): place is Place =>
  place !== null && (place.country !== null || place.name !== null);

/** Nothing that a claim counts: a share in a larger whole changes with it, and that is no news of its own. */
const isMere = (state: RowState | null): boolean =>
  state === null ||
  (state.within !== null &&
    isUncounted(shown(state)) &&
    (state.expected === null || isUncounted(shownExpected(state)!)));
const shown = (state: RowState): Bounds => shownBounds(state, state.within !== null);
const shownExpected = ({ expected, within }: RowState): Bounds | null =>
  expected === null ? null : shownBounds(expected, within !== null);

const compareDays = (a: Day | null, b: Day | null): number => {
  if (a === b) return 0;
  if (a === null) return -1;
  return b === null ? 1 : a < b ? -1 : 1;
};

const item = (
  kind: NewsItem['kind'],
  day: Day | null,
  who: string,
  text: string,
  source: NewsItem['source'],
): NewsItem => ({ kind, day, who, text, source, row: null, conflict: null });

/** What is expected where nothing else is known. */
const stateText = (state: RowState): string => {
  const { min, max } = shown(state);
  const next = shownExpected(state);
  return min === 0 && max === null && next !== null ? `${countText(next)} expected` : countText({ min, max });
};

function rowText({ what, before, after, mission, unit }: RowChange, where: string): string {
  const of = [unit, mission].filter((word) => word !== null).join(', ');
  const place = `in ${where}${of === '' ? '' : ` (${of})`}`;
  switch (what) {
    case 'appeared':
      return `${stateText(after!)} ${place}, nothing known before`;
    case 'changed':
      return `${countText(shown(after!))} ${place}, was ${countText(shown(before!))}`;
    case 'expected':
      return after?.expected == null
        ? `no change expected any more ${place}`
        : `${countText(shownExpected(after)!)} expected ${place}, now ${countText(shown(after))}`;
    case 'ended':
      return `none left ${place}, was ${countText(shown(before!))}`;
    case 'gone':
      return `what was known ${place} no longer stands`;
  }
}
