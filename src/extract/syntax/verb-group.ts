// Auxiliaries, adverbs and the main verb -> one verb group with its tense, aspect, voice, modality and polarity.
import { idiomAt } from '../lexicon/same-frame.ts';
import { PARTICLES, type VerbReading } from '../lexicon/verbs.ts';
import type { Annotated } from './annotate.ts';
import type { VerbItem } from './item.ts';

/** "is due to", "are set to": what stands between a form of be and the infinitive. */
const BE_TO: ReadonlySet<string> = new Set(
  'due set expected scheduled likely unlikely going about ready prepared poised supposed able unable slated bound expecting preparing obliged required allowed willing unwilling planning believed reported said thought understood forced'.split(
    ' ',
  ),
);

interface Draft {
  modal: string | null;
  negated: boolean;
  have: boolean;
  be: boolean;
  being: boolean;
  infinitive: boolean;
  past: boolean;
  future: boolean;
  adverbs: string[];
}

/** "troops due to arrive on Friday": a plan that hangs on the noun before it. */
export function dueTo(a: Annotated, i: number): VerbItem | null {
  if (a.tags[i + 1] !== 'to') return null;
  const word = a.tokens[i]!.lower;
  if (!/^(?:due|set|slated|bound|poised|ready)$/.test(word) || !opensInfinitive(a, i + 2)) return null;
  const group = verbGroupAt(a, i + 1);
  return group && { ...group, from: i, start: i, form: 'gerund', tense: null, modal: word, bare: true };
}

/** The verb group that starts at token `i`, or null. A form of be or have without a main verb is a verb by itself. */
export function verbGroupAt(a: Annotated, i: number): VerbItem | null {
  const draft: Draft = {
    modal: null,
    negated: false,
    have: false,
    be: false,
    being: false,
    infinitive: false,
    past: false,
    future: false,
    adverbs: [],
  };
  let at = i;
  let auxiliary = -1;
  for (;;) {
    const tag = a.tags[at];
    const word = a.tokens[at]?.lower ?? '';
    if (
      (tag === 'verb' || tag === 'noun' || tag === 'adverb' || (tag === 'preposition' && word === 'about')) &&
      draft.be &&
      BE_TO.has(word) &&
      a.tags[at + 1] === 'to' &&
      opensInfinitive(a, at + 2)
    ) {
      takeBeTo(draft, word);
      auxiliary = at + 1;
      at += 2;
      continue;
    }
    if (tag === 'verb') return finish(a, i, at, draft, a.verbs[at]!);
    if (tag === 'modal') takeModal(draft, word);
    else if (tag === 'have') takeHave(draft, word);
    else if (tag === 'be') takeBe(draft, word);
    else if (tag === 'do') draft.past ||= word === 'did';
    else if (tag === 'not') draft.negated = true;
    else if (
      tag === 'determiner' &&
      auxiliary >= 0 &&
      /^(?:each|both|all)$/.test(word) &&
      (a.tags[at + 1] === 'verb' || a.tags[at + 1] === 'be' || (draft.be && a.tags[at + 1] === 'to'))
    )
      draft.adverbs.push(word);
    else if (tag === 'to' && (at === i || auxiliary >= 0) && opensInfinitive(a, at + 1)) {
      if (at === i) draft.infinitive = true;
      else if (draft.be) {
        draft.modal ??= 'be to';
        draft.be = false;
      } else if (draft.have && draft.modal !== null && a.tokens[at - 1]!.lower === 'had') {
        // "might have had to send": as counterfactual as "might have sent".
      } else if (draft.have) {
        draft.modal = 'must';
        draft.have = false;
      } else break;
      auxiliary = at;
      at++;
      continue;
    } else if (tag === 'adverb' && (auxiliary >= 0 || draft.infinitive || draft.negated)) {
      if (word === 'yet' && a.tags[at + 1] === 'to') draft.negated = true;
      draft.adverbs.push(word);
      at++;
      continue;
    } else break;
    if (tag !== 'not') auxiliary = at;
    at++;
  }
  if (auxiliary < 0) return null;
  // No main verb: the last auxiliary stands by itself ("has roughly 500 soldiers", "are in Iraq").
  while (at > auxiliary + 1) at--;
  const tag = a.tags[auxiliary];
  if (tag === 'be')
    return finish(a, i, auxiliary, { ...draft, be: false, being: false }, { lemma: 'be', form: 'base' });
  if (tag === 'have') return finish(a, i, auxiliary, { ...draft, have: false }, { lemma: 'have', form: 'base' });
  if (tag === 'do') return finish(a, i, auxiliary, draft, { lemma: 'do', form: 'base' });
  return null;
}

