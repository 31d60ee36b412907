// The words of deciding: which verbs decide, what a decision is about, and who has a say.
import type { Action } from '../../../../model/claim.ts';
import type { Token } from '../../../../text/document.ts';
import { wordsOf } from '../../../../text/words-of.ts';
import { aircraftType, forceNoun } from '../../../lexicon/forces.ts';
import { formsOf } from '../../../lexicon/inflect.ts';
import { MOTION } from '../../../lexicon/motion.ts';
import { idiomAt, READ_AS } from '../../../lexicon/same-frame.ts';
import { readingsBefore, verbReadings } from '../../../lexicon/verbs.ts';

/**
 * resolve: decides to do what follows ("voted to expel"); approve: passes what others drew up; allow: gives leave; extend: prolongs;
 * refuse: votes down, vetoes, turns down; revoke: takes back what was allowed; halt: a court or a house suspends; ask: requests, calls on, demands; expel: sends others' forces out.
 */
export type Deciding = 'resolve' | 'approve' | 'allow' | 'extend' | 'refuse' | 'revoke' | 'halt' | 'ask' | 'expel';

export interface DecidingForm {
  readonly deciding: Deciding;
  readonly lemma: string;
  readonly participle: boolean;
  readonly base: boolean;
}

const LEMMAS: Readonly<Record<Deciding, string>> = {
  resolve: 'decide vote agree resolve opt choose declare rule',
  approve:
    'approve endorse ratify adopt pass accept back finalise finalize confirm sign greenlight green-light rubber-stamp rubberstamp fast-track okay bless consent assent accede',
  allow: 'authorise authorize permit allow sanction mandate',
  extend: 'extend renew prolong lengthen reauthorise reauthorize roll',
  refuse: 'reject spurn rebuff veto refuse decline block defeat turn throw deny',
  revoke: 'revoke annul rescind repeal scrap terminate denounce abrogate cancel overturn quash withdraw',
  halt: 'suspend halt freeze pause',
  ask: 'request ask call demand urge seek invite appeal beg implore beseech exhort entreat petition lobby plead',
  expel: 'expel evict oust order tell',
};

const forms = new Map<string, DecidingForm>();
for (const [deciding, words] of Object.entries(LEMMAS) as [Deciding, string][]) {
  for (const lemma of words.split(' ')) {
    for (const [word, kinds] of formsOf(lemma)) {
      if (kinds.includes('gerund')) continue;
      forms.set(word, {
        deciding,
        lemma: deciding === 'ask' ? (READ_AS.get(lemma) ?? lemma) : lemma,
        participle: kinds.includes('participle'),
        base: kinds.every((k) => k === 'base'),
      });
    }
  }
}
export const decidingOf = (word: string): DecidingForm | null => forms.get(word) ?? null;

/** The deciding verb at token `i`, alone or at the head of a set phrase ("waved through"), and one past its last word. */
export function decidingAt(tokens: readonly Token[], i: number): (DecidingForm & { readonly to: number }) | null {
  const word = tokens[i]!.lower;
  const form = forms.get(word);
  const reading = verbReadings(word) ?? readingsBefore(word, tokens[i + 1]?.lower ?? '');
  const phrase = reading === undefined ? null : idiomAt(tokens, reading[0]!.own ?? reading[0]!.lemma, i + 1);
  const known = phrase === null ? undefined : forms.get(phrase.lemma);
  if (phrase !== null && known !== undefined && /^(?:approve|refuse)$/.test(known.deciding))
    return {
      ...known,
      participle: reading!.some((r) => r.form === 'participle'),
      base: reading!.every((r) => r.form === 'base'),
      to: phrase.to,
    };
  return form === undefined ? null : { ...form, to: i + 1 };
}

/** Heads of a body that can decide: parliaments and their members, governments, ministers, presidents, councils, courts, unions. */
export const BODY_HEAD =
  /^(?:parliament|parliaments|congress|senate|senators?|assembly|house|lawmakers?|legislators?|legislature|mps|deputies|bundestag|knesset|duma|rada|sejm|majlis|riksdag|storting|folketing|cortes|government|governments|cabinet|administration|council|councils|ministers?|ministry|ministries|department|secretary|president|presidents|premier|chancellor|king|emir|sultan|junta|authorities|leaders?|union|alliance|bloc|coalition|organi[sz]ation|court|commission|committee|members|allies|partners|officials|ambassadors|envoys|regime|states|countries|nations|summit|pentagon|kremlin|palace|governor|commander|generals?|rulers?|parties|presidency|republic|force|forces|mission|side|sides|both|two|conference|community|representatives|nato|ecowas|it|they|he|she)$/;

