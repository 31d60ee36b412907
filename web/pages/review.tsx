// The review queue: one claim at a time in view with its evidence and what it decides, judged by key or button.
import { type KeyboardEvent, useEffect, useRef, useState } from 'react';
import { address, reportAddress } from '../../src/views/pages/addresses.ts';
import { FORM_LIMITS, FORMS } from '../../src/views/pages/forms.ts';
import type { DoneItem, QueueItem, ReviewPage } from '../../src/views/pages/review.ts';
import { dayText, figure } from '../../src/views/pages/words.ts';
import { useNavigation } from '../app/navigation.tsx';
import { post } from '../app/post.ts';
import { ActionButtons } from '../parts/action-buttons.tsx';
import { KIND_LABELS } from '../parts/claim-card.tsx';
import { FormToken } from '../parts/form-token.tsx';
import forms from '../parts/forms.module.css';
import { Heading } from '../parts/heading.tsx';
import styles from './review.module.css';

const KEYS = [
  ['J', 'next'],
  ['K', 'previous'],
  ['A', 'accept'],
  ['R', 'reject'],
  ['C', 'correct'],
  ['U', 'undo the last'],
] as const;

export function ReviewView({ model }: { model: ReviewPage }) {
  const { shell, refresh } = useNavigation();
  const [current, setCurrent] = useState<string | null>(null);
  const [told, setTold] = useState('');
  const list = useRef<HTMLDivElement>(null);
  const found = model.items.findIndex((item) => item.claim.id === current);
  const at = found < 0 ? 0 : found;

  const show = (next: number) => {
    const item = model.items[Math.min(model.items.length - 1, Math.max(0, next))];
    if (item === undefined) return;
    setCurrent(item.claim.id);
    document.getElementById(`q-${item.claim.id}`)?.focus();
  };
  const judge = async (claim: string, verdict: string, words: string) => {
    const outcome = await post(FORMS.judgement.action(claim), { verdict }, shell);
    setTold(outcome ?? words);
    if (outcome === null) await refresh();
  };
  const press = (event: KeyboardEvent) => {
    if (event.ctrlKey || event.metaKey || event.altKey || isTyping(event.target)) return;
    const item = model.items[at];
    const last = model.done.find((one) => one.inForce && one.by === shell.user?.name && one.verdict !== 'withdraw');
    const key = event.key.toLowerCase();
    if (key === 'j') show(at + 1);
    else if (key === 'k') show(at - 1);
    else if (key === 'a' && item) void judge(item.claim.id, 'accept', `Accepted: ${item.claim.sentence}`);
    else if (key === 'r' && item) void judge(item.claim.id, 'reject', `Rejected: ${item.claim.sentence}`);
    else if (key === 'c' && item) document.getElementById(`n-${item.claim.id}`)?.focus();
    else if (key === 'u' && last) void judge(last.claim, 'withdraw', `Undone: ${last.sentence}`);
    else return;
    event.preventDefault();
  };
  // The next claim takes the place of the one judged, and the focus with it: an analyst goes on without the mouse.
  const first = model.items[at]?.claim.id;
  useEffect(() => {
    if (told === '' || first === undefined) return;
    if (list.current?.contains(document.activeElement) || document.activeElement === document.body)
      document.getElementById(`q-${first}`)?.focus();
  }, [first, told]);

  return (
    <>
      <Heading
        title="Review"
        lede={
          model.open === 0
            ? 'Every claim is judged.'
            : `${model.open === 1 ? '1 claim waits' : `${figure(model.open)} claims wait`} for a judgement.`
        }
      />
      <p className={styles.orders}>
        First:{' '}
        <a href="/review" aria-current={model.order === 'effect' ? 'true' : undefined}>
          what decides most
        </a>{' '}
        <a
          href={address('/review', { order: 'uncertainty' })}
          aria-current={model.order === 'uncertainty' ? 'true' : undefined}
        >
          what is least sure
        </a>
        <span className={styles.keys}>
          {KEYS.map(([key, what]) => (
            <span key={key}>
              <kbd>{key}</kbd> {what}
            </span>
          ))}
        </span>
      </p>
      <p className={styles.told} role="status">
        {told}
      </p>
      <div className={styles.columns}>
        {/* biome-ignore lint/a11y/noStaticElementInteractions: keys are short cuts for the buttons inside */}
        <div ref={list} onKeyDown={press}>
          {model.items.map((item, index) => (
            <Item key={item.claim.id} item={item} isCurrent={index === at} onFocus={() => setCurrent(item.claim.id)} />
          ))}
        </div>
        <Done done={model.done} />
      </div>
    </>
  );
}

const isTyping = (target: EventTarget): boolean =>
  target instanceof HTMLElement && /^(?:INPUT|TEXTAREA|SELECT)$/.test(target.tagName);

