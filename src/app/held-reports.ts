// The reports that an import names, as the ledger held them before it.
import { reportId } from '../ledger/ids.ts';
import type { Report } from '../model/report.ts';
import type { StatedLine } from './import-line.ts';
import type { Services } from './services.ts';

export interface HeldReports {
  /** The report of a line, with its id; null where the line has none; undefined, and told, where it may be any of several. */
  named(stated: StatedLine['report'], fault: (message: string) => void): Promise<Report | null | undefined>;
  /** With the text that the ledger holds of it, where the line brings none. */
  withText(report: Report): Promise<Report>;
}

/** `isEmpty`: the ledger held nothing before this import. */
export function heldReports(store: Services['store'], isEmpty: boolean): HeldReports {
  let addresses: Promise<ReadonlyMap<string, readonly string[]>> | undefined;
  const byAddress = async () => {
    const ids = new Map<string, string[]>();
    for (const { id, url } of await store.reports()) if (url !== null) ids.set(url, [...(ids.get(url) ?? []), id]);
    return ids;
  };
  return {
    async named(stated, fault) {
      if (stated === undefined) return null;
      const { id, url, ...about } = stated;
      if (id !== undefined) return { ...stated, id };
      const isAddressAlone = Object.values(about).every((value) => value === null || value === undefined);
      if (url !== null && isAddressAlone && !isEmpty) {
        addresses ??= byAddress();
        const ids = (await addresses).get(url) ?? [];
        if (ids.length > 1) {
          fault(`${ids.length} reports of the ledger have the address ${url}: name one by its id (${ids.join(', ')})`);
          return undefined;
        }
        if (ids[0] !== undefined) return { ...stated, id: ids[0] };
      }
      return { ...stated, id: reportId(stated) };
    },
    async withText(report) {
      if (report.text !== null || isEmpty) return report;
      return (await store.report(report.id)) ?? report;
    },
  };
}
