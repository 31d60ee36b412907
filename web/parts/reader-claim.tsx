// A claim beside the text: its fields, each shown in the text when pointed at, what made it, and what reviewers said.
import { numberAddress } from '../../src/views/pages/addresses.ts';
import { FORMS } from '../../src/views/pages/forms.ts';
import type { ReportClaim } from '../../src/views/pages/report.ts';
import { mayReview } from '../../src/views/pages/shell.ts';
import { useNavigation } from '../app/navigation.tsx';
import { ActionButtons } from './action-buttons.tsx';
import { KIND_LABELS } from './claim-card.tsx';
import { JudgementLine } from './judgement-line.tsx';
import type { Marking } from './marked-text.tsx';
import styles from './reader-claim.module.css';

const JUDGE = [
  ['accept', 'Accept'],
  ['reject', 'Reject'],
] as const;

export interface ReaderClaimProps extends Marking {
  readonly claim: ReportClaim;
  readonly isRejected: boolean;
  readonly hasText: boolean;
}

export function ReaderClaim({ claim, isRejected, hasText, pointed, point }: ReaderClaimProps) {
  const { shell, days } = useNavigation();
  const at = claim.number - 1;
  const isPointed = pointed.claim === at;
  return (
    <article
      id={hasText && !isRejected ? `k-${claim.id}` : `c-${claim.id}`}
      className={`${styles.card} ${styles[claim.kind]} ${isPointed ? styles.pointed : ''} ${isRejected ? styles.rejected : ''}`}
      onPointerEnter={() => point({ claim: at, field: null })}
      onPointerLeave={() => point({ claim: null, field: null })}
    >
      <h3 className={styles.head}>
        <span className={styles.number}>{claim.number}</span>
        <span className={styles.kind}>{KIND_LABELS[claim.kind]}</span>
      </h3>
      <p className={styles.sentence}>{claim.sentence}</p>
      {hasText ? null : <blockquote className={styles.quote}>“{claim.evidence}”</blockquote>}
      <dl className={styles.fields}>
        {claim.fields.map(({ name, label, value }) => (
          <div
            key={name}
            onPointerEnter={() => point({ claim: at, field: name })}
            onPointerLeave={() => point({ claim: at, field: null })}
          >
            <dt>{label}</dt>
            <dd>
              {hasText && !isRejected ? (
                <a
                  href={`#c-${claim.id}`}
                  className={styles.value}
                  onFocus={() => point({ claim: at, field: name })}
                  onBlur={() => point({ claim: null, field: null })}
                >
                  {value}
                </a>
              ) : (
                value
              )}
            </dd>
          </div>
        ))}
      </dl>
      <p className={styles.made}>
        {hasText && !isRejected ? (
          <a
            href={`#c-${claim.id}`}
            onFocus={() => point({ claim: at, field: null })}
            onBlur={() => point({ claim: null, field: null })}
          >
            Show in the text
          </a>
        ) : null}
        {claim.bearsOn === null ? null : (
          <a href={numberAddress({ ...claim.bearsOn, mission: null, unit: null }, days)}>The number it bears on</a>
        )}
        <span>{claim.grounded ? `read by ${claim.maker}` : `from ${claim.maker}, no text to check against`}</span>
      </p>
      {claim.judgements.map((judgement) => (
        <JudgementLine key={JSON.stringify(judgement)} judgement={judgement} className={styles.judged} />
      ))}
      {mayReview(shell) ? (
        <ActionButtons
          action={FORMS.judgement.action(claim.id)}
          label={`Judge claim ${claim.number}`}
          choices={claim.judgements.length > 0 ? [...JUDGE, ['withdraw', 'Undo']] : JUDGE}
        />
      ) : null}
    </article>
  );
}
