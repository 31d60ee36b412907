// Words that may stand for each other in reporting on forces, taken from dictionaries and the press and not from the reader's own tables.

const listed = (words: string): readonly string[] => words.split('|');

/** Plural nouns of persons in arms: "500 troops", "500 paratroopers". */
export const PERSONS = listed(
  'troops|soldiers|servicemen|servicewomen|service members|service personnel|military personnel|personnel|peacekeepers|marines|sailors|airmen|paratroopers|infantrymen|commandos|military instructors|military advisers|military trainers|army medics|combat engineers|special forces|special operations troops|ground troops|combat troops|army personnel|sappers|artillerymen|reservists|guardsmen|riflemen|conscripts|men and women|men|uniformed personnel|military engineers|airborne troops|elite troops|crack troops|frontline troops|support troops|logisticians|infantry soldiers|foot soldiers|mountain troops',
);

/** Singular bodies of soldiers: "a battalion", "a task force". */
export const BODIES = listed(
  'battalion|company|contingent|detachment|task force|battlegroup|battle group|brigade|regiment|squadron|platoon|unit|force|team|column|task group|combat team|squad',
);

/** What forces that are "stationed" somewhere may be instead. */
export const STATIONED = listed(
  'stationed|based|deployed|posted|garrisoned|billeted|quartered|housed|encamped|positioned|located|bivouacked|cantoned|barracked|dug in|hunkered down|holed up|embedded|entrenched|scattered|dispersed|concentrated|massed|camped|placed|installed|serving|working|operating|fighting|patrolling|training|living|on duty|on the ground|present|active|in place|in action|on station|on patrol',
);

export interface Frame {
  readonly name: string;
  /** Verbs that are replaced, each with its particle or preposition. */
  readonly from: readonly string[];
  /** Verbs that are put in their place. */
  readonly to: readonly string[];
  /** What follows the verb, with the space before it, in the active. */
  readonly next: RegExp;
  /** Whether the verb may stand in the passive. */
  readonly passive: boolean;
  /** The kinds of claim of which the verb may tell. */
  readonly kinds: readonly string[];
}

const THING = /^ (?:the|its|their|a|an|his)\b/;
const FORCE = /^ (?:the|its|their|all|some|about|up|more|another|an?|\d|[A-Z]|troops|soldiers|forces)/;
const COUNTRY = /^ (?:the )?(?:[A-Z]|country\b|region\b|island\b|area\b|city\b)/;
const PERSON_TO = /^ (?:the )?[A-Z]?[\w ]{2,40} to [a-z]/;

