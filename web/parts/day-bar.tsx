// The two days of every question and what it is filtered by: a form that works as it stands, and a slider with play where script runs.
import { useEffect, useMemo, useRef, useState } from 'react';
import { addDays, daysBetween } from '../../src/model/day.ts';
import { situationAddress, address as withQuery } from '../../src/views/pages/addresses.ts';
import type { SituationPage } from '../../src/views/pages/situation.ts';
import { dayText } from '../../src/views/pages/words.ts';
import { useNavigation } from '../app/navigation.tsx';
import styles from './day-bar.module.css';
import { DayFields } from './day-form.tsx';
import fields from './fields.module.css';
import { HeardStrip } from './heard-strip.tsx';

export function DayBar({ model }: { model: SituationPage }) {
  const { days, isLive } = useNavigation();
  const { at, known, filter, sort, choices } = model;
  const words = { party: filter.party?.code, place: filter.place?.code, mission: filter.mission, sort };
  const dayAddress = (day: string): string => situationAddress({ ...days, at: day, known: days.known }, words);
  const form = useRef<HTMLFormElement>(null);
  const choose = () => form.current?.requestSubmit();
  return (
    <section className={styles.bar} aria-label="Day and filters">
      <form
        ref={form}
        action="/"
        className={`${fields.fields} ${styles.form}`}
        key={`${at}|${known}|${JSON.stringify(words)}`}
      >
        <DayFields at={at} known={known} />
        <Choice
          label="Party"
          all="All parties"
          choices={withChosen(choices.parties, filter.party)}
          chosen={filter.party?.code}
          onChoose={choose}
        />
        <Choice
          label="Place"
          all="All places"
          choices={withChosen(choices.places, filter.place)}
          chosen={filter.place?.code}
          onChoose={choose}
        />
        <Choice
          label="Mission"
          all="All missions"
          choices={choices.missions.map((name) => ({ code: name, name }))}
          chosen={filter.mission ?? undefined}
          onChoose={choose}
        />
        {sort === null ? null : <input type="hidden" name="sort" value={sort} />}
        <button type="submit" className={fields.button}>
          Show
        </button>
        {filter.party === null && filter.place === null && filter.mission === null ? null : (
          <a className={styles.clear} href={withQuery('/', { at: days.at, known: days.known })}>
            All forces
          </a>
        )}
      </form>
      <div className={styles.days}>
        <a
          href={dayAddress(addDays(at, -1))}
          className={styles.step}
          rel="prev"
          aria-label={`The day before, ${dayText(addDays(at, -1))}`}
        >
          ‹
        </a>
        {isLive ? <Slider model={model} dayAddress={dayAddress} /> : <HeardStrip calendar={model.calendar} at={at} />}
        <a
          href={dayAddress(addDays(at, 1))}
          className={styles.step}
          rel="next"
          aria-label={`The day after, ${dayText(addDays(at, 1))}`}
        >
          ›
        </a>
      </div>
    </section>
  );
}

interface Chosen {
  readonly code: string;
  readonly name: string;
}

interface ChoiceOf {
  readonly label: string;
  /** What choosing nothing shows. */
  readonly all: string;
  readonly choices: readonly Chosen[];
  readonly chosen: string | undefined;
  readonly onChoose: () => void;
}

const Choice = ({ label, all, choices, chosen, onChoose }: ChoiceOf) => (
  <label className={fields.field}>
    <span>{label}</span>
    <select name={label.toLowerCase()} defaultValue={chosen ?? ''} onChange={onChoose}>
      <option value="">{all}</option>
      {choices.map(({ code, name }) => (
        <option key={code} value={code}>
          {name}
        </option>
      ))}
    </select>
  </label>
);

function withChosen(list: readonly Chosen[], chosen: Chosen | null): readonly Chosen[] {
  return chosen === null || list.some(({ code }) => code === chosen.code) ? list : [chosen, ...list];
}

const STEP_MS = 900;

function Slider({ model, dayAddress }: { model: SituationPage; dayAddress: (day: string) => string }) {
  const { go, isLoading } = useNavigation();
  const { at, calendar } = model;
  const [shown, setShown] = useState(at);
  const [isPlaying, setPlaying] = useState(false);
  const waiting = useRef<ReturnType<typeof setTimeout>>(undefined);
  useEffect(() => setShown(at), [at]);
  useEffect(() => () => clearTimeout(waiting.current), []);

  const move = (day: string) => {
    setShown(day);
    clearTimeout(waiting.current);
    waiting.current = setTimeout(() => go(dayAddress(day), { replace: true }), 120);
  };
  // Play goes from one day with news to the next: between them nothing becomes known.
  const stops = useMemo(() => calendar.heard.map(([day]) => day), [calendar]);
  useEffect(() => {
    if (!isPlaying || isLoading) return;
    const next = stops.find((day) => day > at);
    if (next === undefined) {
      setPlaying(false);
      return;
    }
    const step = setTimeout(() => go(dayAddress(next), { replace: true }), STEP_MS);
    return () => clearTimeout(step);
  }, [isPlaying, isLoading, at, stops, go, dayAddress]);

  const length = Math.max(1, daysBetween(calendar.first, calendar.last));
  return (
    <div className={styles.slider}>
      <button type="button" className={styles.play} aria-pressed={isPlaying} onClick={() => setPlaying(!isPlaying)}>
        <svg viewBox="0 0 12 12" width="12" height="12" aria-hidden="true">
          <path d={isPlaying ? 'M2,1H5V11H2ZM7,1H10V11H7Z' : 'M2,1L11,6L2,11Z'} fill="currentColor" />
        </svg>
        {isPlaying ? 'Pause' : 'Play'}
      </button>
      <div className={styles.track}>
        <HeardStrip calendar={calendar} at={shown} isLive />
        <input
          type="range"
          min={0}
          max={length}
          value={Math.min(length, Math.max(0, daysBetween(calendar.first, shown)))}
          aria-label="Day"
          aria-valuetext={dayText(shown)}
          onChange={(event) => {
            setPlaying(false);
            move(addDays(calendar.first, Number(event.target.value)));
          }}
        />
      </div>
    </div>
  );
}
