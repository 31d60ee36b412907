// Publishers and speakers, with what they were first to say.
import { address, reportAddress } from '../../src/views/pages/addresses.ts';
import type { SourceRow, SourcesPage } from '../../src/views/pages/lists.ts';
import { dayText, figure } from '../../src/views/pages/words.ts';
import { Heading } from '../parts/heading.tsx';
import styles from './lists.module.css';

export const SourcesView = ({ model }: { model: SourcesPage }) => (
  <>
    <Heading
      title="Sources"
      lede={`Who says it, and who said it first, as known on ${dayText(model.known)}. Papers that repeat one ministry are one voice: a claim counts as first where nobody in the ledger had made it before.`}
    />
    <Kind kind="publisher" title="Publishers" sources={model.sources} />
    <Kind kind="speaker" title="Speakers" sources={model.sources} />
  </>
);

function Kind({ kind, title, sources }: { kind: SourceRow['kind']; title: string; sources: readonly SourceRow[] }) {
  const shown = sources.filter((source) => source.kind === kind);
  if (shown.length === 0) return <p className={styles.none}>{title}: none is named in any report.</p>;
  return (
    <section aria-labelledby={kind}>
      <h2 id={kind}>{title}</h2>
      <table className={`${styles.table} ${styles.flow}`}>
        <caption className="hidden">{title}</caption>
        <thead>
          <tr>
            <th scope="col">Name</th>
            <th scope="col" className={styles.number}>
              Claims
            </th>
            <th scope="col" className={styles.number}>
              First to say
            </th>
            <th scope="col" className={styles.number}>
              Repeated by others
            </th>
            <th scope="col">Said first, the latest</th>
          </tr>
        </thead>
        <tbody>
          {shown.map((source) => (
            <tr key={source.name}>
              <th scope="row" className={styles.wide}>
                {kind === 'publisher' ? (
                  <a href={address('/reports', { publisher: source.name })}>{source.name}</a>
                ) : (
                  source.name
                )}
              </th>
              <td className={styles.number}>
                {figure(source.claims)}
                <span className={styles.unit}> claims,</span>
              </td>
              <td className={styles.number}>
                {figure(source.first)}
                <span className={styles.unit}> first here,</span>
              </td>
              <td className={styles.number}>
                {figure(source.repeated)}
                <span className={styles.unit}> repeated</span>
              </td>
              <td className={styles.wide}>
                <ul className={styles.firsts}>
                  {source.firsts.map((claim) => (
                    <li key={claim.id}>
                      <a className={styles.quote} href={reportAddress(claim.report.id, claim.id)}>
                        {claim.sentence}
                      </a>
                    </li>
                  ))}
                </ul>
              </td>
            </tr>
          ))}
        </tbody>
      </table>
    </section>
  );
}
