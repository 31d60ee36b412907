// What every page is framed by, whatever it shows: who is reading, the token that its forms carry, where the site stands.
import { mayDo, type Role } from '../../model/account.ts';

export interface Shell {
  /** Null: nobody is logged in. */
  readonly user: { readonly name: string; readonly role: Role } | null;
  /** Goes into the hidden field `csrf` of every form; null where no session can be had, and then no form is shown. */
  readonly csrf: string | null;
  /** Scheme and host under which readers reach the site, without a slash at its end: "https://ledger.example". */
  readonly publicBase: string;
  /** The ledger transaction that answers stand on, and a cited one is frozen at. */
  readonly transaction: number;
  /** Later transactions, which are being read into memory. */
  readonly behind: number;
}

export const mayReview = ({ user }: Shell): boolean => user !== null && mayDo(user.role, 'judge');
export const mayKeep = ({ user }: Shell): boolean => user !== null && mayDo(user.role, 'admin');
/** Moderate comments and add reports. */
export const mayEdit = ({ user }: Shell): boolean => user !== null && mayDo(user.role, 'add');
