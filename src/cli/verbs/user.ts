// `laydown user ...`: who may do what on a server of this ledger.
import {
  addAccount,
  changePassword,
  changeRole,
  listAccounts,
  removeAccount,
} from '../../app/accounts/keep-accounts.ts';
import { addToken, listTokens, revokeToken } from '../../app/accounts/tokens.ts';
import type { Account, ApiToken } from '../../model/account.ts';
import { LaydownError } from '../../model/errors.ts';
import { withStore } from '../ledger.ts';
import { tableLines } from '../table.ts';
import type { Call } from '../verb-kit.ts';

export interface AddOptions {
  readonly role: string;
  readonly passwordStdin?: boolean;
}

export const addUser = (call: Call, name: string, { role, passwordStdin }: AddOptions): Promise<void> =>
  withStore(call, async (store) => {
    const { terminal, wiring } = call;
    const given = passwordStdin === true ? { password: await firstLine(wiring.stdin) } : {};
    const { account, password } = await addAccount({ store, clock: wiring.clock }, { name, role, ...given });
    if (call.global.json) {
      terminal.json(passwordStdin === true ? { account } : { account, password });
      return;
    }
    terminal.say(`${account.name} is ${account.role}`);
    if (passwordStdin !== true) terminal.say(`password (told this once): ${password}`);
  });

export const listUsers = (call: Call): Promise<void> =>
  withStore(call, async (store) => {
    const { terminal } = call;
    const accounts = await listAccounts({ store });
    if (call.global.json) {
      terminal.json({ accounts });
      return;
    }
    const lines = tableLines<Account>(
      [
        { title: 'Name', cell: (a) => a.name },
        { title: 'Role', cell: (a) => a.role },
        { title: 'Since', cell: (a) => a.created.slice(0, 10) },
      ],
      accounts,
      terminal.width,
      (text) => terminal.paint.underline(text),
    );
    if (accounts.length > 0) for (const line of lines) terminal.say(line);
    else terminal.say('There is no account. Make one: laydown user add NAME --role admin');
  });

export const removeUser = (call: Call, name: string): Promise<void> =>
  withStore(call, async (store) => {
    await removeAccount({ store }, name);
    done(call, `${name} is removed, with all sessions and tokens`, { removed: name });
  });

export const setUserRole = (call: Call, name: string, role: string): Promise<void> =>
  withStore(call, async (store) => {
    await changeRole({ store }, name, role);
    done(call, `${name} is ${role} now; sessions are ended`, { name, role });
  });

export const setUserPassword = (call: Call, name: string): Promise<void> =>
  withStore(call, async (store) => {
    await changePassword({ store }, name, await firstLine(call.wiring.stdin));
    done(call, `${name} has a new password; sessions are ended`, { name });
  });

export interface TokenOptions {
  readonly scope?: readonly string[];
  readonly label?: string;
  readonly days?: string;
  readonly revoke?: string;
}

export const userToken = (call: Call, name: string | undefined, options: TokenOptions): Promise<void> =>
  withStore(call, async (store) => {
    const { terminal, wiring } = call;
    if (options.revoke !== undefined) {
      await revokeToken({ store }, options.revoke);
      done(call, `the token ${options.revoke} holds no more`, { revoked: options.revoke });
      return;
    }
    if (name === undefined) {
      tellTokens(call, await listTokens({ store }));
      return;
    }
    const { scope = ['read'], label = '' } = options;
    const request = { account: name, scopes: scope, label, days: daysIn(options.days) };
    const { token, secret } = await addToken({ store, clock: wiring.clock }, request);
    if (call.global.json) terminal.json({ token, secret });
    else terminal.say(`token of ${name} for ${token.scopes.join(', ')} (told this once): ${secret}`);
  });

function tellTokens({ terminal, global }: Call, tokens: readonly ApiToken[]): void {
  if (global.json) {
    terminal.json({ tokens });
    return;
  }
  const lines = tableLines<ApiToken>(
    [
      { title: 'Id', cell: (t) => t.id },
      { title: 'Account', cell: (t) => t.account },
      { title: 'Scopes', cell: (t) => t.scopes.join(' ') },
      { title: 'For', cell: (t) => t.label },
      { title: 'Until', cell: (t) => t.expires?.slice(0, 10) ?? 'revoked' },
    ],
    tokens,
    terminal.width,
    (text) => terminal.paint.underline(text),
  );
  if (tokens.length > 0) for (const line of lines) terminal.say(line);
  else terminal.say('There is no token. Make one: laydown user token NAME --scope read');
}

function done({ terminal, global }: Call, line: string, answer: object): void {
  if (global.json) terminal.json(answer);
  else terminal.say(line);
}

function daysIn(text: string | undefined): number | null {
  if (text === undefined) return null;
  if (/^[1-9]\d{0,3}$/.test(text)) return Number(text);
  throw new LaydownError('usage', `--days ${text}: a number of days, 1 to 9999`);
}

const MOST_BYTES = 4096;

/** Of standard input, so that no password stands in a list of processes or in the shell's history. */
async function firstLine(stdin: NodeJS.ReadableStream): Promise<string> {
  let text = '';
  for await (const part of stdin) {
    text += String(part);
    if (text.includes('\n') || text.length > MOST_BYTES) break;
  }
  const line = text.split(/\r?\n/)[0]!;
  if (line === '') throw new LaydownError('usage', 'the password is read from standard input, which is empty');
  return line;
}
