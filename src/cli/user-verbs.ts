// The verbs below `laydown user`.
import { type Command, Option } from 'commander';
import { ROLES } from '../model/account.ts';
import { listOption } from './options.ts';
import type { Calls } from './verb-kit.ts';

export function addUserVerbs(user: Command, calls: Calls): void {
  const verb = (usage: string, description: string): Command =>
    user.command(usage).description(description).helpOption('-h, --help', 'show help');
  verb('add <name>', 'Make an account; its password is made up and told, or read from standard input.')
    .addOption(new Option('--role <role>', ROLES.join(', ')).choices(ROLES).default('reader'))
    .option('--password-stdin', 'read the password from the first line of standard input')
    .action(calls(async () => (await import('./verbs/user.ts')).addUser));
  verb('list', 'The accounts.').action(calls(async () => (await import('./verbs/user.ts')).listUsers));
  verb('role <name> <role>', 'Give an account another role; its sessions end.').action(
    calls(async () => (await import('./verbs/user.ts')).setUserRole),
  );
  verb('password <name>', 'Set a password, read from standard input; sessions end.').action(
    calls(async () => (await import('./verbs/user.ts')).setUserPassword),
  );
  verb('remove <name>', 'Remove an account with its sessions and tokens. What it judged stays in the ledger.').action(
    calls(async () => (await import('./verbs/user.ts')).removeUser),
  );
  verb('token [name]', 'Make a token for programs, revoke one, or without a name list them.')
    .option('--scope <right>', 'read, judge, moderate, add or admin; may be given again', listOption)
    .option('--label <text>', 'what it is for')
    .option('--days <n>', 'how long it holds (default: until revoked)')
    .option('--revoke <id>', 'end the token of that id')
    .action(calls(async () => (await import('./verbs/user.ts')).userToken));
}
