// Readers' comments that wait for an editor, and those decided on.
import { reportAddress } from '../../src/views/pages/addresses.ts';
import { FORMS } from '../../src/views/pages/forms.ts';
import type { ModerationItem, ModerationPage } from '../../src/views/pages/review.ts';
import { ActionButtons } from '../parts/action-buttons.tsx';
import { Heading } from '../parts/heading.tsx';
import styles from './moderation.module.css';

const STATE_WORDS = { pending: 'waiting', approved: 'published', refused: 'refused', erased: 'erased' } as const;

export const ModerationView = ({ model }: { model: ModerationPage }) => (
  <>
    <Heading
      title="Moderation"
      lede="Comments appear below their report once they are approved. Every decision can be undone; erasing takes the words away for good."
    />
    <section aria-labelledby="waiting">
      <h2 id="waiting">{model.waiting.length === 0 ? 'Nothing waits' : `${model.waiting.length} waiting`}</h2>
      {model.waiting.map((item) => (
        <Item key={item.id} item={item} />
      ))}
    </section>
    {model.decided.length === 0 ? null : (
      <section aria-labelledby="decided">
        <h2 id="decided">Decided</h2>
        {model.decided.map((item) => (
          <Item key={item.id} item={item} />
        ))}
      </section>
    )}
  </>
);

const Item = ({ item }: { item: ModerationItem }) => (
  <article className={styles.item}>
    <p className={styles.line}>
      <strong>{item.name === '' ? 'A reader' : item.name}</strong> on{' '}
      <a href={reportAddress(item.report)}>{item.title ?? 'a report'}</a>,{' '}
      <time dateTime={item.posted}>{item.posted.slice(0, 16).replace('T', ' ')}</time>
      {item.state === 'pending' ? null : (
        <span className={styles.state}>
          {STATE_WORDS[item.state]}
          {item.by === null ? '' : ` by ${item.by}`}
        </span>
      )}
    </p>
    <p className={styles.text}>{item.text}</p>
    {item.state === 'erased' ? null : (
      <ActionButtons
        action={FORMS.moderation.action(item.id)}
        label={`Decide on the comment of ${item.name}`}
        choices={
          item.state === 'pending'
            ? [
                ['approve', 'Approve'],
                ['refuse', 'Refuse'],
              ]
            : [
                ['withdraw', 'Undo'],
                ['erase', 'Erase'],
              ]
        }
      />
    )}
  </article>
);
