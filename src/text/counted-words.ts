// Nouns and small words around numbers: who is counted, what measures, what labels. Folded forms.

const set = (words: string): ReadonlySet<string> => new Set(words.trim().split(/\s+/));

/** Persons and things of war that a number counts; enough to tell "2000 troops" from the year 2000. */
export const COUNTED_NOUNS =
  set(`troops troop soldiers soldier personnel forces men women marines peacekeepers police policemen officers trainers
  instructors advisers advisors members people persons civilians servicemembers servicemen servicewomen service military paratroopers airmen sailors
  fighters militants militiamen rebels insurgents engineers staff observers guards gendarmes contractors mercenaries recruits reservists conscripts
  veterans commandos rangers infantry infantrymen cadets pilots crew medics doctors experts specialists technicians vehicles tanks aircraft planes jets
  helicopters ships vessels boats drones missiles rockets shells rounds battalions brigades companies platoons others casualties deaths dead wounded
  killed injured prisoners detainees refugees migrants residents inhabitants employees workers students delegates lawmakers votes seats
  germans americans britons britains europeans africans russians ukrainians afghans iraqis israelis syrians turks poles danes swedes finns`);

/** Between a number and its noun: "2000 more U.S. troops". */
export const SKIPPED_ADJECTIVES =
  set(`more additional further extra full new other fresh active regular foreign national international
  combat ground army naval air coalition allied special armed uniformed elite u.s. us american british french german italian polish turkish
  russian ukrainian african european nato un eu australian canadian dutch danish spanish iraqi afghan israeli chinese japanese indian
  pakistani kenyan ugandan ethiopian rwandan nigerian south north korean`);

export const MONEY_WORDS =
  set(`dollars dollar euros euro cents rubles roubles ruble rouble won yen yuan rupees rupee francs pesos shekels lira
  krona kroner zloty dinars dirhams riyals usd eur gbp aud cad nzd zar inr kes ngn chf jpy cny rub pln sek nok dkk`);
export const MEASURE_WORDS =
  set(`km kms kilometers kilometres kilometer kilometre miles mile meters metres meter metre feet foot ft inches inch
  yards yard nautical acres hectares hectare square sq tons tonnes ton tonne kilograms kilogrammes kilos kg lbs litres liters gallons
  barrels degrees degree megawatts kilowatts mw gw kt knots mph kph mm cm m kilotons megatons calories percentage fold times points bpd
  cubic metric kilobytes megabytes gigabytes mhz ghz c f bn mn`);
export const TIME_WORDS =
  set(`years year months month weeks week days day hours hour minutes minute seconds second decades decade centuries century
  nights night yr yrs mos hrs mins fortnights generations`);
export const CLOCK_WORDS = set(`a.m. p.m. am pm a.m p.m o'clock noon gmt utc zulu local`);
/** Between a number and what measures it: "12 long months", "three more years". */
export const MEASURE_ADJECTIVES =
  set(`more additional further full long consecutive straight calendar short successive whole extra other fiscal
  us u.s. american australian canadian working metric nautical square cubic solid hard bloody remaining financial`);
/** A number after one of these is a name's: "Resolution 2259", "Section 5". */
export const LABEL_NOUNS =
  set(`article articles section sections resolution resolutions chapter title part clause paragraph annex appendix phase stage
  tranche route highway flight channel page pages room type level category version no nos number numbers res unscr item volume vol chap
  amendment protocol figure table grade lot box serial proposition`);
/** The same, but only with a capital: "Base 201" is a name, "the base 500 men left" is none. */
export const CAPITAL_LABEL_NOUNS =
  set(`operation base camp area unit team force group order gate hill zone sector law act bill directive proclamation day
  title division corps fleet squadron battalion regiment brigade block district region point site building runway pier world formula
  interstate boeing airbus apollo covid mark model class psalm hangar terminal range`);
/** Formations that a bare number names: "205 Corps", "16 Air Assault Brigade". Singular, so that "two Brigades" still counts. */
export const NUMBERED_FORMATIONS = set(
  `corps brigade division battalion regiment squadron wing battery flotilla commando para`,
);
/** After a number and without a plural, as good as hyphenated: "an 80 person team". */
export const SINGULAR_PERSONS = set(`person man member soldier strong`);
export const CURRENCY_SIGNS = new Set('$\u20ac\u00a3\u00a5\u20b9\u20bd\u20aa\u20a9\u20ba');
