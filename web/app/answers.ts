// One page's answer from the server, as JSON at the page's own address.
import type { PageAnswer } from '../../src/views/pages/page.ts';

/** Errors with a page of their own (an unknown name, a day that is none) are answers like others. */
export async function fetchAnswer(address: string, signal?: AbortSignal): Promise<PageAnswer> {
  const response = await fetch(address, {
    headers: { Accept: 'application/json' },
    ...(signal === undefined ? {} : { signal }),
  });
  const answer = (await response.json()) as Partial<PageAnswer>;
  if (answer.model === undefined || answer.shell === undefined) throw new Error(`${address} gave ${response.status}`);
  return answer as PageAnswer;
}
