// A ledger held in memory for a program that runs long: read once, then only what later transactions add. Its answers are those of the fold of
// the ledger transaction that they stand on, and a reader waits for no rebuild.
import { knownDayOf } from '../ledger/fold.ts';
import { PackedLedger } from '../ledger/packed-ledger.ts';
import { SectionReader, SectionWriter } from '../ledger/sections.ts';
import type { Atlas } from '../model/atlas.ts';
import type { Day } from '../model/day.ts';
import { isAway } from '../model/errors.ts';
import type { LedgerFacts } from '../model/event.ts';
import { PackedKnowledge } from '../reconcile/packed-knowledge.ts';
import type { WarmLedger } from './known-on.ts';
import type { Services } from './services.ts';

/** Days of knowing that are kept worked out: the one asked for most, and the other end of "what we learnt since". */
const DAYS_KEPT = 4;
/** Claims, or reports, read at a time: bounds memory while a large ledger is read. */
const AT_ONCE = 8_000;
/** Fewer claims are read from the ledger as soon as from what was kept of them. */
const FEWEST_KEPT = 20_000;
const LAST_DAY = '9999-12-31';
/** What was added last is waited for so long; after that, answers stand on what is there. */
const MOST_WAIT_MS = 1_000;

/** Nothing is read before the first question, which waits for all of it. Pass it as `warm` to the questions. */
export function warmLedger(
  { store, atlas }: Pick<Services, 'store' | 'atlas'>,
  { fewestKept = FEWEST_KEPT }: { readonly fewestKept?: number } = {},
): WarmLedger {
  let shown = new Memory(atlas);
  let isLoaded = false;
  let isRebuilding = false;
  /** Redactions up to this transaction had taken their words away before anything was read. */
  let erased = 0;
  let hidden = 0;

  /** Up to which transaction it is kept beside the ledger, and how many claims that are. */
  let kept = { transaction: 0, claims: 0 };

  const begin = async (transaction: number): Promise<void> => {
    const found = (await store.memory?.read()) ?? null;
    if (found === null || found.transaction > transaction) return;
    try {
      shown = new Memory(atlas, new PackedLedger(new SectionReader(found.bytes)), found.transaction);
      erased = found.transaction;
      kept = { transaction: found.transaction, claims: shown.claims };
    } catch {
      // Of another form: it is made anew.
      shown = new Memory(atlas);
    }
  };
  const keep = async (): Promise<void> => {
    const grown = shown.claims - kept.claims;
    if (store.memory === undefined || grown < Math.max(fewestKept, kept.claims / 10)) return;
    const { read: transaction, claims } = shown;
    const to = new SectionWriter();
    shown.write(to);
    await store.memory.write({ transaction }, to.parts);
    kept = { transaction, claims };
  };

  const refresh = async (): Promise<void> => {
    const transaction = await store.cursor();
    if (shown.read === 0) await begin(transaction);
    let gone = shown.read === 0 ? transaction : erased;
    let memory = shown;
    try {
      while (memory.read < transaction) {
        const isNext = transaction - memory.read === 1;
        const upTo = isNext ? transaction : Math.min(transaction, await store.reach(memory.read, AT_ONCE));
        const facts = await store.facts({ after: memory.read, transaction: upTo });
        const fresh = facts.redactions.filter((one) => one.transaction > gone);
        if (memory.read > 0 && fresh.length > 0) {
          // What was read before holds words that are erased since: they are hidden at once, and all is read anew beside it.
          for (const one of fresh) shown.hide(one);
          hidden++;
          gone = transaction;
          await store.memory?.forget();
          kept = { transaction: 0, claims: 0 };
          isRebuilding = true;
          memory = new Memory(atlas);
          continue;
        }
        memory.take(facts, upTo);
      }
      shown = memory;
      erased = gone;
      isLoaded = true;
    } finally {
      isRebuilding = false;
    }
    await keep();
  };

  let running: Promise<void> = Promise.resolve();
  let next: Promise<void> | null = null;
  /** One that begins after now: those who ask while another runs share the next. */
  const refreshed = (): Promise<void> => {
    next ??= running
      .catch(() => {})
      .then(() => {
        next = null;
        running = refresh();
        return running;
      });
    return next;
  };
  const fresh = async (): Promise<void> => {
    const turn = refreshed();
    turn.catch(() => {});
    if (isRebuilding) return;
    let timer: NodeJS.Timeout | undefined;
    const late = new Promise<void>((resolve) => {
      timer = setTimeout(resolve, MOST_WAIT_MS);
    });
    try {
      await Promise.race([turn, late]);
    } finally {
      clearTimeout(timer);
    }
  };

  return {
    transaction: () => shown.read,
    standing: () => `${shown.read}.${hidden}`,
    fresh,
    refreshed,
    async on(known, judged = known) {
      if (isLoaded) await fresh().catch(unlessAway);
      else await refreshed();
      return shown.picture(known, judged);
    },
  };
}

/** What is in memory is told, with what it stands on, while the store is away. */
function unlessAway(error: unknown): void {
  if (!isAway(error)) throw error;
}

/** The ledger up to one transaction, and what follows from it for some days of knowing. */
class Memory {
  /** The last transaction in it. */
  read: number;
  readonly #ledger: PackedLedger;
  readonly #pictures = new Map<string, PackedKnowledge>();
  readonly #atlas: Atlas;
  /** From this day on, all that the ledger holds is known. */
  #allKnown: Day = '';

  constructor(atlas: Atlas, ledger: PackedLedger = new PackedLedger(), read = 0) {
    this.#atlas = atlas;
    this.#ledger = ledger;
    this.read = read;
    for (const { fact, judgements } of ledger.reports) {
      this.#allKnown = later(this.#allKnown, knownDayOf(fact));
      for (const one of judgements) this.#allKnown = later(this.#allKnown, one.fact.on);
    }
    for (const { on } of ledger.entities) this.#allKnown = later(this.#allKnown, on);
  }

  get claims(): number {
    return this.#ledger.claims.length;
  }

  write(to: SectionWriter): void {
    this.#ledger.write(to);
  }

  take(facts: LedgerFacts, upTo: number): void {
    const reports = this.#ledger.take(facts);
    if (facts.entities.length > 0) this.#pictures.clear();
    for (const picture of this.#pictures.values()) picture.refresh(reports);
    for (const report of facts.reports) this.#allKnown = later(this.#allKnown, knownDayOf(report));
    for (const { on } of [...facts.judgements, ...facts.entities]) this.#allKnown = later(this.#allKnown, on);
    this.read = upTo;
  }

  hide(redaction: LedgerFacts['redactions'][number]): void {
    this.#ledger.hide(redaction);
    this.#pictures.clear();
  }

  picture(known: Day, judged: Day): PackedKnowledge {
    const isLast = known >= this.#allKnown && judged >= this.#allKnown;
    const [day, judgedDay] = isLast ? [LAST_DAY, LAST_DAY] : [known, judged];
    const days = `${day} ${judgedDay}`;
    const picture = this.#pictures.get(days) ?? new PackedKnowledge(this.#ledger, day, judgedDay, this.#atlas);
    this.#pictures.delete(days);
    this.#pictures.set(days, picture);
    for (const old of [...this.#pictures.keys()].slice(0, -DAYS_KEPT)) this.#pictures.delete(old);
    return picture;
  }
}

const later = (a: Day, b: Day): Day => (a > b ? a : b);
