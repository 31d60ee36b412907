// The reports of the ledger, the latest first.
import { address, reportAddress } from '../../src/views/pages/addresses.ts';
import type { ReportsPage } from '../../src/views/pages/lists.ts';
import { dayText } from '../../src/views/pages/words.ts';
import { ChoiceField, FormBar } from '../parts/form-bar.tsx';
import { Heading } from '../parts/heading.tsx';
import styles from './lists.module.css';

export function ReportsView({ model }: { model: ReportsPage }) {
  const { reports, total, from, publisher, publishers, known } = model;
  const page = (start: number): string => address('/reports', { publisher, from: start === 0 ? null : start });
  return (
    <>
      <Heading
        title="Reports"
        lede={`${total === 1 ? '1 report' : `${total} reports`}${publisher === null ? '' : ` by ${publisher}`}, as known on ${dayText(known)}.`}
      />
      <FormBar action="/reports" label="Filter reports">
        <ChoiceField
          name="publisher"
          label="Publisher"
          value={publisher ?? ''}
          choices={[['', 'All publishers'], ...publishers.map((name) => [name, name] as const)]}
        />
      </FormBar>
      {reports.length === 0 ? (
        <p className={styles.none}>The ledger holds no report yet. An editor can add the first one.</p>
      ) : null}
      <table className={styles.table}>
        <caption className="hidden">Reports, the latest first</caption>
        <thead>
          <tr>
            <th scope="col">Report</th>
            <th scope="col">Publisher</th>
            <th scope="col">Published</th>
            <th scope="col">Claims</th>
          </tr>
        </thead>
        <tbody>
          {reports.map((report) => (
            <tr key={report.id}>
              <th scope="row" className={styles.wide}>
                <a href={reportAddress(report.id)}>{report.title ?? 'A report without a title'}</a>
              </th>
              <td>{report.publisher ?? 'not known'}</td>
              <td className={styles.day}>{report.published === null ? 'day not known' : dayText(report.published)}</td>
              <td>{report.claims === 1 ? '1 claim' : `${report.claims} claims`}</td>
            </tr>
          ))}
        </tbody>
      </table>
      <p className={styles.more}>
        {from === 0 ? null : <a href={page(Math.max(0, from - 100))}>Later reports</a>}
        {from + reports.length >= total ? null : <a href={page(from + reports.length)}>Earlier reports</a>}
      </p>
    </>
  );
}
