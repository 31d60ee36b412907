import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { processorMs } from '../../test/own-time.ts';
import { tokenize } from '../text/tokenize.ts';
import { gazetteer, namesIn, showEntry } from './fixture.ts';

describe('names of states and people', () => {
  test.each([
    ['The Netherlands and Türkiye agreed', ['Netherlands = country NL', 'Türkiye = country TR']],
    [
      'Zaire, Burma, Swaziland, Holland, FYROM',
      [
        'Zaire = country CD',
        'Burma = country MM',
        'Swaziland = country SZ',
        'Holland = country NL',
        'FYROM = country MK',
      ],
    ],
    [
      'Basotho troops with Salvadoran, Emirati and Ivorian ones',
      ['Basotho = demonym LS', 'Salvadoran = demonym SV', 'Emirati = demonym AE', 'Ivorian = demonym CI'],
    ],
    ['some Danes and Kosovars', ['Danes = persons DK', 'Kosovars = persons XK']],
    ['a U.S. convoy, a UK one and a U.N. car', ['U.S. = country US', 'UK = country GB', 'U.N. = organisation UN']],
    [
      'Nato, Isil and Ecowas met',
      ['Nato = organisation NATO', 'Isil = organisation ISLAMIC-STATE', 'Ecowas = organisation ECOWAS'],
    ],
    [
      'Côte d’Ivoire borders Guinea-Bissau and Guinea',
      ['Côte d’Ivoire = country CI', 'Guinea-Bissau = country GW', 'Guinea = country GN'],
    ],
    [
      'Kurdish fighters, Houthi boats',
      ['Kurdish = demonym OTHER:Kurdish forces', 'Houthi = organisation OTHER:Houthis'],
    ],
    ['from South Sudan to Sudan', ['South Sudan = country SS', 'Sudan = country SD']],
    ['Northern Ireland and Ireland', ['Northern Ireland = area GB Northern Ireland', 'Ireland = country IE']],
  ])('%s', (text, expected) => {
    expect(namesIn(text)).toEqual(expected);
  });

  test.each([
    'They told us that it is in a car',
    'the turkey was polished in china',
    'many of the men march',
    'we let the force reading',
  ])('finds no name in "%s"', (text) => {
    expect(namesIn(text)).toEqual([]);
  });

  test('takes an acronym in a shouted line for the word that it is', () => {
    expect(namesIn('CAR BOMB IS FOUND IN SYRIA')).toEqual(['SYRIA = country SY']);
    expect(namesIn('The IS cell near a CAR town')).toEqual(['IS = organisation ISLAMIC-STATE', 'CAR = country CF']);
  });
});

describe('bases and areas', () => {
  test.each([
    ['at Al-Asad Airbase', 'Al-Asad Airbase = base IQ Al Asad Air Base'],
    ['at Ain al Asad', 'Ain al Asad = base IQ Al Asad Air Base'],
    ['at el-Udeid air base', 'el-Udeid air base = base QA Al Udeid Air Base'],
    ['at Adazi', 'Adazi = base LV Ādaži'],
    ['at Ft. Bragg', 'Ft. Bragg = base US Fort Bragg'],
    ['at Fort Liberty', 'Fort Liberty = base US Fort Bragg'],
    ['to Incirlik airfield', 'Incirlik airfield = base TR Incirlik Air Base'],
    ['in Khmeimim', 'Khmeimim = base SY Hmeimim Air Base'],
    ['in the Gaza Strip', 'Gaza Strip = area PS Gaza Strip'],
    ['on NATO’s eastern flank', 'NATO’s eastern flank = region R:EASTERN-EUROPE Eastern Europe'],
    ['in the Red Sea', 'Red Sea = region R:AT-SEA Red Sea'],
    ['across the Lake Chad Basin', 'Lake Chad Basin = region R:SAHEL Lake Chad Basin'],
    ['in Helmand province', 'Helmand province = area AF Helmand'],
    ['in Kherson oblast', 'Kherson oblast = area UA Kherson Oblast'],
    ['in northern Mali', 'northern Mali = area ML northern Mali'],
    ['in south-eastern Afghanistan', 'south-eastern Afghanistan = area AF south-eastern Afghanistan'],
    ['at Mosul airport', 'Mosul airport = base IQ Mosul Air Base'],
    ['at Szczytno-Szymany airport near Szczytno, Poland', 'Szczytno, Poland = city PL Szczytno'],
    ['in Stewart at Fort Stewart, Ga.', 'Fort Stewart, Ga. = base US Fort Stewart'],
  ])('%s', (text, expected) => {
    expect(namesIn(text)).toContain(expected);
  });

  test('a direction leaves names that hold it alone', () => {
    expect(namesIn('South Africa and North Korea and eastern Europe')).toEqual([
      'South Africa = country ZA',
      'North Korea = country KP',
      'eastern Europe = region R:EASTERN-EUROPE Eastern Europe',
    ]);
  });
});

