// The foot of every page: what this is, and how its numbers are to be read.
import { useNavigation } from '../app/navigation.tsx';
import styles from './frame.module.css';

export const Footer = () => (
  <footer className={styles.footer}>
    <div className={styles.inner}>
      <p>
        Every number here stands on quotations from published reports, and every one is a link to them. Nothing is
        averaged, and what nobody reported is not shown as zero. <a href="/method">How a number is made</a>
      </p>
      <Standing />
    </div>
  </footer>
);

/** Told only while what is shown is behind the ledger. */
function Standing() {
  const { transaction, behind } = useNavigation().shell;
  if (behind === 0) return null;
  return (
    <p role="status">
      What you see stands on transaction {transaction} of the ledger; {behind} later{' '}
      {behind === 1 ? 'one is' : 'ones are'} being read.
    </p>
  );
}
