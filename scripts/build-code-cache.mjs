// Writes dist/main.code-cache: the program's files as V8 compiled them, with what a `read` of the examples ran. A run of its own, since the
// program ends with its process.
import { readdirSync, renameSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import '../bin/engine-flags.cjs';
import { packCodeCache, runProgram } from '../bin/code-cache.cjs';

const root = join(import.meta.dirname, '..');
const examples = join(root, 'examples/iraq-january-2020');
const reports = readdirSync(examples).map((name) => join(examples, name));
process.argv = [process.execPath, 'laydown', 'read', ...reports];
process.stdout.write = () => true;
const loaded = runProgram(join(root, 'dist'), 'main.cjs', null);
process.once('beforeExit', () => {
  const path = join(root, 'dist/main.code-cache');
  writeFileSync(`${path}.new`, packCodeCache(loaded));
  renameSync(`${path}.new`, path);
});
