// How pages write numbers, days, ages and the words of a claim: one wording for the app, its pictures and its documents.
import type { Bounds } from '../../model/bounds.ts';
import type { Action, Move, Phase, StatusWord } from '../../model/claim.ts';
import type { Day } from '../../model/day.ts';
import type { Place } from '../../model/place.ts';
import type { Quantity } from '../../model/quantity.ts';
import type { Answer } from '../../reconcile/posture.ts';
import { dayText, figure } from '../../reconcile/wording.ts';

export { dayText, figure };

/** 120..120 "120", 450..550 "450–550", 7.. "at least 7", 0..300 "up to 300", 0.. "unknown" */
export function countText({ min, max }: Bounds): string {
  if (max === null) return min === 0 ? 'unknown' : `at least ${figure(min)}`;
  if (min === max) return figure(min);
  return min === 0 ? `up to ${figure(max)}` : `${figure(min)}–${figure(max)}`;
}

/** What a row says in its number's place: reported zero, present without a number, unknown, or the count. */
export function answerText(bounds: Bounds, answer: Answer): string {
  switch (answer) {
    case 'zero':
      return '0';
    case 'present':
      return 'present, not counted';
    case 'unknown':
      return 'unknown';
    case 'counted':
      return countText(bounds);
  }
}

/** As the text states it: "about 500", "more than 500", "2 battalions"; null stated: "no number". */
export function quantityText(quantity: Quantity | null): string {
  if (quantity === null) return 'no number';
  const { min, max, approx, of } = quantity;
  const thing = of === 'personnel' ? '' : ` ${of}`;
  if (min === null) return `at most ${figure(max!)}${thing}`;
  if (max === null) return `at least ${figure(min)}${thing}`;
  const number = min === max ? figure(min) : `${figure(min)}–${figure(max)}`;
  return `${approx ? 'about ' : ''}${number}${thing}`;
}

/** 0 "today", 1 "1 day", 45 "45 days", 200 "7 months", 900 "2 years": how old a count is. */
export function ageText(days: number): string {
  if (days <= 0) return 'that day';
  if (days < 60) return days === 1 ? '1 day' : `${days} days`;
  if (days < 730) return `${Math.round(days / 30.44)} months`;
  return `${Math.floor(days / 365.25)} years`;
}

/** `{IQ, null}` "Iraq"; `{IQ, "Taji"}` "Taji, Iraq"; a place that is no state's alone by its own name. */
export function placeText(place: Place, nameOf: (code: string) => string): string {
  if (place.country === null) return place.name ?? 'a place not known';
  const country = nameOf(place.country);
  return place.name === null || place.name === country ? country : `${place.name}, ${country}`;
}

export const PHASE_WORDS: Readonly<Record<Phase, string>> = {
  proposed: 'proposed',
  planned: 'planned',
  underway: 'under way',
  completed: 'completed',
  cancelled: 'cancelled',
};
export const MOVE_WORDS: Readonly<Record<Move, string>> = {
  deploy: 'deployment',
  withdraw: 'withdrawal',
  relocate: 'relocation',
  rotate: 'rotation',
};
export const STATUS_WORDS: Readonly<Record<StatusWord, string>> = {
  started: 'started',
  continuing: 'continues',
  suspended: 'suspended',
  resumed: 'resumed',
  ended: 'ended',
  extended: 'extended',
  planned: 'planned',
  reduced: 'reduced',
};
export const ACTION_WORDS: Readonly<Record<Action, string>> = {
  withdraw: 'to withdraw forces',
  deploy: 'to deploy forces',
  expel: 'to expel forces',
  authorise: 'to authorise forces',
  extend: 'to extend a mission',
  suspend: 'to suspend a mission',
  end: 'to end a mission',
  reduce: 'to reduce forces',
  increase: 'to increase forces',
  request: 'to request forces',
  other: 'on forces',
};

/** How sure a day of knowing is told: "as of 8 Jan 2020, as known on 9 Jan 2020". */
export const daysText = (at: Day, known: Day): string =>
  at === known ? `as of ${dayText(at)}` : `as of ${dayText(at)}, as known on ${dayText(known)}`;
