// Does a quotation, with the words that govern it, deny what a claim asserts? Only a negation that governs a verb of moving or staying, or a
// force, counts: "would not say how many left" denies nothing.
import type { Token } from '../../text/document.ts';
import { wordsOf } from '../../text/words-of.ts';

const STAY =
  /^(?:ha(?:ve|s|d)|keep(?:s|ing)?|kept|stationed|based|present|deployed|remain(?:s|ed|ing)?|stay(?:s|ed|ing)?|host(?:s|ed|ing)?|maintain(?:s|ed|ing)?|garrisoned|serving|serve[sd]?|there|in|on|at)$/;
const MOVE =
  /^(?:(?:re)?deploy(?:s|ed|ing|ment)?|sen[dt]s?|sending|withdr[aeo]w(?:s|n|ing|al)?|pull(?:s|ed|ing)?|leav(?:e|es|ing)|left|remov(?:e|es|ed|ing|al)|mov(?:e|es|ed|ing)|go|goes|gone|going|went|dispatch(?:es|ed|ing)?|station(?:s|ed|ing)?|arriv(?:e|es|ed|ing|al)|enter(?:s|ed|ing)?|land(?:s|ed|ing)?|cross(?:es|ed|ing)?|return(?:s|ed|ing)?|br(?:ing|ings|inging|ought)|fl(?:y|ies|ew|own|ying)|redeploy\w*|relocat\w*|reposition\w*|transfer\w*|shift\w*|evacuat\w*|reinforc\w*|increas\w*|reduc\w*|cut(?:s|ting)?|join(?:s|ed|ing)?|contribut\w*|commit(?:s|ted|ting)?|provid\w*|tak(?:e|es|en|ing)|took|add(?:s|ed|ing)?|ship(?:s|ped|ping)?|rush\w*|recall\w*|repatriat\w*|rotat\w*|put|place[sd]?|placing|base[sd]?|been|be|have|has|any)$/;
const FORCE =
  /^(?:troops?|soldiers?|forces?|personnel|peacekeepers?|marines?|contingents?|units?|bases?|presence|army|men|ships?|aircraft|jets?|boots|fighters|mercenaries|withdrawals?|deployments?|plans?|intention|movement|reinforcements?|redeployment|pullout)$/;
const DENIAL = wordsOf(
  /^(?:den(?:y|ies|ied|ying)|refus(?:e|es|ed|ing|al)|declin(?:e|es|ed|ing)|dismiss(?:es|ed|ing)?|cancel(?:s|led|ed|ling|ing)?|scrapp?(?:s|ed|ing)?|shelv(?:e|es|ed|ing)|disput(?:e|es|ed|ing)|reject(?:s|ed|ing|ion)?|veto(?:es|ed|ing)?|abandon(?:s|ed|ing)?)$/,
);
const BETWEEN =
  /^(?:yet|be|been|being|have|has|had|to|immediately|currently|now|ever|actually|in|fact|and|will|would|going|planning|plan|plans|intend|intending|a|any|the|its|their|so|far|also|so|allow|longer|plan)$/;
const HARMLESS_AFTER_NO =
  /^(?:more|fewer|less|later|casualties|injuries|incident|doubt|comment|date|details?|reason|timetable|timeframe|one|longer)$/;

export type Held = 'moves' | 'is there';

/**
 * The words that deny it, as a token index, or null. `tokens` is the quotation with what stands before it in its sentence;
 * [from, to) is the quotation itself.
 */
export function denialIn(tokens: readonly Token[], from: number, to: number, held: Held): number | null {
  const verb = held === 'moves' ? MOVE : STAY;
  for (let i = Math.max(0, from - 8); i < to; i++) {
    const word = tokens[i]?.lower ?? '';
    if (
      DENIAL.has(word) ||
      ((word === 'ruled' || word === 'rules' || word === 'rule') && tokens[i + 1]?.lower === 'out') ||
      (word === 'called' && tokens[i + 1]?.lower === 'off')
    ) {
      if (governs(tokens, i, from, to)) return i;
      continue;
    }
    if (
      word !== 'not' &&
      word !== "n't" &&
      word !== 'never' &&
      word !== 'no' &&
      word !== 'neither' &&
      word !== 'without'
    )
      continue;
    const next = tokens[i + 1]?.lower ?? '';
    if (word === 'no' && next === 'longer') {
      if (held === 'is there' && denies(tokens, i + 2, from, to, verb)) return i;
      continue;
    }
    if ((word === 'not' && next === 'only') || ((word === 'no' || word === 'not') && HARMLESS_AFTER_NO.test(next)))
      continue;
    if (word === 'no' || word === 'neither' || word === 'without') {
      const near = tokens
        .slice(i + 1, i + 5)
        .some((t) => FORCE.test(t.lower) || (word === 'without' && MOVE.test(t.lower)));
      if (near && i >= from - 2) return i;
      continue;
    }
    if (denies(tokens, i + 1, from, to, verb) && !isTakenUp(tokens, i + 1, to, verb)) return i;
  }
  return null;
}

/** "will not fight and will leave by May": behind "and" an auxiliary of its own tells what is so. */
function isTakenUp(tokens: readonly Token[], start: number, to: number, verb: RegExp): boolean {
  for (let i = start; i + 2 < to; i++) {
    if (!/^(?:and|but)$/.test(tokens[i]!.lower) || !/^(?:will|has|have|is|are|was|were)$/.test(tokens[i + 1]!.lower))
      continue;
    const rest = tokens.slice(i + 2, to);
    return rest.some((t) => verb.test(t.lower)) && !rest.some((t) => /^(?:not|n't|never|no)$/.test(t.lower));
  }
  return false;
}

/** True where a verb of the kind asked for follows the negation, with small words between at most. */
function denies(tokens: readonly Token[], start: number, from: number, to: number, verb: RegExp): boolean {
  for (let i = start; i < Math.min(to, start + 5); i++) {
    const word = tokens[i]?.lower ?? '';
    if (BETWEEN.test(word) && !(word === 'in' && verb === STAY)) {
      if (verb === STAY && /^(?:have|has|had)$/.test(word)) return true;
      continue;
    }
    // A verb that stands before the quotation is another one's: "it will not withdraw, so we sent 40".
    return i >= from && verb.test(word);
  }
  return false;
}

/** A denial governs what follows it in its clause; one that stands after the quotation's own verb ("left after talks were refused") does not. */
function governs(tokens: readonly Token[], denial: number, from: number, to: number): boolean {
  if (denial < from) {
    for (let i = denial; i < from; i++) if (/^[,;:]$/.test(tokens[i]?.lower ?? '')) return false;
    // "refused to let them into Gao, where 90 soldiers serve": what follows ", where" is told, not refused.
    for (let i = from; i < to; i++) if (tokens[i]?.lower === 'where' && tokens[i - 1]?.lower === ',') return false;
    return true;
  }
  const before = tokens
    .slice(from, denial)
    .some((t) => MOVE.test(t.lower) && !/^(?:be|been|ha[sd]|have|any)$/.test(t.lower));
  const after = tokens.slice(denial + 1, to).some((t) => MOVE.test(t.lower) || FORCE.test(t.lower));
  return after && !before;
}