const takeBeTo = (draft: Draft, word: string): void => {
  draft.modal = word;
  draft.be = false;
  if (word === 'unlikely' || word === 'unable' || word === 'unwilling') draft.negated = !draft.negated;
};

function takeModal(draft: Draft, word: string): void {
  if (word === 'will' || word === 'shall' || word === "'ll" || word === 'wo') draft.future = true;
  else draft.modal = word;
}

function takeHave(draft: Draft, word: string): void {
  draft.have = true;
  if (word === 'had') draft.past = true;
}

function takeBe(draft: Draft, word: string): void {
  if (word === 'being') draft.being = true;
  else draft.be = true;
  if (word === 'was' || word === 'were') draft.past = true;
}

/** True where tokens from `i` go on to a base verb: "to [quickly] send", "to be sent", "to have left". */
function opensInfinitive(a: Annotated, i: number): boolean {
  let at = i;
  while (a.tags[at] === 'adverb' || a.tags[at] === 'not') at++;
  const word = a.tokens[at]?.lower;
  return word === 'be' || word === 'have' || word === 'do' || (a.tags[at] === 'verb' && a.verbs[at]!.form === 'base');
}

function finish(a: Annotated, from: number, main: number, draft: Draft, reading: VerbReading): VerbItem {
  const bare =
    !draft.have &&
    !draft.be &&
    !draft.being &&
    !draft.infinitive &&
    !draft.future &&
    draft.modal === null &&
    main === from + draft.adverbs.length &&
    a.tags[main] === 'verb';
  const passive = (draft.be || draft.being) && (reading.form === 'participle' || reading.form === 'past');
  const gerund = reading.form === 'gerund';
  const form: VerbItem['form'] = draft.infinitive
    ? 'infinitive'
    : (gerund && !draft.be) || a.tokens[from]!.lower === 'having'
      ? 'gerund'
      : bare && reading.form === 'participle'
        ? 'participle'
        : 'finite';
  const own = a.tokens[main]!.lower;
  const past =
    draft.past ||
    (!draft.have && !draft.be && (reading.form === 'past' || own === 'had' || own === 'was' || own === 'were'));
  const idiom = idiomAfter(a, main, reading.own ?? reading.lemma);
  const particle = idiom === null ? particleAfter(a, main, reading.lemma) : null;
  const to = idiom?.to ?? main + 1 + (particle === null ? 0 : 1);
  return {
    kind: 'verb',
    from,
    start: from,
    to,
    lemma: idiom?.lemma ?? (particle === null ? reading.lemma : `${reading.lemma} ${particle}`),
    particle: idiom === null ? particle : idiom.particle,
    form,
    // "be completed" leans on a verb before it, or is asked for: no time of its own.
    tense: form !== 'finite' || isBareBe(a, from, draft) ? null : draft.future ? 'future' : past ? 'past' : 'present',
    aspect: gerund && draft.be ? 'progressive' : draft.have ? 'perfect' : draft.being ? 'progressive' : 'simple',
    voice: passive ? 'passive' : 'active',
    modal: draft.modal,
    negated: draft.negated,
    adverbs: draft.adverbs,
    bare,
    main,
  };
}

const isBareBe = (a: Annotated, from: number, { modal, future, past, have }: Draft): boolean =>
  a.tokens[from]!.lower === 'be' && modal === null && !future && !past && !have;

interface FoundIdiom {
  readonly lemma: string;
  readonly particle: string | null;
  readonly to: number;
}

/** The set phrase that the verb at `main` opens, read as another verb: "beefed up", "gave the nod to". */
function idiomAfter(a: Annotated, main: number, lemma: string): FoundIdiom | null {
  const found = idiomAt(a.tokens, lemma, main + 1);
  if (found === null) return null;
  const space = found.lemma.indexOf(' ');
  if (space < 0) return { lemma: found.lemma, particle: null, to: found.to };
  // "bowed out of Mali": the preposition is its own.
  return a.tokens[found.to]?.lower === 'of'
    ? { lemma: found.lemma.slice(0, space), particle: null, to: found.to - 1 }
    : { lemma: found.lemma, particle: found.lemma.slice(space + 1), to: found.to };
}

function particleAfter(a: Annotated, main: number, lemma: string): string | null {
  const word = a.tokens[main + 1]?.lower;
  if (word === undefined || !PARTICLES.get(lemma)?.has(word)) return null;
  // "sent in 2019": the preposition is the date's.
  if (a.tags[main + 1] === 'date') return null;
  const next = a.tags[main + 2];
  if (word === 'out' && a.tokens[main + 2]?.lower === 'of') return null;
  const takesPhrase =
    next === 'determiner' || next === 'noun' || next === 'name' || next === 'number' || next === 'pronoun';
  if ((word === 'in' || word === 'on' || word === 'for') && takesPhrase && lemma !== 'call') return null;
  return word;
}
