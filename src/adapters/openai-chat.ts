// Any endpoint that speaks OpenAI's chat completions, with its reply held to a JSON schema where it can do that.
import { z } from 'zod';
import { LaydownError } from '../model/errors.ts';
import type { Llm, LlmReply, LlmRequest } from '../ports/llm.ts';

export interface ChatOptions {
  /** Up to and with `/v1`: "https://api.example.org/v1". */
  readonly base: string;
  readonly model: string;
  /** Null: the service needs none, as one on this machine. */
  readonly key: string | null;
  /** Waits between tries, in milliseconds; as many tries as waits, and one. */
  readonly waits?: readonly number[];
  /** For one answer, in milliseconds. */
  readonly deadline?: number;
}

const WAITS = [500, 2_000, 8_000, 20_000];
const DEADLINE = 120_000;
const REPLY_BYTES = 4 * 1024 * 1024;
/** No service is waited for longer than this, whatever it asks for. */
const LONGEST_WAIT = 60_000;

const completionSchema = z.object({
  choices: z
    .array(
      z.object({
        finish_reason: z.string().nullish(),
        message: z.object({ content: z.string().nullish(), refusal: z.string().nullish() }),
      }),
    )
    .min(1),
  usage: z.object({ prompt_tokens: z.number().nullish(), completion_tokens: z.number().nullish() }).nullish(),
});

/** A fault that another try may mend; `after` is what the service asks to wait, in milliseconds. */
class Passing extends Error {
  readonly after: number | null;
  constructor(message: string, after: number | null = null) {
    super(message);
    this.after = after;
  }
}

/** Throws LaydownError `usage` for a base that is no http address. */
export function chatModel(options: ChatOptions): Llm {
  const { base, model, waits = WAITS } = options;
  if (!URL.canParse(base) || !/^https?:$/.test(new URL(base).protocol))
    throw new LaydownError('usage', `"${base}" is no address of a model service: such as https://api.example.org/v1`);
  const address = `${base.replace(/\/+$/, '')}/chat/completions`;
  return {
    model,
    async ask(request) {
      for (let attempt = 0; ; attempt++) {
        try {
          return await once(address, request, options);
        } catch (error) {
          if (!(error instanceof Passing)) throw error;
          const wait = waits[attempt];
          if (wait === undefined)
            throw new LaydownError('store-unreachable', `${model} at ${base}: ${error.message}`, { cause: error });
          await sleep(Math.min(LONGEST_WAIT, Math.max(wait, error.after ?? 0)));
        }
      }
    },
  };
}

async function once(address: string, { messages, schema }: LlmRequest, options: ChatOptions): Promise<LlmReply> {
  const { model, key, deadline = DEADLINE } = options;
  const body = JSON.stringify({
    model,
    messages,
    temperature: 0,
    response_format: { type: 'json_schema', json_schema: { name: 'claims', strict: true, schema } },
  });
  const signal = AbortSignal.timeout(deadline);
  let response: Response;
  let text: string;
  try {
    response = await fetch(address, {
      method: 'POST',
      body,
      signal,
      // A key must not follow to wherever a service points.
      redirect: 'error',
      headers: { 'content-type': 'application/json', ...(key === null ? {} : { authorization: `Bearer ${key}` }) },
    });
    text = await bounded(response, signal);
  } catch (error) {
    if (error instanceof LaydownError) throw error;
    if (signal.aborted) throw new Passing(`gave no answer in ${Math.round(deadline / 1000)} s`);
    throw new Passing(`cannot be reached: ${causeOf(error as Error)}`);
  }
  if (response.ok) return replyIn(text);
  const said = text.replace(/\s+/g, ' ').slice(0, 200);
  if (response.status === 429 || response.status === 408 || response.status >= 500)
    throw new Passing(`answered ${response.status} ${said}`, retryAfter(response));
  throw new LaydownError('usage', `${model} at ${options.base} refused the request: ${response.status} ${said}`);
}

function replyIn(text: string): LlmReply {
  const completion = completionSchema.safeParse(jsonIn(text));
  if (!completion.success) throw new Passing('answered with something else than a completion');
  const { choices, usage } = completion.data;
  const { message, finish_reason } = choices[0]!;
  return {
    text: message.content ?? message.refusal ?? '',
    isCut: finish_reason === 'length',
    tokensIn: usage?.prompt_tokens ?? null,
    tokensOut: usage?.completion_tokens ?? null,
  };
}

function jsonIn(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    return null;
  }
}

/**
 * Throws LaydownError `too-large` for an answer beyond all measure, and the signal's reason. The signal that fetch was given does not do for the
 * body: when memory is cleared after the head has come, Node loses the way from the signal to the body, which then drips for ever.
 */
async function bounded(response: Response, signal: AbortSignal): Promise<string> {
  const reader = response.body?.getReader();
  const parts: Uint8Array[] = [];
  let size = 0;
  const stop = (): void => void reader?.cancel(signal.reason).catch(() => undefined);
  signal.addEventListener('abort', stop, { once: true });
  try {
    for (;;) {
      const part = await reader?.read();
      signal.throwIfAborted();
      if (part === undefined || part.done) break;
      size += part.value.length;
      if (size > REPLY_BYTES)
        throw new LaydownError('too-large', `the model service sent more than ${REPLY_BYTES / 1024 / 1024} MB`);
      parts.push(part.value);
    }
  } finally {
    signal.removeEventListener('abort', stop);
    stop();
  }
  return Buffer.concat(parts).toString('utf8');
}

function retryAfter(response: Response): number | null {
  const header = response.headers.get('retry-after');
  if (header === null) return null;
  const seconds = Number(header);
  return Number.isFinite(seconds) ? seconds * 1_000 : Math.max(0, Date.parse(header) - Date.now()) || null;
}

const causeOf = (error: Error): string => (error.cause instanceof Error ? error.cause.message : error.message);
const sleep = (ms: number): Promise<void> => new Promise((resolve) => setTimeout(resolve, ms));
