// How a row came to be: over the days it held, and over the days on which it became known. The latest step first.
import {
  address,
  historyAddress,
  missionAddress,
  numberAddress,
  reportAddress,
} from '../../src/views/pages/addresses.ts';
import type { HistoryPage, RowTrack, TrackStep } from '../../src/views/pages/history.ts';
import { dayText } from '../../src/views/pages/words.ts';
import { useNavigation } from '../app/navigation.tsx';
import { DayForm } from '../parts/day-form.tsx';
import { Heading } from '../parts/heading.tsx';
import { JudgementLine } from '../parts/judgement-line.tsx';
import { RowTitle } from '../parts/row-title.tsx';
import styles from './history.module.css';

export function HistoryView({ model }: { model: HistoryPage }) {
  const { days } = useNavigation();
  const { party, place, where, mission, at, known, valid, learnt } = model;
  const all = { party, place, mission: null };
  const isNothing = valid.length + learnt.length === 0;
  return (
    <>
      <Heading
        title={
          <>
            <RowTitle subject={model} />, step by step
          </>
        }
        lede={
          <>
            {mission === null ? null : (
              <>
                <a href={missionAddress(mission, days)}>{mission}</a> alone, or{' '}
                <a href={historyAddress(all, days)}>all of it</a>.{' '}
              </>
            )}
            Each step is a day on which the number, or what it stands on, became another.
          </>
        }
        aside={<DayForm at={at} known={known} />}
      />
      {isNothing ? (
        <p>
          Nothing is reported of {party.name} in {where} by {dayText(known)}. That is not the same as none being there.
        </p>
      ) : null}
      <div className={styles.pair}>
        <Tracks
          id="valid"
          title={`Day by day, as known on ${dayText(known)}`}
          tracks={valid}
          addressOf={(track, { since }) => numberAddress({ ...all, ...track }, { ...days, at: since, known })}
        />
        <Tracks
          id="learnt"
          title={`What was thought of ${dayText(at)}, as it became known`}
          tracks={learnt}
          addressOf={(track, { since }) => numberAddress({ ...all, ...track }, { ...days, at, known: since })}
        />
      </div>
      <p className={styles.more}>
        <a href={numberAddress({ ...all, mission, unit: null }, days)}>The number on {dayText(at)}</a>{' '}
        <a
          href={address('/api/v1/history', {
            party: party.code,
            place: place.name ?? place.country,
            mission,
            at,
            known,
          })}
        >
          JSON
        </a>
      </p>
    </>
  );
}

interface TracksProps {
  readonly id: string;
  readonly title: string;
  readonly tracks: readonly RowTrack[];
  readonly addressOf: (track: Pick<RowTrack, 'mission' | 'unit'>, step: TrackStep) => string;
}

const Tracks = ({ id, title, tracks, addressOf }: TracksProps) =>
  tracks.length === 0 ? null : (
    <section aria-labelledby={id}>
      <h2 id={id}>{title}</h2>
      {tracks.map((track) => (
        <div key={track.name}>
          {track.name === '' ? null : <h3 className={styles.track}>{track.name}</h3>}
          <ol className={styles.steps} reversed>
            {track.steps.map((step) => (
              <Step key={step.since} step={step} href={addressOf({ mission: track.mission, unit: track.unit }, step)} />
            ))}
          </ol>
        </div>
      ))}
    </section>
  );

function Step({ step, href }: { step: TrackStep; href: string }) {
  return (
    <li className={styles.step}>
      <p className={styles.days}>
        {step.until === null ? 'since ' : null}
        <time dateTime={step.since}>{dayText(step.since)}</time>
        {step.until === null || step.until === step.since ? null : ` to ${dayText(step.until)}`}
      </p>
      <div>
        <p className={styles.number}>
          <a href={href}>{step.text}</a>
          {step.expected === null ? null : <span className={styles.expected}> → {step.expected} expected</span>}
          {step.conflicts === 0 ? null : (
            <a className={styles.conflict} href={`${href}#conflicts`}>
              {step.conflicts === 1 ? 'conflict' : `${step.conflicts} conflicts`}
            </a>
          )}
        </p>
        <p className={styles.why}>{step.why}</p>
        {step.added.length + step.dropped.length === 0 ? null : (
          <ul className={styles.claims}>
            {step.added.map((claim) => (
              <Quotation key={claim.id} sign="+" word="came in" claim={claim} />
            ))}
            {step.dropped.map((claim) => (
              <Quotation key={claim.id} sign="−" word="fell away" claim={claim} />
            ))}
          </ul>
        )}
        {step.judgements.map((judgement) => (
          <JudgementLine key={JSON.stringify(judgement)} judgement={judgement} className={styles.judged} />
        ))}
      </div>
    </li>
  );
}

const Quotation = ({ sign, word, claim }: { sign: string; word: string; claim: TrackStep['added'][number] }) => (
  <li className={sign === '+' ? styles.added : styles.dropped}>
    <span aria-hidden="true">{sign} </span>
    <span className="hidden">{word}: </span>
    <a href={reportAddress(claim.report.id, claim.id)}>“{claim.evidence}”</a>{' '}
    <span className={styles.source}>
      {[
        claim.saidBy ?? claim.report.publisher,
        claim.report.published === null ? null : dayText(claim.report.published),
      ]
        .filter(Boolean)
        .join(', ')}
    </span>
  </li>
);
