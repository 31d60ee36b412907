// A conflict with its readings side by side, the one that the numbers stand on first.
import { numberAddress } from '../../src/views/pages/addresses.ts';
import { CONFLICT_WORDS, type ConflictView } from '../../src/views/pages/conflicts.ts';
import { useNavigation } from '../app/navigation.tsx';
import { ClaimCard } from './claim-card.tsx';
import styles from './conflict-card.module.css';

export interface ConflictCardProps {
  readonly conflict: ConflictView;
  /** One below the heading that it stands under. */
  readonly level?: 2 | 3;
}

export function ConflictCard({ conflict, level = 3 }: ConflictCardProps) {
  const Title = `h${level}` as const;
  const { days } = useNavigation();
  const { party, place, where } = conflict;
  return (
    <article className={styles.card} id={conflict.id}>
      <Title className={styles.title}>
        <a href={numberAddress({ party: party.code, place, mission: null, unit: null }, days)}>
          {party.name} in {where}
        </a>
        <span className={styles.kind}>{CONFLICT_WORDS[conflict.kind]}</span>
      </Title>
      <p>
        {conflict.why.charAt(0).toUpperCase()}
        {conflict.why.slice(1)}.
      </p>
      <div className={styles.readings}>
        {conflict.readings.map((reading) => (
          <section key={reading.text} className={reading.preferred ? styles.preferred : styles.reading}>
            <p className={styles.number}>{reading.text}</p>
            <p className={styles.reason}>
              {reading.preferred
                ? `The numbers stand on this one${reading.reason === null ? ', for want of a better reason than order' : `: ${reading.reason}`}.`
                : conflict.readings[0]?.preferred
                  ? 'The other reading.'
                  : 'Nothing sets one before the other.'}
            </p>
            {reading.claims.map((claim) => (
              <ClaimCard key={claim.id} claim={claim} />
            ))}
          </section>
        ))}
      </div>
      {conflict.copies === 0 ? null : (
        <p className={styles.reason}>
          {conflict.copies === 1 ? 'One more claim repeats' : `${conflict.copies} more claims repeat`} one of them.
        </p>
      )}
    </article>
  );
}
