// `laydown review`: what nobody has judged yet, and on a terminal the judging of it, one claim at a time.
import { judgeClaim } from '../../app/judge-claim.ts';
import { reviewPage } from '../../app/pages/review-page.ts';
import type { Day } from '../../model/day.ts';
import { LaydownError } from '../../model/errors.ts';
import { parseClaim } from '../../model/notation.ts';
import type { ReviewOrder } from '../../model/verdicts.ts';
import type { QueueItem } from '../../views/pages/review.ts';
import { type Asking, withLedger } from '../ledger.ts';
import { askingLines, type LineAsker } from '../line-asker.ts';
import { counted } from '../numbers.ts';
import { queueLines } from '../review-lines.ts';
import type { Call } from '../verb-kit.ts';

export interface ReviewOptions {
  readonly order: ReviewOrder;
  readonly limit: string;
  readonly ask: boolean;
  readonly at?: Day;
  readonly known?: Day;
  readonly by?: string;
}

const MOST_SHOWN = 200;

export async function review(call: Call, options: ReviewOptions): Promise<void> {
  const limit = limitIn(options.limit);
  const { terminal, global, wiring } = call;
  await withLedger(call, async (services) => {
    const asks = options.ask && !global.json && terminal.isTerminal && 'isTTY' in wiring.stdin && wiring.stdin.isTTY;
    if (asks) return judgeOneByOne(call, services, options);
    const { known, order, open, items } = await reviewPage(services, options, { limit });
    if (global.json) return terminal.json({ known, order, open, claims: items });
    terminal.say(terminal.paint.bold(heading(open)));
    for (const item of items) for (const line of queueLines(item, terminal)) terminal.say(line);
    if (open > items.length) terminal.say(terminal.paint.dim(`and ${counted(open - items.length, 'more claim')}`));
    if (open > 0) terminal.say(terminal.paint.dim('judge one with: laydown judge CLAIM accept|reject|correct'));
  });
}

const heading = (open: number): string =>
  open === 0 ? 'Nothing to judge: no claim that rests on a text waits.' : `${counted(open, 'claim')} to judge`;

function limitIn(text: string): number {
  const limit = Number(text);
  if (Number.isInteger(limit) && limit >= 1 && limit <= MOST_SHOWN) return limit;
  throw new LaydownError('usage', `--limit ${text}: write a number from 1 to ${MOST_SHOWN}`);
}

/** Ends at `q`, at the end of the input, or when nothing is left. A claim put off does not come again. */
async function judgeOneByOne(call: Call, services: Asking, options: ReviewOptions): Promise<void> {
  const { terminal, wiring } = call;
  const asking = askingLines(wiring.stdin, wiring.stdout);
  const putOff = new Set<string>();
  const judged: string[] = [];
  try {
    for (;;) {
      const { open, items } = await reviewPage(services, options, { limit: 1, without: putOff });
      const item = items[0];
      terminal.say(terminal.paint.bold(heading(open)));
      if (item === undefined) break;
      for (const line of queueLines(item, terminal)) terminal.say(line);
      if (!(await judgeItem(call, services, options, item, { asking, putOff, judged }))) break;
    }
  } finally {
    asking.close();
  }
  terminal.say(`${counted(judged.length, 'claim')} judged`);
}

interface Round {
  readonly asking: LineAsker;
  readonly putOff: Set<string>;
  /** Ids in the order they were judged; `u` takes the last one back. */
  readonly judged: string[];
}

/** False: the reviewer is done. A fault is said and the same claim asked again. */
async function judgeItem(
  { terminal, wiring }: Call,
  { store }: Asking,
  { by }: ReviewOptions,
  { claim, notation }: QueueItem,
  { asking, putOff, judged }: Round,
): Promise<boolean> {
  const record = async (id: string, verdict: Parameters<typeof judgeClaim>[1]['verdict'], more: object = {}) => {
    await judgeClaim(
      { store, clock: wiring.clock },
      { claim: id, verdict, ...(by === undefined ? {} : { by }), ...more },
    );
  };
  const answer = await asking.ask('[a]ccept  [r]eject  [c]orrect  [s]kip  [u]ndo the last  [q]uit > ');
  const word = answer?.trim().toLowerCase() ?? 'q';
  try {
    if (word === 'q' || word === 'quit') return false;
    else if (word === 's' || word === 'skip') putOff.add(claim.id);
    else if (word === 'a' || word === 'accept') {
      await record(claim.id, 'accept');
      judged.push(claim.id);
    } else if (word === 'r' || word === 'reject') {
      const note = await asking.ask('why (may be left empty) > ');
      await record(claim.id, 'reject', note?.trim() ? { note: note.trim() } : {});
      judged.push(claim.id);
    } else if (word === 'c' || word === 'correct') {
      const line = await asking.ask('as it should read > ', notation);
      const { evidence: _quotation, ...correction } = parseClaim(line ?? '', 'as in the original');
      await record(claim.id, 'correct', { correction });
      judged.push(claim.id);
    } else if (word === 'u' || word === 'undo') {
      const last = judged.pop();
      if (last === undefined) terminal.say('nothing was judged yet');
      else await record(last, 'withdraw');
    } else terminal.say(`"${word}" is none of a, r, c, s, u, q`);
  } catch (error) {
    terminal.warn(`${terminal.warnPaint.red('laydown:')} ${(error as Error).message}`);
  }
  return true;
}
