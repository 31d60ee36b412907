// All conflicts of a day.
import type { ConflictsPage } from '../../src/views/pages/conflicts.ts';
import { daysText } from '../../src/views/pages/words.ts';
import { ConflictCard } from '../parts/conflict-card.tsx';
import { DayForm } from '../parts/day-form.tsx';
import { Heading } from '../parts/heading.tsx';

export const ConflictsView = ({ model }: { model: ConflictsPage }) => (
  <>
    <Heading
      title="Conflicts"
      lede={`Claims that cannot hold together, ${daysText(model.at, model.known)}. Each stays until a reviewer judges one of its claims or a newer count overtakes it.`}
      aside={<DayForm at={model.at} known={model.known} />}
    />
    {model.conflicts.length === 0 ? <p>Nothing contradicts anything on this day.</p> : null}
    {model.conflicts.map((conflict) => (
      <ConflictCard key={conflict.id} conflict={conflict} level={2} />
    ))}
  </>
);
