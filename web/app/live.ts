// Hears from the server that the ledger has grown, and asks for the page again.
import { useEffect } from 'react';

const EVENTS = '/api/v1/events';

export function useLedgerChanges(refresh: () => Promise<void>): void {
  useEffect(() => {
    const source = new EventSource(EVENTS);
    let waiting: ReturnType<typeof setTimeout> | undefined;
    // Many claims come in at once: one answer for all of them.
    const heard = () => {
      clearTimeout(waiting);
      waiting = setTimeout(() => void refresh(), 150);
    };
    source.addEventListener('ledger', heard);
    return () => {
      clearTimeout(waiting);
      source.close();
    };
  }, [refresh]);
}
