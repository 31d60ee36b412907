// What waits, who works, what was set aside, and where the ledger stands.
import type { ReactNode } from 'react';
import type {
  CopyStanding,
  LedgerStanding,
  LetterRow,
  OperationsPage,
  QueueStanding,
  WorkerRow,
} from '../../src/views/pages/operations.ts';
import { figure } from '../../src/views/pages/words.ts';
import { Heading } from '../parts/heading.tsx';
import styles from './lists.module.css';

export const OperationsView = ({ model }: { model: OperationsPage }) => (
  <>
    <Heading
      title="Operations"
      lede="What waits to be read, who reads it, what was set aside, and where the ledger stands."
    />
    <section aria-labelledby="ledger">
      <h2 id="ledger">Ledger</h2>
      <Ledger ledger={model.ledger} />
      {model.copy === null ? null : <Copy copy={model.copy} />}
    </section>
    <section aria-labelledby="queue">
      <h2 id="queue">Queue</h2>
      {model.queue === null ? (
        <p>
          The server was told of no queue. Start it with <code>--queue nats://HOST:4222</code> to see it here.
        </p>
      ) : model.queue.fault === null ? (
        <Queue queue={model.queue} />
      ) : (
        <p role="status">The queue does not answer: {model.queue.fault}</p>
      )}
    </section>
  </>
);

const Ledger = ({ ledger: { transaction, answered } }: { ledger: LedgerStanding }) => (
  <p>
    Its last transaction is {figure(transaction)}.{' '}
    {answered >= transaction
      ? 'Answers stand on it.'
      : `Answers stand on transaction ${figure(answered)}; what came after is being read into memory.`}
  </p>
);

const Copy = ({ copy: { where, transaction, behind, lagSeconds } }: { copy: CopyStanding }) => (
  <p>
    Reads come from the copy at <code>{where}</code>, which has transaction {figure(transaction)}:{' '}
    {behind === null
      ? 'the primary cannot be asked how far that is behind'
      : behind === 0
        ? 'as the primary'
        : `${figure(behind)} behind the primary`}
    {lagSeconds === null ? '' : `, ${lagSeconds.toFixed(1)} s behind in what it was sent`}.
  </p>
);

const Queue = ({ queue }: { queue: QueueStanding }) => (
  <>
    <p>
      {figure(queue.waiting)} waiting, {figure(queue.inHand)} in hand, {figure(queue.setAside)} set aside,{' '}
      {queue.rate.toFixed(1)} files a second. {queue.copiesCurrent} of {queue.copies} copies of the queue are up to
      date.
    </p>
    {queue.workers.length === 0 ? (
      <p>No worker has reported in the last 30 seconds.</p>
    ) : (
      <Table title="Workers" columns={['Worker', 'Files', 'Set aside', 'Files a second', 'Since']}>
        {queue.workers.map((worker) => (
          <Worker key={worker.name} worker={worker} />
        ))}
      </Table>
    )}
    {queue.letters.length === 0 ? null : (
      <>
        <Table
          title={queue.setAside > queue.letters.length ? `Set aside, the oldest ${queue.letters.length}` : 'Set aside'}
          columns={['Number', 'File', 'Reason', 'Since']}
        >
          {queue.letters.map((letter) => (
            <Letter key={letter.number} letter={letter} />
          ))}
        </Table>
        <p>
          <code>laydown queue replay NUMBER...</code> puts them back in the queue.
        </p>
      </>
    )}
  </>
);

const Table = ({ title, columns, children }: { title: string; columns: readonly string[]; children: ReactNode }) => (
  <>
    <h3>{title}</h3>
    <table className={styles.table}>
      <caption className="hidden">{title}</caption>
      <thead>
        <tr>
          {columns.map((column) => (
            <th key={column} scope="col">
              {column}
            </th>
          ))}
        </tr>
      </thead>
      <tbody>{children}</tbody>
    </table>
  </>
);

const Worker = ({ worker: { name, files, dead, rate, since } }: { worker: WorkerRow }) => (
  <tr>
    <th scope="row">{name}</th>
    <td className={styles.number}>{figure(files)}</td>
    <td className={styles.number}>{figure(dead)}</td>
    <td className={styles.number}>{rate.toFixed(1)}</td>
    <td>
      <When at={since} />
    </td>
  </tr>
);

const Letter = ({ letter: { number, source, reason, since } }: { letter: LetterRow }) => (
  <tr>
    <td className={styles.number}>{number}</td>
    <th scope="row" className={styles.wide}>
      {source}
    </th>
    <td className={styles.wide}>{reason}</td>
    <td>
      <When at={since} />
    </td>
  </tr>
);

const When = ({ at }: { at: string }) => <time dateTime={at}>{at.slice(0, 16).replace('T', ' ')}</time>;
