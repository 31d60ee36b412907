// Search: by words, party, place, kind and number.
import type { SearchPage } from '../../src/views/pages/lists.ts';
import { dayText } from '../../src/views/pages/words.ts';
import { ClaimCard } from '../parts/claim-card.tsx';
import { ChoiceField, FormBar, TextField } from '../parts/form-bar.tsx';
import { Heading } from '../parts/heading.tsx';
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
          beginning of a word: “deploy” finds “deployed”.
        </p>
      ) : problem === null ? (
        <section aria-live="polite">
          <h2>{total === 0 ? 'No claim' : total === 1 ? '1 claim' : `${total} claims`}</h2>
          {total === 0 ? (
            <p className={styles.none}>No claim holds all of that. Fewer words, or another spelling, may find more.</p>
          ) : null}
          {claims.map((claim) => (
            <ClaimCard key={claim.id} claim={claim} />
          ))}
          {total > claims.length ? (
            <p className={styles.none}>The latest {claims.length} are shown. Add a word to find fewer.</p>
          ) : null}
        </section>
      ) : null}
    </>
  );
}