interface ItemProps {
  readonly item: QueueItem;
  readonly isCurrent: boolean;
  readonly onFocus: () => void;
}

function Item({ item, isCurrent, onFocus }: ItemProps) {
  const { claim, context, effects } = item;
  return (
    <article
      id={`q-${claim.id}`}
      // biome-ignore lint/a11y/noNoninteractiveTabindex: each claim of the queue takes the focus, so that keys judge it
      tabIndex={0}
      className={isCurrent ? `${styles.item} ${styles.current}` : styles.item}
      onFocus={onFocus}
      aria-label={`${KIND_LABELS[claim.kind]}: ${claim.sentence}`}
    >
      <p className={styles.line}>
        <span className={styles[claim.kind]}>{KIND_LABELS[claim.kind]}</span>
        <span>
          {claim.report.publisher ?? claim.report.title ?? 'a report'}
          {claim.report.published === null ? '' : `, ${dayText(claim.report.published)}`}
        </span>
        <span>sure to {Math.round(item.confidence * 100)} %</span>
        {item.conflicts === 0 ? null : <span className={styles.conflict}>in a conflict</span>}
      </p>
      <h2 className={styles.sentence}>{claim.sentence}</h2>
      <blockquote className={styles.quote}>
        {context === null ? null : <span className={styles.around}>…{context.before}</span>}
        <a href={reportAddress(claim.report.id, claim.id)}>
          <mark>{claim.evidence}</mark>
        </a>
        {context === null ? null : <span className={styles.around}>{context.after}…</span>}
      </blockquote>
      {effects.length === 0 ? (
        <p className={styles.effects}>No number of today changes with it.</p>
      ) : (
        <ul className={styles.effects}>
          {effects.map(({ party, where, now, without }) => (
            <li key={`${party} ${where}`}>
              {party} in {where}: <strong>{now}</strong>, without it {without}
            </li>
          ))}
        </ul>
      )}
      <ActionButtons
        action={FORMS.judgement.action(claim.id)}
        label={`Judge: ${claim.sentence}`}
        choices={[
          ['accept', 'Accept'],
          ['reject', 'Reject'],
        ]}
      />
      <Correction item={item} />
    </article>
  );
}

function Correction({ item }: { item: QueueItem }) {
  const { shell, refresh } = useNavigation();
  const [problem, setProblem] = useState<string | null>(null);
  const { verdict, notation } = FORMS.judgement.fields;
  const action = FORMS.judgement.action(item.claim.id);
  return (
    <form
      method="post"
      action={action}
      className={styles.correction}
      onSubmit={async (event) => {
        event.preventDefault();
        const line = String(new FormData(event.currentTarget).get(notation) ?? '');
        const outcome = await post(action, { [verdict]: 'correct', [notation]: line }, shell);
        setProblem(outcome);
        if (outcome === null) await refresh();
      }}
    >
      <FormToken />
      <input type="hidden" name={verdict} value="correct" />
      <label htmlFor={`n-${item.claim.id}`}>As it should read</label>
      <input
        id={`n-${item.claim.id}`}
        name={notation}
        defaultValue={item.notation}
        maxLength={FORM_LIMITS.notation}
        spellCheck={false}
        autoComplete="off"
      />
      <button type="submit" className={forms.secondary}>
        Correct
      </button>
      {problem === null ? null : (
        <p className={forms.problem} role="alert">
          {problem}
        </p>
      )}
    </form>
  );
}

const VERDICTS = {
  accept: 'accepted',
  reject: 'rejected',
  correct: 'corrected',
  withdraw: 'undid the judgement of',
} as const;

const Done = ({ done }: { done: readonly DoneItem[] }) => (
  <section className={styles.done} aria-labelledby="done">
    <h2 id="done">Who did what</h2>
    {done.length === 0 ? <p className={styles.none}>Nobody has judged a claim yet.</p> : null}
    <ul>
      {done.map((one) => (
        <li key={`${one.claim} ${one.verdict} ${one.on} ${one.by} ${one.note} ${one.inForce}`}>
          <strong>{one.by ?? 'Somebody'}</strong> {VERDICTS[one.verdict]}{' '}
          <a href={reportAddress(one.report, one.claim)}>{one.sentence}</a>, {dayText(one.on)}
          {one.note === null ? '' : `: ${one.note}`}
          {one.inForce && one.verdict !== 'withdraw' ? (
            <ActionButtons
              action={FORMS.judgement.action(one.claim)}
              label={`Undo: ${one.sentence}`}
              choices={[['withdraw', 'Undo']]}
            />
          ) : null}
        </li>
      ))}
    </ul>
  </section>
);
