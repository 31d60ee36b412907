// How V8 runs a reader that goes on reading. The program is started to optimise late (bin/engine-flags.cjs), which runs of seconds gain from; once so
// much has been read that the compiling pays, it is told to optimise early: then the reader's thousand functions run optimised, and not its busiest
// ones alone.
import { setFlagsFromString } from 'node:v8';

/** In UTF-16 code units of texts that told something: some seconds of reading. */
const LONG = 2_000_000;
/** Bytes of bytecode that a function runs from then on before it is optimised; V8's own measure is 67,584. */
const INTERRUPT_BUDGET = 20_000;
/** Only the V8 of Node 20 knows the flag. */
const isKnown = process.versions.node.startsWith('20.');

/** To be told how long each text was that claims were read in. */
export function longRun(setFlag: (flag: string) => void = setFlagsFromString): (length: number) => void {
  let left = isKnown ? LONG : Number.POSITIVE_INFINITY;
  return (length) => {
    left -= length;
    if (left > 0) return;
    left = Number.POSITIVE_INFINITY;
    setFlag(`--interrupt-budget=${INTERRUPT_BUDGET}`);
  };
}
