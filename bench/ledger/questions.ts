// The questions put to a ledger held in memory, in a process of its own so that its memory is its own. Prints the figures as JSON.
import { readFileSync } from 'node:fs';
import { openStore } from '../../src/adapters/open-store.ts';
import { askPosture } from '../../src/app/ask-posture.ts';
import { importClaims } from '../../src/app/import-claims.ts';
import { warmLedger } from '../../src/app/warm-ledger.ts';
import { systemClock } from '../../src/ports/clock.ts';
import { atlas } from '../../src/wire-gazetteer.ts';

export interface Asked {
  readonly pairs: readonly { readonly party: string; readonly at: string }[];
  readonly days: readonly string[];
  /** New claims to add, counted on from here: so many of each of `FRESH`. */
  readonly fresh: { readonly from: number; readonly count: number };
}

/** What new claims tell of: a party by itself, contingents of large missions, a large force, and the whole of a mission. */
export const FRESH = [
  { party: 'SE', country: 'IS', mission: null },
  { party: 'IN', country: 'LB', mission: 'UNIFIL' },
  { party: 'FR', country: 'ML', mission: 'MINUSMA' },
  { party: 'US', country: 'DE', mission: null },
  { party: 'UN', country: 'LB', mission: 'UNIFIL' },
] as const;

/** As many new claims of one force as can be told apart by their days. */
const DAYS = 140;

export interface Answered {
  /** Seconds to the first answer: the whole ledger is read. */
  readonly first: number;
  /** Milliseconds each. */
  readonly party: readonly number[];
  readonly world: readonly number[];
  readonly worldAgain: readonly number[];
  /** From the commit of a new claim to the answer that shows it. */
  readonly fresh: readonly number[];
  readonly rows: number;
  readonly megabytes: number;
}

export async function main([ledger, questions]: readonly string[]): Promise<number> {
  const { pairs, days, fresh } = JSON.parse(readFileSync(questions!, 'utf8')) as Asked;
  const store = await openStore(ledger!);
  const base = { store, clock: systemClock, atlas: atlas() };
  const services = { ...base, warm: warmLedger(base) };
  const timed = async (work: () => Promise<unknown>): Promise<number> => {
    const started = performance.now();
    await work();
    return performance.now() - started;
  };
  const first = (await timed(() => askPosture(services, { at: '2000-01-01' }))) / 1000;
  const party: number[] = [];
  for (const pair of pairs) party.push(await timed(() => askPosture(services, pair)));
  const world: number[] = [];
  const worldAgain: number[] = [];
  let rows = 0;
  for (const at of days) {
    world.push(await timed(() => askPosture(services, { at })));
    worldAgain.push(await timed(() => askPosture(services, { at })));
    rows = (await askPosture(services, { at })).rows.length;
  }
  const shown: number[] = [];
  for (let i = 0; i < fresh.count * FRESH.length; i++) {
    const [told, count] = [FRESH[i % FRESH.length]!, fresh.from + i];
    await importClaims(base, lineOf(told, count), 'new.jsonl');
    shown.push(
      await timed(async () => {
        const { rows } = await askPosture(services, { party: told.party, place: told.country, at: '2026-06-01' });
        if (!rows.some((row) => row.min === count)) throw new Error(`the new claim of ${count} does not show`);
      }),
    );
  }
  const { maxRSS } = process.resourceUsage();
  const answered: Answered = {
    first,
    party,
    world,
    worldAgain,
    fresh: shown,
    rows,
    megabytes: Math.round(maxRSS / 1024),
  };
  console.log(JSON.stringify(answered));
  await store.close();
  return 0;
}

/** Told after all that the tables hold, of each force a day after the one before, so that its number is the one that the answer shows. */
async function* lineOf(told: (typeof FRESH)[number], count: number): AsyncGenerator<string> {
  const { party, country, mission } = told;
  const claim = {
    kind: 'presence',
    evidence: `${party} has ${count} troops in ${country}`,
    party,
    mission,
    quantity: { min: count, max: count },
    place: { country, name: null },
  };
  const published = new Date(Date.UTC(2026, 0, 1 + (Math.floor(count / FRESH.length) % DAYS)))
    .toISOString()
    .slice(0, 10);
  yield JSON.stringify({ report: { id: `new ${count}`, published, publisher: 'Bench' }, claims: [claim] });
}
