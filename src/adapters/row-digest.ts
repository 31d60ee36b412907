// What the hash chain is made of: a digest of each row's content, and of each ledger transaction over the digests of its rows.
import { hash } from 'node:crypto';
import { claimText } from '../ledger/ids.ts';
import { canonicalJson } from '../model/canonical-json.ts';
import type { Comment, Moderation } from '../model/comment.ts';
import type { EntityJudgement } from '../model/entity-judgement.ts';
import type { LedgerClaim, NewReport, ReadingFact } from '../model/event.ts';
import type { Judgement } from '../model/judgement.ts';
import type { Redaction } from '../model/redaction.ts';

export const digestOf = (text: string): string => hash('sha256', text);

/** Of a report that is redacted the digest stays as it was written: the chain holds, and the redaction is a link of it. */
export const reportDigest = (
  { report: { id, title, published, publisher, url, language = null }, agency, signature }: NewReport,
  textDigest: string | null,
  signatureText = JSON.stringify(signature),
): string =>
  digestOf(
    `["report",{"agency":${JSON.stringify(agency)},"id":${JSON.stringify(id)},"language":${JSON.stringify(language)},"published":${JSON.stringify(published)},"publisher":${JSON.stringify(publisher)},"signature":${signatureText},"text":${JSON.stringify(textDigest)},"title":${JSON.stringify(title)},"url":${JSON.stringify(url)}}]`,
  );

export const readingDigest = ({ report, extractor, version, claims }: Omit<ReadingFact, 'transaction'>): string =>
  digestOf(
    `["reading",{"claims":${JSON.stringify(claims)},"extractor":${JSON.stringify(extractor)},"report":${JSON.stringify(report)},"version":${JSON.stringify(version)}}]`,
  );

export const claimDigest = ({ id, report, claim, spans, maker, confidence, grounded }: LedgerClaim): string =>
  digestOf(
    `["claim",{"claim":${claimText(claim)},"confidence":${confidence},"grounded":${grounded},"id":${JSON.stringify(id)},"maker":${JSON.stringify(maker)},"report":${JSON.stringify(report)},"spans":${canonicalJson(spans)}}]`,
  );

export const judgementDigest = ({ claim, verdict, on, by, note, correction }: Judgement): string =>
  digestOf(canonicalJson(['judgement', { claim, verdict, on, by, note, correction }]));

export const entityDigest = (judgement: EntityJudgement): string => digestOf(canonicalJson(['entity', judgement]));

export const redactionDigest = ({ report, on, by, why, speakers }: Redaction): string =>
  digestOf(canonicalJson(['redaction', { report, on, by, why, speakers }]));

/** What a comment says and who says it count by their own digest, so that they can be erased without breaking the chain. */
export const wordsDigest = ({ name, author, text }: Comment): string => digestOf(canonicalJson([name, author, text]));

export const commentDigest = ({ id, report, posted }: Comment, words: string): string =>
  digestOf(canonicalJson(['comment', { id, report, posted, words }]));

export const moderationDigest = ({ comment, verdict, by, note, at }: Moderation): string =>
  digestOf(canonicalJson(['moderation', { comment, verdict, by, note, at }]));

/** The hash before the first transaction. */
export const GENESIS = '0'.repeat(64);

/** Rows count in the order: reports, readings, claims, judgements, merges and splits, redactions, comments, moderations, each by ordinal. */
export const transactionHash = (
  previous: string,
  number: number,
  recorded: string,
  digests: readonly string[],
): string => digestOf([previous, number, recorded, ...digests].join('\n'));
