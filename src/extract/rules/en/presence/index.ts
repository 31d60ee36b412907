// The rules of presence, in the order in which they are tried.
import type { Rule } from '../../../rule.ts';
import { contributor } from './contributor.ts';
import { detachments } from './detachments.ts';
import { includes, placesInBrackets, statesInBrackets } from './enumeration.ts';
import { estimated } from './estimated.ts';
import { deployment, homeTo, hosts, joinedBy } from './hosts.ts';
import { keeps } from './keeps.ts';
import { levelBefore } from './level-before.ts';
import { levelNoun } from './level-noun.ts';
import { madeOf } from './made-of.ts';
import { members, partInMission } from './members.ts';
import { noneThere } from './none-there.ts';
import { accountsFor, partOfForce } from './part-of.ts';
import { phrase } from './phrase.ts';
import { presenceNoun } from './presence-noun.ts';
import { ranked } from './ranked.ts';
import { besideRank, largest, missionWith, ofNationals, partSupplied, partTaken } from './row.ts';
import { stationed, staysDeployed, surrounds } from './stationed.ts';
import { isThere } from './stock.ts';
import { leaving, stockChanges } from './stock-change.ts';
import { contributionIs, givesTo, strength } from './strength.ts';
import { besideName, takesPart } from './takes-part.ts';
import { bases, camps, goesOn, works, worksWith } from './works.ts';

export const PRESENCE_RULES: readonly Rule[] = [
  ...[keeps, presenceNoun, isThere, stationed, staysDeployed, surrounds, hosts, homeTo, deployment, phrase, joinedBy],
  ...[noneThere, takesPart, besideName, ranked, partOfForce, accountsFor],
  ...[besideRank, missionWith, partSupplied, partTaken, ofNationals, largest],
  ...[works, worksWith, members, partInMission, bases, camps, goesOn, stockChanges, levelNoun, leaving, levelBefore],
  ...[strength, estimated, contributionIs, givesTo, contributor, madeOf],
  ...[includes, placesInBrackets, statesInBrackets, detachments],
];
