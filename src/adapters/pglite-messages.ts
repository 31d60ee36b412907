// What passes between the program and the thread of its embedded engine.

export interface Opening {
  /** PostgreSQL's data directory. */
  readonly directory: string;
}

export type ToWorker =
  | { readonly kind: 'query'; readonly id: number; readonly text: string; readonly parameters: readonly unknown[] }
  | { readonly kind: 'close' };

export type FromWorker =
  | { readonly kind: 'ready' }
  /** It did not start, or had to stop. `printed`: the engine's own words. */
  | { readonly kind: 'failed'; readonly message: string; readonly printed: readonly string[] }
  | {
      readonly kind: 'rows';
      readonly id: number;
      readonly columns: readonly string[];
      readonly rows: readonly unknown[][];
    }
  | { readonly kind: 'error'; readonly id: number; readonly message: string; readonly code: string | null }
  | { readonly kind: 'closed' };
