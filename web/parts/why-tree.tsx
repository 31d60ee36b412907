// How each end of a number came about, as a small tree of counts and movements.
import type { NumberPage } from '../../src/views/pages/number.ts';
import styles from './why-tree.module.css';

type Steps = NonNullable<NumberPage['steps']>;
type Why = Steps['min'];

export function WhyTree({ steps }: { steps: Steps }) {
  const same = steps.min.text === steps.max.text;
  return (
    <section className={styles.tree} aria-label="How it came about">
      <dl>
        <End name={same ? 'Count' : 'At least'} why={steps.min} />
        {same ? null : <End name="At most" why={steps.max} />}
        {steps.expected === null ? null : <End name="Expected" why={steps.expected} />}
      </dl>
    </section>
  );
}

const End = ({ name, why }: { name: string; why: Why }) =>
  why.text === '' ? null : (
    <div className={styles.end}>
      <dt>{name}</dt>
      <dd>
        {why.text}
        <Children of={why} />
      </dd>
    </div>
  );

const Children = ({ of }: { of: Why }) =>
  of.children.length < 2 ? null : (
    <ul>
      {of.children.map((child) => (
        <li key={`${child.text} ${child.claims.join()}`}>
          {child.text}
          <Children of={child} />
        </li>
      ))}
    </ul>
  );
