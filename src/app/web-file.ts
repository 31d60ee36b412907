// An address of the web as a file to take in: fetched when it is its turn.
import { LaydownError } from '../model/errors.ts';
import type { Fetcher } from '../ports/fetcher.ts';
import type { FoundFile } from '../ports/intake.ts';

export const isWebAddress = (path: string): boolean => /^https?:\/\//i.test(path);

/** `found` is told where it was found in the end, after redirects. */
export const webFile = (fetcher: Fetcher, url: string, found: (url: string) => void = () => undefined): FoundFile => ({
  source: url,
  size: null,
  async bytes(limit) {
    const fetched = await fetcher.fetch(url, limit);
    found(fetched.url);
    return fetched.bytes;
  },
  async *lines() {
    yield new LaydownError('bad-input', 'a list of reports (.jsonl) is not read from the web: download it first');
  },
});