describe('towns that share their names', () => {
  test.each([
    ['a base near Reading, England', ['Reading, England = city GB Reading']],
    ['Reading the letter took long', []],
    ['in Paris on Friday', ['Paris = city FR Paris']],
    ['in Paris, Texas, on Friday', ['Paris, Texas = city US Paris']],
    ['in Lebanon, Pennsylvania', ['Lebanon, Pennsylvania = city US Lebanon']],
    ['in Lebanon', ['Lebanon = country LB']],
    ['officials met in Austin, Texas', ['Austin, Texas = city US Austin']],
    ['as Secretary Austin said', []],
    ['and President Pedro Sánchez spoke', ['Pedro Sánchez = office Pedro Sánchez, ES']],
    ['after Jim Jordan spoke there', []],
    ['while Jordan sent a battalion', ['Jordan = country JO']],
    ['the company Jordan Peterson founded', []],
    ['troops near Cologne', ['Cologne = city DE Köln']],
  ])('%s', (text, expected) => {
    expect(namesIn(text)).toEqual(expected);
  });

  test('a small town is meant where its state is named beside it or elsewhere in the document', () => {
    expect(namesIn('Iraqi soldiers entered Tarmiyah')).toEqual(['Iraqi = demonym IQ', 'Tarmiyah = city IQ Tarmiyah']);
    expect(namesIn('soldiers entered Tarmiyah', { nearby: () => new Set(['IQ']) })).toEqual([
      'Tarmiyah = city IQ Tarmiyah',
    ]);
    expect(namesIn('a raid in Lebanon and one in Paris', { nearby: () => new Set(['US']) })).toContain(
      'Paris = city FR Paris',
    );
  });

  test('a small town far from every state talked of is no place at all', () => {
    expect(namesIn('soldiers entered Tarmiyah')).toHaveLength(1);
    expect(namesIn('soldiers entered Tarmiyah', { nearby: () => new Set(['ML']) })).toEqual([]);
  });

  test('two states of one name are told apart by what is named beside', () => {
    expect(namesIn('Congolese soldiers left Brazzaville')[0]).toBe('Congolese = demonym CG');
    expect(namesIn('Congolese soldiers left Goma')[0]).toBe('Congolese = demonym CD');
    expect(namesIn('Korean soldiers near Pyongyang')[0]).toBe('Korean = demonym KP');
  });

  test('or elsewhere in the document; a word stays a word there', () => {
    expect(namesIn('300 soldiers for Congo', { nearby: () => new Set(['CG']) })[0]).toMatch(/ CG$/);
    expect(namesIn('300 soldiers for Congo', { nearby: () => new Set(['CD']) })[0]).toMatch(/ CD$/);
    expect(namesIn('Most soldiers will be Reading it', { nearby: () => new Set(['CZ', 'GB']) })).toEqual([]);
  });
});

describe('names glued by a hyphen', () => {
  test.each([
    ['the US-led coalition', ['US-led coalition = organisation COALITION']],
    ['a French-led force', ['French-led = demonym FR +led']],
    ['Iran-backed militias', ['Iran-backed = country IR +backed']],
    ['al-Qaeda-linked groups', ['al-Qaeda-linked = organisation AL-QAEDA +linked']],
    ['pro-Russian and non-NATO groups', []],
    ['the anti-ISIS coalition', ['anti-ISIS coalition = organisation COALITION']],
  ])('%s', (text, expected) => {
    expect(namesIn(text)).toEqual(expected);
  });

  test('both names of a pair are told', () => {
    const [mention] = gazetteer.find(tokenize('the Iraq-Syria border'));
    expect(mention?.entries.map(showEntry)).toEqual(['country IQ']);
    expect(mention?.gluedEntries?.map(showEntry)).toEqual(['country SY']);
  });
});

