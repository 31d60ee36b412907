// Sentences in many constructions of one kind, beside the examples of each rule: what is claimed of that kind, and nothing else.
import { expect, test } from 'vitest';
import { claimsOfKind } from './claims-of-kind.ts';

test.each<[string, readonly string[]]>([
  [
    'The EU training mission in Mali will close in May 2024.',
    ['status EU mission "EU training mission in Mali" ML planned [2024-05-01..2024-05-31]'],
  ],
  [
    'The US Air Force has shut its drone base at Arba Minch.',
    ['status US mission "drone base at Arba Minch" ET ended'],
  ],
  [
    'The mandate of the UN mission in Haiti expires on 15 October.',
    ['status UN mission "UN mission in Haiti" HT planned [2020-10-15]'],
  ],
  [
    'Germany paused its training of Peshmerga fighters in Erbil because of the pandemic.',
    ['status DE mission "training" IQ suspended'],
  ],
  [
    'The Czech mission at Balad resumed on Monday after a two-week pause.',
    ['status CZ mission "Czech mission at Balad" IQ resumed [2020-06-15]'],
  ],
  [
    'France formally ended Operation Barkhane in the Sahel on 9 November 2022.',
    ['status FR mission "Operation Barkhane" R:SAHEL ended [2022-11-09]'],
  ],
  [
    'Operation Takuba has come to an end in Mali, the French army said.',
    ['status FR mission "Takuba" ML ended by "French army"'],
  ],
  ["Australia's mission in Taji has concluded.", ['status AU mission "Australia\'s mission in Taji" IQ ended']],
  ['The Netherlands will take command of the NATO battle group mission in Lithuania next year.', []],
  [
    'NATO launched Operation Sea Guardian in the Mediterranean in November 2016.',
    ['status NATO mission "Operation Sea Guardian" R:AT-SEA started [2016-11-01..2016-11-30]'],
  ],
  [
    'The European Union began a naval operation off Libya on 31 March.',
    ['status EU mission "naval operation" LY started [2020-03-31]'],
  ],
  [
    'Operation Irini continues to patrol the waters off Libya.',
    ['status EU mission "patrol the waters off Libya" LY continuing'],
  ],
  [
    'The Indian air force has halted flights in support of the UN mission in Congo.',
    ['status IN mission "flights" CD suspended'],
  ],
  ['Italy scaled down its training mission in Libya.', ['status IT mission "training mission in Libya" LY reduced']],
  [
    'UNTAET was launched in October 1999 in East Timor.',
    ['status UN mission "UNTAET" TL started [1999-10-01..1999-10-31]'],
  ],
  [
    'A Swedish-led training mission in the Central African Republic has been extended until September 2022.',
    ['status SE mission "Swedish-led training mission in the Central African Republic" CF extended [..2022-09-30]'],
  ],
  [
    'The African Union Mission in Somalia will officially end on 31 December.',
    ['status AFRICAN-UNION mission "African Union Mission in Somalia" SO planned [2020-12-31]'],
  ],
  [
    "NATO's air policing mission over the Baltic states has been running since 2004.",
    ['status NATO mission "NATO\'s air policing mission over the Baltic states" R:BALTICS continuing [2004-01-01..]'],
  ],
  [
    'After nine years Norway is ending its contribution to the UN mission in Mali.',
    ['status NO mission "contribution to the UN mission in Mali" ML planned'],
  ],
  [
    'Japan ended its refuelling mission in the Indian Ocean in January 2010.',
    ['status JP mission "refuelling mission in the Indian Ocean" R:AT-SEA ended [2010-01-01..2010-01-31]'],
  ],
  [
    'Training of Iraqi soldiers by Spanish troops at Besmaya has restarted.',
    ['status ES mission "Training of Iraqi soldiers by Spanish troops" IQ resumed'],
  ],
  [
    'Combat operations in Afghanistan are over for British forces.',
    ['status GB mission "Combat operations in Afghanistan" AF ended'],
  ],
  ["Denmark's mission at Al Asad is on hold.", ['status DK mission "Denmark\'s mission at Al Asad" IQ suspended']],
  [
    'Peacekeepers of UNIFIL are carrying out patrols along the Blue Line in southern Lebanon.',
    ['status UN mission "patrols" LB continuing'],
  ],
  [
    'The air strikes on Serbia were suspended on 10 June 1999, NATO announced.',
    ['status NATO mission "air strikes" RS suspended [1999-06-10] by "NATO"'],
  ],
  ['The army opened a new barracks in Leeds.', []],
  ['The festival, guarded by soldiers, ended on Sunday.', []],
  ['The company halted operations in Nigeria.', []],
  ['The war in Congo ended in 2003.', []],
  ['The mission of our newspaper has not ended.', []],
  ['Annual exercises in Poland involving 6,000 soldiers ended on Friday.', []],
  ['NATO may end its mission in Kosovo.', []],
  ['Ireland has no plans to end its mission in Lebanon.', []],
  ['The World Food Programme resumed its operations in Yemen.', []],
  ['School closures began as troops patrolled the streets of Madrid.', []],
  [
    'Sweden will end its participation in the UN mission in Mali a year early.',
    ['status SE mission "participation in the UN mission in Mali" ML planned'],
  ],
  [
    "Britain's combat mission in Helmand ended on 26 October 2014.",
    ['status GB mission "Britain\'s combat mission in Helmand" AF ended [2014-10-26]'],
  ],
  [
    'The African Union mission in Burundi has been up and running since April 2003.',
    ['status AFRICAN-UNION mission "African Union mission in Burundi" BI continuing'],
  ],
  [
    'The UN observer mission in Angola was terminated in February 1999.',
    ['status UN mission "UN observer mission in Angola" AO ended [1999-02-01..1999-02-28]'],
  ],
  [
    'Training at Camp Besmaya by Spanish instructors is expected to resume in September.',
    ['status ES mission "Training at Camp Besmaya by Spanish instructors" IQ planned [2020-09-01..2020-09-30]'],
  ],
  [
    'Russia wrapped up its peacekeeping mission in Nagorno-Karabakh on 12 June.',
    ['status RU mission "peacekeeping mission in Nagorno-Karabakh" AZ ended [2020-06-12]'],
  ],
  [
    'The Philippines suspended patrols with the US navy in the South China Sea.',
    ['status PH mission "patrols" R:AT-SEA suspended'],
  ],
  [
    'EUFOR RCA reached the end of its mandate on 15 March 2015.',
    ['status EU mission "EUFOR RCA" CF ended [2015-03-15]'],
  ],
  ['The Danish air force has broken off its strikes in Syria.', ['status DK mission "strikes" SY ended']],
  ['The Multinational Force in Lebanon was dissolved in 1984.', []],
  [
    'NATO activated Operation Allied Solace in July.',
    ['status NATO mission "Operation Allied Solace" started [2019-07-01..2019-07-31]'],
  ],
  [
    'The coalition has resumed operations against Islamic State in Iraq, the Pentagon said.',
    ['status COALITION mission "operations" IQ resumed by "Pentagon"'],
  ],
  ['Uganda called off its mission in Congo after two months.', ['status UG mission "mission in Congo" CD ended']],
  [
    "Fiji's peacekeeping mission in the Sinai goes on.",
    ['status FJ mission "Fiji\'s peacekeeping mission in the Sinai" EG continuing'],
  ],
  [
    'The German navy stopped taking part in Operation Irini off Libya.',
    ['status DE mission "Operation Irini" LY suspended'],
  ],
  ['The school reopened after soldiers left the building.', []],
  ["The army's recruitment campaign started on Monday in Oslo.", []],
  ['The airline suspended flights to Bamako.', []],
  ['Exercise Flintlock begins in Senegal on Monday.', []],
  [
    'British forces have ended combat operations in southern Afghanistan, handing their last base to the Afghan army.',
    ['status GB mission "combat operations in southern Afghanistan" AF ended'],
  ],
  [
    'The European Union has formally launched its military training mission in Mozambique.',
    ['status EU mission "military training mission in Mozambique" MZ started'],
  ],
  [
    'Operation Serval ended on 15 July 2014 and was replaced by Operation Barkhane.',
    ['status FR mission "Operation Serval" ML ended [2014-07-15]'],
  ],
  [
    'The mandate of the African Union force in Somalia runs out at the end of the year.',
    ['status AFRICAN-UNION mission "African Union force in Somalia" SO planned [2020-12-01..2020-12-31]'],
  ],
  [
    'Patrols by Turkish and Russian troops in northeastern Syria have resumed, the ministry said.',
    ['status TR mission "Patrols" SY resumed by "ministry"'],
  ],
  [
    "India's navy is continuing its anti-piracy patrols in the Gulf of Aden.",
    ['status IN mission "anti-piracy patrols in the Gulf of Aden" R:AT-SEA continuing'],
  ],
  [
    'The Estonian contingent has completed its mission in Mali and returned home.',
    ['status EE mission "mission in Mali" ML ended'],
  ],
  [
    'Canada has paused its training mission in Iraq because of the security situation.',
    ['status CA mission "training mission in Iraq" IQ suspended'],
  ],
  [
    'The Italian-led mission in Lebanon will be extended by one year.',
    ['status IT mission "Italian-led mission in Lebanon" LB extended'],
  ],
  [
    'UN observers in Syria have suspended their mission, General Robert Mood said on 16 June.',
    ['status UN mission "mission" SY suspended by "Robert Mood"'],
  ],
  [
    "The Norwegian army's medical mission in Chad came to a close in May.",
    ['status NO mission "Norwegian army\'s medical mission in Chad" TD ended [2020-05-01..2020-05-31]'],
  ],
  [
    "Zambia's peacekeepers started patrols in Birao on Monday.",
    ['status ZM mission "patrols in Birao" CF started [2020-06-15]'],
  ],
  [
    'The US military has shut down its last base in northern Niger.',
    ['status US mission "last base in northern Niger" NE ended'],
  ],
  [
    'The UN stabilisation mission in Haiti has been under way since 2004.',
    ['status UN mission "UN stabilisation mission in Haiti" HT continuing [2004-01-01..]'],
  ],
  ['Enrolment at the military academy in Warsaw began on Monday.', []],
  ['A campaign against polio resumed in Kandahar after troops left.', []],
  ['The operation on the wounded soldier lasted three hours and ended well.', []],
  ['The two armies may suspend their joint exercise in Guam.', []],
  ['The ferry between Dover and Calais stopped running as soldiers unloaded it.', []],
  [
    'The African Union mission in Somalia began on 6 March 2007.',
    ['status AFRICAN-UNION mission "African Union mission in Somalia" SO started [2007-03-06]'],
  ],
  ["Sri Lanka's navy has joined patrols in the Red Sea.", []],
  [
    'The Netherlands will resume its contribution to the EU mission in Mali in September.',
    ['status NL mission "contribution to the EU mission in Mali" ML planned [2020-09-01..2020-09-30]'],
  ],
  [
    "Russia's bombing campaign in Syria, which began in 2015, is continuing.",
    ['status RU mission "Russia\'s bombing campaign in Syria" SY continuing'],
  ],
  [
    'The mission, known as EUNAVFOR Atalanta, was extended until December 2022.',
    ['status EU mission "EUNAVFOR Atalanta" extended [..2022-12-31]'],
  ],
  [
    'Belgian F-16s are flying combat missions over Iraq.',
    ['status BE mission "combat missions over Iraq" IQ continuing'],
  ],
  ['The US has temporarily halted airstrikes in Somalia.', ['status US mission "airstrikes" SO suspended temporary']],
  [
    "New Zealand's deployment to Bamyan drew to a close in April 2013.",
    ['status NZ mission "New Zealand\'s deployment" AF ended [2013-04-01..2013-04-30]'],
  ],
  ['The concert series at the army museum resumes in May.', []],
  ['The prime minister ended his visit to the troops in Erbil.', []],
  ["The army's vaccination campaign in Cuba has ended.", []],
])('status: %s', (text, lines) => {
  expect(claimsOfKind('status', text)).toEqual(lines);
});
