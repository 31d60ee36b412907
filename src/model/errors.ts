// A broken promise throws one LaydownError with a code; an expected fault is a Fault value that stops no batch.

export type ErrorCode =
  | 'usage' // the call's words are off: what, which one, what to do
  | 'bad-input' // one file, line or claim cannot be taken
  | 'too-large' // an input limit is passed
  | 'not-found' // no such claim, report, party or place
  | 'store-unreachable' // the ledger cannot be opened or reached
  | 'store-time-limit' // the ledger's server ended a statement that took longer than it allows
  | 'store-locked' // another process holds the ledger
  | 'store-read-only' // the ledger directory cannot be written
  | 'store-newer'; // the ledger was written by a newer version

export class LaydownError extends Error {
  override readonly name = 'LaydownError';
  readonly code: ErrorCode;
  constructor(code: ErrorCode, message: string, options?: ErrorOptions) {
    super(message, options);
    this.code = code;
  }
}

/** The ledger gives no answer now, and may later: its server is away, or takes longer than it allows itself. */
export const isAway = (error: unknown): error is LaydownError =>
  error instanceof LaydownError && (error.code === 'store-unreachable' || error.code === 'store-time-limit');

/** An expected fault with its place in the source: `source` names the file, line or claim; `message` says what and what to do. */
export interface Fault {
  readonly source: string;
  readonly code: ErrorCode;
  readonly message: string;
}
