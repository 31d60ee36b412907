// `laydown backup` and `restore`: the whole ledger in one file, and back.
import { backupLedger, restoreLedger } from '../../app/backup-ledger.ts';
import { withStore } from '../ledger.ts';
import { counted } from '../numbers.ts';
import { progressOn } from '../progress.ts';
import type { Call } from '../verb-kit.ts';

export const backup = (call: Call, path: string, { quick = false }: { readonly quick?: boolean }): Promise<void> =>
  withStore(call, async (store) => {
    const { wiring, terminal, global } = call;
    const { claims, reports } = await store.health();
    const bar = progressOn(wiring.stderr, reports, () => performance.now());
    const files = await wiring.backups();
    const backing = { store, clock: wiring.clock, files, scratch: wiring.scratchLedger };
    const on = { lines: (done: number) => bar.update(Math.min(done, reports), 'written') };
    const done = await backupLedger(backing, path, wiring.version, { quick, on });
    bar.clear();
    if (global.json) {
      terminal.json({ file: path, ...done });
      return;
    }
    const proof = done.rebuilt ? 'rebuilt from it, the ledger is equal line by line' : 'its digest reads back';
    terminal.say(
      `${path}: ${counted(done.head.transactions, 'transaction')}, ${counted(reports, 'report')}, ${counted(claims, 'claim')}, ${Math.ceil(done.bytes / 1024).toLocaleString('en')} KB`,
    );
    terminal.say(terminal.paint.green(`  ${proof}`));
  });

export const restore = (call: Call, path: string): Promise<void> =>
  withStore(call, async (store) => {
    const { wiring, terminal, global } = call;
    const files = await wiring.backups();
    const bar = progressOn(wiring.stderr, 1000, () => performance.now());
    const restored = await restoreLedger({ store, clock: wiring.clock, files }, path, {
      lines: (done) => bar.update(Math.min(done, 999), `${done.toLocaleString('en')} lines`),
    });
    bar.clear();
    if (global.json) {
      terminal.json({ file: path, ...restored });
      return;
    }
    const { head, reports, claims } = restored;
    terminal.say(
      `restored ${counted(reports, 'report')} and ${counted(claims, 'claim')} in ${counted(head.transactions, 'transaction')}, as backed up ${head.made.slice(0, 10)}`,
    );
    terminal.say(terminal.paint.green('  whole'));
  });
