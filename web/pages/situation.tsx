// The first page: map, day slider, news of the last days, and the table behind the map.
import { address, conflictsAddress, situationAddress } from '../../src/views/pages/addresses.ts';
import { NEWS_DAYS, type SituationPage } from '../../src/views/pages/situation.ts';
import { dayText, figure } from '../../src/views/pages/words.ts';
import { useNavigation } from '../app/navigation.tsx';
import { WorldMap } from '../map/world-map.tsx';
import { DayBar } from '../parts/day-bar.tsx';
import { Heading } from '../parts/heading.tsx';
import { NewsList } from '../parts/news-list.tsx';
import { RowTable } from '../parts/row-table.tsx';
import styles from './situation.module.css';

const MOST_NEWS = 14;
/** The largest forces first; the rest are a link away, and on the map. */
const FIRST_ROWS = 60;

export function SituationView({ model }: { model: SituationPage }) {
  const { days } = useNavigation();
  const { filter, rows, news, at, known } = model;
  const words = { party: filter.party?.code, place: filter.place?.code, mission: filter.mission };
  const who = filter.party?.name ?? 'Forces';
  const where =
    filter.place === null
      ? filter.party === null
        ? ' and where they are'
        : ' abroad and at home'
      : ` in ${filter.place.name}`;
  const title = `${who}${where}${filter.mission === null ? '' : `, ${filter.mission}`}`;
  const download = (format: string): string =>
    address(`/api/v1/posture.${format}`, { at, known, party: words.party, place: words.place, mission: words.mission });
  return (
    <>
      <Heading
        title={title}
        lede={
          <>
            As of <time dateTime={at}>{dayText(at)}</time>
            {at === known ? null : (
              <>
                , as known on <time dateTime={known}>{dayText(known)}</time>
              </>
            )}
            . {rows.length === 1 ? '1 row' : `${figure(rows.length)} rows`}
            {model.conflicts === 0 ? null : (
              <>
                ,{' '}
                <a href={conflictsAddress(days)}>
                  {model.conflicts === 1 ? '1 conflict' : `${model.conflicts} conflicts`}
                </a>
              </>
            )}
            {news.items.length === 0 || rows.length === 0 ? null : (
              <>
                ,{' '}
                <a href="#news">
                  {news.items.length === 1 ? '1 change' : `${figure(news.items.length)} changes`} in {NEWS_DAYS} days
                </a>
              </>
            )}
            .
          </>
        }
      />
      <DayBar model={model} />
      {rows.length === 0 ? (
        <p className={styles.empty}>
          Nothing is reported for this question: not that nobody is there, but that no report in the ledger says so by{' '}
          {dayText(known)}. Move the day, or <a href={situationAddress(days)}>show all forces</a>.
        </p>
      ) : null}
      <WorldMap
        rows={rows}
        movements={model.movements}
        countries={filter.place?.countries ?? []}
        title={`Map: ${title}, ${dayText(at)}`}
      />
      <div className={rows.length === 0 ? undefined : styles.columns}>
        {rows.length === 0 ? null : (
          <section aria-labelledby="table">
            <div className={styles.tableHead}>
              <h2 id="table">Who is where</h2>
              <p className={styles.download}>
                Download <a href={download('csv')}>CSV</a> <a href={download('json')}>JSON</a>{' '}
                <a href={download('geojson')}>GeoJSON</a>
              </p>
            </div>
            <RowTable
              rows={rows}
              most={model.showsAll ? undefined : FIRST_ROWS}
              caption={`${title}, ${dayText(at)}`}
              sort={{ by: model.sort, addressOf: (sort) => situationAddress(days, { ...words, sort }) }}
            />
            {model.showsAll || rows.length <= FIRST_ROWS ? null : (
              <p>
                <a href={situationAddress(days, { ...words, sort: model.sort, rows: 'all' })}>
                  All {figure(rows.length)} rows
                </a>
              </p>
            )}
          </section>
        )}
        <section aria-labelledby="news" className={styles.news}>
          <h2 id="news">The last {NEWS_DAYS} days</h2>
          {news.items.length === 0 ? (
            <p className={styles.empty}>Nothing changed since {dayText(news.since)}.</p>
          ) : (
            <NewsList items={news.items} most={MOST_NEWS} />
          )}
          <p>
            <a href={address('/changes', { since: news.since, until: at, known: days.known })}>
              {news.items.length > MOST_NEWS
                ? `All ${figure(news.items.length)} changes`
                : 'Changes between other days'}
            </a>
          </p>
        </section>
      </div>
    </>
  );
}
