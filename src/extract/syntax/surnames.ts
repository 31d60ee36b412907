// Whom a document names by their last names alone: "Ben Rhodes, an adviser, ... Rhodes said".
import type { TextDocument } from '../../text/document.ts';

const TITLE =
  'Mr|Mrs|Ms|Dr|Gen|General|Col|Colonel|Maj|Major|Capt|Captain|Lt|Adm|Admiral|Sen|Senator|Rep|President|Premier|Chancellor|[Mm]inister|[Ss]ecretary|[Ss]pokesman|[Ss]pokeswoman|[Ss]pokesperson|[Aa]dviser|[Aa]dvisor|[Aa]mbassador|[Aa]nalyst|[Cc]ommander|[Cc]hief|[Oo]fficial|[Ee]nvoy|[Dd]irector';
const SAYS = 'said|says|told|added|announced|warned|noted|confirmed';

const SPEAKERS = new RegExp(` (?:${SAYS})\\b(?<=(\\p{L}+) \\p{L}+)`, 'gu');

/** What is known of a document: the words before "said" and the like, and the names asked for. */
interface Known {
  readonly speakers: ReadonlySet<string>;
  readonly words: Map<string, boolean>;
}
const known = new WeakMap<TextDocument, Known>();

/** True where the document sets a title or a first name before the word and has its bearer speak or hold an office. */
export function isSurnameIn(document: TextDocument, word: string): boolean {
  let own = known.get(document);
  if (own === undefined) {
    own = { speakers: speakersIn(textOf(document)), words: new Map() };
    known.set(document, own);
  }
  let is = own.words.get(word);
  if (is === undefined) {
    const name = word.replace(/[^\p{L}]/gu, '');
    is = name !== '' && own.speakers.has(name) && speaksIn(textOf(document), name);
    own.words.set(word, is);
  }
  return is;
}

const textOf = ({ title, text }: TextDocument): string => `${title ?? ''}\n${text}`;

function speakersIn(text: string): ReadonlySet<string> {
  const speakers = new Set<string>();
  for (const [, speaker] of text.matchAll(SPEAKERS)) speakers.add(speaker!);
  return speakers;
}

function speaksIn(text: string, name: string): boolean {
  const named = new RegExp(
    `(?:\\b(?:${TITLE})\\.? \\p{Lu}[\\p{Ll}.]+|\\p{Lu}\\p{Ll}+) ${name}(?:,| (?:${SAYS})\\b|\\.)`,
    'u',
  );
  const speaks = new RegExp(`(?<!\\b(?:in|at|near|from|to|of|on) )\\b${name} (?:${SAYS})\\b`, 'u');
  return speaks.test(text) && named.test(text);
}
