// Movements as lines, the latest first, each a link to its quotation.
import { reportAddress } from '../../src/views/pages/addresses.ts';
import type { MovementView } from '../../src/views/pages/situation.ts';
import { dayText, PHASE_WORDS } from '../../src/views/pages/words.ts';
import styles from './movement-list.module.css';

export const MovementList = ({ movements }: { movements: readonly MovementView[] }) => (
  <ul className={styles.list}>
    {movements.map(({ claim, report, party, text, from, to, phase, day }) => (
      <li key={claim} className={styles[phase]}>
        <time dateTime={day}>{dayText(day)}</time>
        <a href={reportAddress(report, claim)}>
          {party.name}: {text}
          {from.length === 0 ? '' : ` from ${from.map((end) => end.where).join(' and ')}`}
          {to.length === 0 ? '' : ` to ${to.map((end) => end.where).join(' and ')}`}
        </a>
        <span className={styles.phase}>{PHASE_WORDS[phase]}</span>
      </li>
    ))}
  </ul>
);
