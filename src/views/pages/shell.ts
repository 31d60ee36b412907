// What every page is framed by, whatever it shows: who is reading, the token that its forms carry, where the site stands.

/** Each role may do what those before it may. */
export const ROLES = ['reader', 'reviewer', 'editor', 'admin'] as const;
export type Role = (typeof ROLES)[number];

export interface Shell {
  /** Null: nobody is logged in. */
  readonly user: { readonly name: string; readonly role: Role } | null;
  /** Goes into the hidden field `csrf` of every form; null where no session can be had, and then no form is shown. */
  readonly csrf: string | null;
  /** Scheme and host under which readers reach the site, without a slash at its end: "https://ledger.example". */
  readonly publicBase: string;
  /** The ledger's last transaction: what a cited answer is frozen at. */
  readonly transaction: number;
}

/** A reviewer and those above may judge claims; an editor and those above may moderate comments and add reports. */
export const mayReview = ({ user }: Shell): boolean => user !== null && user.role !== 'reader';
export const mayEdit = ({ user }: Shell): boolean => user !== null && (user.role === 'editor' || user.role === 'admin');
