// Going from page to page without a reload: links and forms keep their addresses, and the answer of the next one is fetched as JSON.
import { createContext, type ReactNode, useContext } from 'react';
import type { Days } from '../../src/views/pages/addresses.ts';
import type { Shell } from '../../src/views/pages/shell.ts';

export interface Navigation {
  readonly address: string;
  readonly shell: Shell;
  /** The days that the address names: links to other pages keep them. */
  readonly days: Days;
  /** True while the next page is on its way. */
  readonly isLoading: boolean;
  /** True once the app runs in the browser: what cannot work without script is shown from then on. */
  readonly isLive: boolean;
  go(address: string, how?: { readonly replace?: boolean }): void;
  /** Asks for the page again: something was judged, added or moderated. */
  refresh(): Promise<void>;
}

const NavigationContext = createContext<Navigation | null>(null);
export const NavigationProvider = ({ value, children }: { value: Navigation; children: ReactNode }) => (
  <NavigationContext value={value}>{children}</NavigationContext>
);

export function useNavigation(): Navigation {
  const navigation = useContext(NavigationContext);
  if (navigation === null) throw new Error('outside of the app');
  return navigation;
}

export function daysOf(address: string): Days {
  const query = new URL(address, 'http://here').searchParams;
  const transaction = query.get('tx');
  return {
    at: query.get('at'),
    known: query.get('known'),
    transaction: transaction === null ? null : Number(transaction),
  };
}
