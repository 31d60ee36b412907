// A language model behind an address: one question, one reply.
export interface LlmRequest {
  readonly messages: readonly { readonly role: 'system' | 'user' | 'assistant'; readonly content: string }[];
  /** The JSON Schema that the reply should fit; a server that knows none of it ignores it. */
  readonly schema: object;
}

export interface LlmReply {
  readonly text: string;
  /** True where the server says that it stopped before the end. */
  readonly isCut: boolean;
  /** As the server counts them; null where it does not say. */
  readonly tokensIn: number | null;
  readonly tokensOut: number | null;
}

export interface Llm {
  readonly model: string;
  /** Throws LaydownError `store-unreachable` where the service gives no answer after its retries, `usage` where it refuses the key or the request. */
  ask(request: LlmRequest): Promise<LlmReply>;
}

/** Replies kept by what was asked. */
export interface ReplyCache {
  get(key: string): Promise<LlmReply | null>;
  put(key: string, reply: LlmReply): Promise<void>;
}
