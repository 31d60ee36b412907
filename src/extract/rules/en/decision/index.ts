// The rules of decisions: who decided, voted, approved, allowed, prolonged, refused or asked.
import type { Token } from '../../../../text/document.ts';
import type { DecisionFinding } from '../../../finding.ts';
import { type Rule, rule } from '../../../rule.ts';
import type { SentenceView } from '../../../syntax/predicate.ts';
import { decidedBehind } from './behind.ts';
import { byCount, failedTo } from './by-count.ts';
import { approvalOf, type Consent, clearedWay, givenBy, givenNoun, wonConsent } from './consent.ts';
import { actionOf, findingOf } from './decision-finding.ts';
import { decisionNoun, requestNoun, resolutionNoun } from './nominal.ts';
import { type Decided, decidedAt } from './read-decision.ts';
import { actionIn, concernsForces, type Deciding, decidingAt } from './words.ts';

/** Every verb of the kind asked for, with what it decides; a second "to" clause after "and" is a decision of its own. */
function read(view: SentenceView, kinds: readonly Deciding[]): DecisionFinding[] {
  const found: DecisionFinding[] = [];
  for (let i = 0; i < view.tokens.length; i++) {
    const form = decidingAt(view.tokens, i);
    if (!form || !kinds.includes(form.deciding)) continue;
    const decided = decidedAt(view, i) ?? (form.deciding === 'resolve' ? decidedBehind(view, i) : null);
    if (!decided) continue;
    found.push(findingOf(view, decided, actionOf(decided, view.tokens)));
    found.push(...second(view, decided));
  }
  return found;
}

/** "votes to send 750 more men and extend the mandate": what follows "and" is decided too. */
function second(view: SentenceView, decided: Decided): DecisionFinding[] {
  if (decided.deciding !== 'resolve' && decided.deciding !== 'approve') return [];
  const { tokens } = view;
  const first = actionIn(tokens.slice(decided.matter.from, decided.matter.to));
  if (!first) return [];
  for (let i = decided.matter.from + first.at + 2; i < decided.matter.to - 1; i++) {
    if (tokens[i]!.lower !== 'and') continue;
    const at = /^(?:to|also)$/.test(tokens[i + 1]?.lower ?? '') ? i + 2 : i + 1;
    const next = actionIn(tokens.slice(at, at + 1));
    const rest = tokens.slice(at, decided.matter.to);
    if (!next || next.action === first.action || !(concernsForces(rest) || isTheirStay(rest))) continue;
    const also: Decided = { ...decided, matter: { from: at, to: decided.matter.to } };
    return [findingOf(view, also, next.action, { from: decided.body.from, to: decided.matter.to })];
  }
  return [];
}

/** "... and extend their deployment by another year": of the forces named in the first clause. */
const isTheirStay = (tokens: readonly Token[]): boolean =>
  /^(?:its|their|the)$/.test(tokens[1]?.lower ?? '') &&
  tokens.slice(2, 5).some((t) => /^(?:deployment|stay|mission|mandate|presence|tour|operation)$/.test(t.lower));

function nouns(view: SentenceView, reader: (view: SentenceView, i: number) => Decided | null): DecisionFinding[] {
  const found: DecisionFinding[] = [];
  for (let i = 0; i < view.tokens.length; i++) {
    const decided = reader(view, i);
    if (!decided) continue;
    found.push(findingOf(view, decided, actionOf(decided, view.tokens)));
    found.push(...second(view, decided));
  }
  return found;
}

const CONSENTS = [givenNoun, givenBy, wonConsent, approvalOf, clearedWay];

function consents(view: SentenceView): DecisionFinding[] {
  const read = (i: number): readonly Consent[] => CONSENTS.map((of) => of(view, i)).filter((c) => c !== null);
  return view.tokens.flatMap((_, i) => read(i).map((c) => findingOf(view, c.decided, c.action)));
}

