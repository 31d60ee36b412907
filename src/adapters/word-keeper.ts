// Indexes the words of reports behind their commit, in the order of the ledger. The words and how far they stand are one transaction: whoever is
// killed between a commit and its words leaves them to the next who adds reports, or serves the ledger.
import type { Report } from '../model/report.ts';
import { type Engine, sqlState } from './sql.ts';
import { searchedIn, WordForms } from './word-forms.ts';
import { KEPT_WORDS, WORDS_LOCK } from './word-index.ts';

/** Reports at a time: others have the embedded engine meanwhile. */
const AT_ONCE = 256;
/** Of texts that are remembered. */
const MOST_LETTERS = 2_000_000;
/** So many reports of this process may be without their words: whoever adds more waits. */
const MOST_BEHIND = 4_096;
/** What came last is indexed after so long without more. */
const IDLE_MS = 1_000;
const AFTER_A_FAILURE_MS = 10_000;

/** What is searched of a report that was added here, and is not indexed. */
interface Added {
  readonly searched: string;
  readonly transaction: number;
}

/** What was indexed at once, and the transaction up to which all is. */
interface Indexed {
  readonly count: number;
  readonly transaction: number;
}

export class WordKeeper {
  readonly #engine: Engine;
  readonly #forms = new WordForms();
  /** By id; the words of others are read from their rows by the engine. */
  readonly #added = new Map<string, Added>();
  #letters = 0;
  /** Reports that this process has added since it last knew all words to be indexed. */
  #behind = 0;
  #running: Promise<void> | null = null;
  /** Batches that are still begun. */
  #batches = Number.POSITIVE_INFINITY;
  #timer: NodeJS.Timeout | undefined;

  constructor(engine: Engine) {
    this.#engine = engine;
  }

  /** A transaction added these reports. Resolves when more may come. */
  async grew(reports: readonly Report[], transaction: number): Promise<void> {
    if (reports.length === 0) return;
    for (const report of reports) this.#remember(report, transaction);
    this.#behind += reports.length;
    if (this.#behind >= AT_ONCE) this.#start();
    else this.later(IDLE_MS);
    while (this.#behind > MOST_BEHIND && this.#running !== null) await this.#running;
  }

  #remember({ id, title, text }: Report, transaction: number): void {
    const searched = this.#letters > MOST_LETTERS ? null : searchedIn(title, text);
    if (searched === null) return;
    this.#added.set(id, { searched, transaction });
    this.#letters += searched.length;
  }

  #forget({ transaction }: Indexed): void {
    for (const [id, added] of this.#added) {
      if (added.transaction > transaction) continue;
      this.#added.delete(id);
      this.#letters -= added.searched.length;
    }
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
        const indexed = await indexWords(this.#engine, this.#added, this.#forms);
        this.#forget(indexed);
        const { count } = indexed;
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
function indexWords(engine: Engine, added: ReadonlyMap<string, Added>, forms: WordForms): Promise<Indexed> {
  return engine.transaction(
    async (sql) => {
      // A statement of its own: the next sees what another process has indexed meanwhile.
      await sql.query(`select pg_advisory_xact_lock(${WORDS_LOCK})`);
      const next = await sql.query(
        `select r.id, r.transaction, r.ordinal, r.text is null as erased from report r, projection p
         where p.name = 'words' and r.transaction >= p.transaction and (r.transaction, r.ordinal) > (p.transaction, p.ordinal)
         order by r.transaction, r.ordinal limit ${AT_ONCE}`,
      );
      const last = next.at(-1);
      if (last === undefined) return { count: 0, transaction: 0 };
      const [own, others]: [string[], string[]] = [[], []];
      for (const row of next) {
        const id = String(row['id']);
        // A text that was erased meanwhile is not the one that was added.
        (row['erased'] !== true && added.has(id) ? own : others).push(id);
      }
      const words = await forms.of(
        sql,
        own.map((id) => added.get(id)!.searched),
      );
      await Promise.all([
        own.length > 0 &&
          sql.query(
            `insert into report_word select id, array_to_tsvector(string_to_array(coalesce(words, ''), ' '))
             from unnest($1::text[], string_to_array($2::text, $3::text)) as r(id, words) on conflict do nothing`,
            [own, Buffer.from(words.join(SEPARATOR)), SEPARATOR],
          ),
        others.length > 0 &&
          sql.query(
            `insert into report_word select id, ${KEPT_WORDS} from report where id = any($1::text[]) on conflict do nothing`,
            [others],
          ),
        sql.query(`update projection set transaction = $1::int, ordinal = $2::int where name = 'words'`, [
          last['transaction'],
          last['ordinal'],
        ]),
      ]);
      // Of the last transaction some may be left.
      return { count: next.length, transaction: Number(last['transaction']) - 1 };
    },
    { repeatable: true },
  );
}

/** No word holds it. */
const SEPARATOR = '\n';

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
