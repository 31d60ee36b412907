// "Germany in Iraq", each a link to its own page: the title of a number and of its history.
import { partyAddress, placeAddress } from '../../src/views/pages/addresses.ts';
import type { RowSubject } from '../../src/views/pages/rows.ts';
import { useNavigation } from '../app/navigation.tsx';
import styles from './frame.module.css';

export function RowTitle({ subject: { party, place, where } }: { subject: RowSubject }) {
  const { days } = useNavigation();
  return (
    <>
      <a className={styles.subject} href={partyAddress(party.code, days)}>
        {party.name}
      </a>{' '}
      in{' '}
      <a className={styles.subject} href={placeAddress(place, days)}>
        {where}
      </a>
    </>
  );
}
