// The reader: the text as it was, its claims marked and numbered in it, and beside it what each asserts.
import { useState } from 'react';
import { reportAddress } from '../../src/views/pages/addresses.ts';
import type { Paragraph } from '../../src/views/pages/marked-text.ts';
import type { ReportClaim, ReportPage } from '../../src/views/pages/report.ts';
import { dayText } from '../../src/views/pages/words.ts';
import { Comments } from '../parts/comments.tsx';
import { MarkedText, type Pointed } from '../parts/marked-text.tsx';
import { ReaderClaim } from '../parts/reader-claim.tsx';
import styles from './report.module.css';

export function ReportView({ model }: { model: ReportPage }) {
  const { report, headline, text, claims, rejected, twins } = model;
  const [pointed, setPointed] = useState<Pointed>({ claim: null, field: null });
  const marked = { claims, pointed, point: setPointed };
  const title = report.title ?? 'A report without a title';
  return (
    <>
      <div className={styles.head}>
        <h1 className={styles.title}>
          {headline === null ? title : <MarkedText paragraph={headline as Paragraph} {...marked} />}
        </h1>
        <p className={styles.line}>
          {report.publisher ?? 'Publisher not known'} ·{' '}
          {report.published === null ? (
            'day not known'
          ) : (
            <time dateTime={report.published}>{dayText(report.published)}</time>
          )}
          {report.url !== null && /^https?:\/\//.test(report.url) ? (
            <>
              {' '}
              ·{' '}
              <a href={report.url} target="_blank" rel="noopener noreferrer nofollow">
                where it was published
              </a>
            </>
          ) : null}
        </p>
      </div>
      <div className={text.length === 0 ? styles.alone : styles.columns}>
        {text.length === 0 ? (
          <p className={styles.none}>
            {report.language === null
              ? 'The ledger holds no text of this report: its claims were made elsewhere and are taken as they came.'
              : 'The text is in another language and was not read for claims.'}
          </p>
        ) : (
          <article className={styles.text} aria-label="Text of the report" lang={report.language ?? undefined}>
            {text.map((paragraph) => (
              <p key={paragraph.start}>
                <MarkedText paragraph={paragraph} {...marked} />
              </p>
            ))}
          </article>
        )}
        <section className={styles.claims} aria-labelledby="claims">
          <h2 id="claims">{claims.length === 1 ? '1 claim' : `${claims.length} claims`}</h2>
          {claims.length === 0 ? <p className={styles.none}>Nothing in this report says who is where.</p> : null}
          {claims.map((claim) => (
            <ReaderClaim key={claim.id} claim={claim} isRejected={false} hasText={text.length > 0} {...marked} />
          ))}
          {rejected.length === 0 ? null : <h3>Rejected by a reviewer</h3>}
          {rejected.map((claim: ReportClaim) => (
            <ReaderClaim key={claim.id} claim={claim} isRejected hasText={text.length > 0} {...marked} />
          ))}
          {twins.length === 0 ? null : (
            <>
              <h3>The same said elsewhere</h3>
              <ul className={styles.twins}>
                {twins.map((twin) => (
                  <li key={twin.id}>
                    <a href={reportAddress(twin.id)}>{twin.title ?? twin.publisher ?? twin.id}</a>
                    <span>
                      {twin.publisher ?? ''}
                      {twin.published === null ? '' : `, ${dayText(twin.published)}`}
                    </span>
                  </li>
                ))}
              </ul>
            </>
          )}
        </section>
      </div>
      <Comments report={report.id} comments={model.comments} />
    </>
  );
}
