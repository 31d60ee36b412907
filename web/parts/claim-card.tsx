// A claim: what it asserts, the quotation that carries it, who says so, and where it stands.
import { reportAddress } from '../../src/views/pages/addresses.ts';
import type { ClaimView } from '../../src/views/pages/claims.ts';
import { dayText } from '../../src/views/pages/words.ts';
import styles from './claim-card.module.css';

export const KIND_LABELS: Readonly<Record<ClaimView['kind'], string>> = {
  presence: 'Presence',
  movement: 'Movement',
  status: 'Status',
  decision: 'Decision',
  incident: 'Incident',
};

export function ClaimCard({ claim }: { claim: ClaimView }) {
  const { report, saidBy } = claim;
  return (
    <article className={`${styles.card} ${styles[claim.kind]}`}>
      <p className={styles.head}>
        <span className={styles.kind}>{KIND_LABELS[claim.kind]}</span> {claim.sentence}
        {claim.verdict === null ? null : (
          <span className={styles.verdict}>{claim.verdict === 'accept' ? 'accepted' : 'corrected'}</span>
        )}
      </p>
      <blockquote className={styles.quote}>
        <a href={reportAddress(report.id, claim.id)}>“{claim.evidence}”</a>
      </blockquote>
      <p className={styles.source}>
        {saidBy === null ? null : <>{saidBy}, in </>}
        <cite>{report.publisher ?? report.title ?? 'a report without a publisher'}</cite>
        {report.published === null ? ', day not known' : <>, {dayText(report.published)}</>}
        {claim.grounded ? null : <span className={styles.note}> · taken from a table: no text to check against</span>}
      </p>
    </article>
  );
}
