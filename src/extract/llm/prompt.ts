// What a model is asked: the contract of a claim in words, examples from the rules, then one piece of one report.
import type { ClaimKind } from '../../model/claim.ts';
import { parseClaim } from '../../model/notation.ts';
import type { Report } from '../../model/report.ts';
import type { Rule } from '../rule.ts';
import type { TextWindow } from './windows.ts';

export interface Message {
  readonly role: 'system' | 'user' | 'assistant';
  readonly content: string;
}

/** Raised with every change of what a model is told: answers kept from before are then asked for again. */
export const PROMPT_VERSION = '0.1.0';

const INSTRUCTIONS = `You find what a report asserts about armed forces. Reply with JSON: {"claims": [...]}, an empty list where it asserts nothing of the kind.
Kinds: presence (so many of a force are, were or will be at a place), movement (a force goes from a place to a place), status (a mission or operation starts, is suspended, goes on, ends), decision (a body with a say decides, votes, orders, requests), incident (an attack or strike by or on forces that the report dates or places).
- evidence: the shortest contiguous run of the text that carries the claim, copied character by character. Every number, place, party and denial of the claim must stand in it.
- Guess nothing. A field that the text does not settle is null. Unknown is never 0.
- One assertion is one claim: "Thirty of the 120 German soldiers in Iraq will be sent to Jordan and Kuwait" is a presence of 120 and a movement of 30.
- phase of a movement: proposed (may, could, considers, asks), planned (will, ordered, approved), underway, completed, cancelled (denied, ruled out, called off). move: deploy, withdraw, relocate (between two theatre places), rotate.
- A denied, refused or merely considered move is never planned, underway or completed.
- place: country is ISO 3166-1 alpha-2 or a region code (R:MIDDLE-EAST, R:GULF, R:SAHEL, R:AFRICA, R:EUROPE, R:BALTICS, R:AT-SEA, ...), name the finest place named.
- party: whose force. A national contingent under a flag is its nation's; the flag is the party only where the number is of the whole mission.
- time: when it held or happened, not when it was said, as days against the report's date; null where the text gives none.
- said_by: who is quoted or cited for it; null where the report says it in its own voice.
- No claims: veterans, recruits, budgets, an army's total size, casualties alone, ranks of persons, refugees, background wars.`;

/** The system message, a few examples as turns of the conversation, then the piece of the report. */
export function promptFor(report: Report, window: TextWindow, rules: readonly Rule[]): readonly Message[] {
  const text = report.text ?? '';
  const about = [
    report.published === null ? 'Date of the report: not known' : `Date of the report: ${report.published}`,
    report.title === null ? null : `Headline: ${report.title}`,
    window.start > 0 || window.end < text.length ? 'This is a part of a longer report.' : null,
  ].filter(Boolean);
  return [
    { role: 'system', content: INSTRUCTIONS },
    ...shotsFrom(rules),
    { role: 'user', content: `${about.join('\n')}\n\n${text.slice(window.start, window.end)}` },
  ];
}

/** Of each kind, so many examples, each from a rule of its own. */
const SHOTS_A_KIND = 3;

/** Rules' own examples as turns: a sentence and the claims that its rule reads in it. */
export function shotsFrom(rules: readonly Rule[]): Message[] {
  const taken = new Map<ClaimKind, number>();
  return rules.flatMap((rule) => {
    const kind = rule.id.split('/')[0] as ClaimKind;
    const first = Object.entries(rule.examples).find(([, lines]) => lines.length > 0);
    if (first === undefined || (taken.get(kind) ?? 0) >= SHOTS_A_KIND) return [];
    taken.set(kind, (taken.get(kind) ?? 0) + 1);
    const [sentence, lines] = first;
    const evidence = JSON.stringify(sentence.replace(/[.!?]$/, ''));
    const claims = lines.map((line) => parseClaim(`${line} : ${evidence}`));
    return [
      { role: 'user', content: `Date of the report: 2020-06-15\n\n${sentence}` },
      { role: 'assistant', content: JSON.stringify({ claims }) },
    ] satisfies Message[];
  });
}
