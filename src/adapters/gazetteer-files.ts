// Where the gazetteer's bytes and tables lie on disk: beside the bundle when built, in data/ in a checkout.
import { existsSync, readFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';

const here = dirname(fileURLToPath(import.meta.url));
/** From dist/ (bundled), from dist/chunks/, from src/adapters/ (a checkout under test). */
const BUILT = ['gazetteer.bin', '../gazetteer.bin', '../../dist/gazetteer.bin'].map((path) => join(here, path));
const DATA = ['../data', '../../data'].map((path) => join(here, path));

/** The built gazetteer's bytes; null where it is not built. */
export function readGazetteerFile(paths: readonly string[] = BUILT): Uint8Array | null {
  const path = paths.find((candidate) => existsSync(candidate));
  return path === undefined ? null : readFileSync(path);
}

/** The text of each table `NAME.tsv` in `dir`, by name. Throws where one is missing. */
export function readTableTexts<Name extends string>(names: readonly Name[], dir?: string): Record<Name, string> {
  const folder = dir ?? DATA.find((candidate) => existsSync(join(candidate, 'countries.tsv'))) ?? DATA[0]!;
  const pairs = names.map((name) => [name, readFileSync(join(folder, `${name}.tsv`), 'utf8')]);
  return Object.fromEntries(pairs) as Record<Name, string>;
}
