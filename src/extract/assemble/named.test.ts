// Formations and missions of claims: as the text names them, wherever in the clause or the report it does.
import { expect, test } from 'vitest';
import { readTableTexts } from '../../adapters/gazetteer-files.ts';
import { curate, dataFromCurated, makeGazetteer, readTables, TABLE_NAMES } from '../../gazetteer/index.ts';
import { extract } from '../extract.ts';

const gazetteer = makeGazetteer(dataFromCurated(curate(readTables(readTableTexts(TABLE_NAMES)))));

const namesIn = (text: string): string[] =>
  extract({ id: 'x', text, title: null, published: '2021-03-04', publisher: null, url: null }, gazetteer).flatMap(
    (c) =>
      c.kind === 'presence' || c.kind === 'movement' || c.kind === 'status'
        ? [`${'unit' in c ? (c.unit ?? '-') : '-'} | ${c.mission ?? '-'}`]
        : [],
  );

test.each<[string, string, string[]]>([
  [
    'a formation that the force is drawn from',
    'Canada sent to Latvia 300 soldiers, drawn largely from the 2nd Brigade.',
    ['2nd Brigade | -'],
  ],
  [
    'a formation that the force serves in',
    'Some 200 Danish soldiers contribute to a reconstruction team in Helmand.',
    ['reconstruction team | -'],
  ],
  [
    'forces by a name of their own, not by whose they are',
    'Germany sent 120 Bundeswehr soldiers to Mali. France sent 80 French military personnel to Mali.',
    ['Bundeswehr | -', '- | -'],
  ],
  [
    'a formation by number and type',
    'The US Army sent its 366 Armored Battalion to Lithuania.',
    ['366 Armored Battalion | -'],
  ],
  ['aircraft by their type', 'Spain sent six F-18 fighter jets to Estonia.', ['F-18 fighter jets | -']],
  [
    'a mission with its short form',
    'Some 90 Fijian soldiers serve in the UN Disengagement Observer Force (UNDOF) in the Golan Heights.',
    ['- | UN Disengagement Observer Force (UNDOF)'],
  ],
  ['a mission that the purpose names', 'Norway sent 40 soldiers to Kosovo to reinforce KFOR.', ['- | KFOR']],
  [
    'the mission told of before',
    'The UN extended UNIFIL. Ireland will contribute 340 soldiers to the mission.',
    ['- | UNIFIL'],
  ],
])('%s', (_, text, expected) => {
  expect(namesIn(text)).toEqual(expect.arrayContaining(expected));
});
