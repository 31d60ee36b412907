// When a claim found and a claim expected say the same. The expected one may list accepted alternatives (`party_alt`, `phase_alt`, ...).

/** Loose on purpose: expected claims come from files, found ones from any reader. */
export type LooseClaim = Readonly<Record<string, unknown>>;

const listOf = (value: unknown): readonly unknown[] =>
  value === null || value === undefined ? [] : Array.isArray(value) ? value : [value];
const part = (value: unknown, name: string): unknown =>
  typeof value === 'object' && value !== null ? (value as LooseClaim)[name] : undefined;
const orNull = (value: unknown): unknown => value ?? null;

const countriesOf = (places: unknown): ReadonlySet<unknown> =>
  new Set(
    listOf(places)
      .map((place) => (typeof place === 'string' ? place : part(place, 'country')))
      .filter(Boolean),
  );
const share = (a: ReadonlySet<unknown>, b: ReadonlySet<unknown>): boolean => [...a].some((x) => b.has(x));
const equal = (a: ReadonlySet<unknown>, b: ReadonlySet<unknown>): boolean =>
  a.size === b.size && [...a].every((x) => b.has(x));

const folded = (text: unknown): string =>
  String(text ?? '')
    .normalize('NFKD')
    .toLowerCase()
    .replace(/[^\p{L}\p{N}]+/gu, ' ')
    .trim();
const EMPTY_WORDS = new Set(['the', 'and', 'for', 'its']);
const telling = (text: unknown): ReadonlySet<string> =>
  new Set(
    folded(text)
      .split(' ')
      .filter((word) => word.length > 2 && !EMPTY_WORDS.has(word)),
  );

/** Names agree where half the words of the shorter stand in the other; null agrees with null alone. */
export function namesAgree(a: unknown, b: unknown): boolean {
  if (!a || !b) return !a && !b;
  const [x, y] = [telling(a), telling(b)];
  if (x.size === 0 || y.size === 0) return folded(a) === folded(b);
  return [...x].filter((word) => y.has(word)).length >= Math.min(x.size, y.size) / 2;
}

/** Times agree where they share a day (open ends reach for ever), or neither is stated. */
export function timesAgree(a: unknown, b: unknown): boolean {
  if (orNull(a) === null || orNull(b) === null) return orNull(a) === orNull(b);
  const start = (time: unknown) => String(part(time, 'start') ?? '0000-01-01');
  const end = (time: unknown) => String(part(time, 'end') ?? '9999-12-31');
  return start(a) <= end(b) && start(b) <= end(a);
}

function quantitiesAgree(a: unknown, b: unknown): boolean {
  if (orNull(a) === null || orNull(b) === null) return orNull(a) === orNull(b);
  const same = (name: string) => orNull(part(a, name)) === orNull(part(b, name));
  return same('min') && same('max') && (part(a, 'of') ?? 'personnel') === (part(b, 'of') ?? 'personnel');
}

const oneOf = (expected: LooseClaim, found: LooseClaim, field: string): boolean =>
  expected[field] === found[field] || listOf(expected[`${field}_alt`]).includes(found[field]);

function partiesAgree(expected: LooseClaim, found: LooseClaim): boolean {
  const parties = (claim: LooseClaim) => [...listOf(claim['party']), ...listOf(claim['party_alt'])];
  const [a, b] = [parties(expected), parties(found)];
  if (share(new Set(a), new Set(b))) return true;
  const named = (list: readonly unknown[]) =>
    list.filter((p): p is string => typeof p === 'string' && p.startsWith('OTHER:')).map((p) => p.slice(6));
  return named(a).some((x) => named(b).some((y) => namesAgree(x, y)));
}

const placesAgree = (a: unknown, b: unknown): boolean => equal(countriesOf(a), countriesOf(b));

/** A side that both state must be shared, and there must be one. */
function routesAgree(expected: LooseClaim, found: LooseClaim): boolean {
  const sides = ['from', 'to']
    .map((side) => [countriesOf(expected[side]), countriesOf(found[side])] as const)
    .filter(([a, b]) => a.size > 0 && b.size > 0);
  return sides.length > 0 && sides.every(([a, b]) => share(a, b));
}

export type CoreField = 'kind' | 'party' | 'place' | 'quantity' | 'status' | 'action' | 'body' | 'time';

/** Kind, party, places by country, and quantity (for a decision: body and action; for a status: place or mission, and the status). */
export const coreAgrees = (expected: LooseClaim, found: LooseClaim): boolean =>
  expected['kind'] === found['kind'] && coreDisagreements(expected, found).length === 0;

/** The fields of the core in which they differ; `kind` alone where that differs. */
export function coreDisagreements(expected: LooseClaim, found: LooseClaim): readonly CoreField[] {
  if (expected['kind'] !== found['kind']) return ['kind'];
  const checks = coreChecks(expected, found);
  return (Object.keys(checks) as CoreField[]).filter((field) => !checks[field]);
}

