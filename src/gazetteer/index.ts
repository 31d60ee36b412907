// The gazetteer's public parts.
export { packCities } from './cities.ts';
export type { Curated, RoleWord } from './curated.ts';
export { curate } from './curated.ts';
export type { Entry, Mention } from './entry.ts';
export type { FindContext, MentionFinder } from './find-mentions.ts';
export type { Gazetteer, GazetteerData } from './gazetteer.ts';
export { dataFromCurated, makeGazetteer } from './gazetteer.ts';
export { packGazetteer, unpackGazetteer } from './pack.ts';
export type { NameContext, RankedEntry } from './rank.ts';
export { rankEntries } from './rank.ts';
export type { RoleMention } from './role-words.ts';
export { readTables, TABLE_NAMES } from './tables.ts';
