import { expect, test } from 'vitest';
import { reader } from '../wire-reader.ts';

const partiesOf = (title: string, text: string, publisher: string): (string | null)[] =>
  reader()
    .read({ id: 'r', title, text: `${title}\n\n${text}`, published: '2011-05-28', publisher } as never)
    .map((claim) => ('party' in claim ? claim.party : null));

test.each([
  [
    'a guest speaks for his own state, the host for his',
    'Remarks by President Obama and Prime Minister Mariano Rajoy of Spain in Joint Press Conference',
    'THE PRESIDENT: We have about 900 troops in Uganda.\n\nPRIME MINISTER RAJOY: We have 140 soldiers in Mali.',
    ['US', 'ES'],
  ],
  [
    'a foreign minister whom nobody names speaks for no publisher',
    'Remarks by Secretary Clinton Before a Meeting',
    'SECRETARY CLINTON: We have 30 soldiers in Chad.\n\nFOREIGN MINISTER XYZ: We have 20 soldiers in Togo.',
    ['US'],
  ],
  [
    'a foreign minister is of the state that stands before the office in the title',
    'Remarks With Kazakh Foreign Minister Saudabayev',
    'FOREIGN MINISTER SAUDABAYEV: We have 40 soldiers in Mali.',
    ['KZ'],
  ],
])('%s', (_, title, text, parties) => {
  expect(partiesOf(title, text, 'The White House')).toEqual(parties);
});

test('the label of an office that publishes speaks for its state', () => {
  const text =
    'PRIME MINISTER: We have about 400 soldiers in Kabul.\n\nFOREIGN MINISTER XYZ: We have 20 soldiers in Togo.';
  expect(partiesOf('Press conference, Suva', text, 'Prime Minister of Fiji, transcript')).toEqual(['FJ']);
});

test('a label that names a place is a topic: nobody speaks under it', () => {
  const text =
    'SOUTH KOREA: There are 28,500 U.S. troops in Pyeongtaek.\n\nNEW ZEALAND: Parliament votes to send 40 soldiers to Iraq.';
  const claims = reader().read({ id: 'r', title: 'Daily digest', text, published: '2015-02-24' } as never);
  expect(claims.length).toBeGreaterThan(1);
  expect(claims.map((claim) => claim.said_by)).toEqual(claims.map(() => null));
});

test("a house of the same name as another state's speaks for the state that its name ends in", () => {
  expect(partiesOf('Statement', 'We have 90 soldiers in Mali.', 'House of Commons of Canada (Hansard)')).toEqual([
    'CA',
  ]);
});
