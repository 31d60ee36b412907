// Words that are written with a full stop. Keys are folded, without the stop. Each says what a stop after it can mean.

/** Before a name, a number or a place: the stop never ends a sentence. */
export const TITLES: ReadonlySet<string> = new Set(
  (
    'adm brig capt cdr cmdr col cpl cpt dr drs fr ft gen gov hon lt ltc ltg maj messrs mr mrs ms mt pfc pres prof pvt rep reps ' +
    'rev sec sen sens sfc sgt spc spec ssgt st supt vadm radm bgen ltcol majgen wg sqn flt amb msgt sra tsgt wo vs cf eg ie viz nos pp'
  ).split(' '),
);

/** Inside a sentence as a rule, at its end now and then: the word after decides. */
export const MAYBE_LAST: ReadonlySet<string> = new Set(
  (
    'jan feb mar apr jun jul aug sep sept oct nov dec inc ltd corp co bros jr sr dept dist est approx ca etc al fig vol ed ave blvd rd ' +
    'ala ariz ark calif colo conn del fla ga ill ind kan kans ky la md mich minn miss mo mont neb nev okla ore pa tenn tex va vt wash wis wyo ' +
    'bn bde regt div bty sq hq mil govt intl natl assn univ mins hrs min hr tues thurs esq ret phd ont que alta'
  ).split(' '),
);

/** "No." is a number's label before a digit and an answer elsewhere. */
export const BEFORE_DIGIT: ReadonlySet<string> = new Set(['no', 'art', 'para', 'sec', 'ch', 'p', 'resolution', 'res']);
