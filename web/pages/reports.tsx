// The reports of the ledger, the latest first.
import { address, reportAddress } from '../../src/views/pages/addresses.ts';
import type { ReportsPage } from '../../src/views/pages/lists.ts';
import { dayText, figure } from '../../src/views/pages/words.ts';
import { ChoiceField, FormBar, TextField } from '../parts/form-bar.tsx';
import { Heading } from '../parts/heading.tsx';
import { Passages } from '../parts/passages.tsx';
import styles from './lists.module.css';

export function ReportsView({ model }: { model: ReportsPage }) {
  const { reports, total, from, search, publisher, publishers, known } = model;
  const page = (start: number): string => address('/reports', { search, publisher, from: start === 0 ? null : start });
  return (
    <>
      <Heading
        title="Reports"
        lede={`${total === 1 ? '1 report' : `${figure(total)} reports`}${search === null ? '' : ` with “${search}” in title or text`}${publisher === null ? '' : ` by ${publisher}`}, as known on ${dayText(known)}.`}
      />
      <FormBar action="/reports" label="Filter reports">
        <TextField name="search" label="Words in the text" value={search ?? ''} size={28} hint="training suspended" />
        <ChoiceField
          name="publisher"
          label="Publisher"
          value={publisher ?? ''}
          choices={[['', 'All publishers'], ...publishers.map((name) => [name, name] as const)]}
        />
      </FormBar>
      {reports.length === 0 ? (
        <p className={styles.none}>
          {search === null && publisher === null
            ? 'The ledger holds no report yet. An editor can add the first one.'
            : 'No report holds all of that. Fewer words, or another form of them, may find more.'}
        </p>
      ) : (
        <table className={styles.table}>
          <caption className="hidden">Reports, the latest first</caption>
          <thead>
            <tr>
              <th scope="col">Report</th>
              <th scope="col">Publisher</th>
              <th scope="col">Published</th>
              <th scope="col" className={styles.number}>
                Claims
              </th>
            </tr>
          </thead>
          <tbody>
            {reports.map((report) => (
              <tr key={report.id}>
                <th scope="row" className={styles.wide}>
                  <a href={reportAddress(report.id)}>{report.title ?? 'A report without a title'}</a>
                  <Passages passages={report.passages} />
                </th>
                <td>{report.publisher ?? 'not known'}</td>
                <td className={styles.day}>
                  {report.published === null ? 'day not known' : dayText(report.published)}
                </td>
                <td className={styles.number}>
                  {figure(report.claims)}
                  <span className={styles.unit}>{report.claims === 1 ? ' claim' : ' claims'}</span>
                </td>
              </tr>
            ))}
          </tbody>
        </table>
      )}
      <p className={styles.more}>
        {from === 0 ? null : <a href={page(Math.max(0, from - 100))}>Later reports</a>}
        {from + reports.length >= total ? null : <a href={page(from + reports.length)}>Earlier reports</a>}
      </p>
    </>
  );
}