describe('missions, forces, offices', () => {
  test.each([
    ['Unifil grew', 'Unifil = mission UNIFIL'],
    ['the UN peacekeeping force in Lebanon grew', 'UN peacekeeping force in Lebanon = mission UNIFIL'],
    ['under Op Barkhane', 'Op Barkhane = mission Operation Barkhane'],
    ['Inherent Resolve', 'Inherent Resolve = mission Operation Inherent Resolve'],
    ['CJTF–OIR said', 'CJTF–OIR = mission Operation Inherent Resolve'],
    ['the Bundeswehr', 'Bundeswehr = force DE, null'],
    ['the French Foreign Legion', 'French Foreign Legion = force FR, French Foreign Legion'],
    ['the RAF', 'RAF = force GB, Royal Air Force'],
    ['the Knesset', 'Knesset = office Knesset, IL'],
    ['the U.S. Central Command', 'U.S. Central Command = office U.S. Central Command, US'],
    ['the Department of Defence', 'Department of Defence = office Pentagon, US'],
    ['the U.N. Security Council', 'U.N. Security Council = office UN Security Council, UN'],
    ['Mr. Macron', 'Macron = office Emmanuel Macron, FR'],
    ['the 82nd Airborne', '82nd Airborne = unit 82nd Airborne Division, US'],
    ['the 82nd airborne division', '82nd airborne division = unit 82nd Airborne Division, US'],
    ['The New York Times', 'New York Times = office New York Times, null'],
  ])('%s', (text, expected) => {
    expect(namesIn(text)).toContain(expected);
  });

  test.each([
    ['2011-05-01', 'ISAF'],
    ['2019-05-01', 'Resolute Support'],
  ])('the NATO mission in Afghanistan of %s is %s', (day, name) => {
    expect(namesIn('the NATO mission in Afghanistan', { day })).toEqual([
      `NATO mission in Afghanistan = mission ${name}`,
    ]);
  });

  test('a governing coalition is no military one', () => {
    expect(namesIn('the ruling coalition fell, the coalition government too')).toEqual([]);
    expect(namesIn('the coalition has 5,200 troops')).toEqual(['coalition = organisation COALITION']);
  });

  test('a capital is a town and its government', () => {
    const [mention] = gazetteer.find(tokenize('Pyongyang denied it'));
    expect(mention?.entries.map(showEntry)).toEqual(['city KP Pyongyang', 'office Pyongyang, KP']);
  });

  test('role nouns are read at their longest, whatever their case', () => {
    const tokens = tokenize('The German Defense and Foreign Ministries told lawmakers');
    expect(gazetteer.roleAt(tokens, 2)).toEqual({ from: 2, to: 6, role: 'ministry', person: false });
    expect(gazetteer.roleAt(tokens, 7)).toEqual({ from: 7, to: 8, role: 'parliament', person: true });
    expect(gazetteer.roleAt(tokens, 1)).toBeNull();
  });
});

test('mentions never overlap, stand in order and hold at least one entry', () => {
  const text =
    'On 5 May the 3rd Armored Brigade Combat Team of the U.S. Army left Fort Carson, Colorado, for Żagań, Poland, as NATO’s Enhanced Forward Presence grew; Kyiv thanked Washington, D.C., and President Biden.';
  const mentions = gazetteer.find(tokenize(text));
  expect(mentions.length).toBeGreaterThan(7);
  for (const [i, mention] of mentions.entries()) {
    expect(mention.entries.length).toBeGreaterThan(0);
    expect(mention.to).toBeGreaterThan(mention.from);
    if (i > 0) expect(mention.from).toBeGreaterThanOrEqual(mentions[i - 1]!.to);
  }
});

test('holds its promises on any text', () => {
  const words = fc.constantFrom(
    ...'the US-led Iraq , Paris Texas 82nd Airborne Division of U.S. Fort Ft. Bragg - – Al Asad al-Asad Jordan New York Task Force 5 "quoted" O’Neil 3rd Brigade northern Mali & Côte d’Ivoire USS A. B. IS éé 北京 \u0000'.split(
      ' ',
    ),
  );
  fc.assert(
    fc.property(fc.array(fc.oneof(words, fc.string({ maxLength: 12, unit: 'binary' })), { maxLength: 60 }), (parts) => {
      const tokens = tokenize(parts.join(' '));
      let last = 0;
      for (const mention of gazetteer.find(tokens)) {
        expect(mention.from).toBeGreaterThanOrEqual(last);
        expect(mention.to).toBeGreaterThan(mention.from);
        expect(mention.to).toBeLessThanOrEqual(tokens.length);
        expect(mention.entries.length).toBeGreaterThan(0);
        last = mention.to;
      }
    }),
    { seed: 7, numRuns: 500 },
  );
});

test.each([
  ['names without end', 'Iraq, '.repeat(20_000)],
  ['first words of long names', 'United Nations '.repeat(20_000)],
  ['units in a chain', '1st Battalion, '.repeat(20_000)],
])('reads %s in linear time', (_, text) => {
  const time = (part: string): number => {
    const tokens = tokenize(part);
    return processorMs(() => void gazetteer.find(tokens));
  };
  time(text.slice(0, text.length / 8));
  const eighth = Math.max(5, time(text.slice(0, text.length / 8)));
  // Eight times the text may take eight times as long, not sixty-four times: the limit leaves room for a busy machine.
  expect(time(text)).toBeLessThan(eighth * 40);
});
