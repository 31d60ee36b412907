// The posture's rows as pages show them: names beside codes, numbers as written, the point of the map that each stands for.
import type { Atlas } from '../../model/atlas.ts';
import { type Bounds, isUncounted, shownBounds } from '../../model/bounds.ts';
import type { Day } from '../../model/day.ts';
import { STALE_DAYS } from '../../model/day.ts';
import { ALLIANCES, type Party } from '../../model/party.ts';
import { isRegion, type Place } from '../../model/place.ts';
import type { Answer, PostureRow } from '../../reconcile/posture.ts';
import { answerText, countText, figure, placeText } from './words.ts';

export type Point = readonly [latitude: number, longitude: number];

export interface Named {
  readonly code: string;
  readonly name: string;
}

/** Whose force and where. */
export interface RowSubject {
  readonly party: Named;
  readonly place: Place;
  /** "Taji, Iraq" */
  readonly where: string;
}

export const subjectOf = (party: Party, place: Place, atlas: Pick<Atlas, 'displayName'>): RowSubject => ({
  party: { code: party, name: atlas.displayName(party) },
  place,
  where: placeText(place, (code) => atlas.displayName(code)),
});

/** Its bounds are those shown: a wide range whose upper end is a larger whole's keeps its least alone. */
export interface RowView extends Bounds, RowSubject {
  readonly mission: string | null;
  readonly unit: string | null;
  readonly of: PostureRow['of'];
  readonly answer: Answer;
  /** "450–550", "at least 7", "present, not counted" */
  readonly text: string;
  readonly expected: (Bounds & { readonly text: string }) | null;
  readonly observed: Day | null;
  readonly ageDays: number | null;
  readonly stale: boolean;
  readonly claims: number;
  readonly conflicts: readonly string[];
  /** "at most 54,050, within Middle East": the upper end that is left out of the bounds; null where none is. */
  readonly within: string | null;
  /** No claim counts it and none changes it: there is nothing to tell but `within`. */
  readonly isMere: boolean;
  /** Drawn on the map: one row a party and country, the widest that there is; the others are in the table alone. */
  readonly isDrawn: boolean;
  readonly point: Point | null;
  /** True for an alliance, the UN or a coalition: its number may hold the contingents that have rows of their own. */
  readonly isWhole: boolean;
}

export interface RowSource {
  readonly atlas: Pick<Atlas, 'displayName' | 'pointOf' | 'liesIn'>;
}

export function viewRows(rows: readonly PostureRow[], { atlas }: RowSource): RowView[] {
  const drawn = drawnRows(rows, atlas);
  const nameOf = (code: string): string => atlas.displayName(code);
  return rows.map((row) => viewRow(row, drawn.has(row), nameOf, atlas));
}

function viewRow(
  row: PostureRow,
  isDrawn: boolean,
  nameOf: (code: string) => string,
  atlas: RowSource['atlas'],
): RowView {
  const bounds = shownBounds(row, row.within !== null);
  const expected = row.expected === null ? null : shownBounds(row.expected, row.within !== null);
  const isLeast = bounds.max !== row.max;
  const isUncertain = isLeast && isUncounted(bounds);
  return {
    party: { code: row.party, name: nameOf(row.party) },
    place: row.place,
    where: placeText(row.place, nameOf),
    mission: row.mission,
    unit: row.unit,
    of: row.of,
    answer: row.answer,
    ...bounds,
    text: isUncertain && bounds.min === 0 ? 'not counted' : answerText(bounds, row.answer),
    expected: expected === null ? null : { ...expected, text: countText(expected) },
    observed: row.observed,
    ageDays: row.age_days,
    stale: row.age_days !== null && row.age_days > STALE_DAYS,
    claims: row.claims.length,
    conflicts: row.conflicts,
    within: isLeast ? `at most ${figure(row.max!)}, ${wholeText(row, nameOf)}` : null,
    isMere: isUncertain && (expected === null || isUncounted(expected)),
    isDrawn,
    point: isDrawn ? (atlas.pointOf(row.place)?.at ?? null) : null,
    isWhole: isAlliance(row.party),
  };
}

/** "within Middle East", "within NATO in Iraq", "within UNIFIL" */
function wholeText({ party, place, within }: PostureRow, nameOf: (code: string) => string): string {
  const { party: flag, place: where, mission } = within!;
  if (flag === party && (where.country !== place.country || where.name !== place.name))
    return `within ${placeText(where, nameOf)}`;
  if (mission !== null) return `within ${mission}`;
  return flag === party ? 'of the whole force' : `within ${nameOf(flag)} in ${placeText(where, nameOf)}`;
}

const FLAGS: ReadonlySet<string> = new Set(ALLIANCES);
const isAlliance = (party: Party): boolean => FLAGS.has(party);

/**
 * Personnel, not of a unit: for each party and country its whole where there is a row of it, else its missions, else its sites.
 * A region that is known only as the sum of its states is drawn as those.
 */
function drawnRows(rows: readonly PostureRow[], atlas: RowSource['atlas']): ReadonlySet<PostureRow> {
  const groups = new Map<string, PostureRow[]>();
  for (const row of rows) {
    if (row.of !== 'personnel' || row.unit !== null || row.place.country === null) continue;
    if (row.max === 0 && row.expected === null) continue;
    const key = `${row.party}|${row.place.country}`;
    groups.set(key, [...(groups.get(key) ?? []), row]);
  }
  const drawn = new Set<PostureRow>();
  for (const group of groups.values()) {
    const wide = group.filter((row) => row.place.name === null);
    const whole = wide.find((row) => row.mission === null);
    const kept = whole !== undefined ? [whole] : wide.length > 0 ? wide : group.filter((row) => row.mission === null);
    for (const row of kept.length > 0 ? kept : group) drawn.add(row);
  }
  for (const row of [...drawn]) {
    if (!isRegion(row.place.country!) || row.max !== null) continue;
    const isSum = [...drawn].some(
      (one) => one !== row && one.party === row.party && atlas.liesIn(one.place, row.place),
    );
    if (isSum) drawn.delete(row);
  }
  return drawn;
}
