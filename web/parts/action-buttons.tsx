// Decisions as buttons of one form: it works as it stands, and goes on without a reload where script runs.
import { type FormEvent, useState } from 'react';
import { useNavigation } from '../app/navigation.tsx';
import { post } from '../app/post.ts';
import { FormToken } from './form-token.tsx';
import styles from './forms.module.css';

export interface ActionButtonsProps {
  readonly action: string;
  readonly label: string;
  readonly choices: readonly (readonly [verdict: string, label: string])[];
  /** Before the page shows what was decided. */
  readonly onDecided?: () => void;
}

export function ActionButtons({ action, label, choices, onDecided }: ActionButtonsProps) {
  const { shell, refresh } = useNavigation();
  const [problem, setProblem] = useState<string | null>(null);
  const [isBusy, setBusy] = useState(false);
  const send = async (event: FormEvent<HTMLFormElement>) => {
    event.preventDefault();
    const button = (event.nativeEvent as SubmitEvent).submitter as HTMLButtonElement | null;
    setBusy(true);
    const outcome = await post(action, { verdict: button?.value ?? '' }, shell);
    setProblem(outcome);
    if (outcome === null) {
      onDecided?.();
      await refresh();
    }
    setBusy(false);
  };
  return (
    <form
      method="post"
      action={action}
      className={styles.buttons}
      onSubmit={send}
      aria-busy={isBusy}
      aria-label={label}
    >
      <FormToken />
      {choices.map(([verdict, words]) => (
        <button key={verdict} type="submit" name="verdict" value={verdict} disabled={isBusy}>
          {words}
        </button>
      ))}
      {problem === null ? null : (
        <p className={styles.problem} role="alert">
          {problem}
        </p>
      )}
    </form>
  );
}