/** What a decision must be about to count: forces, their missions, bases, moves and attacks. */
const FORCES =
  /^(?:troops?|soldiers?|forces?|peace-?keep\w*|peacekeeping|military|army|navy|marines?|personnel|contingents?|battalions?|brigades?|police|trainers?|advisers?|advisors?|mission|missions|mandate|mandates|deploy\w*|redeploy\w*|withdr[ae]w\w*|pullout|pull-out|airstrikes?|strikes?|bases?|warships?|frigates?|ships?|aircraft|jets?|helicopters?|engineers|observers|monitors|gendarmes|commandos?|paratroopers?|operation|operations|drills|exercises?|intervention|offensive|peacemakers|legion|unit|units|garrison|servicemen|servicemembers|mercenaries|helmets|berets|reinforcements|training|station|presence|task|combat|patrols?|capabilities|assistance|contribution|isaf|unifil|isaf's|[a-z]{1,4}for|minu[a-z]+|monus?co?|amisom|unamid|unmiss|force's|bn|guards|fleet|force|blockades?)$/;

/** Words that name forces only beside another such word, or beside whose they are: "the UN mission", "a peacekeeping mandate". */
const WEAK =
  /^(?:police|patrols?|training|operations?|units?|bases?|task|station|presence|combat|aircraft|ships?|strikes?|airstrikes|exercises?|drills|capabilities|assistance|engineers|observers|monitors|personnel|contribution|missions?|mandates?|intervention|force|withdr[ae]w\w*|offensive|deploy\w*|advisers?|advisors?|trainers?|guards|fleet)$/;
const WHOSE =
  /^(?:un|u\.n\.|eu|e\.u\.|nato|african|union|nations|peace-?keeping|military|training|observer|verification|monitoring|coalition|combat|stabili[sz]ation|u\.s\.-led|us-led|nato-led|un-led|saudi-led|french-led|international|multinational|regional|joint|stand-?by|rapid|reaction|protection|security|army|naval|air)$/;
/** Persons who are a force where they are counted: "2,500 extra trainers". */
const PERSONS = /^(?:trainers?|advis[eo]rs?|observers|monitors|engineers|police|personnel)$/;
/** An army's size, its pay and its purchases are no matter of where forces are. */
const NOT_FORCES =
  /^(?:size|recruit\w*|conscript\w*|budgets?|spending|salar\w+|wages?|pay|purchas\w+|donat\w+|procure\w*|buy|buying|veterans?|pensions?|tax\w*|elections?|billions?|millions?|interview|parade|film|memorial|museum|medals?)$/;

const POST = /^(?:chief|post|uniform|ombudsman|judge|judges|court|courts|trial|complaints?|prison|ruler)$/;

/** "the Mali mandate", "Operation Sophia": a name beside the word. */
const isNamed = (tokens: readonly Token[], i: number): boolean => {
  if (
    tokens[i]!.lower === 'force' &&
    /^(?:against|in)$/.test(tokens[i + 1]?.lower ?? '') &&
    !/^(?:the|a|in|into)$/.test(tokens[i - 1]?.lower ?? '')
  )
    return true;
  const name = (token: Token | undefined): boolean => token?.kind === 'word' && /^\p{Lu}\p{L}+/u.test(token.text);
  return name(tokens[i - 1]) || (tokens[i]!.lower === 'operation' && name(tokens[i]) && name(tokens[i + 1]));
};

/** Missions that are no soldiers': "a trade mission in Chad". */
const CIVIL =
  /^(?:a|an|trade|diplomatic|fact-finding|rescue|humanitarian|aid|relief|space|medical|economic|goodwill|commercial|religious|catholic|christian|assessment|mediation|good-offices|political)$/;

/** "F-16s", "MiG-29". */
const isAircraft = (token: Token): boolean => /\d/.test(token.text) && aircraftType(token.text) !== null;

