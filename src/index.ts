// The library's door: the pure parts, which run in Node and in a browser alike.
//
//   const gazetteer = makeGazetteer(unpackGazetteer(bytes));           // bytes of dist/gazetteer.bin
//   const claims = extract({ id: 'a', text, title: null, published: '2020-01-08', publisher: null, url: null }, gazetteer);
//   claims.map(printClaim);
export { type ExtractOptions, extract } from './extract/extract.ts';
export { createGrounder, type Grounder, type Grounding } from './extract/grounding.ts';
export { type Gazetteer, makeGazetteer } from './gazetteer/gazetteer.ts';
export { unpackGazetteer } from './gazetteer/pack.ts';
export { factsOfReadings, type ReportRead } from './ledger/facts-of-readings.ts';
export { knownClaims } from './ledger/fold.ts';
export type { KnownClaim } from './ledger/known-claim.ts';
export type { Atlas } from './model/atlas.ts';
export * from './model/bounds.ts';
export * from './model/claim.ts';
export * from './model/day.ts';
export * from './model/day-schema.ts';
export * from './model/errors.ts';
export * from './model/event.ts';
export * from './model/judgement.ts';
export * from './model/notation.ts';
export * from './model/party.ts';
export * from './model/period.ts';
export * from './model/place.ts';
export * from './model/quantity.ts';
export * from './model/report.ts';
export { VERDICTS } from './model/verdicts.ts';
export type { Conflict } from './reconcile/conflicts.ts';
export { reconcile } from './reconcile/knowledge.ts';
export type { PostureRow } from './reconcile/posture.ts';
export { readText } from './text/read-text.ts';
export { viewChanges } from './views/changes.ts';
export { viewConflicts } from './views/conflicts-view.ts';
export { viewDecisions } from './views/decisions.ts';
export { viewPosture } from './views/posture-view.ts';
export { viewStatus } from './views/status.ts';
