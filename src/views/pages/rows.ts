// The posture's rows as pages show them: names beside codes, numbers as written, the point of the map that each stands for.
import type { Atlas } from '../../model/atlas.ts';
import type { Bounds } from '../../model/bounds.ts';
import type { Day } from '../../model/day.ts';
import { STALE_DAYS } from '../../model/day.ts';
import { ALLIANCES, type Party } from '../../model/party.ts';
import { isRegion, type Place } from '../../model/place.ts';
import type { Answer, PostureRow } from '../../reconcile/posture.ts';
import { answerText, countText, placeText } from './words.ts';

export type Point = readonly [latitude: number, longitude: number];

export interface Named {
  readonly code: string;
  readonly name: string;
}

export interface RowView extends Bounds {
  readonly party: Named;
  readonly place: Place;
  /** "Taji, Iraq" */
  readonly where: string;
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
  return rows.map((row) => ({
    party: { code: row.party, name: nameOf(row.party) },
    place: row.place,
    where: placeText(row.place, nameOf),
    mission: row.mission,
    unit: row.unit,
    of: row.of,
    answer: row.answer,
    min: row.min,
    max: row.max,
    text: answerText(row, row.answer),
    expected: row.expected === null ? null : { ...row.expected, text: countText(row.expected) },
    observed: row.observed,
    ageDays: row.age_days,
    stale: row.age_days !== null && row.age_days > STALE_DAYS,
    claims: row.claims.length,
    conflicts: row.conflicts,
    isDrawn: drawn.has(row),
    point: drawn.has(row) ? (atlas.pointOf(row.place)?.at ?? null) : null,
    isWhole: isAlliance(row.party),
  }));
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
