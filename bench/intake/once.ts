// Takes one file in, as the program does, and prints what it cost: node once.mjs FILE DIST
import { readFileSync } from 'node:fs';
import { pathToFileURL } from 'node:url';
import { fileFinder } from '../../src/adapters/file-finder.ts';
import { textServices } from '../../src/adapters/text-services.ts';
import { isFault, takeIn } from '../../src/app/take-in.ts';
import { READABLE } from '../../src/formats/format-of.ts';
import { PARSER_LIMITS } from '../../src/formats/limits.ts';

const [path = '', dist = ''] = process.argv.slice(2);
const services = textServices(pathToFileURL(`${dist}/parser-worker.js`), PARSER_LIMITS);
const started = performance.now();
let reports = 0;
let characters = 0;
for await (const one of takeIn(services, fileFinder(READABLE, process.stdin).find([path]))) {
  if (isFault(one)) throw new Error(`${one.source}: ${one.message}`);
  reports++;
  characters += one.report.text?.length ?? 0;
}
const seconds = (performance.now() - started) / 1000;
await services.close();
// A child's maxRSS starts at its parent's; the high-water mark of Linux starts anew with the program.
const highest = Number(/VmHWM:\s+(\d+)/.exec(readFileSync('/proc/self/status', 'utf8'))?.[1] ?? Number.NaN);
const { user, system } = process.cpuUsage();
console.log(
  JSON.stringify({
    reports,
    characters,
    seconds: Number(seconds.toFixed(2)),
    cpu_seconds: Number(((user + system) / 1e6).toFixed(2)),
    peak_mb: Math.round(highest / 1024),
  }),
);
