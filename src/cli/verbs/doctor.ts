// `laydown doctor`: is this installation whole, and is the ledger?
import { examineLedger } from '../../app/examine-ledger.ts';
import { LaydownError } from '../../model/errors.ts';
import { ledgerAddress, withStore } from '../ledger.ts';
import { progressOn } from '../progress.ts';
import type { Call } from '../verb-kit.ts';

export async function doctor(call: Call): Promise<void> {
  const { wiring, terminal, global } = call;
  const { paint } = terminal;
  const say = (label: string, text: string) => global.json || terminal.say(`${label.padEnd(10)} ${text}`);
  say('laydown', `${wiring.version}, Node ${process.version}, ${process.platform} ${process.arch}`);
  const started = performance.now();
  await wiring.atlas();
  say('gazetteer', `loaded in ${Math.round(performance.now() - started)} ms`);
  const reader = await wiring.reader();
  say('reader', `${reader.name} ${reader.version}`);
  say('ledger', (await ledgerAddress(call)).replace(/^(postgres(?:ql)?:\/\/[^:@/]*):[^@]*@/, '$1@'));
  await withStore(call, async (store) => {
    const { health, damage, warnings, kept } = await examineLedger({ store, clock: wiring.clock }, (checked, of) =>
      progressOn(wiring.stderr, of, () => performance.now()).update(checked),
    );
    if (global.json)
      terminal.json({
        version: wiring.version,
        node: process.version,
        reader: { name: reader.name, version: reader.version },
        health,
        damage,
        warnings,
        kept,
      });
    say(
      'engine',
      `${health.engine} ${health.engineVersion}, schema ${health.schema}, fsync ${health.fsync ? 'on' : 'off'}`,
    );
    say(
      'holds',
      `${health.reports} reports, ${health.claims} claims, ${health.judgements} judgements in ${health.transactions} transactions`,
    );
    const { transaction, behind, since } = health.words;
    if (behind > 0)
      say(
        'words',
        `indexed up to transaction ${transaction}; searches read ${behind} reports besides, the oldest recorded ${since}`,
      );
    if (health.holder !== null)
      say(
        'lock',
        `held by ${health.holder}${health.holder.startsWith(`process ${process.pid} `) ? ' (this one)' : ''}`,
      );
    if (health.sizeBytes !== null)
      say(
        'size',
        `${Math.round(health.sizeBytes / 1024 / 1024)} MB${health.freeBytes === null ? '' : `, ${Math.round(health.freeBytes / 1024 / 1024)} MB free`}`,
      );
    if (kept !== null)
      say(
        'memory',
        kept.fits
          ? `${Math.round(kept.size / 1024 / 1024)} MB kept for a quick start, up to transaction ${kept.transaction}`
          : 'what was kept for a quick start did not fit this ledger: it is thrown away, and made anew when it is needed',
      );
    for (const warning of warnings) say('warning', paint.yellow(warning));
    for (const { what, which } of damage) say('damage', paint.red(`${what}: ${which}`));
    if (damage.length > 0)
      throw new LaydownError(
        'bad-input',
        `the ledger is damaged in ${damage.length} places: restore it from a copy, or export what is whole`,
      );
    say('verdict', paint.green('whole'));
  });
}