const ARMY = wordsOf(/^(?:army|military|troop|navy)$/);
/** True where the words name forces; "police", "training", "operation" and the like need one more such word, or whose they are, beside them. */
export function concernsForces(tokens: readonly Token[]): boolean {
  let strong = 0;
  let weak = 0;
  for (const [i, token] of tokens.entries()) {
    if (token.kind !== 'word') continue;
    if (NOT_FORCES.test(token.lower) && i < 12) return false;
    // "the use of all necessary means": of arms.
    if (token.lower === 'means' && tokens[i - 1]?.lower === 'necessary') strong++;
    // "stay on as army chief", "the military ombudsman": a post, no force.
    if (ARMY.has(token.lower) && POST.test(tokens[i + 1]?.lower ?? '')) continue;
    const noun = forceNoun(token.lower);
    const platform =
      noun?.sort === 'platform' || (noun?.sort === 'unit' && noun.of !== 'other' && noun.lemma !== 'company');
    if (!FORCES.test(token.lower) && noun?.sort !== 'strong' && !platform && !isAircraft(token)) continue;
    if (!WEAK.test(token.lower)) strong++;
    else if (
      /^(?:missions?|mandates?|force|operations?|intervention|presence|exercises?|drills)$/.test(token.lower) &&
      (tokens.slice(Math.max(0, i - 3), i).some((t) => WHOSE.test(t.lower)) || isNamed(tokens, i))
    )
      strong++;
    // "the deployment in Chad": where makes it one of forces.
    else if (
      token.lower === 'deployment' &&
      /^(?:in|to)$/.test(tokens[i + 1]?.lower ?? '') &&
      /^\p{Lu}/u.test(tokens[i + 2]?.text ?? '')
    )
      strong++;
    // "a 26,000-strong force", "Russian border guards", "Russia's Black Sea Fleet".
    else if (
      (token.lower === 'force' && /strong$/.test(tokens[i - 1]?.lower ?? '')) ||
      (token.lower === 'guards' && tokens[i - 1]?.lower === 'border') ||
      (token.lower === 'fleet' && (/^\p{Lu}/u.test(token.text) || /^\p{Lu}/u.test(tokens[i - 1]?.text ?? '')))
    )
      strong++;
    // "its mission in Chad", "the refuelling mission in the Indian Ocean": where makes it one of forces.
    else if (
      token.lower === 'mission' &&
      !CIVIL.test(tokens[i - 1]?.lower ?? '') &&
      /^(?:in|to|off|over)$/.test(tokens[i + 1]?.lower ?? '') &&
      /^\p{Lu}/u.test(tokens[tokens[i + 2]?.lower === 'the' ? i + 3 : i + 2]?.text ?? '')
    )
      strong++;
    // "against air strikes on Syria".
    else if (
      /^(?:strikes|airstrikes)$/.test(token.lower) &&
      (tokens[i - 1]?.lower === 'air' || token.lower === 'airstrikes') &&
      /^(?:on|in|against)$/.test(tokens[i + 1]?.lower ?? '')
    )
      strong++;
    else if (
      /^bases?$/.test(token.lower) &&
      (/^\p{Lu}/u.test(token.text) ||
        /^\p{Lu}/u.test(tokens[i - 1]?.text ?? '') ||
        /^(?:air|military|naval|army)$/.test(tokens[i - 1]?.lower ?? ''))
    )
      strong++;
    else if (
      PERSONS.test(token.lower) &&
      tokens
        .slice(Math.max(0, i - 4), i)
        .some((t) => t.kind === 'number' || /^(?:more|additional|hundreds?|thousands?|dozens?|several)$/.test(t.lower))
    )
      strong++;
    else weak++;
  }
  return strong > 0 || weak > 1;
}

/** "the military accord with France", "a defence pact", "the decree that let the soldiers in": a paper under which forces stand somewhere. */
export const isAboutPact = (tokens: readonly Token[]): boolean =>
  tokens.some(
    (t, i) =>
      /^(?:accords?|pacts?|agreements?|treaty|treaties|deals?|decrees?|arrangements?|mandates?|cooperation)$/.test(
        t.lower,
      ) &&
      tokens
        .slice(Math.max(0, i - 5), i + 8)
        .some((x) => /^(?:military|defen[cs]e|bases?|basing|troops|soldiers|forces|peacekeep\w*)$/.test(x.lower)),
  );

