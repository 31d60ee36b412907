// Closed-class words and small sets that chunking and clauses turn on.

const set = (words: string): ReadonlySet<string> => new Set(words.trim().split(/\s+/));

export const DETERMINERS = set(
  `the a an this that these those some any no every each all both either neither another such its their our his her my your most many few several more fewer enough what which whose`,
);
export const POSSESSIVE_PRONOUNS = set('its their our his her my your whose');
export const PRONOUNS = set(
  'it they we i he she you them us him me itself themselves ourselves others another one this these those',
);
export const PREPOSITIONS =
  set(`of in to from at on for with by about against into onto through across near around within without toward towards under over via inside outside along between among amid during
despite off until till per upon throughout beyond behind beneath beside besides alongside atop unlike including excluding except regarding following aboard below above past like since after before as than out up down`);
export const CONJUNCTIONS = set('and or but nor yet plus');
export const MODALS = set("will would shall should may might can could must 'll wo");
export const HAVE = set("have has had having 've");
export const BE = set("be is are was were am been being 's 're");
export const DO = set('do does did');
export const ADVERBS =
  set(`already also now then still just only soon shortly currently presently recently temporarily permanently briefly again once later earlier ahead away together apart immediately eventually finally gradually
reportedly allegedly apparently probably possibly potentially likely never not always often sometime sometimes ever even yet too rather quite very far fully entirely completely partly partially largely mostly mainly primarily initially previously
formally officially secretly quietly unilaterally unanimously overnight abroad overseas afterward afterwards thereafter beforehand altogether instead indeed perhaps meanwhile however therefore moreover furthermore nevertheless thus hence otherwise newly simply merely
respectively apiece jointly ashore home back forward here there elsewhere further further further today tomorrow yesterday tonight first last almost nearly`);
/** Adverbs inside a verb group: "has already been", "will soon be". */
export const RELATIVES = set('who which that where whose whom');
export const IF_WORDS = set('if unless provided lest whether');
export const TIME_WORDS = set('when after before as while until once since whenever');
export const CAUSE_WORDS = set('because although though whereas so');

/** Nouns of places: the phrase is a place where it holds a known name, an open reference where it holds none. */
export const SITE_NOUNS =
  set(`base bases camp camps airport airports airfield airfields airstrip town towns city cities village villages province provinces district districts region regions border borders frontier port ports island islands barracks compound compounds area areas
capital country countries state states territory territories peninsula coast valley desert sea gulf strait straits zone zones post posts outpost outposts garrison garrisons range fort station stations headquarters polygon polygons embassy embassies stronghold gorge
east west north south northeast northwest southeast southwest north-east north-west south-east south-west flank theatre theater continent mainland hub installation installations facility facilities site sites airbase oblast governorate gap corridor crossing side line highlands hills mountains enclave exclave republic kingdom nation nations colony protectorate suburb suburbs outskirts waters neighbour neighbor foothills cantonment cantonments encampment encampments checkpoint checkpoints basin anchorage dockyard canal archipelago palace`);
export const REGION_REFERENCES = set('region area zone province');
export const COUNTRY_REFERENCES = set('country nation state republic kingdom colony protectorate');

/** Roles that make a phrase a person or an office: "the Polish defence minister", "officials in Seoul". */
export const PERSON_NOUNS =
  set(`president minister premier chancellor king emir sultan spokesman spokeswoman spokesperson spokesmen official officials general colonel commander commanders ambassador ambassadors envoy diplomat diplomats secretary secretary-general chief leader leaders
lawmaker lawmakers deputy deputies senator senators governor mayor witness witnesses expert analysts analyst aide aides source sources officer officers captain major lieutenant admiral brigadier marshal representative representatives prime-minister authorities author
rebels rebel insurgents insurgent gunmen militants protesters demonstrators critics candidate commissioner`);
export const OFFICE_NOUNS = set(
  `government governments parliament congress senate cabinet ministry ministries council assembly administration pentagon bundestag duma house court junta army military navy staff command embassy agency bloc alliance coalition organisation organization union committee commission presidency palace legislature knesset rada sejm defense defence opposition congress kremlin elysee authorities`,
);
export const TITLES = set(
  `president minister premier chancellor king secretary general gen colonel col lt lieutenant maj major admiral adm capt captain brig brigadier mr mrs ms dr sen rep senator sir prime foreign defence defense vice deputy ambassador spokesman spokeswoman spokesperson commander chief field marshal`,
);

/** Nouns that name a doing, and the verb they stand for. */
export const NOMINALS: ReadonlyMap<string, string> = new Map(
  Object.entries({
    withdrawal: 'withdraw',
    withdrawals: 'withdraw',
    disengagement: 'withdraw',
    pullout: 'withdraw',
    'pull-out': 'withdraw',
    pullback: 'withdraw',
    'pull-back': 'withdraw',
    drawdown: 'withdraw',
    'draw-down': 'withdraw',
    departure: 'leave',
    exit: 'withdraw',
    exodus: 'leave',
    pullouts: 'withdraw',
    drawdowns: 'withdraw',
    retreat: 'retreat',
    evacuation: 'evacuate',
    removal: 'remove',
    recall: 'recall',
    repatriation: 'repatriate',
    homecoming: 'repatriate',
    return: 'return',
    deployment: 'deploy',
    deployments: 'deploy',
    dispatch: 'send',
    despatch: 'send',
    arrival: 'arrive',
    arrivals: 'arrive',
    landing: 'land',
    redeployment: 'redeploy',
    redeployments: 'redeploy',
    relocations: 'relocate',
    transfers: 'transfer',
    repositioning: 'reposition',
    relocation: 'relocate',
    transfer: 'transfer',
    movement: 'move',
    movements: 'move',
    reinforcement: 'reinforce',
    contribution: 'contribute',
    buildup: 'mass',
    influx: 'arrive',
    'build-up': 'mass',
    surge: 'surge',
    rotation: 'rotate',
    rotations: 'rotate',
    mobilisation: 'mobilise',
    mobilization: 'mobilise',
    presence: 'presence',
    incursion: 'enter',
    invasion: 'invade',
    airlift: 'airlift',
    sending: 'send',
    stationing: 'station',
    basing: 'base',
    pulling: 'pull',
    attack: 'attack',
    attacks: 'attack',
    assault: 'attack',
    assaults: 'attack',
    assassination: 'attack',
    airstrike: 'strike',
    airstrikes: 'strike',
    strike: 'strike',
    strikes: 'strike',
    bombing: 'bomb',
    bombings: 'bomb',
    bombardment: 'bomb',
    shelling: 'shell',
    ambush: 'ambush',
    ambushes: 'ambush',
    raid: 'raid',
    raids: 'raid',
    killing: 'kill',
    killings: 'kill',
    fighting: 'clash',
    clash: 'clash',
    clashes: 'clash',
    skirmish: 'clash',
    skirmishes: 'clash',
    gunfight: 'clash',
    gunbattle: 'clash',
    firefight: 'clash',
    kidnapping: 'abduct',
    kidnappings: 'abduct',
    abduction: 'abduct',
    abductions: 'abduct',
  }),
);
