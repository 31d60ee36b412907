// Values of options, checked where they are given: a wrong one ends the run with status 2 and says what is right.

import { InvalidArgumentError } from 'commander';
import { type Day, isDay } from '../model/day.ts';
import { LaydownError } from '../model/errors.ts';

/** YYYY-MM-DD of a real day. */
export function dayOption(text: string): Day {
  if (isDay(text)) return text;
  throw new InvalidArgumentError(`"${text}" is no date: write YYYY-MM-DD, such as 2020-01-08.`);
}

export const listOption = (value: string, before: readonly string[] = []): readonly string[] => [...before, value];

/** What every verb gets from the options before or after it. */
export interface GlobalOptions {
  readonly db?: string;
  /** A copy of the ledger to read from. */
  readonly readDb?: string;
  readonly json?: boolean;
}

/** `--port`; 0 is any free one. Throws LaydownError `usage`. */
export function portIn(text: string): number {
  const port = Number(text);
  if (/^\d{1,5}$/.test(text) && port <= 65_535) return port;
  throw new LaydownError('usage', `--port ${text} is no port: a number from 0 (any free one) to 65535`);
}
