// One number: what it is, how it came about, every quotation behind it, and what does not fit.
import { historyAddress, missionAddress } from '../../src/views/pages/addresses.ts';
import type { NumberPage } from '../../src/views/pages/number.ts';
import { ageText, dayText } from '../../src/views/pages/words.ts';
import { useNavigation } from '../app/navigation.tsx';
import { ClaimCard } from '../parts/claim-card.tsx';
import { ConflictCard } from '../parts/conflict-card.tsx';
import { Heading } from '../parts/heading.tsx';
import { RowTable } from '../parts/row-table.tsx';
import { RowTitle } from '../parts/row-title.tsx';
import { WhyTree } from '../parts/why-tree.tsx';
import styles from './number.module.css';

export function NumberView({ model }: { model: NumberPage }) {
  const { days } = useNavigation();
  const { row, steps, party, where, mission, unit, at, known } = model;
  return (
    <>
      <Heading
        title={<RowTitle subject={model} />}
        lede={
          <>
            {mission === null ? null : (
              <>
                <a href={missionAddress(mission, days)}>{mission}</a>,{' '}
              </>
            )}
            {unit === null ? null : `${unit}, `}
            {mission === null && unit === null ? 'As' : 'as'} of {dayText(at)}
            {at === known ? '' : `, as known on ${dayText(known)}`}
          </>
        }
      />
      {row === null ? (
        <p className={styles.none}>
          Not reported: no claim in the ledger counts or names this force here by {dayText(known)}. That is not the same
          as none being there.
        </p>
      ) : (
        <>
          <p className={row.stale ? styles.stale : styles.number}>
            {row.text}
            {row.of === 'personnel' ? null : <span className={styles.of}> {row.of}</span>}
            {row.expected === null ? null : <span className={styles.expected}> → {row.expected.text} expected</span>}
          </p>
          <p className={styles.age}>
            {row.observed === null
              ? 'Nobody counted: it follows from what moved.'
              : `Counted ${dayText(row.observed)}${row.ageDays === 0 ? '' : `, ${ageText(row.ageDays ?? 0)} before`}${row.stale ? ': old, and shown so' : ''}.`}
          </p>
          {row.within === null ? null : (
            <p className={styles.age}>
              {`${row.within.charAt(0).toUpperCase()}${row.within.slice(1)}`}: no claim counts it here from above.
            </p>
          )}
          {steps === null ? null : <WhyTree steps={steps} claims={model.claims} />}
          <p className={styles.history}>
            <a href={historyAddress({ party, place: model.place, mission }, days)}>How it came to be, day by day</a>
          </p>
        </>
      )}
      {model.conflicts.length === 0 ? null : (
        <section id="conflicts">
          <h2>What does not fit together</h2>
          {model.conflicts.map((conflict) => (
            <ConflictCard key={conflict.id} conflict={conflict} />
          ))}
        </section>
      )}
      {model.claims.length === 0 ? null : (
        <section aria-labelledby="quotations">
          <h2 id="quotations">
            {model.claims.length === 1 ? 'The quotation behind it' : `The ${model.claims.length} quotations behind it`}
          </h2>
          {model.claims.map((claim) => (
            <ClaimCard key={claim.id} claim={claim} />
          ))}
        </section>
      )}
      {model.others.length === 0 ? null : (
        <section aria-labelledby="others">
          <h2 id="others">{party.name} here, more closely</h2>
          <RowTable
            rows={model.others}
            caption={`${party.name} in ${where}: sites, missions and units`}
            without="party"
          />
        </section>
      )}
    </>
  );
}
