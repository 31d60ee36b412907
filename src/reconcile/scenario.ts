// Short hand for scenarios in tests: reports with claims in one line each, and the row that answers a question.
import type { Movement, Status } from '../model/claim.ts';
import type { Conflict } from './conflicts.ts';
import { fixtureAtlas } from './fixture-atlas.ts';
import { reconcile } from './knowledge.ts';
import type { PostureRow } from './posture.ts';
import { type CaseReport, findRow, knownOf, type PostureCase } from './posture-cases.ts';

type Fields = Record<string, unknown>;

/** "120", "~500" about, "<300" at most, ">1500" at least, "600-1000", "?" no number, "2 battalion" */
export function quantity(text: string): unknown {
  if (text === '?') return null;
  const [number, of = 'personnel'] = text.split(' ');
  const approx = number!.startsWith('~');
  const [a, b] = number!
    .replace(/^[~<>]/, '')
    .split('-')
    .map(Number);
  if (number!.startsWith('<')) return { min: null, max: a, approx, of };
  if (number!.startsWith('>')) return { min: a, max: null, approx, of };
  return { min: a, max: b ?? a, approx, of };
}

/** "IQ", "IQ/Al_Asad", "R:SAHEL" */
const place = (text: string): Fields => {
  const [country, name] = text.split('/');
  return { country, name: name?.replaceAll('_', ' ') ?? null };
};
const places = (text: string): Fields[] => (text === '' ? [] : text.split('+').map(place));
const day = (text: string | undefined): Fields | null => {
  if (text === undefined) return null;
  const [start, end] = text.split('..');
  return { start: start || null, end: end === undefined ? start : end || null };
};

interface Options {
  time?: string;
  said?: string;
  mission?: string;
  unit?: string;
  evidence?: string;
}
const common = (id: string, party: string, o: Options): Fields => ({
  id,
  party,
  evidence: o.evidence ?? `claim ${id}`,
  time: day(o.time),
  said_by: o.said ?? null,
  mission: o.mission ?? null,
});

/** has('a', 'DE IQ 120', { time: '2020-01-07' }) */
export function has(id: string, text: string, o: Options = {}): Fields {
  const [party, where, ...number] = text.split(' ');
  const at = places(where!);
  return {
    ...common(id, party!, o),
    kind: 'presence',
    unit: o.unit ?? null,
    place: at.length === 1 ? at[0] : at,
    quantity: quantity(number.join(' ')),
  };
}

/** moves('b', 'DE IQ>JO+KW 30 planned'): the move's kind follows from its ends unless given. */
export function moves(
  id: string,
  text: string,
  o: Options & { move?: Movement['move']; temporary?: boolean } = {},
): Fields {
  const [party, route, number, phase, of] = text.split(' ');
  const [from, to] = route!.split('>').map(places) as [Fields[], Fields[]];
  const home = (list: Fields[]): boolean => list.some((p) => p['country'] === party && p['name'] === null);
  const move =
    o.move ?? (home(from) || from.length === 0 ? 'deploy' : home(to) || to.length === 0 ? 'withdraw' : 'relocate');
  return {
    ...common(id, party!, o),
    kind: 'movement',
    unit: o.unit ?? null,
    quantity: quantity(of ? `${number} ${of}` : number!),
    from,
    to,
    move,
    phase,
    temporary: o.temporary ?? false,
  };
}

export function is(id: string, text: string, o: Options = {}): Fields {
  const [party, where, status] = text.split(' ');
  return {
    ...common(id, party!, o),
    kind: 'status',
    place: place(where!),
    status: status as Status['status'],
    temporary: false,
  };
}

export function report(published: string, publisher: string, ...claims: Fields[]): CaseReport {
  const id = `${published} ${publisher} ${claims.map((c) => c['id'])}`;
  return { report: { id, published, publisher }, claims };
}

export interface Question {
  readonly party: string;
  readonly place: string;
  readonly at: string;
  readonly known?: string;
  readonly mission?: string;
  readonly unit?: string;
}

export interface Answered {
  readonly row: PostureRow | null;
  readonly conflicts: readonly Conflict[];
}

/** The row of one party and place ("IQ", "IQ/Taji"), asked as the command line asks it. */
export function ask(reports: readonly CaseReport[], q: Question, judge: PostureCase['judge'] = []): Answered {
  const known = knownOf({ reports, judge: judge! }, q.known ?? q.at);
  const [country, name] = q.place.split('/');
  const asked = name === undefined ? country! : { country: country!, name: name.replaceAll('_', ' ') };
  const whole = name === undefined ? fixtureAtlas.placeNamed(country!) : null;
  const { rows } = reconcile(known, fixtureAtlas, { at: q.at, party: q.party, place: whole });
  const { conflicts } = reconcile(known, fixtureAtlas, { at: q.at });
  const sub_places = reports
    .flatMap((r) => r.claims.flatMap((c) => [c['place']].flat()))
    .flatMap((p) => {
      const sub = (p as { name?: string } | null)?.name;
      return sub ? [sub] : [];
    });
  const row = findRow({ sub_places }, { ...q, place: asked, known: q.known ?? q.at }, rows);
  if (typeof row === 'string') throw new Error(row);
  return { row, conflicts };
}

/** "120", "100..140", "7..", "none"; with " -> 90" where a change is expected. */
export function shown(row: PostureRow | null): string {
  if (row === null) return 'no row';
  const ends = (b: { min: number; max: number | null }): string =>
    b.min === b.max ? String(b.min) : `${b.min}..${b.max ?? ''}`;
  return row.expected ? `${ends(row)} -> ${ends(row.expected)}` : ends(row);
}
