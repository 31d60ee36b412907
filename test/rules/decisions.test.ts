// Sentences in many constructions of one kind, beside the examples of each rule: what is claimed of that kind, and nothing else.
import { expect, test } from 'vitest';
import { claimsOfKind } from './claims-of-kind.ts';

test.each<[string, readonly string[]]>([
  [
    'The Swedish Riksdag gave the green light on Wednesday to sending 220 soldiers to Mali.',
    ['decision "Swedish Riksdag" authorise [2020-06-10]'],
  ],
  [
    "Ghana's lawmakers rubber-stamped the president's plan to dispatch a battalion to Liberia.",
    ['decision "Ghana\'s parliament" deploy'],
  ],
  [
    "Spain's cabinet on Friday signed off on the deployment of 150 more marines to Lebanon.",
    ['decision "Spain\'s cabinet" deploy [2020-06-12]'],
  ],
  [
    'The Italian Chamber of Deputies has voted in favour of keeping troops in Afghanistan, by 280 votes to 190.',
    ['decision "Italian Chamber of Deputies" extend vote 280-190'],
  ],
  [
    "The German cabinet backed a one-year extension of the military's mission in northern Iraq.",
    ['decision "German cabinet" extend'],
  ],
  [
    'The UN Security Council on Tuesday unanimously extended the mandate of its peacekeeping force in Abyei until 15 November.',
    ['decision "UN Security Council" extend [2020-06-09]'],
  ],
  [
    'African Union leaders have endorsed a plan to send 5,000 troops to the Sahel.',
    ['decision "African Union leaders" deploy'],
  ],
  [
    'The Senate passed a resolution ending US military support for the Saudi-led campaign in Yemen by 54 votes to 46.',
    ['decision "Senate" end vote 54-46'],
  ],
  [
    "Portugal's Supreme Defence Council approved the deployment of 180 soldiers to the Central African Republic.",
    ['decision "Portugal\'s Supreme Defence Council" deploy'],
  ],
  [
    'A motion to bring the Danish contingent home was defeated in parliament by 62 votes to 48.',
    ['decision "parliament" other vote 62-48'],
  ],
  [
    'President Macky Sall signed a decree authorising the deployment of 1,500 soldiers to Yemen.',
    ['decision "President Macky Sall" authorise'],
  ],
  [
    'A court in Nairobi blocked the deployment of 1,000 police officers to Haiti.',
    ['decision "court in Nairobi" other'],
  ],
  [
    "Kenya's High Court has ruled against the deployment of police officers to Haiti.",
    ['decision "Kenya\'s High Court" other'],
  ],
  ['The European Council decided to prolong Operation Sophia for six months.', ['decision "European Council" extend']],
  [
    'NATO defence ministers agreed to increase the training mission in Iraq from 500 to around 4,000 personnel.',
    ['decision "NATO defence ministers" increase'],
  ],
  [
    'The Dutch government has decided not to extend its mission in Mali beyond May.',
    ['decision "Dutch government" end'],
  ],
  [
    "Canada's government decided against prolonging the deployment of its helicopters in Gao.",
    ['decision "Canada\'s government" end'],
  ],
  [
    'Congolese President Felix Tshisekedi asked the East African force to leave the country.',
    ['decision "Congolese President Felix Tshisekedi" request'],
  ],
  [
    "Burkina Faso's military government demanded that French troops leave within a month.",
    ['decision "Burkina Faso\'s military government" request'],
  ],
  ["Niger's junta revoked military accords with France.", ['decision "Niger\'s junta" end']],
  ['Chad terminated its defence pact with France on Thursday.', ['decision "Chad" end [2020-06-11]']],
  [
    'The deployment of 90 soldiers to Gaza, approved by the Cabinet on Monday, still needs the backing of the Knesset.',
    ['decision "Cabinet" deploy not-final pending "backing of Knesset" [2020-06-15]'],
  ],
  [
    'Parliament in Vilnius voted 102-3 to let NATO allies station up to 5,000 troops in the country.',
    ['decision "Parliament in Vilnius" authorise vote 102-3'],
  ],
  [
    "The Ethiopian parliament's approval of the mission in Somalia came on Tuesday.",
    ['decision "Ethiopian parliament" authorise'],
  ],
  [
    'The Philippine Senate rejected a treaty that would have allowed US bases to remain.',
    ['decision "Philippine Senate" other'],
  ],
  [
    "Ukraine's parliament ratified an agreement letting 2,000 foreign soldiers in for exercises.",
    ['decision "Ukraine\'s parliament" authorise'],
  ],
  [
    "France's National Assembly voted to prolong the military intervention in Mali, with 342 in favour and none against.",
    ['decision "France\'s National Assembly" extend vote 342-0'],
  ],
  [
    'The Security Council adopted a resolution raising the troop ceiling of the mission in South Sudan to 17,000.',
    ['decision "Security Council" increase'],
  ],
  ['ECOWAS authorised its standby force to deploy along the border with Gambia.', ['decision "ECOWAS" authorise']],
  [
    'The upper house of the Russian parliament granted President Putin permission to use the armed forces in Syria.',
    ['decision "upper house of the Russian parliament" authorise'],
  ],
  [
    "South Korea's National Assembly approved a bill extending the stay of its troops in Lebanon for a year.",
    ['decision "South Korea\'s National Assembly" extend'],
  ],
  [
    'The decision of the Norwegian government to pull its special forces out of Syria takes effect in March.',
    ['decision "Norwegian government" withdraw'],
  ],
  [
    "Turkey's parliament will vote on Thursday on a motion to send soldiers to Libya.",
    ['decision "Turkey\'s parliament" deploy not-final [2020-06-18]'],
  ],
  [
    'President Duterte revoked the agreement under which American troops visit the islands.',
    ['decision "President Duterte" end'],
  ],
  [
    'The Somali government requested that Burundi delay the pullout of its 1,000 soldiers.',
    ['decision "Somali government" request'],
  ],
  ["Lebanon's cabinet tasked the army with drawing up a plan to take over positions in the south.", []],
  [
    "New Zealand's prime minister announced that cabinet had agreed to send 143 soldiers to train Iraqi forces.",
    ['decision "cabinet" deploy by "New Zealand\'s prime minister"'],
  ],
  ['The Bundestag must still approve the deployment of 850 soldiers to Mali.', []],
  ['The Constitutional Court upheld the law under which conscripts may be sent abroad.', []],
  ['The city council voted to close two schools near the army base.', []],
  ['The committee approved a 3 percent pay rise for soldiers.', []],
  ['The Senate approved 38 billion dollars in military aid to Israel.', []],
  ['The general agreed to an interview about his time with the peacekeepers in Bosnia.', []],
  ['The Polish senate did not vote on the deployment to Chad.', []],
  ['Shareholders approved the merger of two makers of army vehicles.', []],
  ['The parliament adopted a law on pensions of soldiers wounded in Mali.', []],
  ['The European Union might approve a naval mission in the Red Sea.', []],
  [
    'The Belgian Chamber of Representatives gave its blessing to the dispatch of six F-16s to Iraq.',
    ['decision "Belgian Chamber of Representatives" authorise'],
  ],
  ['By a show of hands the Irish Dáil voted to send 47 peacekeepers to Mali.', ['decision "Irish Dáil" deploy']],
  [
    "Malawi's government has turned down an appeal by the UN to send a second battalion to Congo.",
    ['decision "Malawi\'s government" other', 'decision "United Nations" request'],
  ],
  [
    "The African Union's Peace and Security Council renewed the mandate of its force in Somalia for another year.",
    ['decision "African Union\'s Peace and Security Council" extend'],
  ],
  [
    "Egypt's National Defence Council prolonged the deployment of naval units in the Red Sea.",
    ['decision "Egypt\'s National Defence Council" extend'],
  ],
  [
    'The Japanese cabinet approved a plan on Friday to dispatch a destroyer and 260 sailors to the Gulf of Oman.',
    ['decision "Japanese cabinet" deploy [2020-06-12]'],
  ],
  [
    'A UN resolution authorises a multinational force of 2,500 police for Haiti.',
    ['decision "United Nations" authorise'],
  ],
  [
    'The council voted 14-0, with Russia abstaining, to wind down the peacekeeping mission in Darfur.',
    ['decision "council" end vote 14-0'],
  ],
  [
    'The Czech government has approved sending up to 800 soldiers to Slovakia; the lower house has yet to agree.',
    ['decision "Czech government" deploy not-final pending "agreement of lower house"'],
  ],
  ['The Gambia has requested an extension of the ECOWAS mission until December.', ['decision "Gambia" request']],
  [
    "Hungary's parliament overwhelmingly backed the sending of 200 soldiers to Chad, a spokesman said.",
    ['decision "Hungary\'s parliament" deploy by "spokesman"'],
  ],
  [
    "Madagascar's Constitutional Court annulled the decree that allowed foreign troops on the island.",
    ['decision "Madagascar\'s Constitutional Court" end'],
  ],
  ['The Bulgarian cabinet reduced the number of its soldiers in Kosovo to 30.', []],
  [
    "Slovenia's government agreed on Thursday that 15 soldiers would join the training mission in Mali.",
    ['decision "Slovenia\'s government" deploy [2020-06-11]'],
  ],
  [
    'At a summit in Abuja, ECOWAS leaders resolved to activate their standby force and deploy it to Niger.',
    ['decision "ECOWAS leaders" deploy'],
  ],
  [
    'The House of Representatives defeated a measure that would have pulled American troops out of Syria, 321 to 103.',
    ['decision "House of Representatives" other'],
  ],
  [
    'The Finnish president decided, on a proposal by the government, that 20 soldiers will go to Iraq.',
    ['decision "Finnish president" deploy'],
  ],
  ['Cyprus has granted France permission to station warships at Mari.', ['decision "Cyprus" authorise']],
  ['The mayor approved a parade of soldiers through the town.', []],
  ['The jury voted to give the film about peacekeepers an award.', []],
  ["Austria's parliament debated the deployment to Mali without a vote.", []],
  [
    'The lower house is set to vote next week on extending the mission in Lebanon.',
    ['decision "lower house" extend not-final [2020-06-22..2020-06-28]'],
  ],
  ['The central bank decided to keep rates on hold as troops entered the capital.', []],
  [
    'The Lithuanian Seimas on Tuesday approved by 98 votes to four a mandate for up to 60 troops to serve in Mali and the Central African Republic.',
    ['decision "Lithuanian Seimas" authorise vote 98-4 [2020-06-09]'],
  ],
  [
    "Ireland's cabinet agreed on Tuesday to withdraw its 130 soldiers from the Golan Heights by next April. The Dáil does not have to approve the move.",
    ['decision "Ireland\'s cabinet" withdraw [2020-06-09]'],
  ],
  [
    "Members of the Federation Council, Russia's upper house, voted unanimously on Wednesday to allow Mr. Putin to use troops abroad.",
    ['decision "Federation Council" authorise [2020-06-10]'],
  ],
  [
    "The ruling AK Party's motion, which would extend the deployment in Libya by 18 months, was passed by Turkey's parliament on Tuesday.",
    ['decision "Turkey\'s parliament" extend [2020-06-09]'],
  ],
  ['Djibouti has agreed to host a Japanese base, its first since the war.', ['decision "Djibouti" deploy']],
  [
    "The Knesset's foreign affairs committee rejected the plan to reduce the army's presence in the Jordan Valley.",
    ['decision "Knesset\'s foreign affairs committee" other'],
  ],
  [
    "Fiji's government says it has accepted a UN request for 180 additional soldiers for the Golan.",
    ['decision "Fiji\'s government" deploy', 'decision "United Nations" request by "Fiji\'s government"'],
  ],
  ['The Iraqi cabinet has called for all foreign forces to leave the country.', ['decision "Iraqi cabinet" request']],
  [
    'The Security Council voted 12-0 with three abstentions to authorise a force of 2,500 police officers for Haiti.',
    ['decision "Security Council" authorise vote 12-0-3'],
  ],
  [
    "Spain's Congress has given the go-ahead for 390 more soldiers to be sent to Lebanon.",
    ['decision "Spain\'s Congress" authorise'],
  ],
  ['The court suspended the deployment of police to Haiti until 24 October.', ['decision "court" suspend']],
  [
    'The Solomon Islands government has asked Australia and New Zealand to send police and troops.',
    ['decision "Solomon Islands government" request'],
  ],
  [
    'President Yoon vetoed a bill that would have blocked the dispatch of soldiers.',
    ['decision "President Yoon" other'],
  ],
  [
    'Leaders of the East African Community decided at a summit in Nairobi to form a regional force for eastern Congo.',
    ['decision "Leaders of the East African Community" deploy'],
  ],
  [
    'The Danish parliament passed a proposal to contribute 200 soldiers to the coalition in Iraq, with 90 votes in favour and 18 against.',
    ['decision "Danish parliament" deploy vote 90-18'],
  ],
  ['The government in Bamako has ordered the 49 Ivorian soldiers to be tried.', []],
  ['MPs debated for six hours whether to send troops to Yemen.', []],
  ['The council approved plans for a museum about the navy.', []],
  ["Members of the union voted to accept the army's pay offer.", []],
  ['The president approved of the way the troops behaved.', []],
  ['The two presidents agreed to meet again after their talks about the army.', []],
  ['The court sentenced two soldiers for an attack on a base.', []],
  ['The Philippine president is weighing whether to end the visiting forces agreement.', []],
  [
    'The Polish government adopted a resolution on Tuesday to send 230 soldiers to Iraq as part of the anti-Islamic State coalition.',
    ['decision "Polish government" deploy [2020-06-09]'],
  ],
  [
    'Lawmakers in The Hague narrowly voted to keep 500 Dutch troops in Mali for two more years.',
    ['decision "parliament in The Hague" extend'],
  ],
  [
    'The Peruvian Congress authorised the entry of 600 US troops for a training exercise.',
    ['decision "Peruvian Congress" authorise'],
  ],
  [
    "South Africa's president told parliament that cabinet had approved the extension of the deployment of 1,495 soldiers to Mozambique.",
    ['decision "cabinet" extend by "South Africa\'s president"'],
  ],
  [
    'The Senate Armed Services Committee voted to bar the Pentagon from cutting troop levels in South Korea below 28,500.',
    ['decision "Senate Armed Services Committee" other'],
  ],
  [
    'The UN General Assembly passed a motion calling on Russia to pull its troops out of Transnistria by 64 votes to 15, with 83 abstentions.',
    ['decision "UN General Assembly" withdraw vote 64-15-83'],
  ],
  ['The Chadian parliament declared the presence of French troops illegal.', ['decision "Chadian parliament" other']],
  [
    "NATO's governing council gave final approval to Operation Unified Protector, officials said.",
    ['decision "NATO\'s governing council" authorise final by "officials"'],
  ],
  [
    'The Gabonese authorities renewed for two years an agreement under which 350 French soldiers are based in Libreville.',
    ['decision "Gabonese authorities" extend'],
  ],
  [
    'The Swiss upper house turned down a request to send soldiers to guard ships off Somalia.',
    ['decision "Swiss upper house" other'],
  ],
  ['Sudan withdrew its consent to the peacekeeping mission.', ['decision "Sudan" end']],
  [
    'The Sejm is to decide on Thursday whether to prolong the Polish mission in Afghanistan.',
    ['decision "Sejm" extend not-final [2020-06-18]'],
  ],
  ['The town hall approved the demolition of the old barracks.', []],
  ['The president said that no decision had been taken on sending troops.', []],
  ["The regulator approved a missile maker's takeover of its rival.", []],
  ["The board of the veterans' association voted to move its office.", []],
])('decision: %s', (text, lines) => {
  expect(claimsOfKind('decision', text)).toEqual(lines);
});
