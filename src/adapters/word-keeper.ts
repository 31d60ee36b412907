// Indexes the words of reports behind their commit. Who adds a report works out its words, whichever comes first; a mark tells up to where in the
// order of the ledger all have theirs. Whoever is killed between a commit and its words leaves them to the next who adds reports, or serves the ledger.
import type { Report } from '../model/report.ts';
import { CANCELLED, type Engine, type Sql, sqlState } from './sql.ts';
import { lettersOf, type Searched, searchedIn, WordForms } from './word-forms.ts';
import { advanceMark, isMarkedWhole, KEPT_WORDS, reportsLeft, WORDS_LOCK } from './word-index.ts';

/** Reports at a time: others have the embedded engine meanwhile. */
const AT_ONCE = 256;
/** Of texts that are remembered. */
const MOST_LETTERS = 2_000_000;
/** So many reports of this process may be without their words: whoever adds more waits. */
const MOST_BEHIND = 4_096;
/** What came last is indexed after so long without more. */
const IDLE_MS = 1_000;
/** The mark is moved, and looked for what others have left, no more often: a search reads as much more. */
const LOOK_MS = 1_000;
const AFTER_A_FAILURE_MS = 10_000;
/** The words of a report are the business of whoever added it; after so long it is taken for gone. */
const OTHERS_MS = 10_000;

export class WordKeeper {
  readonly #engine: Engine;
  readonly #forms = new WordForms();
  /** Reports of this process without their words, by id: what is searched of each; null where the engine reads it from its row. */
  readonly #added = new Map<string, Searched | null>();
  #letters = 0;
  /** The mark has been moved since the last of them got its words. */
  #isMarked = true;
  #isSettling = false;
  #looked = Number.NEGATIVE_INFINITY;
  /** Reports at a time now. */
  #atOnce = AT_ONCE;
  #running: Promise<void> | null = null;
  /** Batches of reports of others that are still begun. */
  #batches = Number.POSITIVE_INFINITY;
  #timer: NodeJS.Timeout | undefined;

  constructor(engine: Engine) {
    this.#engine = engine;
  }

  /** These reports were added. Resolves when more may come. */
  async grew(reports: readonly Report[]): Promise<void> {
    if (reports.length === 0) return;
    for (const { id, title, text } of reports) {
      const searched = this.#letters > MOST_LETTERS ? null : searchedIn(title, text);
      this.#added.set(id, searched);
      if (searched !== null) this.#letters += lettersOf(searched);
    }
    this.#isMarked = false;
    if (this.#added.size >= AT_ONCE) this.#start();
    else this.later(IDLE_MS);
    while (this.#added.size > MOST_BEHIND && this.#running !== null) await this.#running;
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
    this.#batches = !this.#isMarked || this.#running !== null ? MOST_BEHIND / AT_ONCE : 0;
    this.#isSettling = true;
    await this.#running;
    if (this.#added.size > 0 || !this.#isMarked) this.#start();
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
      while (this.#added.size >= AT_ONCE) await this.#indexOwn();
      for (let left = Math.ceil(this.#added.size / this.#atOnce); left > 0; left--) await this.#indexOwn();
      const early = this.#looked + LOOK_MS - performance.now();
      if (early > 0 && !this.#isSettling) {
        this.#timer = setTimeout(() => this.#start(), early).unref();
        return;
      }
      this.#looked = performance.now();
      const isAll = await this.#indexOthers();
      this.#isMarked = this.#added.size === 0;
      if (isAll) await dropIndexOfBefore(this.#engine);
      else this.#timer = setTimeout(() => this.#start(), this.#added.size > 0 ? IDLE_MS : OTHERS_MS).unref();
    } catch (error) {
      const isCut = sqlState(error) === CANCELLED;
      if (isCut) this.#lessAtOnce();
      this.#timer = setTimeout(() => this.#start(), isCut ? IDLE_MS : AFTER_A_FAILURE_MS).unref();
    }
  }

  /** The server may only take so long for a statement; a report that is too much by itself keeps none behind it. */
  #lessAtOnce(): void {
    const [first] = this.#added;
    if (this.#atOnce === 1 && first !== undefined) {
      this.#added.delete(first[0]);
      this.#added.set(...first);
    }
    this.#atOnce = Math.ceil(this.#atOnce / 2);
  }

  async #indexOwn(): Promise<void> {
    const next: (readonly [string, Searched | null])[] = [];
    for (const one of this.#added) if (next.push(one) === this.#atOnce) break;
    await this.#engine.transaction(
      async (sql) => {
        await hold(sql);
        const searched = next.filter((one): one is readonly [string, Searched] => one[1] !== null);
        const { known, lines } = await this.#forms.of(
          sql,
          searched.map(([, words]) => words),
        );
        const own = searched.filter((_, i) => known[i]).map(([id]) => id);
        // A text that was erased meanwhile is not the one that was added.
        const [row] =
          own.length === 0
            ? []
            : await sql.query(
                `with made as (
                   insert into report_word select r.id, array_to_tsvector(string_to_array(coalesce(n.words, ''), ' '))
                   from unnest($1::text[], string_to_array($2::text, $3::text)) as n(id, words) join report r on r.id = n.id and r.text is not null
                   on conflict do nothing returning 1)
                 select count(*)::int as count from made`,
                [own, lines, SEPARATOR],
              );
        if (Number(row?.['count'] ?? 0) < next.length)
          await readByEngine(
            sql,
            next.map(([id]) => id),
          );
      },
      { repeatable: true },
    );
    this.#atOnce = Math.min(AT_ONCE, 2 * this.#atOnce);
    for (const [id, searched] of next) {
      this.#added.delete(id);
      if (searched !== null) this.#letters -= lettersOf(searched);
    }
  }

  /** Reports that nobody has in hand. True where all that there are have their words. */
  async #indexOthers(): Promise<boolean> {
    for (; this.#batches > 0; this.#batches--) {
      const left = await this.#engine.transaction(
        async (sql) => {
          await hold(sql);
          await advanceMark(sql);
          const ids = (await reportsLeft(sql, OTHERS_MS, this.#atOnce)).filter((id) => !this.#added.has(id));
          if (ids.length === 0) return 0;
          await readByEngine(sql, ids);
          await advanceMark(sql);
          return ids.length;
        },
        { repeatable: true },
      );
      if (left === 0) break;
    }
    return isMarkedWhole(this.#engine);
  }
}

/** No word holds it. */
const SEPARATOR = '\n';

/**
 * Words may be indexed by many at once, but not while any are erased. What they are made of is in the ledger: nobody waits for the disk. A statement
 * of its own: the next sees what another has done meanwhile.
 */
const hold = (sql: Sql): Promise<unknown> =>
  sql.query(`select pg_advisory_xact_lock_shared(${WORDS_LOCK}), set_config('synchronous_commit', 'off', true)`);

const readByEngine = (sql: Sql, ids: readonly string[]): Promise<unknown> =>
  sql.query(
    `insert into report_word select id, ${KEPT_WORDS} from report r
     where id = any($1::text[]) and not exists (select from report_word w where w.report = r.id) on conflict do nothing`,
    [ids],
  );

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
