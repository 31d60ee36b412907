// `laydown judge`: a reviewer's verdict on a claim, recorded as an event.
import { type JudgeRequest, judgeClaim } from '../../app/judge-claim.ts';
import type { Claim } from '../../model/claim.ts';
import type { Day } from '../../model/day.ts';
import { LaydownError } from '../../model/errors.ts';
import type { Judgement } from '../../model/judgement.ts';
import { parseClaim, printFields } from '../../model/notation.ts';
import { VERDICTS } from '../../model/verdicts.ts';
import { withStore } from '../ledger.ts';
import type { Call } from '../verb-kit.ts';

export interface JudgeOptions {
  readonly on?: Day;
  readonly by?: string;
  readonly note?: string;
  readonly as?: string;
  readonly set?: readonly string[];
}

/** Ids of merges and splits begin with a letter that no claim's hash has. */
const MERGE_OR_SPLIT = /^n[0-9a-f]{12}$/;

export async function judge(call: Call, claim: string, verdict: string, options: JudgeOptions): Promise<void> {
  const { terminal, wiring } = call;
  if (verdict === 'withdraw' && MERGE_OR_SPLIT.test(claim))
    return (await import('./entities.ts')).withdraw(call, claim, options);
  const request: JudgeRequest = {
    claim,
    verdict: verdictOf(verdict),
    ...(options.on === undefined ? {} : { on: options.on }),
    ...(options.by === undefined ? {} : { by: options.by }),
    ...(options.note === undefined ? {} : { note: options.note }),
    ...correctionOf(options),
  };
  await withStore(call, async (store) => {
    const judged = await judgeClaim({ store, clock: wiring.clock }, request);
    if (call.global.json) {
      terminal.json({ judgement: judged.judgement, new: judged.isNew });
      return;
    }
    const { judgement } = judged;
    const by = judgement.by === null ? '' : ` by ${judgement.by}`;
    terminal.say(`${judgement.verdict} on ${judgement.on}${by}${judged.isNew ? '' : ' (recorded before)'}`);
    terminal.say(`  ${printFields(judgement.correction ?? judged.claim.claim)}`);
  });
}

function verdictOf(word: string): Judgement['verdict'] {
  const verdict = VERDICTS.find((v) => v === word);
  if (verdict !== undefined) return verdict;
  throw new LaydownError(
    'usage',
    `"${word}" is no verdict: say ${VERDICTS.slice(0, -1).join(', ')} or ${VERDICTS.at(-1)}`,
  );
}

/** `--as` gives every field but the quotation; `--set` then changes single ones. */
function correctionOf(options: JudgeOptions): { correction?: Partial<Claim> } {
  if (options.as === undefined && options.set === undefined) return {};
  const correction: Record<string, unknown> = {};
  if (options.as !== undefined) {
    const { evidence: _quotation, ...fields } = parseNotation(options.as);
    Object.assign(correction, fields);
  }
  for (const pair of options.set ?? []) {
    const at = pair.indexOf('=');
    if (at < 1)
      throw new LaydownError(
        'usage',
        `--set "${pair}": write FIELD=VALUE, such as quantity=14 or said_by="Defence Ministry"`,
      );
    const field = pair.slice(0, at).trim();
    correction[field] = valueIn(field, pair.slice(at + 1).trim());
  }
  return { correction: correction as Partial<Claim> };
}

function parseNotation(line: string): Claim {
  try {
    return parseClaim(line, 'as in the original');
  } catch (error) {
    throw new LaydownError('usage', `--as: ${(error as Error).message}`, { cause: error });
  }
}

/** JSON where it is JSON; quantities, places and times as in the one-line notation; else the text itself. */
function valueIn(field: string, text: string): unknown {
  try {
    const value: unknown = JSON.parse(text);
    if (field !== 'quantity' || typeof value !== 'number') return value;
  } catch {
    // Not JSON: the notation, or plain words.
  }
  const wrap = {
    quantity: `presence ? ${text}`,
    place: `presence ? ${text}`,
    time: `presence ? ${text}`,
    from: `movement ? ${text} -> planned deploy`,
    to: `movement ? -> ${text} planned deploy`,
  }[field];
  if (wrap === undefined) return text;
  return (parseNotation(wrap) as unknown as Record<string, unknown>)[field];
}
