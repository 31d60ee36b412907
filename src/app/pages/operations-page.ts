// The page for those who keep the server running.
import type { OperationsPage, QueueAway, QueueStanding } from '../../views/pages/operations.ts';
import type { WarmLedger } from '../known-on.ts';
import type { LedgerWatch } from '../ledger-watch.ts';
import type { QueueWatch } from '../queue-watch.ts';
import type { Services } from '../services.ts';

const LETTERS = 50;

export async function operationsPage({
  store,
  watch,
  warm,
  queue,
}: Pick<Services, 'store'> & {
  readonly watch: LedgerWatch;
  readonly warm: WarmLedger;
  readonly queue?: QueueWatch | undefined;
}): Promise<OperationsPage> {
  const [copy, standing] = await Promise.all([store.staleness(), queue === undefined ? null : standingOf(queue)]);
  return {
    page: 'operations',
    ledger: { transaction: watch.transaction, answered: warm.transaction() },
    copy,
    queue: standing,
  };
}

async function standingOf(queue: QueueWatch): Promise<QueueAway | QueueStanding> {
  const { status, fault } = await queue.look();
  if (status === null) return { fault: fault ?? 'no answer' };
  const { waiting, in_flight, dead, rate, copies, copies_current, workers } = status;
  return {
    fault: null,
    ...{ waiting, inHand: in_flight, setAside: dead, rate, copies, copiesCurrent: copies_current },
    workers,
    letters: dead === 0 ? [] : await queue.letters(LETTERS),
  };
}
