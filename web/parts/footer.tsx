// The foot of every page: what this is, and how its numbers are to be read.
import styles from './frame.module.css';

export const Footer = () => (
  <footer className={styles.footer}>
    <div className={styles.inner}>
      <p>
        Every number here stands on quotations from published reports, and every one is a link to them. Nothing is
        averaged, and what nobody reported is not shown as zero. <a href="/method">How a number is made</a>
      </p>
    </div>
  </footer>
);
