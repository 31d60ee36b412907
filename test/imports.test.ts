// The import table of ARCHITECTURE.md, checked against every file of src/.
import { readdirSync, readFileSync } from 'node:fs';
import { dirname, join, normalize, relative } from 'node:path';
import { fileURLToPath } from 'node:url';
import { describe, expect, test } from 'vitest';

const root = join(dirname(fileURLToPath(import.meta.url)), '..');
const src = join(root, 'src');

interface Folder {
  readonly values: ReadonlySet<string>;
  readonly types: ReadonlySet<string>;
  readonly isPure: boolean;
}

const words = (cell: string): string[] =>
  cell
    .trim()
    .split(/\s+/)
    .filter((word) => word !== '-' && word !== '');
const folders = new Map<string, Folder>(
  [
    ...readFileSync(join(root, 'ARCHITECTURE.md'), 'utf8').matchAll(
      /^\| `src\/(\w+)\/` *\|[^|]*\|([^|]*)\|([^|]*)\| (yes|no) *\|$/gm,
    ),
  ].map(([, name, values, types, pure]) => [
    name!,
    { values: new Set(words(values!)), types: new Set([...words(values!), ...words(types!)]), isPure: pure === 'yes' },
  ]),
);

interface Import {
  readonly file: string;
  readonly to: string;
  readonly isType: boolean;
}

/** Set up for tests alone; what they import never ships. */
const TEST_SUPPORT = /\.test\.ts$|\/(?:scratch-ledger|store-contract|scenario|posture-cases|fixture[\w-]*)\.ts$/;
const files = readdirSync(src, { recursive: true, encoding: 'utf8' })
  .filter((file) => file.endsWith('.ts') && !TEST_SUPPORT.test(`/${file}`))
  .sort();
const textOf = (file: string): string => readFileSync(join(src, file), 'utf8');
const layerOf = (file: string): string | null => (file.includes('/') ? file.split('/')[0]! : null);

function importsOf(file: string): Import[] {
  const code = textOf(file);
  const statements = [
    ...code.matchAll(
      /^(?:import|export)\b([^'"`;]*?)\bfrom\s+'([^']+)'|^import\s+'([^']+)'|\bimport\(\s*'([^']+)'\s*\)/gm,
    ),
  ];
  return statements.map(([, clause, from, bare, lazy]) => ({
    file,
    to: (from ?? bare ?? lazy)!,
    isType: clause !== undefined && isTypeOnly(clause),
  }));
}

/** `import type {...}`, or a list in which each name is marked. */
function isTypeOnly(clause: string): boolean {
  if (/^\s*type\b/.test(clause)) return true;
  const list = /^\s*\{([^}]*)\}\s*$/.exec(clause);
  return list !== null && list[1]!.split(',').every((name) => name.trim() === '' || name.trim().startsWith('type '));
}

const targetOf = ({ file, to }: Import): string => relative(src, normalize(join(src, dirname(file), to)));
const imports = files.flatMap(importsOf);

test('the table names every folder of src', () => {
  const present = new Set(files.map(layerOf).filter((layer) => layer !== null));
  expect([...folders.keys()].sort()).toEqual([...present].sort());
});

describe.each([...folders])('src/%s', (name, folder) => {
  const own = imports.filter(({ file }) => layerOf(file) === name);

  test('imports only what the table allows', () => {
    const wrong = own
      .filter(({ to }) => to.startsWith('.'))
      .filter((one) => {
        const layer = layerOf(targetOf(one));
        return layer !== name && !(layer !== null && (one.isType ? folder.types : folder.values).has(layer));
      })
      .map(({ file, to, isType }) => `${file} imports ${isType ? 'types of' : ''} ${to}`);
    expect(wrong).toEqual([]);
  });

  if (!folder.isPure) return;

  test('has no clock, randomness or node: import', () => {
    expect(own.filter(({ to }) => to.startsWith('node:')).map(({ file, to }) => `${file} imports ${to}`)).toEqual([]);
    const impure =
      /\bDate\.now\b|\bnew Date\(\)|\bMath\.random\b|\bperformance\.now\b|\bcrypto\.|\bsetTimeout\b|\bsetInterval\b|\bprocess\.\w|\bfetch\(/;
    const found = files.filter((file) => layerOf(file) === name && impure.test(codeOf(textOf(file))));
    expect(found).toEqual([]);
  });

  // Parsers of PDF, mail and Word files come with promises of their own.
  if (name === 'formats') return;

  test('is not asynchronous', () => {
    const waits = /\basync\s+(?:function\b|\(|\w+\s*(?:=>|\())|\bawait\s+[\w(]|\bPromise[<.(]/;
    expect(files.filter((file) => layerOf(file) === name && waits.test(codeOf(textOf(file))))).toEqual([]);
  });
});

test('the browser’s app imports the words and the views alone', () => {
  const web = join(root, 'web');
  const outside = readdirSync(web, { recursive: true, encoding: 'utf8' })
    .filter((file) => /\.tsx?$/.test(file))
    .flatMap((file) =>
      [...readFileSync(join(web, file), 'utf8').matchAll(/\bfrom\s+'(\.[^']+)'/g)].map(([, to]) =>
        relative(root, normalize(join(web, dirname(file), to!))),
      ),
    )
    .filter((to) => !to.startsWith('web/'));
  expect(outside.length).toBeGreaterThan(0);
  expect(outside.filter((to) => !/^src\/(?:model|views)\//.test(to))).toEqual([]);
});

test('the library exports pure parts only', () => {
  const pure = importsOf('index.ts').map((one) => layerOf(targetOf(one)));
  expect(pure.filter((layer) => layer === null || !folders.get(layer)?.isPure)).toEqual([]);
});

/** Phrases hold phrases: the files that read them call each other, and nothing at load time. */
const RECURSIVE = 'extract/syntax';

test('no file imports itself by a detour', () => {
  const next = new Map<string, string[]>(files.map((file) => [file, []]));
  for (const one of imports) {
    const within = dirname(one.file) === RECURSIVE && dirname(targetOf(one)) === RECURSIVE;
    if (!one.isType && one.to.startsWith('.') && !within) next.get(one.file)!.push(targetOf(one));
  }
  const state = new Map<string, 'open' | 'done'>();
  const circles: string[] = [];
  const visit = (file: string, path: readonly string[]): void => {
    if (state.get(file) === 'done') return;
    if (state.get(file) === 'open') {
      circles.push([...path.slice(path.indexOf(file)), file].join(' -> '));
      return;
    }
    state.set(file, 'open');
    for (const to of next.get(file) ?? []) visit(to, [...path, file]);
    state.set(file, 'done');
  };
  for (const file of files) visit(file, []);
  expect(circles).toEqual([]);
});

/** The code without its comments, strings and regular expressions' class of words that only look like code. */
function codeOf(text: string): string {
  return text
    .replace(/\/\*[\s\S]*?\*\//g, '')
    .replace(/(?<!:)\/\/.*$/gm, '')
    .replace(/'(?:[^'\\\n]|\\.)*'|"(?:[^"\\\n]|\\.)*"|`(?:[^`\\]|\\.)*`/g, "''");
}
