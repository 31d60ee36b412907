// What every verb is made with: its usage and examples, the options of days, and the loading of its code when it is called.
import { type Command, Option } from 'commander';
import { dayOption, type GlobalOptions } from './options.ts';
import type { Terminal } from './terminal.ts';
import type { Wiring } from './wiring.ts';

/** What a verb's code is given. `fail` marks that some inputs failed: the run ends with status 1. */
export interface Call {
  readonly wiring: Wiring;
  readonly terminal: Terminal;
  readonly global: GlobalOptions;
  fail(): void;
}

export type Verb<Args extends readonly unknown[]> = (call: Call, ...args: Args) => Promise<void>;

/** Makes what commander calls of a verb's code, which is loaded then. */
export type Calls = <Args extends readonly unknown[]>(
  load: () => Promise<Verb<Args>>,
) => (...given: unknown[]) => Promise<void>;

export interface VerbKit {
  readonly program: Command;
  readonly calls: Calls;
  verb(usage: string, description: string, examples: readonly string[]): Command;
  day(flags: string, what: string): Option;
  at(): Option;
  known(): Option;
  judged(): Option;
}

export function verbKit(program: Command, wiring: Wiring, terminal: Terminal, outcome: { status: number }): VerbKit {
  /** Commander passes the arguments, then the verb's options, then the command. */
  const calls: Calls =
    <Args extends readonly unknown[]>(load: () => Promise<Verb<Args>>) =>
    async (...given: unknown[]): Promise<void> => {
      const args = given.slice(0, -1) as unknown as Args;
      const call: Call = {
        wiring,
        terminal,
        global: program.opts<GlobalOptions>(),
        fail: () => {
          outcome.status = 1;
        },
      };
      await (await load())(call, ...args);
    };
  const day = (flags: string, what: string) => new Option(flags, what).argParser(dayOption);
  return {
    program,
    calls,
    day,
    verb: (usage, description, examples) =>
      program
        .command(usage)
        .description(description)
        .helpOption('-h, --help', 'show help')
        .addHelpText('after', `\nExamples:\n${examples.map((line) => `  ${line}`).join('\n')}`),
    at: () => day('--at <date>', 'the day it holds (default: the known day)'),
    known: () => day('--known <date>', 'as it was known on that day (default: today)'),
    judged: () => day('--judged <date>', 'as judged, merged and split by that day (default: the known day)'),
  };
}
