// Search: by words, party, place, kind and number.
import { address, reportAddress } from '../../src/views/pages/addresses.ts';
import type { SearchPage } from '../../src/views/pages/lists.ts';
import { dayText, figure } from '../../src/views/pages/words.ts';
import { ClaimCard } from '../parts/claim-card.tsx';
import { ChoiceField, FormBar, TextField } from '../parts/form-bar.tsx';
import { Heading } from '../parts/heading.tsx';
import { Passages } from '../parts/passages.tsx';
import styles from './lists.module.css';

const KINDS = [
  ['', 'All kinds'],
  ['presence', 'Presence'],
  ['movement', 'Movement'],
  ['status', 'Status'],
  ['decision', 'Decision'],
  ['incident', 'Incident'],
] as const;

export function SearchView({ model }: { model: SearchPage }) {
  const { asked, claims, total, names, problem } = model;
  const isAsked = Object.values(asked).some((value) => value !== '');
  return (
    <>
      <Heading title="Search" lede={`Claims by words, party, place and number, as known on ${dayText(model.known)}.`} />
      <FormBar action="/search" label="Search" button="Search">
        <TextField name="q" label="Words" value={asked.q} size={28} hint="Green Zone" />
        <TextField name="party" label="Party" value={asked.party} size={14} hint="Germany" />
        <TextField name="place" label="Place" value={asked.place} size={14} hint="Iraq" />
        <ChoiceField name="kind" label="Kind" value={asked.kind} choices={KINDS} />
        <TextField name="min" label="At least" value={asked.min} size={7} hint="100" />
        <TextField name="max" label="At most" value={asked.max} size={7} hint="5,000" />
      </FormBar>
      {problem === null ? null : (
        <p className={styles.problem} role="alert">
          {problem}
        </p>
      )}
      {names.length === 0 ? null : (
        <ul className={styles.names}>
          {names.map(({ kind, name, address }) => (
            <li key={kind}>
              <a href={address}>{name}</a> as a {kind}
            </li>
          ))}
        </ul>
      )}
      {!isAsked ? (
        <p className={styles.none}>
          Words are looked for in quotations, titles, and names of speakers, units, missions and publishers, by the
          beginning of a word: “deploy” finds “deployed”; and in the texts of reports, in any form of the word, where a
          “phrase in quotation marks” stands as it is, and -word leaves reports out.
        </p>
      ) : problem === null ? (
        <div className={model.reports.length === 0 ? undefined : styles.pair} aria-live="polite">
          <section aria-labelledby="claims">
            <h2 id="claims">{total === 0 ? 'No claim' : total === 1 ? '1 claim' : `${figure(total)} claims`}</h2>
            {total === 0 ? (
              <p className={styles.none}>
                No claim holds all of that. Fewer words, or another spelling, may find more.
              </p>
            ) : null}
            {claims.map((claim) => (
              <ClaimCard key={claim.id} claim={claim} />
            ))}
            {total > claims.length ? (
              <p className={styles.none}>The latest {claims.length} are shown. Add a word to find fewer.</p>
            ) : null}
          </section>
          {model.reports.length === 0 ? null : <InReports model={model} />}
        </div>
      ) : null}
    </>
  );
}

/** Reports whose text holds the words, whether a claim was read there or not. */
function InReports({ model: { asked, reports, reportTotal } }: { model: SearchPage }) {
  return (
    <section aria-labelledby="texts">
      <h2 id="texts">
        {reportTotal === 1 ? '1 report has it in its text' : `${figure(reportTotal)} reports have it in their text`}
      </h2>
      <ul className={styles.found}>
        {reports.map((report) => (
          <li key={report.id}>
            <a href={reportAddress(report.id)}>{report.title ?? report.publisher ?? 'A report without a title'}</a>{' '}
            <span className={styles.day}>
              {[report.title === null ? null : report.publisher, report.published && dayText(report.published)]
                .filter(Boolean)
                .join(', ')}
            </span>
            <Passages passages={report.passages} />
          </li>
        ))}
      </ul>
      {reportTotal > reports.length ? (
        <p className={styles.none}>
          The latest {reports.length} are shown.{' '}
          <a href={address('/reports', { search: asked.q })}>All reports with these words</a>
        </p>
      ) : null}
    </section>
  );
}
