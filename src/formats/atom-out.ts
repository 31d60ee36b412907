// An Atom feed (RFC 4287) of claims, the last known first: what a feed reader shows of a ledger.
import { generateAtomFeed } from 'feedsmith';
import { printFields } from '../model/notation.ts';
import { type ClaimRecord, claimUrn } from './claim-record.ts';

/** The most entries that a feed holds: readers load it whole. */
export const MOST_ENTRIES = 1_000;

/** `records` in any order; `updated` is the day the feed speaks for. */
export function claimsAtom(records: readonly ClaimRecord[], updated: string): string {
  const latest = [...records]
    .sort((a, b) => (a.known === b.known ? (a.id < b.id ? -1 : 1) : a.known > b.known ? -1 : 1))
    .slice(0, MOST_ENTRIES);
  return generateAtomFeed({
    id: 'urn:laydown:claims',
    title: { value: 'Claims' },
    updated: atMidnight(latest[0]?.known ?? updated),
    generator: { text: 'Laydown' },
    entries: latest.map(({ id, claim, report, known }) => ({
      id: claimUrn(id),
      title: { value: printFields(claim) },
      updated: atMidnight(known),
      ...(report.published === null ? {} : { published: atMidnight(report.published) }),
      authors: [{ name: report.publisher ?? report.title ?? report.id }],
      ...(report.url === null ? {} : { links: [{ href: report.url, rel: 'via' }] }),
      categories: [{ term: claim.kind }],
      summary: { value: claim.evidence },
    })),
  });
}

const atMidnight = (day: string): Date => new Date(`${day}T00:00:00Z`);
