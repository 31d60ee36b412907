// What an assistant may read by address: reports and claims; the address of a thing never changes within a ledger.
import { type McpServer, ResourceTemplate } from '@modelcontextprotocol/server';
import { showClaim } from '../app/find-claims.ts';
import type { Asking } from '../app/known-on.ts';
import { listLatestReports } from '../app/list-reports.ts';
import { showReport } from '../app/show-report.ts';
import { toldClaim, toldReportText } from '../app/told-answers.ts';
import { claimAddress, reportAddress } from './citations.ts';

/** The most reports that a listing names: the last known. */
const MOST_LISTED = 200;

/** `told` makes of an answer what this assistant may see of it. */
export function addResources(server: McpServer, services: Asking, told: <T>(answer: T) => T): void {
  const listed = async () => {
    const { shown: reports } = await listLatestReports(services, { limit: MOST_LISTED });
    return {
      resources: reports.map(({ id, title, publisher, published }) => ({
        uri: reportAddress(id),
        name: title ?? id,
        description: [publisher, published].filter(Boolean).join(', '),
        mimeType: 'application/json',
      })),
    };
  };
  server.registerResource(
    'report',
    new ResourceTemplate('laydown://reports/{id}', { list: listed }),
    {
      title: 'A report',
      description: 'Its text as published, and its claims with their places in the text',
      mimeType: 'application/json',
    },
    async (uri, { id }) => json(uri, told(toldReportText(await showReport(services, { id: decoded(id) })))),
  );
  server.registerResource(
    'claim',
    new ResourceTemplate('laydown://claims/{id}', { list: undefined }),
    { title: 'A claim', description: 'One assertion of one report with its quotation', mimeType: 'application/json' },
    async (uri, { id }) => {
      const claim = await showClaim(services, decoded(id));
      return json(uri, { ...toldClaim(claim), resource: claimAddress(claim.id) });
    },
  );
}

const decoded = (id: string | string[] | undefined): string => decodeURIComponent([id].flat().join(''));

const json = (uri: URL, value: object) => ({
  contents: [{ uri: uri.href, mimeType: 'application/json', text: JSON.stringify(value) }],
});
