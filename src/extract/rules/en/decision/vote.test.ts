import { expect, test } from 'vitest';
import { tokenize } from '../../../../text/tokenize.ts';
import { standingIn } from './pending.ts';
import { membersIn, voteIn } from './vote.ts';

const vote = (text: string) => {
  const found = voteIn(tokenize(text));
  return found && [found.for, found.against, found.abstain];
};

test.each<[string, (number | null)[] | null]>([
  ['The vote in the chamber was 112-3.', [112, 3, null]],
  ['Deputies voted 112\u20133 to leave.', [112, 3, null]],
  ['The motion passed by 112 votes to 30.', [112, 30, null]],
  ['The house voted by 112 to 30, with four abstentions, to send troops.', [112, 30, 4]],
  ['The bill was rejected; 39 deputies were in favour and 47 against.', [39, 47, null]],
  ['It was adopted with 13 votes in favour and two abstentions.', [13, null, 2]],
  ['The council voted to send 450 to 500 troops.', null],
  ['The team won 3-1 in Oslo.', null],
  ['The vote was unanimous.', null],
])('reads the count of "%s"', (text, expected) => {
  expect(vote(text)).toEqual(expected);
});

test.each<[string, number | null]>([
  ['Some of the 120 members of parliament stayed away.', 120],
  ['The 101-seat parliament met on Monday.', 101],
  ['The 120 members of the club met.', null],
])('reads how many sit in "%s"', (text, expected) => {
  expect(membersIn(tokenize(text))).toBe(expected);
});

test.each<[string, boolean | null, string | null]>([
  ['The vote will not be final until it is signed by the president.', false, 'signature of president'],
  ['Parliament must still give its consent.', false, 'consent of Parliament'],
  ['The resolution still awaited approval by the cabinet.', false, 'approval of cabinet'],
  ['The plan is subject to the approval of both houses.', false, 'approval of both houses'],
  ['The resolution is non-binding.', false, null],
  ['The decision is not final.', false, null],
  ['The lower house has yet to agree.', false, 'agreement of lower house'],
  ['Parliament is due to vote on the plan next week.', false, 'vote of Parliament'],
  ['The bill now goes to the upper house.', false, 'approval of upper house'],
  ['The king signed it into law on Friday.', true, null],
  ['No further vote is needed.', true, null],
  ['Deputies gave their final approval.', true, null],
  ['The plan still needs final approval.', false, 'approval'],
  ['The president will vote in his home town.', null, null],
  ['The soldiers leave on Monday.', null, null],
  ['The plan won the approval of parliament.', null, null],
])('tells whether something is still needed: "%s"', (text, final, pending) => {
  expect(standingIn(text, tokenize(text))).toEqual({ final, pending });
});