export const DECISION_RULES: readonly Rule[] = [
  rule({
    id: 'decision/resolved',
    on: 'sentence',
    wake: /\b(?:decid|vot(?:e|ing)|agree|resolv|opt(?:s|ed)?\b|cho(?:os|se)|ruled\b|declar)/i,
    read: (view) => read(view, ['resolve']),
    examples: {
      'The Danish cabinet agreed to step up its contribution to the NATO mission in Mali.': [
        'decision "Danish cabinet" increase',
      ],
      'The Danish cabinet has decided that the deployment of two helicopters in Mali will be extended until May.': [
        'decision "Danish cabinet" extend',
      ],
      'The Estonian cabinet decided to airlift 50 soldiers to Mali.': ['decision "Estonian cabinet" deploy'],
      'The Estonian cabinet decided to scale down its force in Mali.': ['decision "Estonian cabinet" reduce'],
      'The Estonian parliament voted 71 to 12 on 9 June to send 50 soldiers to Mali.': [
        'decision "Estonian parliament" deploy vote 71-12 [2020-06-09]',
      ],
      'EU ministers are expected to decide on Tuesday whether to extend the peacekeeping mission in Bosnia.': [
        'decision "EU ministers" extend not-final [2020-06-16]',
      ],
      "Brazil's cabinet has decided to send 90 troops to Beirut, but parliament must still give its consent.": [
        'decision "Brazil\'s cabinet" deploy not-final pending "consent of parliament"',
      ],
      'Forty Danish soldiers will be sent to Mali, the Danish parliament decided on Thursday.': [
        'decision "Danish parliament" deploy [2020-06-11]',
      ],
      'Lawmakers voted to withdraw Kenyan soldiers from Somalia.': ['decision "Lawmakers" withdraw'],
      'Danish lawmakers decided that 90 soldiers will be part of the mission in Mali.': [
        'decision "Danish parliament" deploy',
      ],
      'Danish lawmakers voted 92-55 at a session on Thursday to send 90 soldiers to Mali.': [
        'decision "Danish parliament" deploy vote 92-55 [2020-06-11]',
      ],
      'Lawmakers in Nairobi voted 130 to 61 to withdraw Kenyan soldiers from Somalia.': [
        'decision "parliament in Nairobi" withdraw vote 130-61',
      ],
      'The House of Commons voted 285-272 against air strikes on Syria.': [
        'decision "House of Commons" other vote 285-272',
      ],
      'Ethiopia and Eritrea agreed to withdraw their troops from Badme.': ['decision "Ethiopia and Eritrea" withdraw'],
      "Peru's government decided to halve its troops in Haiti and prolong their stay by a year.": [
        'decision "Peru\'s government" reduce',
        'decision "Peru\'s government" extend',
      ],
    },
    not: [
      'Denmark decided to go ahead with forming the army of 9,000 soldiers.',
      'Workers at the plant voted to strike on Monday.',
      'The minister agreed with his brother about the soldiers.',
      'Peru has not decided to send troops to Haiti.',
      'Forty Danish pupils will be sent to Mali, the school board decided on Thursday.',
      'Danish troops could be sent to Mali, the ministers agreed on Thursday.',
      'The rebels and Sri Lanka agreed to attend a meeting with monitors and the government troops.',
    ],
  }),
  rule({
    id: 'decision/approved',
    on: 'sentence',
    wake: /\b(?:approv|endors|ratif|adopt|pass(?:ed|es)?\b|accept|back(?:ed|s)?\b|finali|sign(?:ed|s)?\b|confirm|green-?light|fast-?track|rubber-?stamp|okay|bless(?:ed|es)\b|(?:wav|nodd)(?:ed|es|ing)\b|weight behind|favou?r of|consent|assent|acced)/i,
    read: (view) => read(view, ['approve']),
    examples: {
      "Denmark's parliament approved the deployment of 130 trainers to Iraq.": [
        'decision "Denmark\'s parliament" deploy',
      ],
      'The Estonian parliament waved through the deployment of 50 soldiers to Mali.': [
        'decision "Estonian parliament" deploy',
      ],
      'The Estonian parliament came out in favour of sending 50 soldiers to Mali.': [
        'decision "Estonian parliament" deploy',
      ],
      'The raid by commandos was approved by President Kagame.': ['decision "President Kagame" authorise'],
      'The senate approved a bill to cut its troops in Mali and extend their mission by a year.': [
        'decision "senate" reduce',
        'decision "senate" extend',
      ],
      "Poland's president signed an order sending 200 soldiers to Latvia.": ['decision "Poland\'s president" deploy'],
    },
    not: [
      'The council approved a trade mission in Chad.',
      "The bank approved a loan for the army's suppliers.",
      'Mr Diop confirmed that the agreement lets the government ask for an extension of the military presence.',
      'The acting president signed a bill that will allow the ruler to stay on as army chief.',
      "The Senate must still approve the troops' mission in Niger.",
    ],
  }),
  rule({
    id: 'decision/allowed',
    on: 'sentence',
    wake: /\b(?:authori[sz]|permit|allow|sanction|mandate[sd])/i,
    read: (view) => read(view, ['allow']),
    examples: {
      'The UN Security Council authorised up to 7,500 troops for Somalia.': [
        'decision "UN Security Council" authorise',
      ],
      'The Security Council met. The 15-member body authorised 900 troops for Somalia.': [
        'decision "Security Council" authorise',
      ],
    },
    not: [
      'UN peacekeepers will allow a withdrawal of French troops from Mali.',
      'The treaty allowed for the transfer of ten regiments.',
      'The club allowed two soldiers into the stadium.',
    ],
  }),
  rule({
    id: 'decision/consent',
    on: 'sentence',
    wake: /\b(?:g[ai]v|grant|issue|approval|authori[sz]ation|endorsement|ratification|consent|permission|backing|blessing|mandate|go-ahead|way (?:for|to))/i,
    read: consents,
    examples: {
      "Kenya's president gave the army permission to deploy troops in Somalia.": [
        'decision "Kenya\'s president" authorise',
      ],
      "Chad's government gave the French soldiers six weeks to leave.": ['decision "Chad\'s government" expel'],
      "The Swiss government won parliament's approval to send 20 soldiers to Kosovo.": [
        'decision "parliament" authorise',
      ],
      'The mission of 80 commandos in Niger was given the nod by the Belgian cabinet.': [
        'decision "Belgian cabinet" authorise',
      ],
      'The Finnish cabinet cleared the way for the deployment of 160 peacekeepers.': [
        'decision "Finnish cabinet" authorise',
      ],
      'Congress gave the mission in Niger its blessing.': ['decision "Congress" authorise'],
      "The Senate's approval of the troop deployment surprised few.": ['decision "Senate" authorise'],
    },
    not: [
      "The deployment of 80 commandos needs the Senate's approval of their mandate.",
      'The coach gave his players permission to train at the army base.',
      'The cabinet could give the army the go-ahead to deploy 40 soldiers.',
    ],
  }),
  rule({
    id: 'decision/by-count',
    on: 'sentence',
    why: 'How a vote on a motion came out is what its house decided.',
    wake: /\b(?:carried|clear(?:ed|s)|pass(?:ed|es)|surviv(?:ed|es)|fail(?:ed|s)|f[ae]lls?|lost|w[oi]ns?|g[eo]ts?|receive[sd]|secure[sd]|muster(?:s|ed)|drew)\b/i,
    read: (view) =>
      view.tokens.flatMap((_, i) =>
        [byCount(view, i), failedTo(view, i)]
          .filter((c) => c !== null)
          .filter((c) => decidedAt(view, c.decided.at) === null)
          .map((c) => findingOf(view, c.decided, c.action)),
      ),
    examples: {
      'The motion to send troops to Mali was carried by 92 votes to 55 in the Danish parliament.': [
        'decision "Danish parliament" deploy vote 92-55',
      ],
      'The bill to send 400 troops to Niger cleared the Italian Senate by 161 votes to 89.': [
        'decision "Italian Senate" deploy vote 161-89',
      ],
      'The Bundestag debated for an hour. The motion to send troops to Mali won 308 votes.': [
        'decision "Bundestag" deploy',
      ],
      'A motion to withdraw the soldiers from Mali fell in the Folketing by 11 votes to 98.': [
        'decision "Folketing" other vote 11-98',
      ],
      'The US Senate failed to pass a resolution to end the military mission in Yemen.': ['decision "US Senate" other'],
    },
    not: [
      'The motion to send troops to Mali would be carried by 92 votes to 55 in the Danish parliament.',
      'The party that sent troops to Mali won 308 of 450 seats in parliament.',
      'The bill for soldiers at the bar was carried by 92 guests in the house.',
      'The general failed to pass a test of the army in the Senate.',
    ],
  }),
  rule({
    id: 'decision/extended',
    on: 'sentence',
    wake: /\b(?:extend|renew|prolong|lengthen|reauthori|roll(?:s|ed)? over)/i,
    read: (view) => read(view, ['extend']),
    examples: {
      'The Security Council renewed the mandate of the UN peacekeeping force in Cyprus.': [
        'decision "Security Council" extend',
      ],
      'The UN Security Council rolled over the mandate of the peacekeeping force in Cyprus.': [
        'decision "UN Security Council" extend',
      ],
      'Danish troops serve in Mali, and parliament in April extended their stay.': [
        'decision "parliament" extend [2020-04-01..2020-04-30]',
      ],
      'By 388 votes to 40 the Bundestag extended the mandate of the German troops in Mali.': [
        'decision "Bundestag" extend vote 388-40',
      ],
    },
    not: [
      'Mr Lee has recommended the Council extends the mandate of UNIFIL.',
      'The airline extended its flights for soldiers on leave.',
      'The guests extended their stay in Mali.',
    ],
  }),
  rule({
    id: 'decision/refused',
    on: 'sentence',
    wake: /\b(?:reject|spurn|rebuff|knock|str[iu]ck?|vot(?:ed?|es|ing) (?:down|against)|veto|turn(?:s|ed)?\b|thr[eo]w[sn]? out|block|refus|declin|defeat|den(?:y|ied|ies))/i,
    read: (view) => read(view, ['refuse']),
    examples: {
      'The Estonian parliament voted down the plan to send soldiers to Mali.': ['decision "Estonian parliament" other'],
      "Norway's parliament rejected a motion to bring the troops home from Mali.": [
        'decision "Norway\'s parliament" other',
      ],
      'The Dutch parliament rejected the mission in Mali by 92 votes to 55.': [
        'decision "Dutch parliament" other vote 92-55',
      ],
      "Peru's Congress threw out the bill to deploy soldiers to Haiti.": ['decision "Peru\'s Congress" other'],
      'Sudan turned down two requests from Ethiopia to withdraw its soldiers from Abyei.': ['decision "Sudan" other'],
      'Russia vetoed a resolution that would have prolonged the UN observer mission in Georgia.': [
        'decision "Russia" other',
      ],
    },
    not: [
      'The opposition rejected the mission in Mali by 92 soldiers.',
      'The coach rejected a call from the army team.',
      'Hungary refused to send soldiers to Chad.',
    ],
  }),
  rule({
    id: 'decision/revoked',
    on: 'sentence',
    wake: /\b(?:revok|annul|rescind|repeal|scrap|terminat|denounc|abrogat|cancel|overturn|quash|suspend|halt|fr[eo]ez|froze|paus|withdr[ae]w\w* (?:its|their|his|her) (?:consent|permission|approval|invitation))/i,
    read: (view) => read(view, ['revoke', 'halt']),
    examples: {
      "Danish soldiers left Mali when Mali's government withdrew its consent.": ['decision "Mali\'s government" end'],
      "Senegal's president annulled the defence agreement with France.": ['decision "Senegal\'s president" end'],
      'A court in Lima suspended the deployment of soldiers to Cusco.': ['decision "court in Lima" suspend'],
      'The decree on foreign troops was overturned by the Constitutional Court.': [
        'decision "Constitutional Court" end',
      ],
    },
    not: ['The airline cancelled its agreement with the army.', 'The minister denounced an attack on soldiers.'],
  }),
  rule({
    id: 'decision/asked',
    on: 'sentence',
    wake: /\b(?:request|ask|call|demand|urg|seek|sought|invit|appeal|beg(?:s|ged)?\b|implor|beseech|exhort|entreat|petition|lobb|plead)/i,
    read: (view) => read(view, ['ask']),
    examples: {
      'Somalia has asked Djibouti for 900 soldiers.': ['decision "Somalia" request'],
      'The UN Security Council called on Lebanon to send troops to the south.': [
        'decision "UN Security Council" request',
      ],
    },
    not: [
      'Protesters demanded that the soldiers withdraw from the square.',
      'An aide of the Shiite cleric called on his militia to stop fighting the soldiers.',
    ],
  }),
  rule({
    id: 'decision/expelled',
    on: 'sentence',
    wake: /\b(?:expel|evict|oust|order|t(?:old|ell))/i,
    read: (view) => read(view, ['expel']),
    examples: {
      "Mali's junta ordered the French troops to leave the country.": ['decision "Mali\'s junta" expel'],
      "Niger's government expelled the American soldiers.": ['decision "Niger\'s government" expel'],
    },
    not: [
      'The club expelled two soldiers.',
      'The contingent was told by the army chief that discipline matters ahead of its departure for Mali.',
      'A Danish colonel told reporters the soldiers would carry out patrols in Mali.',
      "France's president told a summit that French troops would be out of Kabul by May.",
      'The general ordered his soldiers to leave the barracks.',
      'The president ordered two battalions to leave for Liberia.',
    ],
  }),
  rule({
    id: 'decision/decision-of',
    on: 'sentence',
    wake: /\b(?:decision|vote|agreement)/i,
    read: (view) => nouns(view, decisionNoun),
    examples: {
      'The Danish government took the decision to suspend its mission in Mali and to withdraw its 60 soldiers.': [
        'decision "Danish government" suspend',
        'decision "Danish government" withdraw',
      ],
      'The decision to send 60 soldiers to Mali was taken by the Danish cabinet.': ['decision "Danish cabinet" deploy'],
      "The Pentagon's decision to pull 1,000 soldiers out of Syria surprised the Kurds.": [
        'decision "Pentagon" withdraw',
      ],
      'Paris regretted the decision by Chad to withdraw its troops from Mali.': ['decision "Chad" withdraw'],
      'The house regrets the decision of the Danish government announced on 3 June 2020, to deploy 40 soldiers to Mali.':
        ['decision "Danish government" deploy'],
    },
    not: ["The team's decision to leave the army base was a surprise."],
  }),
  rule({
    id: 'decision/request-of',
    on: 'sentence',
    wake: /\b(?:request|demand|appeal|invitation|ultimatum|plea)/i,
    read: (view) => nouns(view, requestNoun),
    examples: {
      'Danish troops entered Mali at the request of the Malian president.': ['decision "Malian president" request'],
      'France sent trainers after a request from Togo for military help.': ['decision "Togo" request'],
      'The French soldiers left at the request of Niger.': ['decision "Niger" request'],
    },
    not: [
      'At the request of Chad, 300 French soldiers are stationed in Faya.',
      'The cabinet approved a request from Chad for 300 soldiers.',
      'The council repeated its appeal to all parties in Chad, where French soldiers serve, to work for reconciliation.',
    ],
  }),
  rule({
    id: 'decision/resolution-calls',
    on: 'sentence',
    wake: /\bresolution/i,
    read: (view) => nouns(view, resolutionNoun),
    examples: {
      'UN Security Council resolution 1559 calls for the withdrawal of foreign troops from Lebanon.': [
        'decision "UN Security Council" withdraw',
      ],
    },
    not: ['A party resolution calls for lower taxes and more soldiers.'],
  }),
];
