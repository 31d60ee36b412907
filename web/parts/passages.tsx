// Runs of a report's text with the words that were searched for marked in them.
import { Fragment } from 'react';
import type { Passage } from '../../src/model/report.ts';
import styles from './passages.module.css';

export const Passages = ({ passages }: { passages: readonly Passage[] }) => (
  <>
    {passages.map((passage) => (
      <p key={passage.text} className={styles.passage}>
        … <Marked passage={passage} /> …
      </p>
    ))}
  </>
);

function Marked({ passage: { text, marks } }: { passage: Passage }) {
  const ends = marks.map(([, end]) => end);
  return (
    <>
      {marks.map(([start, end], at) => (
        <Fragment key={start}>
          {text.slice(ends[at - 1] ?? 0, start)}
          <mark>{text.slice(start, end)}</mark>
        </Fragment>
      ))}
      {text.slice(ends.at(-1) ?? 0)}
    </>
  );
}
