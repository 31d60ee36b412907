// Accept, reject, or take a judgement back: a form that works as it stands, and goes on without a reload where script runs.
import { type FormEvent, useState } from 'react';
import { FORMS } from '../../src/views/pages/forms.ts';
import { useNavigation } from '../app/navigation.tsx';
import { post } from '../app/post.ts';
import { FormToken } from './form-token.tsx';
import styles from './forms.module.css';

export function JudgeButtons({ claim, isJudged }: { claim: string; isJudged: boolean }) {
  const { shell, refresh } = useNavigation();
  const [problem, setProblem] = useState<string | null>(null);
  const [isBusy, setBusy] = useState(false);
  const action = FORMS.judgement.action(claim);
  const send = async (event: FormEvent<HTMLFormElement>) => {
    event.preventDefault();
    const button = (event.nativeEvent as SubmitEvent).submitter as HTMLButtonElement | null;
    setBusy(true);
    const outcome = await post(action, { verdict: button?.value ?? '' }, shell);
    setBusy(false);
    setProblem(outcome);
    if (outcome === null) await refresh();
  };
  return (
    <form method="post" action={action} className={styles.buttons} onSubmit={send} aria-busy={isBusy}>
      <FormToken />
      <button type="submit" name="verdict" value="accept" disabled={isBusy}>
        Accept
      </button>
      <button type="submit" name="verdict" value="reject" disabled={isBusy}>
        Reject
      </button>
      {isJudged ? (
        <button type="submit" name="verdict" value="withdraw" disabled={isBusy}>
          Undo
        </button>
      ) : null}
      {problem === null ? null : (
        <p className={styles.problem} role="alert">
          {problem}
        </p>
      )}
    </form>
  );
}
