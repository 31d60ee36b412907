// The rules of status, in the order in which they are tried: a mission or activity starts, pauses, resumes, goes on, ends, is extended or is to begin.
import type { Rule } from '../../../rule.ts';
import { runsSince, worksOn } from './at-work.ts';
import { changes } from './changed.ts';
import { handsOver, takesOver } from './handed-over.ts';
import { itAgain } from './it-again.ts';
import { announces, endOf } from './nominal.ts';
import { runsUntil } from './runs-until.ts';
import { setPhrase } from './set-phrase.ts';
export const STATUS_RULES: readonly Rule[] = [
  changes,
  worksOn,
  announces,
  setPhrase,
  endOf,
  handsOver,
  takesOver,
  runsSince,
  runsUntil,
  itAgain,
];
