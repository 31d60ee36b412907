// The rules of movement, in the order in which they are tried.
import type { Rule } from '../../../rule.ts';
import { caused } from './caused.ts';
import { amongThem, contributes, promisedWhole, strengthens, willInvolve } from './contribution.ts';
import { fielded } from './fielded.ts';
import { home } from './home.ts';
import { joined } from './joined.ts';
import { sent } from './motion.ts';
import { nominal } from './nominal.ts';
import { notedFor } from './noted.ts';
import { boundFor, onTheWay } from './on-the-way.ts';
import { received, wantedOut } from './received.ts';
import { relieves } from './relieves.ts';
import { byShare } from './share.ts';
import { addsTo, askedFor, endsPresence, expected, followsWith, hasOut, requested } from './special.ts';
import { reinforces, stateWent } from './state-went.ts';
import { verblessHeadline } from './verbless.ts';
import { went } from './went.ts';

export const MOVEMENT_RULES: readonly Rule[] = [
  ...[sent, went, fielded, home, stateWent, nominal, reinforces],
  ...[contributes, promisedWhole, willInvolve, strengthens, askedFor, requested, expected],
  ...[addsTo, relieves, onTheWay, hasOut, followsWith, endsPresence, received, wantedOut, joined],
  ...[amongThem, boundFor, verblessHeadline, byShare, notedFor, caused],
];
