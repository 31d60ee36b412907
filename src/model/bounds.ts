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

export const sameBounds = (a: Bounds, b: Bounds): boolean => a.min === b.min && a.max === b.max;
