// How each end of a number came about, as a small tree of counts and movements.

import { reportAddress } from '../../src/views/pages/addresses.ts';
import type { NumberPage } from '../../src/views/pages/number.ts';
import styles from './why-tree.module.css';

type Steps = NonNullable<NumberPage['steps']>;
type Why = Steps['min'];
type Claims = NumberPage['claims'];

export function WhyTree({ steps, claims }: { steps: Steps; claims: NumberPage['claims'] }) {
  const same = steps.min.text === steps.max.text;
  return (
    <section className={styles.tree} aria-label="How it came about">
      <dl>
        <End name={same ? 'Count' : 'At least'} why={steps.min} claims={claims} />
        {same ? null : <End name="At most" why={steps.max} claims={claims} />}
        {steps.expected === null ? null : <End name="Expected" why={steps.expected} claims={claims} />}
      </dl>
    </section>
  );
}

const End = ({ name, why, claims }: { name: string; why: Why; claims: Claims }) =>
  why.text === '' ? null : (
    <div className={styles.end}>
      <dt>{name}</dt>
      <dd>
        {why.text}
        <Children of={why} claims={claims} />
      </dd>
    </div>
  );

/** Each term leads to its quotation. */
const Children = ({ of, claims }: { of: Why; claims: Claims }) =>
  of.children.length < 2 ? null : (
    <ul>
      {of.children.map((child) => (
        <li key={`${child.text} ${child.claims.join()}`}>
          <Term why={child} claims={claims} />
          <Children of={child} claims={claims} />
        </li>
      ))}
    </ul>
  );

function Term({ why, claims }: { why: Why; claims: Claims }) {
  // Of several that tell the same, the one that the words name comes last.
  const last = why.claims.at(-1);
  const claim = claims.find(({ id }) => id === last);
  return claim === undefined ? why.text : <a href={reportAddress(claim.report.id, claim.id)}>{why.text}</a>;
}
