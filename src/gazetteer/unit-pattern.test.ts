import { describe, expect, test } from 'vitest';
import { tokenize } from '../text/tokenize.ts';
import { matchUnit } from './unit-pattern.ts';

const unitIn = (text: string): string | null => {
  const tokens = tokenize(text);
  const found = matchUnit(tokens, 0);
  return found === null ? null : `${found.entry.name} (${found.entry.party}), ${tokens.length - found.to} left`;
};

describe('formations that no table holds', () => {
  test.each([
    ['3rd Armored Brigade Combat Team left', '3rd Armored Brigade Combat Team (US), 1 left'],
    ['1st Armored Brigade combat team', '1st Armored Brigade combat team (US), 0 left'],
    ['1st Battalion, Royal Anglian Regiment', '1st Battalion, Royal Anglian Regiment (GB), 0 left'],
    ['2nd Battalion, the Rifles, flew', '2nd Battalion, the Rifles (null), 2 left'],
    [
      '1st Battalion, 504th Parachute Infantry Regiment, 82nd Airborne Division',
      '1st Battalion, 504th Parachute Infantry Regiment, 82nd Airborne Division (US), 0 left',
    ],
    ['4th Battalion of the 31st Infantry Regiment', '4th Battalion of the 31st Infantry Regiment (null), 0 left'],
    ['II Corps', 'II Corps (null), 0 left'],
    ['XIX Corps', 'XIX Corps (null), 0 left'],
    ['Third Army', 'Third Army (null), 0 left'],
    ['26th Marine Expeditionary Unit', '26th Marine Expeditionary Unit (US), 0 left'],
    ['No. 3 Squadron RAF', 'No. 3 Squadron RAF (GB), 0 left'],
    ['40 Commando Royal Marines', '40 Commando Royal Marines (GB), 0 left'],
    ['12 Mechanised Brigade', '12 Mechanised Brigade (null), 0 left'],
    ['366 Armored Battalion', '366 Armored Battalion (null), 0 left'],
    ['19th Motor Rifle Division', '19th Motor Rifle Division (RU), 0 left'],
    ['21st Panzer Brigade', '21st Panzer Brigade (DE), 0 left'],
    ['122nd infantry battalion', '122nd infantry battalion (null), 0 left'],
    ['Bravo Company', 'Bravo Company (null), 0 left'],
    ['5th Bn, 7th Marines', '5th Bn, 7th Marines (null), 0 left'],
    ['Joint Task Force Guantanamo', 'Joint Task Force Guantanamo (null), 0 left'],
    ['Task Force 51 sailed', 'Task Force 51 (null), 1 left'],
    ['USS Arleigh Burke sailed', 'USS Arleigh Burke (US), 1 left'],
    ['USS John S. McCain and others', 'USS John S. McCain (US), 2 left'],
    ['3-69 Armor left', '3-69 Armor (null), 1 left'],
    ['1-64 Armor Battalion', '1-64 Armor Battalion (null), 0 left'],
    ['2/7 Marines', '2/7 Marines (null), 0 left'],
    ['2 RAR', '2 RAR (AU), 0 left'],
    ['VMFA-232', 'VMFA-232 (US), 0 left'],
    ['205 Corps', '205 Corps (null), 0 left'],
    ['1st Battalion, 68th Armor Regiment', '1st Battalion, 68th Armor Regiment (null), 0 left'],
    ['4th Battalion, Royal Regiment of Scotland', '4th Battalion, Royal Regiment of Scotland (GB), 0 left'],
    ['Task Group Afghanistan', 'Task Group Afghanistan (null), 0 left'],
    ['HMAS Perth', 'HMAS Perth (AU), 0 left'],
    ['USS Wasp Amphibious Ready Group', 'USS Wasp Amphibious Ready Group (US), 0 left'],
  ])('%s', (text, expected) => {
    expect(unitIn(text)).toBe(expected);
  });

  test.each([
    '500 Marines',
    '30-40 Marines',
    '20-30 Rangers',
    '12 RIFLES',
    '3 - 69 Armor',
    '20 Army trucks',
    '2 battalions',
    'second brigade',
    '3rd party',
    '5th of May',
    '100 Air Force personnel',
    'A company',
    'I think',
    '1,000 Brigade members',
    'Task Force',
    'USS',
  ])('%s is none', (text) => {
    expect(unitIn(text)).toBeNull();
  });

  test('a larger formation is not taken for part of a smaller one', () => {
    expect(unitIn('82nd Airborne Division, 3rd Battalion')).toBe('82nd Airborne Division (null), 3 left');
  });
});
