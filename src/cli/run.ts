// One run of the command: arguments in, exit status out. Every error ends here as a message and a status.
import { CommanderError } from 'commander';
import { EXIT, statusOf, warnOfError } from './errors.ts';
import { buildProgram } from './program.ts';
import { terminalOf } from './terminal.ts';
import type { Wiring } from './wiring.ts';

export async function run(args: readonly string[], wiring: Wiring): Promise<number> {
  const terminal = terminalOf(wiring);
  quietWhenNobodyReads(wiring);
  const outcome = { status: EXIT.done as number };
  try {
    await buildProgram(wiring, terminal, outcome).parseAsync([...args], { from: 'user' });
    return outcome.status;
  } catch (error) {
    if (error instanceof CommanderError) return error.exitCode === 0 ? EXIT.done : EXIT.usage;
    warnOfError(terminal, error);
    return statusOf(error);
  } finally {
    await wiring.close();
  }
}

/** `laydown claims | head` closes the pipe early: that is no error. */
function quietWhenNobodyReads({ stdout, stderr }: Wiring): void {
  for (const stream of [stdout, stderr]) {
    stream.on('error', (error: NodeJS.ErrnoException) => {
      if (error.code === 'EPIPE') process.exit(EXIT.done);
      throw error;
    });
  }
}