/** Verbs that stand for each other where the words around them are the same. */
export const FRAMES: readonly Frame[] = [
  {
    name: 'sending',
    from: ['send', 'dispatch', 'fly'],
    to: listed(
      'send|dispatch|deploy|despatch|fly|airlift|ship|rush|move|transport|ferry|fly out|ship out|send off|send over|send out|relocate|redeploy|transfer|commit|funnel|hurry|truck|bus|post|assign|second|contribute|order',
    ),
    next: FORCE,
    passive: true,
    kinds: ['movement'],
  },
  {
    name: 'arriving in',
    from: ['arrive in', 'land in', 'enter'],
    to: listed(
      'arrive in|land in|touch down in|set foot in|show up in|fly into|pour into|flow into|stream into|march into|roll into|move into|cross into|go into|reach|enter|head to|head for|travel to|fly to|sail to|make their way to|set off for|set out for|leave for|depart for|ship out to|go to|come to|push into|drive into|deploy to|deploy in|disembark in|converge on|trickle into',
    ),
    next: COUNTRY,
    passive: false,
    kinds: ['movement'],
  },
  {
    name: 'leaving',
    from: ['leave', 'withdraw from', 'depart', 'pull out of'],
    to: listed(
      'leave|depart|depart from|quit|exit|vacate|withdraw from|pull out of|fly out of|ship out of|move out of|head out of|sail from|get out of|evacuate|decamp from|pack up and leave|come home from|return from|retreat from|pull back from|fall back from|march out of|drive out of|roll out of|redeploy from|disengage from',
    ),
    next: COUNTRY,
    passive: false,
    kinds: ['movement'],
  },
  {
    name: 'withdrawing',
    from: ['withdraw', 'remove', 'pull out', 'recall', 'bring home'],
    to: listed(
      'withdraw|remove|pull out|recall|bring home|bring back|repatriate|evacuate|extract|pull back|fly out|fly home|airlift|call home|ship home|extricate|draw down|order home|send home|take home|move out|redeploy',
    ),
    next: FORCE,
    passive: true,
    kinds: ['movement', 'decision'],
  },
  {
    name: 'having there',
    from: ['have', 'maintain', 'keep', 'station'],
    to: listed('have|maintain|keep|retain|station|field|base|post|deploy|still have|currently have'),
    next: /^ (?:\d|some \d|about \d|around \d|roughly \d|more than \d|over \d|nearly \d|up to \d|troops|soldiers)/,
    passive: false,
    kinds: ['presence'],
  },
  {
    name: 'remaining',
    from: ['remain', 'stay'],
    to: listed(
      'remain|stay|stay on|stay put|linger|stay behind|hang on|remain behind|remain deployed|continue to serve|stay in place|remain in place|remain stationed|remain on the ground',
    ),
    next: /^ (?:in|at|there|until|near)\b/,
    passive: false,
    kinds: ['presence', 'status'],
  },
  {
    name: 'increasing',
    from: ['increase', 'boost', 'raise', 'reinforce', 'expand'],
    to: listed(
      'increase|boost|raise|reinforce|expand|beef up|bolster|augment|bulk up|strengthen|ramp up|step up|bump up|swell|build up|hike|scale up|enlarge|top up',
    ),
    next: THING,
    passive: true,
    kinds: ['presence', 'movement', 'decision'],
  },
  {
    name: 'decreasing',
    from: ['reduce', 'cut', 'shrink'],
    to: listed(
      'reduce|cut|trim|slash|scale back|scale down|draw down|pare|pare back|pare down|shrink|lower|downsize|thin out|whittle down|curtail|bring down|slim down|decrease|cut back|cut down',
    ),
    next: THING,
    passive: true,
    kinds: ['presence', 'movement', 'decision'],
  },
  {
    name: 'starting',
    from: ['start', 'begin', 'launch'],
    to: listed('start|begin|launch|commence|kick off|initiate|embark on|set in motion'),
    next: THING,
    passive: true,
    kinds: ['movement', 'status'],
  },
  {
    name: 'ending',
    from: ['end', 'conclude', 'terminate'],
    to: listed(
      'end|conclude|complete|terminate|wrap up|wind up|finish|close|shut down|discontinue|cease|put an end to',
    ),
    next: THING,
    passive: true,
    kinds: ['status'],
  },
  {
    name: 'suspending',
    from: ['suspend', 'halt', 'pause', 'freeze'],
    to: listed('suspend|halt|pause|freeze|put on hold|put on ice|interrupt|shelve|call a halt to|place on hold'),
    next: THING,
    passive: true,
    kinds: ['status', 'decision'],
  },
  {
    name: 'continuing',
    from: ['continue', 'go on'],
    to: listed('continue|go on|carry on|persist|press on|keep going'),
    next: /^(?: in\b| until\b|[.,])/,
    passive: false,
    kinds: ['status'],
  },
  {
    name: 'extending',
    from: ['extend', 'renew', 'prolong'],
    to: listed('extend|renew|prolong|roll over|lengthen|reauthorise|reauthorize'),
    next: THING,
    passive: true,
    kinds: ['status', 'decision'],
  },
  {
    name: 'approving',
    from: ['approve', 'endorse', 'ratify'],
    to: listed(
      'approve|authorise|authorize|endorse|greenlight|green-light|okay|rubber-stamp|sign off on|give the nod to|give the green light to|give the go-ahead to|back|ratify|clear|sanction|wave through|vote for|vote through|vote in favour of|assent to|consent to|agree to|bless|give its blessing to|give its consent to|give its approval to|nod through|accept|confirm|permit',
    ),
    next: /^ (?:the|its|their|a|an|plans?|sending)\b/,
    passive: true,
    kinds: ['decision'],
  },
  {
    name: 'rejecting',
    from: ['reject', 'turn down'],
    to: listed(
      'reject|turn down|vote down|throw out|rebuff|defeat|veto|strike down|knock back|vote against|spurn|block|quash|vote to reject|say no to',
    ),
    next: THING,
    passive: true,
    kinds: ['decision'],
  },
  {
    name: 'asking',
    from: ['ask', 'call on', 'urge'],
    to: listed(
      'ask|call on|urge|press|implore|beg|appeal to|invite|petition|plead with|beseech|exhort|entreat|lobby|request',
    ),
    next: PERSON_TO,
    passive: true,
    kinds: ['decision', 'movement'],
  },
  {
    name: 'deciding',
    from: ['decide', 'agree', 'plan', 'vote'],
    to: listed('decide|agree|plan|vote|resolve|opt|elect|choose|undertake|pledge|promise|vow|intend|prepare|mean|aim'),
    next: /^ to [a-z]/,
    passive: false,
    kinds: ['movement'],
  },
  {
    name: 'saying',
    from: ['say'],
    to: listed(
      'say|announce|disclose|reveal|note|state|confirm|explain|claim|add|remark|declare|write|indicate|report|concede|admit|acknowledge|assert|insist|maintain|contend|tell reporters|tell journalists|tell a news conference|tell parliament|observe|stress|emphasise|underline|reiterate|warn|estimate|argue|specify|affirm',
    ),
    next: /^(?:,? (?:that|the|on|in|it|its)\b|[.,])/,
    passive: false,
    kinds: ['presence', 'movement', 'status', 'incident'],
  },
  {
    name: 'training',
    from: ['train', 'advise', 'mentor'],
    to: listed('train|help|advise|assist|mentor|support|coach|teach|tutor|instruct|drill|school|aid'),
    next: /^ (?:the )?(?:local|[A-Z]\w+|troops|soldiers|forces|police)\b/,
    passive: false,
    kinds: ['presence', 'movement', 'status'],
  },
  {
    name: 'guarding',
    from: ['guard', 'protect'],
    to: listed('guard|protect|secure|defend|shield|watch over|safeguard|keep watch over'),
    next: THING,
    passive: false,
    kinds: ['presence', 'movement', 'status'],
  },
];

