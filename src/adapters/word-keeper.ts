// Indexes the words of reports behind their commit, in the order of the ledger. The words and how far they stand are one transaction: whoever is
// killed between a commit and its words leaves them to the next who adds reports, or serves the ledger.
import { type Engine, sqlState } from './sql.ts';
import { KEPT_WORDS, WORDS_LOCK } from './word-index.ts';

/** Reports at a time: others have the embedded engine meanwhile. */
const AT_ONCE = 512;
/** So many reports of this process may be without their words: whoever adds more waits. */
const MOST_BEHIND = 8_192;
/** What came last is indexed after so long without more. */
const IDLE_MS = 1_000;
const AFTER_A_FAILURE_MS = 10_000;

export class WordKeeper {
  readonly #engine: Engine;
  /** Reports that this process has added since it last knew all words to be indexed. */
  #behind = 0;
  #running: Promise<void> | null = null;
  /** Batches that are still begun. */
  #batches = Number.POSITIVE_INFINITY;
  #timer: NodeJS.Timeout | undefined;

  constructor(engine: Engine) {
    this.#engine = engine;
  }

  /** So many reports were added. Resolves when more may come. */
  async grew(reports: number): Promise<void> {
    if (reports === 0) return;
    this.#behind += reports;
    if (this.#behind >= AT_ONCE) this.#start();
    else this.later(IDLE_MS);
    while (this.#behind > MOST_BEHIND && this.#running !== null) await this.#running;
  }

  /** Indexes what there is after a while, where the process lives so long. */
  later(ms: number): void {
    if (this.#running !== null) return;
    clearTimeout(this.#timer);
    this.#timer = setTimeout(() => this.#start(), ms).unref();
  }

  /** What this process has added is indexed when this resolves, but where that fails, or others have left more than can be waited for. */
  async settle(): Promise<void> {
    clearTimeout(this.#timer);
    this.#batches = this.#behind > 0 ? MOST_BEHIND / AT_ONCE : 0;
    await this.#running;
    if (this.#behind > 0) this.#start();
    await this.#running;
    clearTimeout(this.#timer);
  }

  #start(): void {
    clearTimeout(this.#timer);
    this.#running ??= this.#index().finally(() => {
      this.#running = null;
    });
  }

  /** A failure is nobody's: searches read what is not indexed, and it is tried again. */
  async #index(): Promise<void> {
    try {
      for (; this.#batches > 0; this.#batches--) {
        const before = this.#behind;
        const count = await indexWords(this.#engine);
        // What others have added comes in between.
        this.#behind -= count === AT_ONCE ? Math.max(0, Math.min(count, before - 1)) : before;
        if (count < AT_ONCE && this.#behind < AT_ONCE) break;
      }
      if (this.#behind === 0) await dropIndexOfBefore(this.#engine);
      else this.#timer = setTimeout(() => this.#start(), IDLE_MS).unref();
    } catch {
      this.#timer = setTimeout(() => this.#start(), AFTER_A_FAILURE_MS).unref();
    }
  }
}

/** The next reports in the order of the ledger, `AT_ONCE` at most: how many there were. */
function indexWords(engine: Engine): Promise<number> {
  return engine.transaction(
    async (sql) => {
      // A statement of its own: the next sees what another process has indexed meanwhile.
      await sql.query(`select pg_advisory_xact_lock(${WORDS_LOCK})`);
      const [row] = await sql.query(
        `with part as materialized (
           select r.id, r.title, r.text, r.transaction, r.ordinal from report r, projection p
           where p.name = 'words' and r.transaction >= p.transaction and (r.transaction, r.ordinal) > (p.transaction, p.ordinal)
           order by r.transaction, r.ordinal limit ${AT_ONCE}),
         kept as (insert into report_word select id, ${KEPT_WORDS} from part on conflict do nothing),
         moved as (
           update projection p set transaction = last.transaction, ordinal = last.ordinal
           from (select transaction, ordinal from part order by transaction desc, ordinal desc limit 1) as last where p.name = 'words')
         select count(*)::int as count from part`,
      );
      return Number(row?.['count']);
    },
    { repeatable: true },
  );
}

/** The index of earlier formats is of no more use when all words are in the table. It waits for no reader: it is tried again. */
async function dropIndexOfBefore(engine: Engine): Promise<void> {
  const [row] = await engine.query(`select to_regclass('report_words') is not null as there`);
  if (row?.['there'] !== true) return;
  await engine
    .transaction(async (sql) => {
      await sql.query(`set local lock_timeout = '200ms'`);
      await sql.query(`drop index if exists report_words`);
    })
    .catch((error: unknown) => {
      if (sqlState(error) !== '55P03') throw error;
    });
}
