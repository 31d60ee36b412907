// Reading an address of the web, only ever when somebody asks for it.

export interface Fetched {
  /** Where it was found in the end, after redirects. */
  readonly url: string;
  readonly bytes: Uint8Array;
}

export interface Question {
  /** What was answered before (`ETag`, `Last-Modified`): the site need not send it again. */
  readonly etag?: string | null;
  readonly modified?: string | null;
  /** Called before each connection, also those that redirects lead to: waits for its turn, throws where the address is not to be asked. */
  readonly before?: (url: URL) => Promise<void>;
}

export interface Answer {
  /** Where it came from in the end, after redirects. */
  readonly url: string;
  readonly status: number;
  /** Null but for 200. */
  readonly bytes: Uint8Array | null;
  readonly etag: string | null;
  readonly modified: string | null;
  /** Milliseconds that the site asks to be left alone (`Retry-After`); null where it does not. */
  readonly retryMs: number | null;
}

export interface Fetcher {
  /** Throws LaydownError `bad-input` where it cannot be read or may not be, `too-large` past `limit` bytes. */
  fetch(url: string, limit: number): Promise<Fetched>;
  /** Any answer of the site is one. Throws as `fetch` does where there is none. */
  ask(url: string, limit: number, question?: Question): Promise<Answer>;
}
