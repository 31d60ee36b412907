// The rules of movement, in the order in which they are tried.
import type { Rule } from '../../../rule.ts';
import { contributes, promisedWhole, strengthens, willInvolve } from './contribution.ts';
import { home, nominal, reinforces, sent, stateWent, went } from './motion.ts';
import { askedFor, endsPresence, expected, followsWith, hasOut, onTheWay, relieves, requested } from './special.ts';

export const MOVEMENT_RULES: readonly Rule[] = [
  ...[sent, went, home, stateWent, nominal, reinforces],
  ...[contributes, promisedWhole, willInvolve, strengthens, askedFor, requested, expected],
  ...[relieves, onTheWay, hasOut, followsWith, endsPresence],
];
