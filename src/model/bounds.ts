// Whole-number intervals of a count, both ends inclusive: min >= 0; max null means no upper bound known.

export interface Bounds {
  readonly min: number;
  readonly max: number | null;
}

/** Nothing known: 0 or more. */
export const UNKNOWN: Bounds = { min: 0, max: null };

export const isEmpty = (b: Bounds): boolean => b.max !== null && b.max < b.min;

/** What both say; may be empty (`isEmpty`), which is a contradiction. */
export const meet = (a: Bounds, b: Bounds): Bounds => ({
  min: Math.max(a.min, b.min),
  max: a.max === null ? b.max : b.max === null ? a.max : Math.min(a.max, b.max),
});

/** The sum of two counts. */
export const plus = (a: Bounds, b: Bounds): Bounds => ({
  min: a.min + b.min,
  max: a.max === null || b.max === null ? null : a.max + b.max,
});

/** What remains of `a` after `b` left it, never under 0 at either end. */
export const minus = (a: Bounds, b: Bounds): Bounds => ({
  min: b.max === null ? 0 : Math.max(0, a.min - b.max),
  max: a.max === null ? null : Math.max(0, a.max - b.min),
});

/** The smallest interval that holds both. */
export const hull = (a: Bounds, b: Bounds): Bounds => ({
  min: Math.min(a.min, b.min),
  max: a.max === null || b.max === null ? null : Math.max(a.max, b.max),
});

/** True where the most lies so far above the least that the range says little of the count: "1 to 54,050". */
const isWide = ({ min, max }: Bounds): boolean => max !== null && max > 2 * Math.max(min, 1);

/** Bounds as a table shows them whose upper end is that of a larger whole (`isWithin`): the least alone where the range is wide. */
export const shownBounds = ({ min, max }: Bounds, isWithin: boolean): Bounds =>
  isWithin && isWide({ min, max }) ? { min, max: null } : { min, max };

/** True where shown bounds hold no count: nobody, or somebody, and no upper end. */
export const isUncounted = ({ min, max }: Bounds): boolean => max === null && min <= 1;

export const sameBounds = (a: Bounds, b: Bounds): boolean => a.min === b.min && a.max === b.max;
