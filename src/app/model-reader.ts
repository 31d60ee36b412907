// A language model as a reader of claims: long reports in pieces, replies kept, every claim past the grounding check, refusals counted.
import { withoutRepeats } from '../extract/dedupe.ts';
import { groundedOf, type Refusal } from '../extract/llm/grounded.ts';
import { PROMPT_VERSION, promptFor } from '../extract/llm/prompt.ts';
import { candidatesIn, replyJsonSchema } from '../extract/llm/reply.ts';
import { windowsOf } from '../extract/llm/windows.ts';
import type { Rule } from '../extract/rule.ts';
import { sha256 } from '../ledger/sha256.ts';
import type { ExtractedClaim } from '../model/claim.ts';
import { LaydownError } from '../model/errors.ts';
import type { Report } from '../model/report.ts';
import type { Llm, LlmReply, LlmRequest, ReplyCache } from '../ports/llm.ts';
import type { Reader, Services } from './services.ts';

/** What reading with a model took and gave, since the reader was made. */
export interface ModelMeter {
  /** Asked of the service; those answered from kept replies are `kept_replies`. */
  readonly calls: number;
  readonly kept_replies: number;
  readonly tokens_in: number;
  readonly tokens_out: number;
  readonly claims: number;
  /** By the field that the text does not carry; `shape` is a candidate that is no claim, `reply` a reply that could not be read. */
  readonly refused: Readonly<Record<string, number>>;
}

export interface ModelReader extends Reader {
  readonly meter: () => ModelMeter;
}

export interface ModelServices {
  readonly llm: Llm;
  /** Null: nothing is kept. */
  readonly cache: ReplyCache | null;
  readonly grounderOf: Services['grounderOf'];
  /** Their examples are the model's. */
  readonly rules: readonly Rule[];
  /** Told of each claim that is refused. */
  readonly onRefused?: (report: Report, refusal: Refusal) => void;
}

/** A reply that cannot be read is asked for once more: models that are not held to the schema stumble at times. */
const TRIES = 2;

/** Replies held in memory, so that one report read twice in a row costs one question. */
const RECENT = 64;

export function modelReader(services: ModelServices): ModelReader {
  const { llm, grounderOf } = services;
  const refused: Record<string, number> = {};
  const count = { calls: 0, kept_replies: 0, tokens_in: 0, tokens_out: 0, claims: 0 };
  const recent = new Map<string, LlmReply>();
  const refuse = (field: string): void => {
    refused[field] = (refused[field] ?? 0) + 1;
  };

  const reply = async (request: LlmRequest, key: string): Promise<LlmReply> => {
    const kept = recent.get(key) ?? (await services.cache?.get(key));
    if (kept) {
      count.kept_replies++;
      return kept;
    }
    count.calls++;
    const fresh = await llm.ask(request);
    count.tokens_in += fresh.tokensIn ?? 0;
    count.tokens_out += fresh.tokensOut ?? 0;
    return fresh;
  };

  const candidates = async (request: LlmRequest) => {
    const key = sha256(JSON.stringify([PROMPT_VERSION, llm.model, request]));
    for (let attempt = 1; ; attempt++) {
      const given = await reply(request, key);
      const found = given.isCut ? null : candidatesIn(given.text);
      if (found !== null) {
        recent.set(key, given);
        for (const old of [...recent.keys()].slice(0, -RECENT)) recent.delete(old);
        await services.cache?.put(key, given);
        return found;
      }
      refuse('reply');
      if (attempt < TRIES) continue;
      const what = given.isCut ? 'stopped before its end' : 'is no JSON of the form asked for';
      throw new LaydownError('bad-input', `the reply of ${llm.model} ${what}`);
    }
  };

  return {
    name: `model:${llm.model}`,
    version: PROMPT_VERSION,
    atOnce: 4,
    meter: () => ({ ...count, refused: { ...refused } }),
    async read(report) {
      const text = report.text ?? '';
      if (text.trim() === '') return [];
      const grounder = grounderOf(report);
      const claims: ExtractedClaim[] = [];
      for (const window of windowsOf(text)) {
        const messages = promptFor(report, window, services.rules);
        const found = await candidates({ messages, schema: replyJsonSchema() });
        for (const _ of found.malformed) refuse('shape');
        const kept = groundedOf(found.claims, grounder, text, llm.model);
        for (const refusal of kept.refused) {
          refuse(refusal.field);
          services.onRefused?.(report, refusal);
        }
        claims.push(...kept.claims);
      }
      const own = withoutRepeats(claims, () => false);
      count.claims += own.length;
      return own;
    },
  };
}

/** What the model found that the rules did not: beside their reading, each claim with its own maker. */
export const besides = (rules: Reader, model: ModelReader): ModelReader => ({
  ...model,
  async read(report) {
    const [first, second] = [await rules.read(report), await model.read(report)];
    return withoutRepeats([...first, ...second], () => false).filter((claim) => claim.model !== undefined);
  },
});
