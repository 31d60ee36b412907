// A mix of general news, the same at every run: reports of the annotated corpus with other figures each time, its reports that tell nothing
// of forces though they use the words, and passages of prose that comes with the installed packages.
import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { readsAsEnglish } from '../../src/formats/english.ts';

export interface Article {
  readonly text: string;
  readonly title: string;
  readonly published: string;
  readonly publisher: string;
  readonly url: string;
}

/** Of a hundred articles: so many tell of forces, so many only seem to; the others are prose of other things. */
export const SHARES = { telling: 4, seeming: 8 } as const;
const PASSAGE = 2_500;
const OUTLETS = 40;

export interface Sources {
  readonly telling: readonly string[];
  readonly seeming: readonly string[];
  readonly prose: readonly string[];
}

export function sourcesIn(root: string): Sources {
  const corpus = join(root, '../shared/corpus/dev');
  if (!existsSync(corpus)) throw new Error('the corpus is not beside the checkout (../shared/corpus/dev)');
  const reports = readdirSync(corpus)
    .filter((name) => name.endsWith('.json'))
    .sort()
    .map((name) => JSON.parse(readFileSync(join(corpus, name), 'utf8')) as { text: string; negative?: boolean });
  const texts = readdirSync(join(root, 'node_modules'))
    .sort()
    .flatMap((name) => ['README.md', 'CHANGELOG.md'].map((file) => join(root, 'node_modules', name, file)))
    .filter((path) => existsSync(path))
    .map((path) => readFileSync(path, 'utf8'))
    .filter((text) => text.length > 2 * PASSAGE);
  return {
    telling: reports.filter(({ negative }) => !negative).map(({ text }) => text),
    seeming: reports.filter(({ negative }) => negative).map(({ text }) => text),
    prose: texts
      .flatMap((text) =>
        Array.from({ length: Math.floor(text.length / PASSAGE) }, (_, i) => text.slice(i * PASSAGE, (i + 1) * PASSAGE)),
      )
      .filter((text) => readsAsEnglish(text) === 'yes'),
  };
}

/** The nth article: no two are the same text. */
export function articleOf(n: number, { telling, seeming, prose }: Sources): Article {
  // 37 has no factor in common with 100: the kinds come spread out.
  const turn = (n * 37) % 100;
  const round = Math.floor(n / 100);
  const base =
    turn < SHARES.telling
      ? otherFigures(telling[(round * SHARES.telling + turn) % telling.length]!, n)
      : turn < SHARES.telling + SHARES.seeming
        ? seeming[(round + turn) % seeming.length]!
        : prose[(n * 7) % prose.length]!;
  return {
    text: `${base}\n\nStory number ${n} of the day.`,
    title: `Story ${n}`,
    published: `2020-${String(1 + (n % 12)).padStart(2, '0')}-${String(1 + (n % 28)).padStart(2, '0')}`,
    publisher: `Outlet ${n % OUTLETS}`,
    url: `https://outlet-${n % OUTLETS}.example/${n}`,
  };
}

const otherFigures = (text: string, n: number): string =>
  text.replace(/\b\d{3}\b/g, (figure) => String(100 + ((Number(figure) * 7 + n * 13) % 900)));
