// The words of saying: which verbs put a clause in someone's mouth, which nouns name a speaker, which name what was said or written.

/**
 * say: asserts what follows or goes before ("said that ..."); deny: asserts its contrary; urge: asks others for what follows;
 * accuse: says what others did ("accused X of ...").
 */
export type Saying = 'say' | 'deny' | 'urge' | 'accuse';

const table = new Map<string, { readonly saying: Saying; readonly form: 'finite' | 'gerund' | 'base' }>();

/** Regular and irregular forms: "say says said saying". */
function verbs(saying: Saying, lines: readonly string[]): void {
  for (const line of lines) {
    const [base, third, past, gerund, participle] = line.split(' ') as [string, string, string, string, string?];
    table.set(base, { saying, form: 'base' });
    table.set(third, { saying, form: 'finite' });
    table.set(past, { saying, form: 'finite' });
    table.set(gerund, { saying, form: 'gerund' });
    if (participle) table.set(participle, { saying, form: 'finite' });
  }
}

verbs('say', [
  'say says said saying',
  'tell tells told telling',
  'announce announces announced announcing',
  'report reports reported reporting',
  'state states stated stating',
  'declare declares declared declaring',
  'add adds added adding',
  'explain explains explained explaining',
  'confirm confirms confirmed confirming',
  'claim claims claimed claiming',
  'insist insists insisted insisting',
  'warn warns warned warning',
  'acknowledge acknowledges acknowledged acknowledging',
  'admit admits admitted admitting',
  'concede concedes conceded conceding',
  'note notes noted noting',
  'stress stresses stressed stressing',
  'emphasise emphasises emphasised emphasising',
  'emphasize emphasizes emphasized emphasizing',
  'reiterate reiterates reiterated reiterating',
  'reaffirm reaffirms reaffirmed reaffirming',
  'reveal reveals revealed revealing',
  'disclose discloses disclosed disclosing',
  'write writes wrote writing written',
  'tweet tweets tweeted tweeting',
  'post posts posted posting',
  'allege alleges alleged alleging',
  'argue argues argued arguing',
  'estimate estimates estimated estimating',
  'predict predicts predicted predicting',
  'indicate indicates indicated indicating',
  'suggest suggests suggested suggesting',
  'assert asserts asserted asserting',
  'maintain maintains maintained maintaining',
  'recall recalls recalled recalling',
  'remark remarks remarked remarking',
  'observe observes observed observing',
  'reply replies replied replying',
  'respond responds responded responding',
  'believe believes believed believing',
  'complain complains complained complaining',
  'conclude concludes concluded concluding',
  'testify testifies testified testifying',
]);
verbs('deny', [
  'deny denies denied denying',
  'dispute disputes disputed disputing',
  'dismiss dismisses dismissed dismissing',
  'rule rules ruled ruling',
]);
verbs('urge', [
  'urge urges urged urging',
  'demand demands demanded demanding',
  'want wants wanted wanting',
  'recommend recommends recommended recommending',
  'advocate advocates advocated advocating',
  'call calls called calling',
  'appeal appeals appealed appealing',
]);
verbs('accuse', ['accuse accuses accused accusing', 'blame blames blamed blaming']);

/** Every form of a verb of saying. */
export const sayingForms = (): Iterable<string> => table.keys();
export const sayingOf = (word: string) => table.get(word) ?? null;

/** Verbs that say something only with a clause, a quotation or a plan behind them: "NATO maintains 40 posts" says nothing. */
export const NEEDS_CLAUSE: ReadonlySet<string> = new Set(
  (
    'maintain maintains maintained maintaining recall recalls recalled recalling observe observes observed observing post posts posted posting ' +
    'conclude concludes concluded concluding add adds added adding state states note notes claim claims believe believes believed believing ' +
    'respond responds responded responding suggest suggests suggested suggesting stress stresses report reports reported write writes wrote written ' +
    'reply replies replied replying estimate estimates blame argue argues argued complain complains complained indicate indicates indicated ' +
    'declare declares declared declaring assert asserts asserted acknowledge acknowledges acknowledged reveal reveals revealed reporting stating'
  ).split(' '),
);

/** Verbs that take what is announced as a noun: "announces a partial withdrawal", "confirmed the deployment of 40 men". */
export const TAKES_NOUN: ReadonlySet<string> = new Set(
  'announce announces announced announcing confirm confirms confirmed confirming reveal reveals revealed disclose discloses disclosed report reports reported predict predicts predicted deny denies denied denying dismiss dismisses dismissed demand demands demanded demanding recommend recommends recommended advocate advocates advocated allege alleges alleged acknowledge acknowledges acknowledged'.split(
    ' ',
  ),
);

