// The library's door: the pure parts, which run in Node and in a browser alike.
export * from './model/bounds.ts';
export * from './model/claim.ts';
export * from './model/day.ts';
export * from './model/errors.ts';
export * from './model/judgement.ts';
export * from './model/party.ts';
export * from './model/period.ts';
export * from './model/place.ts';
export * from './model/quantity.ts';
export * from './model/report.ts';
export type { Conflict } from './reconcile/conflicts.ts';
export {
  type Answer,
  type PostureQuestion,
  type PostureRow,
  posture,
  type Reconciled,
  reconcile,
} from './reconcile/posture.ts';
