// Where results and messages go: results to stdout, messages to stderr; colour and tables as wide as the terminal only where there is one.
import pico from 'picocolors';
import type { Wiring } from './wiring.ts';

export type Paint = ReturnType<typeof pico.createColors>;

export interface Terminal {
  /** For stdout. */
  readonly paint: Paint;
  /** For stderr. */
  readonly warnPaint: Paint;
  /** Columns of the terminal; null where stdout is none: lines are then as long as they are. */
  readonly width: number | null;
  readonly isTerminal: boolean;
  readonly warnsToTerminal: boolean;
  /** A line to stdout. */
  say(line: string): void;
  /** A line to stderr. */
  warn(line: string): void;
  json(value: unknown): void;
}

export function terminalOf({ stdout, stderr, env }: Pick<Wiring, 'stdout' | 'stderr' | 'env'>): Terminal {
  const paint = pico.createColors(wantsColour(stdout, env));
  return {
    paint,
    warnPaint: pico.createColors(wantsColour(stderr, env)),
    width: stdout.isTTY ? Math.max(40, stdout.columns ?? 80) : null,
    isTerminal: stdout.isTTY === true,
    warnsToTerminal: stderr.isTTY === true,
    say: (line) => void stdout.write(`${line}\n`),
    warn: (line) => void stderr.write(`${line}\n`),
    json: (value) => void stdout.write(`${JSON.stringify(value)}\n`),
  };
}

/** NO_COLOR (any value) wins, then FORCE_COLOR, then whether it is a terminal that can. */
function wantsColour(stream: NodeJS.WriteStream, env: Wiring['env']): boolean {
  if (env['NO_COLOR']) return false;
  if (env['FORCE_COLOR'] && env['FORCE_COLOR'] !== '0') return true;
  return stream.isTTY === true && env['TERM'] !== 'dumb';
}
