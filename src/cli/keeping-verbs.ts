// The verbs that keep a ledger safe: backup, restore, doctor.
import type { VerbKit } from './verb-kit.ts';

export function addKeepingVerbs({ verb, calls }: VerbKit): void {
  verb('backup <file>', 'Write the whole ledger into one file, and prove that it can be rebuilt from it.', [
    'laydown backup ledger-2026-11-22.laydown',
    'laydown backup --quick /mnt/other-disk/ledger.laydown',
  ])
    .option('--quick', 'read the file back, but do not rebuild a ledger from it')
    .action(calls(async () => (await import('./verbs/backup.ts')).backup));

  verb('restore <file>', 'Make a ledger from a backup: in an empty directory, or on an empty server database.', [
    'laydown restore ledger-2026-11-22.laydown --db ./restored',
  ]).action(calls(async () => (await import('./verbs/backup.ts')).restore));

  verb('doctor', 'Check this installation and the ledger: versions, space, durability, every link of its chain.', [
    'laydown doctor',
    'laydown doctor --db ./ledger',
  ]).action(calls(async () => (await import('./verbs/doctor.ts')).doctor));
}
