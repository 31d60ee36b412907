// Whose forces are and where, told sentences away: "the troops", "the 74 soldiers", "the remainder", "the country", "the mission area".
import { expect, test } from 'vitest';
import { readTableTexts } from '../../adapters/gazetteer-files.ts';
import { curate, dataFromCurated, makeGazetteer, readTables, TABLE_NAMES } from '../../gazetteer/index.ts';
import { printFields } from '../../model/notation.ts';
import { extract } from '../extract.ts';

const gazetteer = makeGazetteer(dataFromCurated(curate(readTables(readTableTexts(TABLE_NAMES)))));

const claimsOf = (text: string): string[] =>
  extract({ id: 'x', text, title: null, published: '2021-03-04', publisher: null, url: null }, gazetteer).map((c) =>
    printFields(c, false),
  );

test.each<[string, string, string[]]>([
  [
    'troops whose owner was last named without a claim',
    'Danish troops may not stay in Mali without a mandate, the army said. The regime told the envoys so in April. The troops will leave Mali in June.',
    ['movement DK ML -> planned withdraw [2021-06-01..2021-06-30]'],
  ],
  [
    'a part of those counted under an army',
    'According to the Fijian army, 400 soldiers were abroad. Of the 400 soldiers, 301 were serving with UNDOF in Syria, and 46 were with UNIFIL in Lebanon.',
    [
      'presence FJ 400 R:WORLD by "Fijian army"',
      'presence FJ 301 mission "UNDOF" SY',
      'presence FJ 46 mission "UNIFIL" LB',
    ],
  ],
  [
    'those who go back to their own state from under a flag',
    'Of the 44 soldiers in the UN force on the Golan Heights, 33 flew back to Japan on Tuesday. The remainder will pull out by the end of April.',
    [
      'presence UN 44 SY',
      'movement JP 33 SY -> JP completed withdraw [2021-03-02]',
      'movement JP 11 SY -> planned withdraw [..2021-04-30]',
    ],
  ],
  [
    'a mission area, where the mission is',
    'All Fijian troops serving with the MFO in Sinai will be tested. The commander says the 162 soldiers have been in the mission area for 16 months.',
    ['presence FJ 162 EG by "commander"'],
  ],
  [
    'those about to leave for where they were to be sent',
    'The Fijian army held a parade for troops to be sent to South Sudan. The 70 soldiers are to leave in several days.',
    ['movement FJ 70 -> SS planned deploy'],
  ],
  [
    'their own country, where they arrive from the only other one told of',
    'Another 40 Fijian soldiers arrived in the country from Sinai on Tuesday.',
    ['movement FJ 40 EG -> FJ completed withdraw [2021-03-02]'],
  ],
  [
    'a host, where they arrive from elsewhere',
    'Lebanon awaits new peacekeepers. Lebanon is tense. Some 40 Fijian soldiers arrived in the country from Sinai on Tuesday.',
    ['movement FJ ~40 EG -> LB completed relocate [2021-03-02]'],
  ],
  [
    'a flag as the owner only of what no nation owns',
    'The remaining U.N. contingent of 1,500 Pakistanis is to leave Mogadishu in May. The soldiers of the East African force left Goma in February.',
    [
      'movement PK 1500 SO -> planned withdraw [2021-05-01..2021-05-31]',
      'movement OTHER(EAC) mission "East African force" CD -> completed withdraw [2021-02-01..2021-02-28]',
    ],
  ],
  [
    'nations that share an adjective',
    'The remaining Tanzanian and Malawian soldiers are expected to leave Goma in April.',
    [
      'movement TZ CD -> planned withdraw [2021-04-01..2021-04-30]',
      'movement MW CD -> planned withdraw [2021-04-01..2021-04-30]',
    ],
  ],
  [
    'organisations and states with a compound before their name',
    'The 15-nation ECOWAS sent troops to Gambia. The 30-member NATO has 900 soldiers in Iraq. Oil-rich Kuwait sent 20 soldiers to Lebanon.',
    ['movement ECOWAS -> GM completed deploy', 'presence NATO 900 IQ', 'movement KW 20 -> LB completed deploy'],
  ],
  [
    'troops that are withdrawn from where they are, not owned by it',
    'Danish troops are in Mali. The withdrawal of troops from Chad was swift.',
    ['presence DK ML', 'movement DK TD -> completed withdraw'],
  ],
  [
    'what cannot be as not to be',
    'Danish troops cannot leave Mali. Denmark cannot send 200 soldiers to Chad.',
    ['movement DK ML -> cancelled withdraw', 'movement DK 200 -> TD cancelled deploy'],
  ],
  [
    'a people sent home',
    'Next week the air force will fly the Tongans home from Honiara.',
    ['movement TO SB -> TO planned withdraw [2021-03-08..2021-03-14]'],
  ],
  [
    'Japanese and Syrian forces of one acronym apart',
    'Japan decided to withdraw SDF troops from East Timor. SDF troops left the Golan Heights in January.',
    [
      'decision "Japan" withdraw',
      'movement JP unit "SDF" TL -> planned withdraw',
      'movement JP unit "SDF" SY -> completed withdraw [2021-01-01..2021-01-31]',
    ],
  ],
  [
    'the Syrian ones in Syria',
    'In Syria, 200 SDF fighters left Raqqa on Tuesday.',
    ['movement OTHER(Syrian Democratic Forces) 200 SY -> completed withdraw [2021-03-02]'],
  ],
  [
    'whose platoon a contribution is made through',
    "Latvia's army has been contributing forces to the French-led Operation Barkhane through an infantry platoon based in Gao.",
    ['presence LV mission "Operation Barkhane" ML+NE+TD+BF+MR', 'presence LV 1 platoon ML'],
  ],
  [
    'a nation, and not the organisation at whose headquarters they are',
    "Latvia has 40 soldiers in the UN mission in Mali. Five more officers are deployed at the UN's mission headquarters.",
    ['presence LV 40 mission "UN mission in Mali" ML', 'presence LV 5 ML'],
  ],
  [
    'a withdrawal told before what no longer is',
    'With the recent withdrawal of Danish troops from Chad, the army is not in any large mission.',
    ['movement DK TD -> completed withdraw'],
  ],
  [
    'no place that holds a return up',
    'Danish troops were sent to Chad in May. Limits in Spain had delayed the return of the troops.',
    ['movement DK -> TD completed deploy [2020-05-01..2020-05-31]'],
  ],
  [
    'those who go back, and those who come, to where the others are',
    'Eighteen Kenyan troops have arrived in Banjul. Some 32 soldiers will go back in April and another 32 will come.',
    [
      'movement KE 18 -> GM completed deploy',
      'movement KE ~32 GM -> KE planned withdraw [2021-04-01..2021-04-30]',
      'movement KE 32 -> GM planned deploy',
    ],
  ],
  [
    'the force as the one told of as a force, not as soldiers told of since',
    'The Australian-led multinational force landed in East Timor in September. There were still thousands of Indonesian troops in the territory. The force, which grew to 11,000 troops, left Dili in February.',
    [
      'movement COALITION -> TL completed deploy [2020-09-01..2020-09-30]',
      'presence ID 2000..9999 TL',
      'presence COALITION 11000 TL',
      'movement COALITION TL -> completed withdraw [2021-02-01..2021-02-28]',
    ],
  ],
  [
    'the last group of those told of',
    'The Norwegian soldiers left Iraq on Monday. The last group arrived in Kuwait on Tuesday.',
    ['movement NO IQ -> completed withdraw [2021-03-01]', 'movement NO IQ -> KW completed relocate [2021-03-02]'],
  ],
  [
    'no group of others',
    'Norwegian soldiers left Iraq on Monday. The last group of refugees arrived in Kuwait on Tuesday.',
    ['movement NO IQ -> completed withdraw [2021-03-01]'],
  ],
  [
    'a number not told before as of whom its sentence tells',
    'Honduras has 300 soldiers in Iraq. Norway decided against sending a second company to Iraq to replace the 115 soldiers who returned home in January.',
    [
      'presence HN 300 IQ',
      'movement NO 1 company -> IQ cancelled deploy',
      'decision "Norway" other',
      'movement NO 115 IQ -> NO completed withdraw [2021-01-01..2021-01-31]',
    ],
  ],
  ['friends of a state as somebody else', 'Both US allies will bring home 670 soldiers from Iraq.', []],
  [
    'a nation beside the pronoun of an organisation',
    'The United Nations will withdraw its Ethiopian peacekeepers from Abyei.',
    ['movement ET SD -> planned withdraw'],
  ],
  [
    'soldiers of whom a stranger speaks as his',
    'Australia leads the force in East Timor. Moreno said his troops would stay in East Timor until May.',
    [],
  ],
  [
    'where contributors are needed, not where one of them is',
    'The force in East Timor needs help in East Timor. Australia said its soldiers had gathered in Darwin. Singapore has committed 250 soldiers.',
    ['movement SG 250 -> TL planned deploy'],
  ],
  [
    'soldiers by the mission that they serve with',
    'The president fled Gambia in January. The soldiers serving with ECOMIG are to leave Gambia in May.',
    ['movement ECOWAS mission "ECOMIG" GM -> planned withdraw [2021-05-01..2021-05-31]'],
  ],
  [
    'a flight on from elsewhere as no place that they left',
    'Fijian soldiers came home from Sinai on a flight from Singapore on Tuesday.',
    ['movement FJ EG -> FJ completed withdraw [2021-03-02]'],
  ],
  [
    'where they were based before they were moved',
    'Fijian soldiers were based at Gao and were relocated to Bamako in January.',
    ['presence FJ ML', 'movement FJ ML -> ML completed relocate [2021-01-01..2021-01-31]'],
  ],
  [
    'a stricken region as the land told of',
    'South Sudanese soldiers left Goma on Tuesday. Kenya first sent troops into the violence-plagued region in 2022.',
    [
      'movement SS CD -> completed withdraw [2021-03-02]',
      'movement KE -> CD completed deploy [2022-01-01..2022-12-31]',
    ],
  ],
  [
    'a state that only stands beside a withdrawal',
    'Japan will pull its troops out of the Golan Heights. With the withdrawal from the Golan Heights, South Sudan will be the only place where they serve.',
    ['movement JP SY -> planned withdraw'],
  ],
  [
    'the one state of several that a mission is named by',
    'Some 186 Irish troops from the United Nations mission in Chad returned to Dublin on Tuesday.',
    ['movement IE ~186 mission "United Nations mission in Chad" TD -> IE completed withdraw [2021-03-02]'],
  ],
  [
    'one number of many nations as that of the organisation they came for',
    'CSTO peacekeepers arrived in Kazakhstan in January. There are about 2,000 soldiers from Russia, Belarus and Armenia in the country.',
    ['movement CSTO -> KZ completed deploy [2021-01-01..2021-01-31]', 'presence CSTO ~2000 KZ'],
  ],
  [
    'an operation of the alliance as that of the alliance told of',
    "NATO has 900 soldiers in Kosovo. The general announced the end of the alliance's peacekeeping operation.",
    ['presence NATO 900 XK', 'status NATO mission "alliance\'s peacekeeping operation" XK ended by "general"'],
  ],
  [
    'a number as of the state told of in a sentence without soldiers',
    "Malaysia's newest battalion flew out on Friday. The 850 troops will serve with UNIFIL.",
    ['presence MY 850 mission "UNIFIL" LB'],
  ],
  [
    'further promises of a state, to where its first ones went',
    'Kenyan soldiers left for Haiti in February. The country has promised 1,000 soldiers.',
    ['movement KE -> HT completed deploy [2021-02-01..2021-02-28]', 'movement KE 1000 -> HT planned deploy'],
  ],
  [
    'the country as that of the report and not of who is told',
    'Tajik soldiers will leave Kazakhstan in May. President Tokayev of Kazakhstan told President Rahmon that the CSTO peacekeepers would leave the country in June.',
    [
      'movement TJ KZ -> planned withdraw [2021-05-01..2021-05-31]',
      'movement CSTO KZ -> planned withdraw [2021-06-01..2021-06-30] by "President Tokayev of Kazakhstan"',
    ],
  ],
  [
    "an alliance's operation that a president ends as the alliance's",
    "The CSTO has 2,000 peacekeepers in Kazakhstan. President Tokayev announced the end of the alliance's peacekeeping operation.",
    [
      'presence CSTO 2000 KZ',
      'status CSTO mission "alliance\'s peacekeeping operation" KZ ended by "President Tokayev"',
    ],
  ],
])('reads %s', (_, text, claims) => {
  expect(claimsOf(text)).toEqual(claims);
});
