// Who may do what on a server: roles of people, scopes of the tokens that their programs use.

export const ROLES = ['reader', 'reviewer', 'editor', 'admin'] as const;
/** Each role may do what those before it may. */
export type Role = (typeof ROLES)[number];

export interface Account {
  readonly name: string;
  readonly role: Role;
  /** ISO 8601. */
  readonly created: string;
}

/** What can be allowed: read the ledger, judge claims, moderate comments, add reports, keep accounts. */
export const RIGHTS = ['read', 'judge', 'moderate', 'add', 'admin'] as const;
export type Right = (typeof RIGHTS)[number];

const LEAST_ROLE: Readonly<Record<Right, Role>> = {
  read: 'reader',
  judge: 'reviewer',
  moderate: 'editor',
  add: 'editor',
  admin: 'admin',
};

export const mayDo = (role: Role, right: Right): boolean => ROLES.indexOf(role) >= ROLES.indexOf(LEAST_ROLE[right]);

/** A token of an account: it may do what its scopes say, as far as the account's role may. */
export interface ApiToken {
  readonly id: string;
  readonly account: string;
  readonly scopes: readonly Right[];
  /** What it is for. */
  readonly label: string;
  readonly created: string;
  /** ISO 8601; null: until it is revoked. */
  readonly expires: string | null;
}

/** Letters, digits and . _ - @: names stand in logs of judgements and in addresses. */
export const isAccountName = (name: string): boolean => /^[\p{L}\p{N}][\p{L}\p{N}._@-]{0,63}$/u.test(name);
