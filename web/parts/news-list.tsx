// Lines of news, each a link to its quotation or to its number.
import { conflictsAddress, numberAddress, reportAddress } from '../../src/views/pages/addresses.ts';
import type { NewsItem } from '../../src/views/pages/news.ts';
import { dayText } from '../../src/views/pages/words.ts';
import { useNavigation } from '../app/navigation.tsx';
import styles from './news-list.module.css';

const KIND_WORDS: Readonly<Record<NewsItem['kind'], string>> = {
  row: 'count',
  movement: 'movement',
  status: 'status',
  decision: 'decision',
  conflict: 'conflict',
};

export function NewsList({ items, most }: { items: readonly NewsItem[]; most?: number }) {
  const shown = most === undefined ? items : items.slice(0, most);
  return (
    <div className={styles.news}>
      {byDay(shown).map(({ day, news }) => (
        <div key={day ?? 'undated'}>
          {day === null ? null : (
            <h3 className={styles.day}>
              <time dateTime={day}>{dayText(day)}</time>
            </h3>
          )}
          <ul className={styles.list}>
            {news.map((item) => (
              <Item
                key={`${item.kind} ${item.source?.claim ?? item.conflict ?? ''} ${item.who} ${item.text}`}
                item={item}
              />
            ))}
          </ul>
        </div>
      ))}
    </div>
  );
}

/** Neighbours of one day under one head; numbers and conflicts have no day of their own. */
function byDay(items: readonly NewsItem[]): { readonly day: string | null; readonly news: NewsItem[] }[] {
  const groups: { readonly day: string | null; readonly news: NewsItem[] }[] = [];
  for (const item of items) {
    const last = groups.at(-1);
    if (last !== undefined && last.day === item.day) last.news.push(item);
    else groups.push({ day: item.day, news: [item] });
  }
  return groups;
}

function Item({ item }: { item: NewsItem }) {
  const { days } = useNavigation();
  const href =
    item.source !== null
      ? reportAddress(item.source.report, item.source.claim)
      : item.row !== null
        ? numberAddress(item.row, days)
        : `${conflictsAddress(days)}#${item.conflict ?? ''}`;
  return (
    <li className={styles[item.kind]}>
      <a href={href}>
        <span className={styles.kind}>{KIND_WORDS[item.kind]}</span> <strong>{item.who}</strong> {item.text}
      </a>
    </li>
  );
}
