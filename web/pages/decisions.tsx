// Decisions: what was decided, by which vote, and what is still needed before it holds.
import type { DecisionLine, DecisionsPage } from '../../src/views/pages/decisions.ts';
import { daysText, dayText } from '../../src/views/pages/words.ts';
import { ClaimCard } from '../parts/claim-card.tsx';
import { DayForm } from '../parts/day-form.tsx';
import { Heading } from '../parts/heading.tsx';
import { VoteBar } from '../parts/vote-bar.tsx';
import styles from './decisions.module.css';

export const DecisionsView = ({ model }: { model: DecisionsPage }) => (
  <>
    <Heading
      title="Decisions"
      lede={`Votes, orders and requests on forces, ${daysText(model.at, model.known)}. A decision moves nobody by itself: it stands beside the numbers until a report says that somebody moved.`}
      aside={<DayForm at={model.at} known={model.known} />}
    />
    {model.open.length + model.others.length === 0 ? <p>No decision is reported by this day.</p> : null}
    {model.open.length === 0 ? null : (
      <section aria-labelledby="open">
        <h2 id="open">Not final</h2>
        {model.open.map((line) => (
          <Decision key={line.claims[0]?.id ?? line.body} line={line} />
        ))}
      </section>
    )}
    {model.others.length === 0 ? null : (
      <section aria-labelledby="others">
        <h2 id="others">{model.open.length === 0 ? 'All' : 'Done, or nothing more is told'}</h2>
        {model.others.map((line) => (
          <Decision key={line.claims[0]?.id ?? line.body} line={line} />
        ))}
      </section>
    )}
  </>
);

const Decision = ({ line }: { line: DecisionLine }) => (
  <article className={styles.decision}>
    <h3>
      {line.body} <span className={styles.action}>{line.action}</span>
    </h3>
    <p className={styles.day}>
      <time dateTime={line.day}>{dayText(line.day)}</time>
      {line.final === true ? ' · final' : ''}
    </p>
    {line.pending === null && line.final !== false ? null : (
      <p className={styles.needs}>
        <strong>Still needs</strong> {line.pending ?? 'something that no report names'}
      </p>
    )}
    {line.vote === null ? null : <VoteBar vote={line.vote} />}
    {line.claims.map((claim) => (
      <ClaimCard key={claim.id} claim={claim} />
    ))}
  </article>
);
