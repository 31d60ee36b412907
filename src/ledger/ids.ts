// Identity by content: the same report, or the same claim of a report, has the same id wherever and whenever it is added.
import { canonicalJson } from '../model/canonical-json.ts';
import { type Claim, claimSchema } from '../model/claim.ts';
import type { Report } from '../model/report.ts';
import { sha256 } from './sha256.ts';

/** 80 bits: a clash among a million has a chance of one in 10^12, and the store tells a clash from a repeat. */
const ID_DIGITS = 20;

const idOf = (content: unknown, hash = sha256): string => hash(canonicalJson(content)).slice(0, ID_DIGITS);

/**
 * Text, title, day and publisher make a report. The address does not: the same story under two addresses of one publisher is one report,
 * the same text from two publishers is two reports (with one origin). Without a text the address is all that tells two reports apart.
 * `hash` is the platform's own SHA-256 of a text in UTF-8, in lower-case hex, where it has a faster one.
 */
export const reportId = (
  report: Pick<Report, 'text' | 'title' | 'published' | 'publisher' | 'url'>,
  hash?: (text: string) => string,
): string =>
  idOf(
    [report.title, report.published, report.publisher, report.text, ...(report.text === null ? [report.url] : [])],
    hash,
  );

/** All fields of `claims.md` count; spans, rule and confidence do not: two rules that find the same claim found one claim. */
export const claimId = (report: string, claim: Claim): string => checkedClaimId(report, claimSchema.parse(claim));

/** The same for a claim just as its schema gave it, which is most of the work of bringing in a table. */
export const checkedClaimId = (report: string, claim: Claim): string =>
  sha256(`[${JSON.stringify(report)},${claimText(claim)}]`).slice(0, ID_DIGITS);

const texts = new WeakMap<Claim, string>();

/** The canonical text of a claim, which its id and its digest are both taken over: made once. */
export function claimText(claim: Claim): string {
  let text = texts.get(claim);
  if (text === undefined) {
    text = canonicalJson(claim);
    texts.set(claim, text);
  }
  return text;
}

/** Names a set of claims brought in together: the version of a reading by "import". */
export const importVersion = (ids: readonly string[]): string => idOf([...ids].sort());
