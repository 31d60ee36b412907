// The built gazetteer, loaded once a run.
import { readGazetteerFile } from './adapters/gazetteer-files.ts';
import { type Gazetteer, makeGazetteer, unpackGazetteer } from './gazetteer/index.ts';
import type { Atlas } from './model/atlas.ts';
import { LaydownError } from './model/errors.ts';

let loaded: Gazetteer | null = null;

/** Throws LaydownError `store-unreachable` where it was not built. */
export function gazetteer(): Gazetteer {
  if (loaded !== null) return loaded;
  const bytes = readGazetteerFile();
  if (bytes === null)
    throw new LaydownError('store-unreachable', 'the gazetteer is not built: run `npm run build` in the checkout');
  loaded = makeGazetteer(unpackGazetteer(bytes));
  return loaded;
}

export const atlas = (): Atlas => gazetteer().atlas;
