// The two days of a page, as a form: the same page as of another day, or as known on another.
import { useNavigation } from '../app/navigation.tsx';
import styles from './day-bar.module.css';
import fields from './fields.module.css';

export function DayForm({ at, known }: { at: string; known: string }) {
  const { address } = useNavigation();
  const url = new URL(address, 'http://here');
  const others = [...url.searchParams].filter(([name]) => !['at', 'known', 'tx', 'notice', 'problem'].includes(name));
  return (
    <form action={url.pathname} className={`${fields.fields} ${styles.form}`} key={`${at}|${known}`}>
      {others.map(([name, value]) => (
        <input key={name} type="hidden" name={name} value={value} />
      ))}
      <DayFields at={at} known={known} />
      <button type="submit" className={fields.button}>
        Show
      </button>
    </form>
  );
}

/** The two days, for any form. */
export const DayFields = ({ at, known }: { at: string; known: string }) => (
  <>
    <label className={fields.field}>
      <span>Day</span>
      <input type="date" name="at" defaultValue={at} />
    </label>
    <label className={fields.field}>
      <span>Known on</span>
      <input type="date" name="known" defaultValue={known} />
    </label>
  </>
);
