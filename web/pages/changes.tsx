// What changed between two days, or what was learnt between two days of knowing.
import type { ChangesPage } from '../../src/views/pages/lists.ts';
import { dayText } from '../../src/views/pages/words.ts';
import { DateField, FormBar, HiddenField } from '../parts/form-bar.tsx';
import { Heading } from '../parts/heading.tsx';
import { NewsList } from '../parts/news-list.tsx';
import styles from './lists.module.css';

export function ChangesView({ model }: { model: ChangesPage }) {
  const { mode, since, until, other, items, party, place } = model;
  const learnt = mode === 'learnt';
  const about = [party?.name, place === null ? null : `in ${place.name}`].filter(Boolean).join(' ');
  const numbers = items.filter(({ kind }) => kind === 'row');
  const events = items.filter(({ kind }) => kind !== 'row');
  return (
    <>
      <Heading
        title="Changes"
        lede={
          learnt
            ? `What became known of ${dayText(other)} between ${dayText(since)} and ${dayText(until)}${about === '' ? '' : `, ${about}`}.`
            : `What happened between ${dayText(since)} and ${dayText(until)}, as known on ${dayText(other)}${about === '' ? '' : `, ${about}`}.`
        }
      />
      <div className={styles.forms}>
        <FormBar action="/changes" label="What happened between two days" title="What happened" isChosen={!learnt}>
          <DateField name="since" label="After" value={learnt ? '' : since} />
          <DateField name="until" label="Up to" value={learnt ? '' : until} />
          <DateField name="known" label="Known on" value={learnt ? '' : other} />
          <HiddenField name="party" value={party?.code} />
          <HiddenField name="place" value={place?.code} />
        </FormBar>
        <FormBar action="/changes" label="What was learnt between two days" title="What was learnt" isChosen={learnt}>
          <DateField name="before" label="Known then" value={learnt ? since : ''} isRequired />
          <DateField name="after" label="Known now" value={learnt ? until : ''} />
          <DateField name="at" label="Of the day" value={learnt ? other : ''} />
          <HiddenField name="party" value={party?.code} />
          <HiddenField name="place" value={place?.code} />
        </FormBar>
      </div>
      {items.length === 0 ? (
        <p className={styles.none}>Nothing changed between these days, as far as the reports tell.</p>
      ) : (
        <div className={styles.pair}>
          {events.length === 0 ? null : (
            <section aria-labelledby="events">
              <h2 id="events">{learnt ? 'What was reported' : 'What happened'}</h2>
              <NewsList items={events} />
            </section>
          )}
          {numbers.length === 0 ? null : (
            <section aria-labelledby="numbers">
              <h2 id="numbers">What the numbers became</h2>
              <NewsList items={numbers} />
            </section>
          )}
        </div>
      )}
    </>
  );
}
