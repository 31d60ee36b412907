// Sentences in many constructions of one kind, beside the examples of each rule: what is claimed of that kind, and nothing else.
import { expect, test } from 'vitest';
import { claimsOfKind } from './claims-of-kind.ts';

test.each<[string, readonly string[]]>([
  ['Two Russian jets landed in Caracas on Monday.', []],
  [
    'A convoy of the UN mission was ambushed near Kidal on Friday, killing four Chadian soldiers.',
    ['incident ? ML killed 4 [2020-06-12]'],
  ],
  [
    'Four Chadian peacekeepers were killed and sixteen wounded when militants attacked a UN base at Aguelhok on 2 April.',
    ['incident OTHER(militants) ML killed 4 wounded 16 [2020-04-02]'],
  ],
  [
    'A roadside bomb hit a French armoured vehicle in northern Mali on Saturday, killing two soldiers.',
    ['incident ? ML killed 2 [2020-06-13]'],
  ],
  [
    'Rockets struck the Ain al-Assad air base in Iraq on Monday, injuring six American soldiers.',
    ['incident ? IQ wounded 6 [2020-06-15]'],
  ],
  ['Polish troops came under fire in Ghazni province on 10 June.', ['incident ? AF [2020-06-10]']],
  [
    'An Italian patrol was hit by a bomb near Herat on Tuesday; one soldier died and three were injured.',
    ['incident ? AF killed 1 wounded 3 [2020-06-09]'],
  ],
  [
    'Israeli jets bombed an Iranian position near Damascus overnight on Sunday.',
    ['incident IL SY [2020-06-14..2020-06-15]'],
  ],
  ['Turkey shelled Kurdish positions in northern Syria on Thursday.', ['incident TR SY [2020-06-11]']],
  [
    'Two Irish soldiers were injured when their patrol came under attack in southern Lebanon on 7 June.',
    ['incident ? LB wounded 2 [2020-06-07]'],
  ],
  [
    'A mortar attack on the airport in Mogadishu wounded five Ugandan peacekeepers on Monday.',
    ['incident ? SO wounded 5 [2020-06-15]'],
  ],
  [
    'The United States carried out air strikes against militia sites in Iraq and Syria on 29 December 2019.',
    ['incident US IQ+SY [2019-12-29]'],
  ],
  [
    'Jihadists stormed an army camp in Indelimane, Mali, on 1 November, leaving 53 soldiers dead.',
    ['incident OTHER(Jihadists) ML killed 53 [2019-11-01]'],
  ],
  ['A Senegalese helicopter serving with the UN was shot down over Bangui on Friday.', ['incident ? CF [2020-06-12]']],
  [
    'Al-Shabaab claimed responsibility for a car bombing that killed eight soldiers in Baidoa on 6 June.',
    ['incident AL-SHABAAB SO killed 8 [2020-06-06] by "Al-Shabaab"'],
  ],
  [
    'One Nepalese peacekeeper was killed in an attack on a UN camp in Beni on 5 June.',
    ['incident ? CD killed 1 [2020-06-05]'],
  ],
  [
    'Russia fired cruise missiles at targets in Syria from the Caspian Sea on 7 October 2015.',
    ['incident RU SY [2015-10-07]'],
  ],
  [
    'The attack, on a base of the African Union force in Buulo Mareer on 26 May 2023, killed 54 Ugandan soldiers.',
    ['incident ? SO killed 54 [2023-05-26]'],
  ],
  [
    'Houthi drones targeted an oil facility in Abqaiq, Saudi Arabia, on 14 September 2019.',
    ['incident OTHER(Houthis) SA [2019-09-14]'],
  ],
  ['No one was hurt when a drone hit a coalition camp in Erbil on 14 April.', ['incident ? IQ [2020-04-14]']],
  ['Two soldiers died in a road accident in Mali on Friday.', []],
  ['A helicopter of the French army crashed in Burkina Faso on Tuesday, killing the pilot.', []],
  ['More than 2,400 American soldiers have been killed in Afghanistan since 2001.', []],
  ["The minister attacked the government's plan to send soldiers to Mali on Monday.", []],
  ['Railway workers in Paris went on strike on Monday.', []],
  ['The base could be attacked by militants in the coming days.', []],
  ['NATO condemned the use of force against civilians.', []],
  ['The team struck twice in Madrid on Saturday.', []],
  ['Soldiers practised defending the base against an attack in Poland on Friday.', []],
  ['Fighting between the army and rebels has killed thousands in the east of Congo over the years.', []],
  [
    'Suspected jihadists attacked an army post at Inates in Niger on 10 December 2019, killing 71 soldiers.',
    ['incident OTHER(jihadists) NE+NE killed 71 [2019-12-10]'],
  ],
  ['US warplanes struck an Islamic State camp in Sirte, Libya, on Monday.', ['incident US LY [2020-06-15]']],
  [
    'Two mortar rounds exploded inside the Green Zone in Baghdad on Sunday; nobody was injured.',
    ['incident ? IQ wounded 0 [2020-06-14]'],
  ],
  ['Three Malian soldiers were killed by a landmine near Mopti on 4 June.', ['incident ? ML killed 3 [2020-06-04]']],
  [
    'A Tanzanian peacekeeper died and four others were wounded in a clash with rebels near Beni on 9 June.',
    ['incident OTHER(rebels) CD killed 1 wounded 4 [2020-06-09]'],
  ],
  [
    'Fighters of the FDLR raided a camp of the Congolese army near Rutshuru on Saturday.',
    ['incident OTHER(FDLR) CD [2020-06-13]'],
  ],
  ["Pakistan's air force bombed hideouts in Afghanistan on 16 April 2022.", ['incident PK AF [2022-04-16]']],
  [
    'At least 11 Russian soldiers were wounded in a rocket attack on Hmeimim air base in Syria on 31 December 2017.',
    ['incident ? SY wounded 11 [2017-12-31]'],
  ],
  ['Attackers fired on a UN helicopter near Goma on Tuesday.', ['incident ? CD [2020-06-09]']],
  ['The Syrian army shot down a Turkish drone over Idlib on 3 June.', ['incident SY SY [2020-06-03]']],
  ['Saudi-led coalition aircraft bombed the airport in Sanaa on Thursday.', ['incident COALITION YE [2020-06-11]']],
  [
    'Seven people, among them two police officers, died in an al-Shabaab assault on a hotel in Kismayo on 12 July 2019.',
    ['incident AL-SHABAAB SO killed 7 [2019-07-12]'],
  ],
  ['Israel attacked Hezbollah targets in southern Lebanon in retaliation for rockets.', ['incident IL LB']],
  ['A soldier drowned during a patrol in Chad on Monday.', []],
  ['The film shows an attack on a base in Vietnam in 1968.', []],
  ["Protesters attacked the government's handling of the crisis in Lima on Friday.", []],
  ['Doctors in Lagos began a strike on 15 June.', []],
  ['Coronavirus has struck the French aircraft carrier in Toulon.', []],
  [
    'Al-Shabaab fighters attacked a base of African Union troops at El Adde in Somalia on 15 January 2016, killing more than 140 Kenyan soldiers.',
    ['incident AL-SHABAAB SO killed 140 [2016-01-15]'],
  ],
  [
    'US Marines came under mortar fire at a base near Makhmur in northern Iraq on Saturday.',
    ['incident ? IQ+IQ [2020-06-13]'],
  ],
  [
    'NATO aircraft bombed a command post near Brega on Tuesday, the alliance said.',
    ['incident NATO LY [2020-06-09] by "NATO"'],
  ],
  ['Rebels of the M23 captured the town of Bunagana on 13 June 2022.', ['incident OTHER(M23) CD [2022-06-13]']],
  [
    'Turkish drones hit two trucks in northern Iraq on Thursday, killing three militants.',
    ['incident TR IQ killed 3 [2020-06-11]'],
  ],
  [
    'A Russian helicopter was shot down over Armenia near the border with Nakhchivan on 9 November 2020. Two crew members died.',
    ['incident ? AM killed 2 [2020-11-09]'],
  ],
  [
    'Two UN peacekeepers from Egypt were killed in an ambush in northern Mali on Friday. No group has claimed responsibility.',
    ['incident ? ML killed 2 [2020-06-12]'],
  ],
  [
    'Iran launched more than a dozen ballistic missiles at two bases in Iraq on 8 January 2020.',
    ['incident IR IQ [2020-01-08]'],
  ],
  [
    'Unidentified gunmen killed a Ukrainian military adviser in Tripoli on Tuesday.',
    ['incident ? LY killed 1 [2020-06-09]'],
  ],
  [
    'The insurgents raided a barracks in Damboa on 4 June and killed 12 soldiers.',
    ['incident OTHER(insurgents) NG killed 12 [2020-06-04]'],
  ],
  [
    'An Israeli air strike on Tartus killed two Syrian soldiers on 8 June, state media said.',
    ['incident IL SY killed 2 [2020-06-08] by "state media"'],
  ],
  [
    'Militants fired rockets at Bagram air base on 9 April 2020; there were no casualties.',
    ['incident OTHER(Militants) AF killed 0 wounded 0 [2020-04-09]'],
  ],
  ['The general said that the enemy attacks his men every day.', []],
  ['Two sailors were injured when a cable snapped on a frigate in Toulon on Monday.', []],
  ['The army said it had foiled an attack on a base in Gao on Monday.', []],
  ['In the exercise, commandos stormed a building in Rukla on Tuesday.', []],
  ['A soldier was killed by lightning in Darwin on Sunday.', []],
  ['Thousands marched in Seoul to remember those killed in the attack of 1950.', []],
  [
    'Two Spanish soldiers of the UN force in Lebanon were hurt when a bomb exploded beside their patrol near Khiam on Saturday.',
    ['incident ? LB wounded 2 [2020-06-13]'],
  ],
  [
    'A rocket fired from Yemen hit an airport in southwestern Saudi Arabia on Wednesday, wounding 26 people, the coalition said.',
    ['incident ? SA wounded 26 [2020-06-10] by "coalition"'],
  ],
  [
    'A US drone strike killed four militants in Shabwa province on 12 June, Yemeni officials said.',
    ['incident US YE killed 4 [2020-06-12] by "Yemeni officials"'],
  ],
  [
    'Gunmen in military uniforms attacked a UN camp in Timbuktu on 14 April 2018, wounding several peacekeepers.',
    ['incident ? ML [2018-04-14]'],
  ],
  [
    'At least six Kenyan soldiers died when their truck ran over a roadside bomb in Lamu on 18 June 2018.',
    ['incident ? KE killed 6 [2018-06-18]'],
  ],
  ['Ukrainian forces struck a bridge near Kherson with rockets on 20 July 2022.', ['incident UA UA [2022-07-20]']],
  ['Pirates fired on a Danish warship off Somalia on 5 June.', ['incident OTHER(Pirates) SO [2020-06-05]']],
  ["Hackers attacked the army's website in Tallinn on Monday.", []],
  ['Two soldiers were killed in a helicopter crash near Gao on Monday.', []],
  ['The drought has killed cattle around the base at Agadez.', []],
  ['The pilot said he could hit a target in Syria on any day.', []],
])('incident: %s', (text, lines) => {
  expect(claimsOfKind('incident', text)).toEqual(lines);
});
