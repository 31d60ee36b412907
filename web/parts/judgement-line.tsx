// What a reviewer said of a claim: the verdict, the day, who, and why.
import type { JudgementView } from '../../src/views/pages/report.ts';
import { dayText } from '../../src/views/pages/words.ts';

const VERDICT_WORDS = { accept: 'Accepted', reject: 'Rejected', correct: 'Corrected', withdraw: 'Withdrawn' } as const;

export const JudgementLine = ({
  judgement,
  className,
}: {
  judgement: JudgementView;
  className: string | undefined;
}) => {
  const { verdict, on, by, note } = judgement;
  return (
    <p className={className}>
      {VERDICT_WORDS[verdict]} {dayText(on)}
      {by === null ? '' : ` by ${by}`}
      {note === null ? '' : `: ${note}`}
    </p>
  );
};