/** Persons and bodies that speak in news; the head noun of "a spokesman for the mission in Mali". */
export const SPEAKER_NOUNS: ReadonlySet<string> = new Set(
  (
    'official officials spokesman spokeswoman spokesperson spokespeople spokesmen minister ministers ministry ministries president premier chancellor ' +
    'secretary chief chiefs commander commanders general colonel major captain admiral officer officers diplomat diplomats ambassador ambassadors ' +
    'envoy leader leaders head director aide aides adviser advisers advisor lawmaker lawmakers senator senators governor mayor government governments ' +
    'authorities army military navy police command headquarters office department agency source sources witnesses witness residents analysts analyst ' +
    'experts expert members member statement report reports media newspaper journalist reporter reporters king queen emir prince representative ' +
    'coalition alliance force mission union council parliament group groups union organisation organization embassy delegation staff forces soldiers monitors ' +
    'observers rebels insurgents militants militia party opposition campaigners activists protesters demonstrators critics regime junta'
  ).split(' '),
);

/** One person; the rest of the speaker nouns are bodies or several. */
export const PERSON_NOUNS: ReadonlySet<string> = new Set(
  (
    'official spokesman spokeswoman spokesperson minister president premier chancellor secretary chief commander general colonel major captain ' +
    'admiral officer diplomat ambassador envoy leader head director aide adviser advisor lawmaker senator governor mayor king queen emir prince ' +
    'representative witness analyst expert lieutenant marshal sergeant brigadier congressman congresswoman'
  ).split(' '),
);

/** What was said or written: its author speaks. */
export const ARTEFACTS: ReadonlySet<string> = new Set(
  'statement letter note report memo memorandum communique communiqué release tweet post message text notice announcement speech document documents declaration order notification message bulletin paper interview'.split(
    ' ',
  ),
);

/** Titles that stand before a name; the name goes without them. */
export const TITLES: ReadonlySet<string> = new Set(
  (
    'mr mrs ms dr sir lord gen general lt lieutenant col colonel maj major capt captain adm admiral brig brigadier sgt sergeant cmdr commander ' +
    'president vice prime minister secretary senator sen representative rep chancellor king queen prince emir ambassador governor spokesman ' +
    'spokeswoman spokesperson chief judge professor premier congressman congresswoman chairman director marshal air field rear wing group captain'
  ).split(' '),
);

export const PRONOUNS: ReadonlySet<string> = new Set([
  'he',
  'she',
  'it',
  'they',
  'i',
  'we',
  'you',
  'who',
  'which',
  'that',
  'this',
  'one',
  'there',
]);

export const DETERMINERS: ReadonlySet<string> = new Set(
  'the a an its their his her our my this these those some several many both two three four five another other one certain various no any each every all'.split(
    ' ',
  ),
);

export const AUXILIARIES: ReadonlySet<string> = new Set(
  'has have had having is are was were be been being will would shall should may might can could must do does did'.split(
    ' ',
  ),
);

export const PREPOSITIONS: ReadonlySet<string> = new Set(
  'of for in from at to with on by about into over under after before during since through via against between among amid near within without toward towards upon off out up down across behind beyond until as than per despite following including'.split(
    ' ',
  ),
);

export const CONJUNCTIONS: ReadonlySet<string> = new Set(
  'and or but nor while whereas although though because if unless when where whether so yet that which who whose whom what how why once'.split(
    ' ',
  ),
);

export const WEEKDAYS: ReadonlySet<string> = new Set(
  'monday tuesday wednesday thursday friday saturday sunday mon tue tues wed thu thur thurs fri sat sun yesterday today tonight tomorrow'.split(
    ' ',
  ),
);
export const MONTHS: ReadonlySet<string> = new Set(
  'january february march april may june july august september october november december jan feb mar apr jun jul aug sep sept oct nov dec'.split(
    ' ',
  ),
);
export const TIME_NOUNS: ReadonlySet<string> = new Set(
  'week month year day night morning evening afternoon weekend weeks months years days hours'.split(' '),
);
export const TIME_LEADS: ReadonlySet<string> = new Set('on late early last this next earlier later mid in'.split(' '));

/** Adverbs that stand between a speaker and the verb, "-ly" words apart. */
export const ADVERBS: ReadonlySet<string> = new Set(
  'also then later earlier again once since now already just still even further not never long often'.split(' '),
);
