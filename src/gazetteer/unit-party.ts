// Whose a formation is, where its kind or prefix tells: only the United States has brigade combat teams and Marine expeditionary units.
import type { Party } from '../model/party.ts';

const SHIPS: ReadonlyMap<string, Party> = new Map(
  Object.entries({
    USS: 'US',
    USNS: 'US',
    USCGC: 'US',
    HMS: 'GB',
    RFA: 'GB',
    HMAS: 'AU',
    HMCS: 'CA',
    HMNZS: 'NZ',
    HNLMS: 'NL',
    HDMS: 'DK',
    HNoMS: 'NO',
    FGS: 'DE',
    ITS: 'IT',
    ESPS: 'ES',
    TCG: 'TR',
    BNS: 'BD',
    PNS: 'PK',
    BRP: 'PH',
    ROKS: 'KR',
    JDS: 'JP',
    LÉ: 'IE',
    NRP: 'PT',
    ORP: 'PL',
    KRI: 'ID',
    HTMS: 'TH',
    RSS: 'SG',
    SAS: 'ZA',
    INS: 'IN',
    IRIS: 'IR',
    PLANS: 'CN',
  }),
);

/** The navy of a ship's prefix ("USS", "HMAS"); null where it is none. */
export const shipParty = (prefix: string): Party | null => SHIPS.get(prefix) ?? null;

const SIGNS: readonly (readonly [RegExp, Party])[] = [
  [
    /\b(?:Brigade [Cc]ombat [Tt]eam|Marine Expeditionary|Expeditionary Wing|Amphibious Ready|Stryker|Ranger Regiment|Special Forces Group|Security Force Assistance Brigade|Marine (?:Regiment|Division|Aircraft Wing|Logistics Group)|Carrier Strike Group|Air Expeditionary|Multi-Domain Task Force|Sustainment Command|Combat Aviation Brigade|Parachute Infantry Regiment|National Guard)\b/,
    'US',
  ],
  [/\b(?:Royal Australian|RAAF)\b/, 'AU'],
  [/\b(?:Royal Canadian|RCAF|Princess Patricia)\b/, 'CA'],
  [/\b(?:Royal New Zealand|RNZAF)\b/, 'NZ'],
  [
    /\b(?:RAF|Royal Marines|\d+ Commando|\d+ Para|Royal Anglian|Royal Welsh|Royal Irish|Royal Regiment|Fusiliers|Coldstream|Grenadier Guards|Irish Guards|Scots Guards|Welsh Guards|Gurkha|Mercian|Yorkshire Regiment|Royal (?:Tank|Engineers|Artillery|Logistic|Signals|Scots|Dragoon|Highland)|Hussars|Lancers)\b/,
    'GB',
  ],
  [
    /\b(?:Motor(?:ized)? Rifle|Guards (?:Tank|Motor|Air Assault|Army|Airborne)|Combined Arms Army|Military District)\b/,
    'RU',
  ],
  [/\b(?:Panzer|Panzergrenadier|Gebirgsj[aä]ger|Fallschirmj[aä]ger|J[aä]ger)/, 'DE'],
  [
    /\b(?:Foreign (?:Infantry|Parachute|Cavalry|Engineer) Regiment|Marine Infantry Parachute Regiment|Régiment|régiment|Chasseurs)\b/,
    'FR',
  ],
];

/** The party that a formation's kind gives away, or null. */
export const partyOfUnitName = (name: string): Party | null => SIGNS.find(([sign]) => sign.test(name))?.[1] ?? null;
