// Errors -> exit status and one message that says what, which one and what to do.
import { type ErrorCode, type Fault, LaydownError } from '../model/errors.ts';
import type { Terminal } from './terminal.ts';

export const EXIT = { done: 0, someFailed: 1, usage: 2, unreachable: 3 } as const;

const STATUS: Readonly<Record<ErrorCode, number>> = {
  usage: EXIT.usage,
  'bad-input': EXIT.someFailed,
  'too-large': EXIT.someFailed,
  'not-found': EXIT.someFailed,
  'store-read-only': EXIT.someFailed,
  'store-newer': EXIT.someFailed,
  'store-unreachable': EXIT.unreachable,
  'store-time-limit': EXIT.unreachable,
  'store-locked': EXIT.unreachable,
};

export const statusOf = (error: unknown): number =>
  error instanceof LaydownError ? STATUS[error.code] : EXIT.someFailed;

/** A fault of one input: `laydown: stories/a.txt: is empty`. */
export const warnOfFault = (terminal: Terminal, { source, message }: Fault): void =>
  terminal.warn(`${terminal.warnPaint.red('laydown:')} ${source}: ${message}`);

export function warnOfError(terminal: Terminal, error: unknown): void {
  const mark = terminal.warnPaint.red('laydown:');
  if (error instanceof LaydownError) terminal.warn(`${mark} ${error.message}`);
  else terminal.warn(`${mark} this is a defect, please report it:\n${(error as Error)?.stack ?? String(error)}`);
}
