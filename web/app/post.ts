// Sends what a form would, as JSON: null where it was taken, else what to tell the reader.
import type { Shell } from '../../src/views/pages/shell.ts';

export async function post(
  action: string,
  fields: Readonly<Record<string, string>>,
  { csrf }: Pick<Shell, 'csrf'>,
): Promise<string | null> {
  try {
    const response = await fetch(action, {
      method: 'POST',
      headers: { 'Content-Type': 'application/json', Accept: 'application/json', 'X-CSRF-Token': csrf ?? '' },
      body: JSON.stringify(fields),
    });
    if (response.ok) return null;
    const { detail } = (await response.json()) as { readonly detail?: string };
    return detail ?? `The server refused it (${response.status}).`;
  } catch {
    return 'The server cannot be reached. Nothing was sent; try again in a moment.';
  }
}
