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
    <ul className={styles.list}>
      {shown.map((item) => (
        <Item key={`${item.kind} ${item.source?.claim ?? item.conflict ?? ''} ${item.who} ${item.text}`} item={item} />
      ))}
    </ul>
  );
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
      <span className={styles.kind}>{KIND_WORDS[item.kind]}</span>
      {item.day === null ? null : (
        <time dateTime={item.day} className={styles.day}>
          {dayText(item.day)}
        </time>
      )}
      <a href={href}>
        <strong>{item.who}</strong> {item.text}
      </a>
    </li>
  );
}
