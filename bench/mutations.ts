// `npm run mutations`: reads reports spoilt at random and tells what throws, takes over a second or breaks a promise.
import { parseArgs } from 'node:util';
import { extract } from '../src/extract/extract.ts';
import { gazetteer } from '../src/wire-gazetteer.ts';
import { faultsOf } from '../test/mutations/faults.ts';
import { mutatedReport } from '../test/mutations/mutated-report.ts';

const HELP = `Usage: npm run mutations -- [--count 200000] [--seed 1]

Reads COUNT reports from the seed on; one line for each fault, with the seed that brings it back. Exit 1 where there is one.`;
const LONGEST_MS = 1000;

export function main(args: readonly string[]): number {
  let values: { count?: string; seed?: string; help?: boolean };
  try {
    ({ values } = parseArgs({
      args: [...args],
      options: { count: { type: 'string' }, seed: { type: 'string' }, help: { type: 'boolean', short: 'h' } },
    }));
  } catch (error) {
    console.error(`${(error as Error).message}\n\n${HELP}`);
    return 2;
  }
  const count = Number(values.count ?? 200_000);
  const first = Number(values.seed ?? 1);
  if (values.help || !Number.isInteger(count) || !Number.isInteger(first)) {
    console.log(HELP);
    return values.help ? 0 : 2;
  }
  const names = gazetteer();
  // The first reports pay for loading names and compiling.
  for (let seed = 0; seed > -20; seed--) extract(mutatedReport(seed), names);
  let [claims, faulty, slowest] = [0, 0, 0];
  for (let seed = first; seed < first + count; seed++) {
    const report = mutatedReport(seed);
    const started = process.cpuUsage();
    let faults: string[];
    try {
      const read = extract(report, names);
      claims += read.length;
      faults = faultsOf(report.text ?? '', read);
    } catch (error) {
      faults = [`threw ${(error as Error).stack?.split('\n').slice(0, 3).join(' ')}`];
    }
    // Time of the work itself: a loaded machine makes no fault.
    const { user, system } = process.cpuUsage(started);
    const ms = (user + system) / 1000;
    slowest = Math.max(slowest, ms);
    if (ms > LONGEST_MS) faults.push(`took ${Math.round(ms)} ms`);
    for (const fault of faults) console.log(`seed ${seed}: ${fault}`);
    if (faults.length > 0) faulty++;
  }
  console.log(
    `${count} reports from seed ${first}: ${claims} claims, ${faulty} reports with faults, the slowest ${Math.round(slowest)} ms`,
  );
  return faulty === 0 ? 0 : 1;
}
