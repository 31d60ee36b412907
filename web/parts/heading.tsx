// A page's title, a line under it, and what can be done with the page beside it.
import type { ReactNode } from 'react';
import styles from './frame.module.css';

export const Heading = ({ title, lede, aside }: { title: ReactNode; lede?: ReactNode; aside?: ReactNode }) => (
  <div className={styles.heading}>
    <div>
      <h1>{title}</h1>
      {lede === undefined ? null : <p className={styles.lede}>{lede}</p>}
    </div>
    {aside}
  </div>
);
