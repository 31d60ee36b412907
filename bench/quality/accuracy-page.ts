// The tables of docs/accuracy.md, made from the kept figures; the words around them are written by hand.
import type { Figures } from '../../src/app/score/score.ts';
import type { CorpusFigures } from './corpus.ts';
import type { ListingFigures } from './listings.ts';
import type { PeerFigures } from './peer-cases.ts';
import type { QuotationFigures } from './quotations.ts';
import type { SentenceFigures } from './sentences.ts';

export interface Quality {
  /** The last commit that changed what is read. */
  readonly commit: string;
  readonly corpus: CorpusFigures;
  readonly sentences: SentenceFigures;
  readonly peers: PeerFigures;
  readonly quotations: QuotationFigures;
  readonly listings: ListingFigures;
}

/** Markdown by the name that stands in the page: `<!-- table: kinds -->` ... `<!-- end -->`. */
export function tablesOf({
  commit,
  corpus,
  sentences,
  peers,
  quotations,
  listings,
}: Quality): Readonly<Record<string, string>> {
  const families = new Map<string, { right: number; of: number; amiss: string[] }>();
  for (const [construction, { right, of }] of Object.entries(sentences.constructions)) {
    const [family = '', name = ''] = construction.split('/');
    const own = families.get(family) ?? { right: 0, of: 0, amiss: [] };
    families.set(family, {
      right: own.right + right,
      of: own.of + of,
      amiss: right < of ? [...own.amiss, name] : own.amiss,
    });
  }
  const alarms = corpus.false_alarms;
  return {
    summary: table(
      ['measured on', 'figure'],
      [
        [
          `${corpus.reports} annotated reports`,
          `core F1 ${fixed(corpus.core.f1)}, full F1 ${fixed(corpus.full.f1)}, grounded ${fixed(corpus.grounded)}`,
        ],
        [
          `${alarms.negatives} of them without a claim to find`,
          `${alarms.claims} false claims, ${alarms.per_report ?? '-'} a report`,
        ],
        [
          `${sentences.of} short texts, a construction each`,
          `${sentences.right} right (${percent(sentences.right, sentences.of)}), ${sentences.overclaimed.length} with a movement asserted that the text does not assert`,
        ],
        [
          `${peers.wanted + peers.forbidding} sentences of event coders`,
          `${peers.found} of ${peers.wanted} found, ${peers.silent} of ${peers.forbidding} kept silent`,
        ],
        [
          `${listings.items} items of ${listings.texts} lists`,
          `${percent(listings.withRow, listings.items)} give a presence`,
        ],
        [`${quotations.of} quotations, some made up`, `${quotations.right} right`],
        ['last change of what is read', commit],
      ],
    ),
    kinds: table(
      ['kind', 'precision', 'recall', 'F1', 'expected', 'found', 'agreed'],
      [['core', corpus.core] as const, ['full', corpus.full] as const, ...Object.entries(corpus.kinds)].map(
        ([name, f]: readonly [string, Figures]) => [
          name,
          fixed(f.p),
          fixed(f.r),
          fixed(f.f1),
          String(f.gold),
          String(f.pred),
          String(f.hit),
        ],
      ),
    ),
    fields: table(
      ['field', 'right'],
      Object.entries(corpus.fields).map(([name, share]) => [name, share === null ? '-' : fixed(share)]),
    ),
    causes: table(
      ['cause', 'missed', 'too many', 'inexact'],
      corpus.causes.map(({ cause, missed, extra, inexact }) => [
        cause,
        ...[missed, extra, inexact].map((n) => (n === 0 ? '' : String(n))),
      ]),
    ),
    constructions: table(
      ['family', 'right', 'not all right in'],
      [...families].map(([family, { right, of, amiss }]) => [family, `${right} of ${of}`, amiss.join(', ')]),
    ),
    lists: table(
      ['texts', 'with a number', 'of these unread', 'items with a number', 'give a presence'],
      [
        [
          listings.texts,
          listings.counting,
          listings.unread,
          listings.items,
          `${listings.withRow} (${percent(listings.withRow, listings.items)})`,
        ].map(String),
      ],
    ),
    peers: peers.wrong.length === 0 ? 'All are right.' : `Not right: ${peers.wrong.join(', ')}.`,
  };
}

const fixed = (x: number): string => x.toFixed(3);
const percent = (part: number, whole: number): string => `${whole === 0 ? 0 : Math.floor((100 * part) / whole)} %`;
const table = (head: readonly string[], rows: readonly (readonly string[])[]): string =>
  [head, head.map(() => '---'), ...rows].map((cells) => `| ${cells.join(' | ')} |`).join('\n');

/** Throws an Error for a table that the page has no place for, or that is not there. */
export function fillPage(page: string, tables: Readonly<Record<string, string>>): string {
  const open = new Set(Object.keys(tables));
  const filled = page.replace(
    /(<!-- table: (\w+) -->\n)[\s\S]*?(<!-- end -->)/g,
    (_, head: string, name: string, end: string) => {
      const own = tables[name];
      if (own === undefined) throw new Error(`the page wants a table "${name}" that there is not`);
      open.delete(name);
      return `${head}\n${own}\n\n${end}`;
    },
  );
  if (open.size > 0) throw new Error(`the page has no place for: ${[...open].join(', ')}`);
  return filled;
}
