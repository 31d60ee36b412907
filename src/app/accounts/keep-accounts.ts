// Accounts made, changed and removed: by `laydown user`, and by an admin on the server.
import { randomBytes } from 'node:crypto';
import { type Account, isAccountName, ROLES, type Role } from '../../model/account.ts';
import { LaydownError } from '../../model/errors.ts';
import type { Services } from '../services.ts';
import { hashPassword, PASSWORD_LETTERS } from './passwords.ts';

type Keeping = Pick<Services, 'store' | 'clock'>;

export interface NewUser {
  readonly name: string;
  readonly role: string;
  /** Made up where left out. */
  readonly password?: string;
}

/** The account with its password, to be told once. Throws LaydownError `usage` where name, role or password will not do. */
export async function addAccount(
  { store, clock }: Keeping,
  { name, role, password = randomBytes(15).toString('base64url') }: NewUser,
): Promise<{ readonly account: Account; readonly password: string }> {
  if (!isAccountName(name))
    throw new LaydownError('usage', `"${name}" is no name of an account: letters, digits and . _ - @, 64 at most`);
  const account = { name, role: roleIn(role), created: clock.now() };
  const isNew = await store.accounts.add({ ...account, password: await hashPassword(soundPassword(password)) });
  if (!isNew) throw new LaydownError('usage', `there is an account "${name}" already: choose another name`);
  return { account, password };
}

export const listAccounts = ({ store }: Pick<Services, 'store'>): Promise<readonly Account[]> => store.accounts.list();

/** Throws LaydownError `not-found`; so do the others. */
export async function removeAccount({ store }: Pick<Services, 'store'>, name: string): Promise<void> {
  if (!(await store.accounts.remove(name))) throw noAccount(name);
}

export async function changeRole({ store }: Pick<Services, 'store'>, name: string, role: string): Promise<void> {
  if (!(await store.accounts.setRole(name, roleIn(role)))) throw noAccount(name);
}

export async function changePassword(
  { store }: Pick<Services, 'store'>,
  name: string,
  password: string,
): Promise<void> {
  if (!(await store.accounts.setPassword(name, await hashPassword(soundPassword(password))))) throw noAccount(name);
}

export const noAccount = (name: string): LaydownError =>
  new LaydownError('not-found', `there is no account "${name}": "laydown user list" names them`);

function roleIn(word: string): Role {
  const role = ROLES.find((one) => one === word);
  if (role !== undefined) return role;
  throw new LaydownError('usage', `"${word}" is no role: say ${ROLES.slice(0, -1).join(', ')} or ${ROLES.at(-1)}`);
}

function soundPassword(password: string): string {
  const { least, most } = PASSWORD_LETTERS;
  if (password.length >= least && password.length <= most) return password;
  throw new LaydownError('usage', `a password has ${least} to ${most} letters; this one has ${password.length}`);
}
