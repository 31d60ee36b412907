// Readers' comments that wait for an editor, and those decided on.
import { useEffect, useRef } from 'react';
import { reportAddress } from '../../src/views/pages/addresses.ts';
import { FORMS } from '../../src/views/pages/forms.ts';
import type { ModerationItem, ModerationPage } from '../../src/views/pages/review.ts';
import { ActionButtons } from '../parts/action-buttons.tsx';
import { Heading } from '../parts/heading.tsx';
import styles from './moderation.module.css';

const STATE_WORDS = { pending: 'waiting', approved: 'published', refused: 'refused', erased: 'erased' } as const;

export function ModerationView({ model }: { model: ModerationPage }) {
  const heading = useRef<HTMLHeadingElement>(null);
  const isDecided = useRef(false);
  // The buttons of what was decided are gone: an editor without a mouse goes on where the rest waits.
  // biome-ignore lint/correctness/useExhaustiveDependencies: looked at whenever the page is another.
  useEffect(() => {
    if (!isDecided.current) return;
    isDecided.current = false;
    heading.current?.focus();
  }, [model]);
  const onDecided = () => {
    isDecided.current = true;
  };
  return (
    <>
      <Heading
        title="Moderation"
        lede="Comments appear below their report once they are approved. Every decision can be undone; erasing takes the words away for good."
      />
      <section aria-labelledby="waiting">
        <h2 id="waiting" ref={heading} tabIndex={-1}>
          {model.waiting.length === 0 ? 'Nothing waits' : `${model.waiting.length} waiting`}
        </h2>
        {model.waiting.map((item) => (
          <Item key={item.id} item={item} onDecided={onDecided} />
        ))}
      </section>
      {model.decided.length === 0 ? null : (
        <section aria-labelledby="decided">
          <h2 id="decided">Decided</h2>
          {model.decided.map((item) => (
            <Item key={item.id} item={item} onDecided={onDecided} />
          ))}
        </section>
      )}
    </>
  );
}

const Item = ({ item, onDecided }: { item: ModerationItem; onDecided: () => void }) => (
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
        onDecided={onDecided}
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
