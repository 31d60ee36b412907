// A roll of contributors is read line by line under a heading that says where they serve.
import { readFileSync } from 'node:fs';
import { expect, test } from 'vitest';
import { curate, dataFromCurated, makeGazetteer, readTables, TABLE_NAMES } from '../../gazetteer/index.ts';
import { printFields } from '../../model/notation.ts';
import { extract } from '../extract.ts';

const tables = Object.fromEntries(
  TABLE_NAMES.map((name) => [name, readFileSync(new URL(`../../../data/${name}.tsv`, import.meta.url), 'utf8')]),
) as Record<(typeof TABLE_NAMES)[number], string>;
const gazetteer = makeGazetteer(dataFromCurated(curate(readTables(tables))));
const read = (text: string): string[] =>
  extract({ id: 'roll', text, title: null, published: '2020-06-15', publisher: null, url: null }, gazetteer).map((c) =>
    printFields(c, false),
  );

test('each state has so many where the heading says, on its day; none is no claim, and the total is the mission’s', () => {
  expect(
    read(
      'Troop contributions to KFOR as of 1 May 2020\n\nItaly: 630\nAustria (deputy command): 450\nSlovenia: 240\nMalta: none\nTotal: 3,400',
    ),
  ).toEqual([
    'presence IT 630 mission "KFOR" XK [2020-05-01]',
    'presence AT 450 mission "KFOR" XK [2020-05-01]',
    'presence SI 240 mission "KFOR" XK [2020-05-01]',
    'presence NATO 3400 mission "KFOR" XK [2020-05-01]',
  ]);
});

test('a place in the heading is finer than all the places of its mission', () => {
  expect(
    read(
      'Contributors to the enhanced Forward Presence battlegroup in Latvia\n\n- Canada – 540\n- Spain – 340\n- Italy – 160',
    ),
  ).toEqual([
    'presence CA 540 mission "enhanced Forward Presence" LV',
    'presence ES 340 mission "enhanced Forward Presence" LV',
    'presence IT 160 mission "enhanced Forward Presence" LV',
  ]);
});

test.each([
  'Soldiers killed in ISAF since 2001\n\nItaly: 53\nSpain: 34\nPoland: 44',
  'Troops pledged to KFOR\n\nItaly: 53\nSpain: 34\nPoland: 44',
  'Medals won in Kosovo\n\nItaly: 53\nSpain: 34\nPoland: 44',
  'Refugees in Kosovo guarded by soldiers\n\nItaly: 53\nSpain: 34\nPoland: 44',
  'Troops in KFOR\n\nItaly: 53 per cent\nSpain: 34 per cent\nPoland: 44 per cent',
])('a roll of something else gives nothing: %s', (text) => {
  expect(read(text)).toEqual([]);
});

test('each of two rolls in a text has its own heading, and lines between them are none', () => {
  const between = 'The mission was set up long ago.\n\nIts first camp was built of stone.\n\nNobody left it.';
  expect(
    read(
      `Troops in KFOR\n\nItaly: 630\nAustria: 450 soldiers\nSlovenia: 240\n\n${between}\n\nTroops in UNIFIL\n\nGhana: 870\nNepal: 850.\nFiji: 130 men\nTotal: 1,720 troops`,
    ),
  ).toEqual([
    'presence IT 630 mission "KFOR" XK',
    'presence AT 450 mission "KFOR" XK',
    'presence SI 240 mission "KFOR" XK',
    'presence GH 870 mission "UNIFIL" LB',
    'presence NP 850 mission "UNIFIL" LB',
    'presence FJ 130 mission "UNIFIL" LB',
    'presence UN 1720 mission "UNIFIL" LB',
  ]);
});