/** What is done to the forces, by the first word that says so. */
const ACTIONS: readonly (readonly [Action, RegExp])[] = [
  ['expel', /^(?:expel\w*|expulsion|evict\w*|eject\w*|oust\w*|kick)$/],
  [
    'withdraw',
    /^(?:withdr[ae]w\w*|pullout|pull-out|pulling|pull|recall|repatriat\w*|leave|quit|vacate|evacuat\w*|remov\w+|exit)$/,
  ],
  [
    'extend',
    /^(?:extend\w*|extensions?|renew\w*|prolong\w*|continue|continuing|continuation|keep|keeping|maintain|maintaining|retain|retaining)$/,
  ],
  ['suspend', /^(?:suspend\w*|suspension|halt\w*|paus\w+|freez\w+|froze)$/],
  ['reduce', /^(?:reduc\w+|cut|cuts|cutting|scal\w+|trim\w*|shrink\w*|lower\w*|drawdown|slash\w*|downsiz\w+|halv\w+)$/],
  [
    'increase',
    /^(?:increas\w+|boost\w*|expand\w*|strengthen\w*|rais\w+|reinforc\w*|doubl\w+|enlarg\w+|surge|bolster\w*|augment\w*|beef)$/,
  ],
  ['end', /^(?:end|ends|ending|clos(?:e|es|ing|ure)|terminat\w+|conclu\w+|disband\w*|dissol\w+|wind)$/],
  [
    'deploy',
    /^(?:send|sending|sent|deploy\w*|redeploy\w*|dispatch\w*|despatch\w*|station|stationing|commit|contribut\w+|provide|providing|establish\w*|join\w*|participat\w+|launch\w*|creat\w+|set|base|host\w*|commence|form|mobili\w+)$/,
  ],
  ['authorise', /^(?:authori[sz]\w+|mandate|approv\w+|ceiling|permission|let)$/],
];

/** Verbs of motion that do too much else to say what is done to forces. */
const NO_MOVE =
  /^(?:order|direct|set|take|get|follow|add|drive|lift|call|carry|second|offer|pledge|promise|touch|cross|advance|board|drop|embark|push|come|go|reach|enter|abandon|head|swap|return|move|bring|fly|pour|surge)$/;
const FRAMED: Readonly<Record<string, Action>> = { boost: 'increase', reduce: 'reduce' };

/** "to airlift 90 soldiers to Mali", "flying out its troops", "to beef up the force": what any verb of moving or changing does to them. */
function actionOfVerb(tokens: readonly Token[], i: number): Action | null {
  const word = tokens[i]!.lower;
  const before = tokens[i - 1]?.lower;
  if (before !== 'to' && !word.endsWith('ing')) return null;
  const [reading] = verbReadings(word) ?? readingsBefore(word, tokens[i + 1]?.lower ?? '') ?? [];
  if (reading === undefined || (reading.form !== 'base' && reading.form !== 'gerund')) return null;
  const phrase = idiomAt(tokens, reading.own ?? reading.lemma, i + 1);
  const lemma = phrase?.lemma ?? reading.lemma;
  if (FRAMED[lemma] !== undefined) return FRAMED[lemma];
  const motion = MOTION.get(lemma);
  if (motion === undefined || motion.who === 'mover') return null;
  if (motion.move === 'withdraw' || tokens.slice(i, i + 8).some((t) => /^(?:home|back|out)$/.test(t.lower)))
    return tokens.slice(i, i + 10).some((t) => t.lower === 'to') ? null : 'withdraw';
  return NO_MOVE.test(lemma) ? null : 'deploy';
}

/** "to expel American forces" -> expel; null where no word says what is done. */
export function actionIn(tokens: readonly Token[]): { readonly action: Action; readonly at: number } | null {
  for (const [i, token] of tokens.entries()) {
    if (token.kind !== 'word') continue;
    for (const [action, words] of ACTIONS) {
      if (!words.test(token.lower)) continue;
      if (
        token.lower === 'bring' ||
        (action === 'end' && token.lower === 'end' && /^(?:the|of|by|year|at)$/.test(tokens[i - 1]?.lower ?? ''))
      )
        continue;
      const widened =
        action === 'increase' &&
        tokens.slice(i + 1, i + 4).some((t) => /^(?:mandate|role|powers|scope|remit)$/.test(t.lower));
      return { action: widened ? 'other' : action, at: i };
    }
    if (
      /^(?:bring|bringing|brought|fly|flying|flown)$/.test(token.lower) &&
      tokens.slice(i, i + 8).some((t) => /^(?:home|back)$/.test(t.lower))
    )
      return { action: 'withdraw', at: i };
    if (/^(?:step|stepping|stepped|scale|ramp)$/.test(token.lower) && tokens[i + 1]?.lower === 'up')
      return { action: 'increase', at: i };
    if (token.lower === 'part' && /^(?:be|take|taking)$/.test(tokens[i - 1]?.lower ?? ''))
      return { action: 'deploy', at: i };
    if (/^(?:go|goes|travel)$/.test(token.lower) && tokens[i + 1]?.lower === 'to') return { action: 'deploy', at: i };
    const moved = actionOfVerb(tokens, i);
    if (moved !== null) return { action: moved, at: i };
  }
  return null;
}
