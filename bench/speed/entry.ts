// What the measure of speed runs: the built-in reader, and how the program hands reports to it.
export { groupsFor } from '../../src/app/read-together.ts';
export { reader } from '../../src/wire-reader.ts';
