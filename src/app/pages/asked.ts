// What every page's verb begins with: the two days, the ledger frozen where a citation asks for it, and what was known.
import type { Day } from '../../model/day.ts';
import { LaydownError } from '../../model/errors.ts';
import type { Place } from '../../model/place.ts';
import type { Store } from '../../ports/store.ts';
import { type Knowledge, knowledgeOf } from '../../reconcile/knowledge.ts';
import { type Asking, knownOn } from '../known-on.ts';
import { daysOf, placeNamed } from '../names-and-days.ts';

/** As an address gives them: unchecked words. */
export interface AskedDays {
  readonly at?: string | undefined;
  readonly known?: string | undefined;
  /** The ledger transaction that a cited answer is frozen at. */
  readonly tx?: string | undefined;
}

export interface Asked {
  readonly at: Day;
  readonly known: Day;
  readonly knowledge: Knowledge;
  /** The ledger to ask on, frozen as the days say. */
  readonly services: Asking;
}

/** Throws LaydownError `usage` for a day or transaction that is none. */
export async function asked(services: Asking, { at, known, tx }: AskedDays): Promise<Asked> {
  const days = daysOf({ ...given('at', at), ...given('known', known) }, services.clock);
  const frozen = tx === undefined || tx === '' ? services : frozenAt(services, tx);
  return { ...days, knowledge: knowledgeOf(await knownOn(frozen, days.known), services.atlas), services: frozen };
}

const given = (key: 'at' | 'known', day: string | undefined): { readonly [key: string]: string } =>
  day === undefined || day === '' ? {} : { [key]: day };

/** A ledger counts its transactions in 32 bits. */
const MOST_TRANSACTIONS = 2 ** 31 - 1;

/** The ledger as it was after a transaction: read from the store, for what is held in memory is of today. */
function frozenAt({ store, clock, atlas }: Asking, tx: string): Asking {
  if (!/^\d{1,10}$/.test(tx) || Number(tx) > MOST_TRANSACTIONS)
    throw new LaydownError('usage', `tx "${tx}" is no ledger transaction: write its number, such as 12`);
  const facts: Store['facts'] = (filter = {}) => store.facts({ ...filter, transaction: Number(tx) });
  return {
    store: new Proxy(store, { get: (target, name) => (name === 'facts' ? facts : bound(target, name)) }),
    clock,
    atlas,
  };
}

/** "IQ", "R:SAHEL", "IQ:Al Asad Air Base", or any common name. Throws `not-found`. */
export function placeOfCode({ atlas }: Pick<Asking, 'atlas'>, code: string): Place {
  const [, country, name] = /^([A-Z]{2}|R:[A-Z]+(?:-[A-Z]+)*|\?):(.+)$/.exec(code) ?? [];
  if (name === undefined || country === undefined || /^R:[A-Z]+(?:-[A-Z]+)*$/.test(code))
    return placeNamed(atlas, code);
  return country === '?' ? { country: null, name } : atlas.plainPlace({ country, name });
}

/** Methods of the store keep it as their own. */
function bound(store: Store, name: string | symbol): unknown {
  const value: unknown = Reflect.get(store, name, store);
  return typeof value === 'function' ? value.bind(store) : value;
}

/** What an address says, where it says something. */
export const some = <K extends string>(key: K, value: string | undefined): { readonly [key in K]?: string } =>
  (value === undefined || value === '' ? {} : { [key]: value }) as { readonly [key in K]?: string };
