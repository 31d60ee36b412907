// Whom a document names by their last names alone: "Ben Rhodes, an adviser, ... Rhodes said".
import type { TextDocument } from '../../text/document.ts';

const TITLE =
  'Mr|Mrs|Ms|Dr|Gen|General|Col|Colonel|Maj|Major|Capt|Captain|Lt|Adm|Admiral|Sen|Senator|Rep|President|Premier|Chancellor|[Mm]inister|[Ss]ecretary|[Ss]pokesman|[Ss]pokeswoman|[Ss]pokesperson|[Aa]dviser|[Aa]dvisor|[Aa]mbassador|[Aa]nalyst|[Cc]ommander|[Cc]hief|[Oo]fficial|[Ee]nvoy|[Dd]irector';
const SAYS = 'said|says|told|added|announced|warned|noted|confirmed';

const known = new WeakMap<TextDocument, Map<string, boolean>>();

/** True where the document sets a title or a first name before the word and has its bearer speak or hold an office. */
export function isSurnameIn(document: TextDocument, word: string): boolean {
  let words = known.get(document);
  if (words === undefined) {
    words = new Map();
    known.set(document, words);
  }
  let is = words.get(word);
  if (is === undefined) {
    const name = word.replace(/[^\p{L}]/gu, '');
    const named = new RegExp(
      `(?:\\b(?:${TITLE})\\.? \\p{Lu}[\\p{Ll}.]+|\\p{Lu}\\p{Ll}+) ${name}(?:,| (?:${SAYS})\\b|\\.)`,
      'u',
    );
    const speaks = new RegExp(`(?<!\\b(?:in|at|near|from|to|of|on) )\\b${name} (?:${SAYS})\\b`, 'u');
    const text = `${document.title ?? ''}\n${document.text}`;
    is = name !== '' && speaks.test(text) && named.test(text);
    words.set(word, is);
  }
  return is;
}
