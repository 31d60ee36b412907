// Reading an address of the web, only ever when somebody asks for it.

export interface Fetched {
  /** Where it was found in the end, after redirects. */
  readonly url: string;
  readonly bytes: Uint8Array;
}

export interface Fetcher {
  /** Throws LaydownError `bad-input` where it cannot be read or may not be, `too-large` past `limit` bytes. */
  fetch(url: string, limit: number): Promise<Fetched>;
}
