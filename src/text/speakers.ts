// Transcript turns: "QUESTION: ...", "MR PRICE: ...", "Q Thanks.", "Mr. SESTAK. Mr. Speaker, ...".
import { isUpper } from './characters.ts';

export interface Turn {
  readonly label: string;
  /** Where the spoken words start, from the start of the paragraph. */
  readonly skip: number;
}

const CAPITALS = /^(\p{Lu}[\p{Lu}\p{M} .,'\u2019()-]{1,60}?)(?: ?\([^)]{1,40}\))?:\s*/u;
const QUESTION = /^(Q|A)(?:[.:]\s*|\s+(?=[\p{Lu}"\u201c(\u2014\u2013-]))/u;
const RECORD =
  /^((?:Mr|Ms|Mrs|Dr|Miss|The)\.? (?:[A-Z][a-z]{1,2})?[A-Z][A-Z'\u2019 -]{2,40}(?: of [A-Z][a-z]+(?: [A-Z][a-z]+)?)?)\. +(?=[A-Z"\u201c])/;
const NAMED = /^(\p{Lu}[\p{L}.'\u2019-]*(?: \p{Lu}[\p{L}.'\u2019-]*){0,3}):\s+(?=\S)/u;
/** "Mr Hugh Calder:", "Sir John Hay (Ayr):", "The Secretary of State for Defence (Mr Hugh Calder):": nobody else is addressed so before a colon. */
const STYLE = String.raw`(?:Mr|Mrs|Ms|Miss|Dr|Sir|Dame|Lord|Lady|Baroness|Viscount|Senator|Hon|Gen|General|Col|Colonel|Adm|Admiral|Maj|Major|Lt|Capt|Captain|Ambassador|Minister|Secretary|Representative|Rep|Sen|Deputy|Prime Minister|Foreign Minister|Defen[cs]e Minister)\.?(?: Gen\.?| Col\.?)?`;
const PERSON = String.raw`(?:\p{Lu}[\p{L}.'\u2019-]*|de|van|von|der|al|bin|of)(?: (?:\p{Lu}[\p{L}.'\u2019-]*|de|van|von|der|al|bin|of)){0,4}`;
const STYLED = new RegExp(String.raw`^(${STYLE} ${PERSON})(?: ?\([^)]{1,60}\)){0,2}:\s+(?=\S)`, 'u');
const OFFICED = new RegExp(
  String.raw`^(?:The )?\p{Lu}[\p{L} ,'\u2019-]{3,80}? \((${STYLE} ${PERSON})\)(?: ?\([^)]{1,40}\))?:\s+(?=\S)`,
  'u',
);

const ROLES: ReadonlySet<string> = new Set(
  'question answer q a journalist reporter interviewer host moderator presenter speaker prime minister president'.split(
    ' ',
  ),
);

/** Words over a picture or a link: nobody by that name speaks. */
const ARTEFACT =
  /^(?:FILE|PHOTO|IMAGE|PICTURE|VIDEO|AUDIO|WATCH|LISTEN|READ|SEE|ALSO|RELATED|MORE|UPDATE|BREAKING|EDITOR|NOTE|SOURCE|CREDIT|CAPTION|GALLERY|MAP|ANALYSIS|BACKGROUND|TIMELINE|FACTBOX|EXCLUSIVE|CORRECTION|LIVE)\b/;

/** The turn that a paragraph opens with a label in capitals, else null. "NATO: ..." alone is no turn: two words, or a known role, or a recurring one. */
export function turnOf(paragraph: string, recurring: ReadonlySet<string>): Turn | null {
  const head = paragraph.slice(0, 120);
  if (!isUpper(head[0] ?? '')) return null;
  const record = RECORD.exec(head);
  if (record) return { label: record[1]!, skip: record[0].length };
  const question = QUESTION.exec(head);
  if (question && (question[1] === 'Q' || /^A[.:]/.test(head)))
    return { label: question[1]!, skip: question[0].length };
  if (!head.includes(':')) return null;
  const capitals = CAPITALS.exec(head);
  if (capitals) {
    const label = capitals[1]!.trim();
    if (ARTEFACT.test(label)) return null;
    if (/[ .]/.test(label) || ROLES.has(label.toLowerCase()) || recurring.has(label))
      return { label, skip: capitals[0].length };
  }
  const styled = STYLED.exec(head) ?? OFFICED.exec(head);
  if (styled && recurring.has(styled[1]!)) return { label: styled[1]!, skip: styled[0].length };
  const named = NAMED.exec(head);
  if (named && recurring.has(named[1]!)) return { label: named[1]!, skip: named[0].length };
  return null;
}

/** Labels before a colon that open two paragraphs or more, in a text where at least two such labels take turns. */
export function recurringLabels(paragraphs: readonly string[]): ReadonlySet<string> {
  const counts = new Map<string, number>();
  const styled: string[] = [];
  for (const paragraph of paragraphs) {
    if (!isUpper(paragraph[0] ?? '')) continue;
    const head = paragraph.slice(0, 120);
    const isLabelled = head.includes(':');
    const person = isLabelled ? (STYLED.exec(head) ?? OFFICED.exec(head))?.[1] : undefined;
    if (person) styled.push(person);
    const label = isLabelled ? NAMED.exec(head)?.[1] : undefined;
    if (label) counts.set(label, (counts.get(label) ?? 0) + 1);
  }
  const labels = [...counts].filter(([, count]) => count >= 2).map(([label]) => label);
  const turns = labels.length >= 2 || labels.some((label) => ROLES.has(label.toLowerCase())) ? labels : [];
  return new Set(styled.length >= 2 ? [...turns, ...styled] : turns);
}
