// For the bundler: the language detector's tables as one text. As a module of 60,000 small objects they take 120 MB of a process that meets one
// text of doubtful language, as a text some ten; the detector asks for a few hundred of them at a time, which are made then.
import { pathToFileURL } from 'node:url';

const TABLES = /[\\/]eld[\\/]src[\\/]ngrams[\\/]\w+\.js$/;

export const packLanguageTables = {
  name: 'pack-language-tables',
  async load(id) {
    if (!TABLES.test(id)) return null;
    const { ngramsData } = await import(pathToFileURL(id));
    const { ngrams, ...about } = ngramsData;
    const lines = Object.entries(ngrams).map(([gram, scores]) => {
      if (/[\t\n]/.test(gram)) throw new Error('a run of letters holds what is to stand between them');
      return `${gram}\t${Object.entries(scores).flat().join(' ')}`;
    });
    return `const packed = ${JSON.stringify(lines.join('\n'))};
const rows = new Map();
for (let from = 0, end = 0; end >= 0; from = end + 1) {
  end = packed.indexOf('\\n', from);
  const at = packed.indexOf('\\t', from);
  rows.set(packed.slice(from, at), at + 1);
}
function scoresAt(from) {
  const end = packed.indexOf('\\n', from);
  const numbers = packed.slice(from, end < 0 ? undefined : end).split(' ');
  const scores = {};
  for (let i = 0; i + 1 < numbers.length; i += 2) scores[numbers[i]] = Number(numbers[i + 1]);
  return scores;
}
const ngrams = new Proxy({}, { get: (_, gram) => (rows.has(gram) ? scoresAt(rows.get(gram)) : undefined) });
export const ngramsData = { ...${JSON.stringify(about)}, ngrams };
`;
  },
};
