// How the machinery does: what waits in the queue, who works on it, what was set aside; where the ledger stands, in memory and at its copy.

export interface OperationsPage {
  readonly page: 'operations';
  readonly ledger: LedgerStanding;
  /** Null where reads come from the ledger itself. */
  readonly copy: CopyStanding | null;
  /** Null where the server was told of no queue. */
  readonly queue: QueueAway | QueueStanding | null;
}

export interface LedgerStanding {
  /** The last ledger transaction. */
  readonly transaction: number;
  /** The one that answers stand on. */
  readonly answered: number;
}

export interface CopyStanding {
  readonly where: string;
  readonly transaction: number;
  /** Null: the primary cannot be asked. */
  readonly behind: number | null;
  /** Null: not known. */
  readonly lagSeconds: number | null;
}

export interface QueueAway {
  readonly fault: string;
}

export interface QueueStanding {
  readonly fault: null;
  readonly waiting: number;
  readonly inHand: number;
  readonly setAside: number;
  /** Files a second, of all workers. */
  readonly rate: number;
  readonly copies: number;
  readonly copiesCurrent: number;
  readonly workers: readonly WorkerRow[];
  /** The oldest of what was set aside. */
  readonly letters: readonly LetterRow[];
}

export interface WorkerRow {
  readonly name: string;
  readonly since: string;
  readonly files: number;
  readonly dead: number;
  readonly rate: number;
}

export interface LetterRow {
  readonly number: number;
  readonly source: string;
  readonly reason: string;
  readonly since: string;
}
