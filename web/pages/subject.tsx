// A party, a place or a mission: bands over time, the table of the day, what moved, what does not fit, and who says so.
import { partyAddress, reportAddress, situationAddress } from '../../src/views/pages/addresses.ts';
import type { Subject, SubjectPage } from '../../src/views/pages/subject.ts';
import { daysText, dayText, figure } from '../../src/views/pages/words.ts';
import { useNavigation } from '../app/navigation.tsx';
import { ConflictCard } from '../parts/conflict-card.tsx';
import { DayForm } from '../parts/day-form.tsx';
import { Heading } from '../parts/heading.tsx';
import { MovementList } from '../parts/movement-list.tsx';
import { RowTable } from '../parts/row-table.tsx';
import { Timeline } from '../timeline/timeline.tsx';
import styles from './subject.module.css';

export function SubjectView({ model }: { model: SubjectPage }) {
  const { subject, at, known, rows, timeline, conflicts } = model;
  const { days, address: here } = useNavigation();
  const when = daysText(at, known);
  return (
    <>
      <Heading
        title={subject.name}
        lede={<Lede subject={subject} rows={rows.length} when={when} />}
        aside={<DayForm at={at} known={known} />}
      />
      {rows.length === 0 && timeline === null ? (
        <p>
          Nothing is reported of {subject.name} {when}. That is not the same as nobody being there.
        </p>
      ) : null}
      {timeline === null ? null : (
        <section aria-labelledby="time">
          <h2 id="time">Over time</h2>
          <Timeline timeline={timeline} title={`${subject.name} over time, up to ${dayText(at)}`} />
        </section>
      )}
      {rows.length === 0 ? null : (
        <section aria-labelledby="table" className={styles.section}>
          <h2 id="table">On {dayText(at)}</h2>
          <RowTable
            rows={rows}
            caption={`${subject.name}, ${when}`}
            {...(subject.kind === 'party' ? { without: 'party' as const } : {})}
            sort={{ by: model.sort, addressOf: (sort) => sortedBy(here, sort) }}
          />
        </section>
      )}
      {model.movements.length === 0 ? null : (
        <section aria-labelledby="moves" className={styles.section}>
          <h2 id="moves">Movements</h2>
          <MovementList movements={model.movements} />
        </section>
      )}
      {conflicts.length === 0 ? null : (
        <section id="conflicts" className={styles.section}>
          <h2>What does not fit together</h2>
          {conflicts.map((conflict) => (
            <ConflictCard key={conflict.id} conflict={conflict} />
          ))}
        </section>
      )}
      <section aria-labelledby="sources" className={styles.section}>
        <h2 id="sources">Who says so</h2>
        <div className={styles.columns}>
          <table className={styles.sources}>
            <caption className="hidden">Speakers and publishers</caption>
            <thead>
              <tr>
                <th scope="col">Speaker or publisher</th>
                <th scope="col" className={styles.number}>
                  Claims
                </th>
                <th scope="col">Last</th>
              </tr>
            </thead>
            <tbody>
              {model.sources.map(({ name, claims, last }) => (
                <tr key={name}>
                  <th scope="row">{name}</th>
                  <td className={styles.number}>{figure(claims)}</td>
                  <td>{dayText(last)}</td>
                </tr>
              ))}
            </tbody>
          </table>
          <div>
            <h3>{model.reportCount === 1 ? '1 report' : `${figure(model.reportCount)} reports`}</h3>
            <ul className={styles.reports}>
              {model.reports.map((report) => (
                <li key={report.id}>
                  <a href={reportAddress(report.id)}>{report.title ?? report.publisher ?? report.id}</a>{' '}
                  <span>
                    {[
                      report.title === null ? null : report.publisher,
                      report.published === null ? null : dayText(report.published),
                    ]
                      .filter(Boolean)
                      .join(', ')}
                  </span>
                </li>
              ))}
            </ul>
          </div>
        </div>
      </section>
      <p>
        <a href={situationAddress(days, filterOf(subject))}>{subject.name} on the map</a>
      </p>
    </>
  );
}

function Lede({ subject, rows, when }: { subject: Subject; rows: number; when: string }) {
  const { days } = useNavigation();
  const told = `${rows === 1 ? '1 row' : `${figure(rows)} rows`}, ${when}.`;
  if (subject.kind !== 'mission' || subject.flag === null) return told;
  return (
    <>
      A mission of <a href={partyAddress(subject.flag.code, days)}>{subject.flag.name}</a>
      {subject.aliases.length === 0 ? '' : `, also called ${subject.aliases.slice(0, 2).join(', ')}`}. {told}
    </>
  );
}

/** This very page with its table in another order. */
function sortedBy(here: string, sort: string): string {
  const url = new URL(here, 'http://here');
  url.searchParams.set('sort', sort);
  for (const name of ['notice', 'problem']) url.searchParams.delete(name);
  return `${url.pathname}${url.search}#table`;
}

function filterOf(subject: Subject): { party?: string; place?: string; mission?: string } {
  switch (subject.kind) {
    case 'party':
      return { party: subject.code };
    case 'place':
      return {
        place:
          subject.place.name === null
            ? (subject.place.country ?? '')
            : `${subject.place.country ?? '?'}:${subject.place.name}`,
      };
    case 'mission':
      return { mission: subject.name };
  }
}