/** Auxiliaries of what is to come: each may stand for "will". */
export const FUTURES = listed(
  'are to|are set to|are due to|are poised to|are slated to|are going to|are expected to|are scheduled to|are about to|are preparing to|look set to|are gearing up to|are getting ready to|plan to|shall',
);

/** Put between soldiers and their verb: nothing of the claim changes. */
export const INSERTIONS: readonly string[] = [
  ', all of them volunteers,',
  ', according to the ministry,',
  ', the minister said,',
  ' (all of them volunteers)',
  ' – many of them reservists –',
  ', who have trained for months,',
  ', which the opposition had criticised,',
  ', together with their equipment,',
  ', in a surprise move,',
  ', as promised,',
  ' reportedly',
  ', meanwhile,',
  ', despite criticism at home,',
];

export type Bounds = readonly [min: number | null, max: number | null];
const exact = (n: number): Bounds => [n, n];
const least = (n: number): Bounds => [n, null];
const most = (n: number): Bounds => [null, n];
const range = (n: number): Bounds => [n, 2 * n];
const always =
  (...bounds: Bounds) =>
  (): Bounds =>
    bounds;

/** What stands for a plain number # (% is twice as many), with the bounds it gives. */
export const HEDGES: readonly (readonly [hedge: string, bounds: (n: number) => Bounds])[] = [
  ...listed(
    'some #|about #|around #|roughly #|approximately #|an estimated #|close to #|nearly #|almost #|just under #|in the region of #|something like #|#-odd|# or so|exactly #|precisely #|a total of #|an initial #|a further #|another #',
  ).map((hedge) => [hedge, exact] as const),
  ...listed(
    'more than #|well over #|upwards of #|in excess of #|at least #|no fewer than #|not less than #|a minimum of #',
  ).map((hedge) => [hedge, least] as const),
  ...listed(
    'up to #|as many as #|anything up to #|no more than #|not more than #|fewer than #|at most #|a maximum of #',
  ).map((hedge) => [hedge, most] as const),
  ...listed('between # and %|# to %|#-%').map((hedge) => [hedge, range] as const),
  ['hundreds of', always(200, 999)],
  ['several hundred', always(200, 999)],
  ['a few hundred', always(200, 500)],
  ['a couple of hundred', always(200, 200)],
  ['thousands of', always(2000, 9999)],
  ['several thousand', always(3000, 9999)],
  ['tens of thousands of', always(20000, 99999)],
  ['dozens of', always(24, 99)],
  ['scores of', always(40, 99)],
  ['a handful of', always(3, 9)],
  ['two dozen', always(24, 24)],
  ['a hundred', always(100, 100)],
  ['a thousand', always(1000, 1000)],
  ['two thousand', always(2000, 2000)],
  ['two hundred and fifty', always(250, 250)],
  ['over two hundred', always(200, null)],
  ['two to three hundred', always(200, 300)],
];

/** When something was, put at the end or the beginning of its sentence. */
export const PAST_TIMES = listed(
  'on Sunday|last week|last month|earlier this month|yesterday|in March|in early April|on 3 May|on May 3|on the 3rd of May|over the weekend|late on Friday|overnight|a fortnight ago|two days ago|in the spring',
);
/** When something will be. */
export const COMING_TIMES = listed(
  'next month|in the coming weeks|by the end of the year|by Christmas|before the end of June|at the beginning of July|on 3 May|later this year|in the spring',
);

/** Codes of states that may stand for each other: none has an article, and each has an adjective and a noun for its people. */
export const STATES = listed('PL|NO|DK|SE|FI|IT|ES|PT|RO|DE|CA|AU|JP|KE|GH|TD|SN|PK|IN|NP');
