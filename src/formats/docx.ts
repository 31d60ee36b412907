// A Word document's words and properties -> a report: paragraphs, lists and tables in order, foot- and endnotes last.
import { type Draft, draftOf } from '../model/draft.ts';
import { plausibleDay, plausibleTitle } from './file-metadata.ts';
import { fragmentText } from './html-fragment.ts';
import { checkProse } from './prose.ts';
import { dayFromText, dayFromWords } from './published.ts';
import { titleLine } from './text.ts';

export interface DocxParts {
  /** The document's words as HTML. */
  readonly html: string;
  /** The XML of its properties (Dublin Core), null where there is none. */
  readonly properties: string | null;
}

/** Throws LaydownError `bad-input` where it holds no text. */
export function readDocx({ html, properties }: DocxParts): Draft {
  // References to notes would glue to the word before them ("500" + "[1]"), and the notes carry arrows back.
  const words = html
    .replace(/<sup>\s*<a [^>]{0,200}?href="#(?:foot|end)note[^>]{0,200}>[^<]{0,20}<\/a>\s*<\/sup>/g, '')
    .replace(/<a href="#(?:foot|end)note-ref[^>]{0,100}>\u2191<\/a>/g, '');
  const text = fragmentText(words);
  checkProse(text);
  const heading = /<h1[^>]*>([\s\S]{1,600}?)<\/h1>/.exec(words)?.[1];
  const title =
    (heading && fragmentText(heading).replace(/\s+/g, ' ')) ||
    plausibleTitle(property(properties, 'dc:title'), text) ||
    titleLine(`${text}\n\n`);
  const created = dayFromWords(property(properties, 'dcterms:created') ?? '');
  return draftOf(text, { title, published: dayFromText(text) ?? plausibleDay(created, text) });
}

function property(xml: string | null, name: string): string | null {
  const value = new RegExp(`<${name}[^>]{0,200}>([^<]{0,1000})</${name}>`).exec(xml ?? '')?.[1];
  return value ? fragmentText(value) : null;
}
