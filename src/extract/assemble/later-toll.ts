// The toll of an attack told by a sentence after it: "Three of them died", "The dead were two sergeants and a captain", "There were no casualties".
import type { ExtractedClaim, Span } from '../../model/claim.ts';
import type { Sentence, Token } from '../../text/document.ts';
import { readCardinal } from '../../text/number-words.ts';

export interface Toll {
  readonly killed: number | null;
  readonly wounded: number | null;
}

/** The attack that the next sentences may give the toll of, and what they gave. */
export interface Tolls {
  last: { readonly claim: ExtractedClaim; readonly sentence: number } | null;
  readonly told: Map<ExtractedClaim, { readonly toll: Toll; readonly span: Span }>;
}

const REACH = 2;
const DEATH = /^(?:killed|died|dead)$/;
const HARM = /^(?:wounded|injured|hurt)$/;
const HEDGE = /^(?:at|least|about|some|all|another|a|further|total|of)$/;
/** Those who struck are told apart from those they struck. */
const STRUCK_BACK =
  /^(?:militants?|attackers?|assailants?|gunm[ae]n|insurgents?|rebels?|terrorists?|bombers?|fighters?)$/;

/** Takes in the claims of a sentence, or the toll that it gives of the attack before it. */
export function noteToll(tolls: Tolls, sentence: Sentence, index: number, made: readonly ExtractedClaim[]): void {
  const attack = made.findLast((claim) => claim.kind === 'incident');
  if (attack !== undefined) {
    tolls.last = { claim: attack, sentence: index };
    return;
  }
  if (tolls.last === null || index - tolls.last.sentence > REACH || made.length > 0) return;
  const toll = tollIn(sentence.tokens);
  if (toll === null) return;
  tolls.told.set(tolls.last.claim, { toll, span: [sentence.start, sentence.end] });
  tolls.last = null;
}

/** The claim with what a later sentence tells of its toll; what its own sentence gives stays. */
export function withLaterToll(claim: ExtractedClaim, { told }: Tolls): ExtractedClaim {
  const later = told.get(claim);
  if (later === undefined || claim.kind !== 'incident') return claim;
  const [killed, wounded] = [claim.killed ?? later.toll.killed, claim.wounded ?? later.toll.wounded];
  const spans = {
    ...claim.spans,
    ...(killed === claim.killed ? {} : { killed: later.span }),
    ...(wounded === claim.wounded ? {} : { wounded: later.span }),
  };
  return { ...claim, killed, wounded, spans };
}

/** The toll that opens a sentence; null where it tells something else. */
export function tollIn(tokens: readonly Token[]): Toll | null {
  return nobody(tokens) ?? theDead(tokens) ?? counted(tokens);
}

/** "There were no casualties", "No one was hurt", "No injuries were reported". */
function nobody(tokens: readonly Token[]): Toll | null {
  const words = tokens.slice(0, 8).map((t) => t.lower);
  const at = words[0] === 'there' && /^(?:were|was)$/.test(words[1] ?? '') ? 2 : 0;
  if (words[at] === 'nobody' || (words[at] === 'no' && words[at + 1] === 'one') || words[at] === 'none') {
    const verb = words.find((word) => DEATH.test(word) || HARM.test(word));
    if (verb === undefined) return null;
    return DEATH.test(verb) ? { killed: 0, wounded: null } : { killed: null, wounded: 0 };
  }
  if (words[at] !== 'no') return null;
  const noun = words.slice(at + 1, at + 4).find((word) => /^(?:casualties|deaths|fatalities|injuries)$/.test(word));
  if (noun === undefined) return null;
  return noun === 'casualties'
    ? { killed: 0, wounded: 0 }
    : noun === 'injuries'
      ? { killed: null, wounded: 0 }
      : { killed: 0, wounded: null };
}

/** "The dead were two sergeants and a captain": as many as are counted up to the end. */
function theDead(tokens: readonly Token[]): Toll | null {
  const [the, who, be] = tokens.map((t) => t.lower);
  if (the !== 'the' || !/^(?:dead|victims|fatalities)$/.test(who ?? '') || !/^(?:were|are)$/.test(be ?? ''))
    return null;
  let sum = 0;
  for (let i = 3; i < tokens.length; i++) {
    const { lower } = tokens[i]!;
    // "two soldiers who had been in Mali for ten months": no more of them.
    if (/^(?:who|which|from|in|on|at|by|when|;)$/.test(lower)) break;
    if (/^an?$/.test(lower)) sum++;
    else {
      const number = readCardinal(tokens, i);
      if (number === null || number.glue !== null) continue;
      sum += number.value;
      i = number.to - 1;
    }
  }
  return sum > 0 && sum < 1000 && Number.isInteger(sum) ? { killed: sum, wounded: null } : null;
}

/** "Three of them died", "At least two soldiers were killed and five wounded". */
function counted(tokens: readonly Token[]): Toll | null {
  let killed: number | null = null;
  let wounded: number | null = null;
  let i = 0;
  while (i < 4 && HEDGE.test(tokens[i]?.lower ?? '')) i++;
  for (let round = 0; round < 2; round++) {
    const number = readCardinal(tokens, i);
    if (number === null || number.glue !== null || number.value > 5000 || !Number.isInteger(number.value))
      return round === 0 ? null : { killed, wounded };
    const next = tokens.slice(number.to, number.to + 8);
    const at = next.findIndex((t) => DEATH.test(t.lower) || HARM.test(t.lower));
    const between = next.slice(0, Math.max(0, at)).map((t) => t.lower);
    const isPlain =
      at >= 0 &&
      between.every((word) => !STRUCK_BACK.test(word) && !/^(?:[,.;:]|have|has|had|would|will|may)$/.test(word));
    if (!isPlain) return round === 0 ? null : { killed, wounded };
    if (DEATH.test(next[at]!.lower)) killed = number.value;
    else wounded = number.value;
    i = number.to + at + 1;
    const then = tokens[i]?.lower ?? '.';
    if (then === 'and') {
      i++;
      while (HEDGE.test(tokens[i]?.lower ?? '')) i++;
      continue;
    }
    // "Three people died in Paris": an attack of its own.
    const isSame =
      /^[.,;]$/.test(then) || (/^(?:in|by)$/.test(then) && /^(?:the|this|that)$/.test(tokens[i + 1]?.lower ?? ''));
    return isSame ? { killed, wounded } : null;
  }
  return { killed, wounded };
}