function coreChecks(expected: LooseClaim, found: LooseClaim): Partial<Record<CoreField, boolean>> {
  const party = orNull(expected['party']) === null || partiesAgree(expected, found);
  switch (expected['kind']) {
    case 'decision':
      return { body: namesAgree(expected['body'], found['body']), action: oneOf(expected, found, 'action') };
    case 'presence':
      return {
        party,
        place: placesAgree(expected['place'], found['place']),
        quantity: quantitiesAgree(expected['quantity'], found['quantity']),
      };
    case 'movement':
      return {
        party,
        place: routesAgree(expected, found),
        quantity: quantitiesAgree(expected['quantity'], found['quantity']),
      };
    case 'status':
      return {
        party,
        place: placesAgree(expected['place'], found['place']) || namesAgree(expected['mission'], found['mission']),
        status: oneOf(expected, found, 'status'),
      };
    case 'incident':
      return {
        party,
        place: placesAgree(expected['place'], found['place']),
        time: timesAgree(expected['time'], found['time']),
      };
    default:
      return { kind: false };
  }
}

type FieldCheck = (expected: LooseClaim, found: LooseClaim) => boolean | null;
const onlyOf =
  (kinds: readonly string[], check: FieldCheck): FieldCheck =>
  (e, f) =>
    kinds.includes(String(e['kind'])) ? check(e, f) : null;
const whereStated =
  (field: string, check: FieldCheck): FieldCheck =>
  (e, f) =>
    orNull(e[field]) === null ? null : check(e, f);
const withAlternative =
  (field: string, agree: (a: unknown, b: unknown) => boolean): FieldCheck =>
  (e, f) =>
    agree(e[field], f[field]) || (`${field}_alt` in e && agree(e[`${field}_alt`], f[field]));
const flagsAgree = (a: unknown, b: unknown): boolean => Boolean(a) === Boolean(b);

/** Each further field: whether it agrees; null where the expected claim does not ask for it. */
export const FIELDS = {
  phase: onlyOf(['movement'], (e, f) => oneOf(e, f, 'phase')),
  move: onlyOf(['movement'], (e, f) => oneOf(e, f, 'move')),
  route: onlyOf(['movement'], (e, f) => ['from', 'to'].every((side) => placesAgree(e[side], f[side]))),
  temporary: onlyOf(['movement', 'status'], (e, f) => flagsAgree(e['temporary'], f['temporary'])),
  time: withAlternative('time', timesAgree),
  said_by: withAlternative('said_by', namesAgree),
  place_name: onlyOf(['presence'], (e, f) =>
    part(e['place'], 'name') ? namesAgree(part(e['place'], 'name'), part(f['place'], 'name')) : null,
  ),
  mission: whereStated('mission', (e, f) => namesAgree(e['mission'], f['mission'])),
  unit: whereStated('unit', (e, f) => namesAgree(e['unit'], f['unit'])),
  approx: whereStated('quantity', (e, f) => flagsAgree(part(e['quantity'], 'approx'), part(f['quantity'], 'approx'))),
  vote: whereStated('vote', (e, f) =>
    ['for', 'against'].every((side) => orNull(part(e['vote'], side)) === orNull(part(f['vote'], side))),
  ),
  final: onlyOf(
    ['decision'],
    whereStated('final', (e, f) => e['final'] === f['final']),
  ),
} as const satisfies Record<string, FieldCheck>;
export type FieldName = keyof typeof FIELDS;

const FULL: readonly FieldName[] = ['phase', 'temporary', 'time', 'said_by'];
const fullCount = (expected: LooseClaim, found: LooseClaim): number =>
  FULL.filter((field) => FIELDS[field](expected, found) !== false).length;

/** Beyond the core also phase, temporary, time and who said it. */
export const fullAgrees = (expected: LooseClaim, found: LooseClaim): boolean =>
  fullCount(expected, found) === FULL.length;

/**
 * Pairs expected and found claims one to one, as many as can be: [expected index, found index]. What is asked for is paired before what is
 * optional, closer agreement is tried first.
 */
export function pairClaims(
  expected: readonly LooseClaim[],
  found: readonly LooseClaim[],
): readonly (readonly [number, number])[] {
  const choices = expected.map((e) =>
    found
      .map((f, index) => ({ index, closeness: coreAgrees(e, f) ? fullCount(e, f) : -1 }))
      .filter(({ closeness }) => closeness >= 0)
      .sort((a, b) => b.closeness - a.closeness),
  );
  const partner: (number | null)[] = found.map(() => null);
  // An augmenting path: whoever holds a wanted claim moves to another of its choices where it can.
  const claimFor = (e: number, tried: Set<number>): boolean => {
    for (const { index } of choices[e]!) {
      if (tried.has(index)) continue;
      tried.add(index);
      const holder = partner[index] ?? null;
      if (holder === null || claimFor(holder, tried)) {
        partner[index] = e;
        return true;
      }
    }
    return false;
  };
  for (const optional of [false, true]) {
    expected.forEach((e, i) => {
      if (Boolean(e['optional']) === optional) claimFor(i, new Set());
    });
  }
  return partner.flatMap((e, f) => (e === null ? [] : [[e, f] as const]));
}
