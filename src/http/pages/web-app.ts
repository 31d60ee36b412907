// The built web app, as the pages use it: a page as HTML, and the app's own files.
import type { Drawing } from '../../views/pages/drawing.ts';
import type { PageAnswer } from '../../views/pages/page.ts';

export interface WebApp {
  /** The documentation's page on the method, as HTML. */
  readonly method: string;
  /** The whole document, the answer in it as JSON. `address` is path and query. */
  render(answer: PageAnswer, address: string): string;
  /** A drawing as a PNG file. */
  picture(drawing: Drawing): Uint8Array<ArrayBuffer>;
  /** A file of /assets/ by its name; null where there is none of that name. */
  asset(name: string): WebFile | null;
}

export interface WebFile {
  readonly bytes: Uint8Array;
  readonly type: string;
  /** The same compressed; null where that saves nothing. */
  readonly gzipped: Uint8Array | null;
}
