// The built web app, as the pages use it: a page as HTML, and the app's own files.
import type { PageModel } from '../../views/pages/page.ts';
import type { Shell } from '../../views/pages/shell.ts';

export interface WebApp {
  /** The whole document, the model in it as JSON. `address` is path and query. */
  render(model: PageModel, shell: Shell, address: string): string;
  /** A file of /assets/ by its name; null where there is none of that name. */
  asset(name: string): { readonly bytes: Uint8Array; readonly type: string } | null;
}
