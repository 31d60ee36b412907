// Those to whom a report lays an attack in the lines behind it: "the Taliban claimed responsibility", "was blamed on Boko Haram".
import type { Span } from '../../../../model/claim.ts';
import { endsInBracket } from '../../../../text/block-end.ts';
import type { SentenceView } from '../../../syntax/predicate.ts';

const REACH = 5;
/** Armed groups that have a party's code; others keep the name that the text gives them. */
const GROUPS: readonly (readonly [RegExp, string])[] = [
  [/^(?:the )?(?:Afghan )?Taliban$/, 'TALIBAN'],
  [/^(?:the )?(?:self-styled )?(?:Islamic State|ISIS|ISIL|IS|Daesh)\b/, 'ISLAMIC-STATE'],
  [/^[Aa]l[- ]Shabaab$/, 'AL-SHABAAB'],
  [/^[Aa]l[- ]Qa.?(?:ed|id)a\b/, 'AL-QAEDA'],
  [/^(?:the )?Hezbollah$/, 'HEZBOLLAH'],
  [/^(?:the )?Hamas$/, 'HAMAS'],
  [/^Houthis?\b/, 'OTHER:Houthis'],
  [/^(?:IRGC|Islamic Revolutionary Guards?\b)/, 'IR'],
];
const NAME = String.raw`((?:the )?\p{Lu}[\p{L}\d'’-]+(?: (?:and )?\p{Lu}[\p{L}\d'’-]+){0,3}|al-\p{Lu}\p{L}+)`;
const BLAME: readonly RegExp[] = [
  new RegExp(
    String.raw`\b(?:claimed|perpetrated|carried out|conducted|staged|mounted) by (?:the )?(?:\p{Ll}+ of (?:the )?)?(?:militant |extremist |armed |rebel )?(?:group )?${NAME}`,
    'u',
  ),
  new RegExp(
    String.raw`\b(?:blamed on|attributed to|ascribed to) (?:the )?(?:\p{Ll}+ of (?:the )?)?(?:militant |extremist |armed |rebel )?(?:group )?${NAME}`,
    'u',
  ),
  new RegExp(
    String.raw`${NAME}(?: \p{Ll}+){0,3} (?:has |have |had )?(?:claimed|claims|took|taken) (?:the )?(?:responsibility|credit)`,
    'u',
  ),
];
/** Suspicions, which fall on states too: only an armed group's name counts here. */
const SUSPECTED: readonly RegExp[] = [
  new RegExp(
    String.raw`${NAME} (?:is|are|was|were) (?:the |being )?(?:suspected|believed|thought|blamed|behind|responsible)\b`,
    'u',
  ),
  new RegExp(
    String.raw`\b(?:blam(?:ed|es|ing)|suspects?|accus(?:ed|es|ing)) (?:the )?(?:militant |extremist |armed |rebel |jihadist )?(?:group )?${NAME}`,
    'u',
  ),
];
const IS_GROUP =
  /(?:Group|Front|Army|Movement|Brigades?|Battalion|Network|Haram|Shabaab|Taliban|State|Sayyaf|Houthis?|Jihad|Hamas|Hezbollah|Qa.?(?:ed|id)a|ISIS|ISIL|ISWAP|PKK|YPG|ELN|FARC|JNIM|ADF|M23|TTP|LTTE)$/;

export interface Blamed {
  readonly party: string;
  readonly span: Span;
}

/** The first such line of the sentence itself or the few behind it in the same part of the report. */
export function blamedFor(view: SentenceView): Blamed | null {
  const { sentences, text } = view.document;
  for (let i = view.index; i < Math.min(sentences.length, view.index + REACH + 1); i++) {
    const sentence = sentences[i]!;
    if (i > view.index && sentence.block !== view.sentence.block && isSourced(view, i)) return null;
    const own = text.slice(sentence.start, sentence.end);
    if (i > view.index && ANOTHER.test(own)) return null;
    for (const pattern of [...BLAME, ...SUSPECTED]) {
      const match = pattern.exec(own);
      const whole = match?.[1]?.replace(/^the /i, '');
      // "Hamas and Islamic Jihad": the first that has a name of its own.
      const name =
        whole &&
        (GROUPS.some(([n]) => n.test(whole))
          ? whole
          : whole.split(' and ')[0] && GROUPS.some(([n]) => n.test(whole.split(' and ')[0]!))
            ? whole.split(' and ')[0]!
            : whole);
      if (!match || !name || /^(?:He|She|It|They|No|Nobody|Police|Officials)$/.test(name)) continue;
      if (SUSPECTED.includes(pattern) && !IS_GROUP.test(name)) continue;
      const at = sentence.start + match.index + match[0].indexOf(match[1]!);
      return { party: GROUPS.find(([n]) => n.test(name))?.[1] ?? `OTHER:${name}`, span: [at, at + match[1]!.length] };
    }
  }
  return null;
}

/** A sentence that turns to another attack: a claim behind it is of that one. */
const ANOTHER =
  /^(?:(?:earlier|elsewhere|separately|meanwhile|also|in (?:a|another)|on (?:mon|tues|wednes|thurs|fri|satur|sun)day),? )(?!.{0,80}\b(?:claimed|responsib|blamed))/i;

/** A new story begins: a heading, an item of a list, or a paragraph behind one that ends in its source. */
function isSourced(view: SentenceView, i: number): boolean {
  const { sentences, text } = view.document;
  const { kind } = sentences[i]!.block;
  const before = sentences[i - 1]!.block;
  return kind === 'heading' || kind === 'item' || endsInBracket(text, before);
}
