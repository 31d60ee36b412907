// One state put for another in a whole report: its names, its adjectives and its people.
import type { LooseClaim } from '../../src/app/score/agreement.ts';
import type { Row } from '../../src/gazetteer/tables.ts';
import type { Report } from '../../src/model/report.ts';

/** A row of data/countries.tsv. */
export type State = Row<'countries'>;

interface StateVariant {
  readonly word: string;
  readonly expected: LooseClaim;
  readonly report: () => Report;
}

/** The report told of each other state of which it says nothing, where the claim's own is one that may be replaced. */
export function* stateVariants(report: Report, claim: LooseClaim, states: readonly State[]): Generator<StateVariant> {
  const own = states.find((state) => state.code === claim['party']);
  const text = `${report.title ?? ''}\n${report.text ?? ''}`;
  if (own === undefined || !isReplaceable(own, text)) return;
  for (const other of states) {
    if (other === own || isNamed(other, text)) continue;
    const put = swapper(own, other);
    yield {
      word: other.name,
      expected: claimOf(claim, own, other, put),
      report: () => ({ ...report, title: report.title && put(report.title), text: report.text && put(report.text) }),
    };
  }
}

const wordsOf = ({ name, aliases, adjectives, persons }: State): readonly string[] => [
  name,
  ...aliases,
  ...adjectives,
  ...persons,
];
const isNamed = (state: State, text: string): boolean => wordsOf(state).some((word) => text.includes(word));

/** Named, and neither by its capital nor in capital letters, which stay. */
const isReplaceable = (state: State, text: string): boolean =>
  isNamed(state, text) &&
  !text.includes(state.name.toUpperCase()) &&
  !state.capital.some((capital) => text.includes(capital.split('=')[0]!));

/** Puts the other's name for a name, its adjective for an adjective, its people for people; "a" or "an" follows. */
function swapper(own: State, other: State): (text: string) => string {
  const puts = new Map<string, string>();
  for (const word of own.persons) puts.set(word, other.persons[0]!);
  for (const word of [own.name, ...own.aliases]) puts.set(word, other.name);
  for (const word of own.adjectives) puts.set(word, other.adjectives[0]!);
  const longestFirst = [...puts.keys()].sort((a, b) => b.length - a.length);
  const pattern = new RegExp(`\\b(?:([Aa])n? )?(${longestFirst.join('|')})\\b`, 'g');
  return (text) =>
    text.replace(pattern, (_, article: string | undefined, word: string) => {
      const put = puts.get(word)!;
      return article === undefined ? put : `${article}${/^[AEIO]/.test(put) ? 'n' : ''} ${put}`;
    });
}

function claimOf(claim: LooseClaim, own: State, other: State, put: (text: string) => string): LooseClaim {
  const moved = (value: unknown): unknown => {
    if (Array.isArray(value)) return value.map(moved);
    const isOwn = value !== null && typeof value === 'object' && (value as LooseClaim)['country'] === own.code;
    return isOwn ? { ...value, country: other.code } : value;
  };
  const body = claim['body'];
  return {
    ...claim,
    party: other.code,
    place: moved(claim['place']),
    from: moved(claim['from']),
    to: moved(claim['to']),
    body: typeof body === 'string' ? put(body) : body,
  };
}
