// Merges and splits of names, laid over claims when they are read: the claims in the ledger keep the names that their reports give.
import { canonicalJson } from '../model/canonical-json.ts';
import type { Claim } from '../model/claim.ts';
import type { Day } from '../model/day.ts';
import type { Renaming } from '../model/entity-judgement.ts';
import type { EntityJudgementFact } from '../model/event.ts';
import { isParty } from '../model/party.ts';
import type { Place } from '../model/place.ts';
import { fold } from '../model/plain-name.ts';
import type { EntityKind } from '../model/verdicts.ts';
import { sha256 } from './sha256.ts';

type Said = Pick<Renaming, 'verdict' | 'kind' | 'names' | 'into' | 'party' | 'claims'>;

/** "n" and a hash of what is said, without who says it and when. */
export const entityId = ({ verdict, kind, names, into, party, claims }: Said): string =>
  `n${sha256(canonicalJson([verdict, kind, [...names].sort(), into, party, [...claims].sort()])).slice(0, 12)}`;

/** Merges and splits that count on a day, the oldest first; a withdrawn one counts for nothing until it is made again. */
export function entitiesInForce(judgements: readonly EntityJudgementFact[], judged: Day): Renaming[] {
  const ordered = judgements.filter((j) => j.on <= judged).sort(byTime);
  const inForce = new Map<string, Renaming>();
  for (const { transaction: _transaction, ordinal: _ordinal, ...judgement } of ordered) {
    inForce.delete(judgement.id);
    if (judgement.verdict !== 'withdraw') inForce.set(judgement.id, judgement);
  }
  return [...inForce.values()];
}

const byTime = (a: EntityJudgementFact, b: EntityJudgementFact): number =>
  a.on !== b.on ? (a.on < b.on ? -1 : 1) : a.transaction - b.transaction || a.ordinal - b.ordinal;

export interface Read {
  readonly claim: Claim;
  /** The merges and splits that changed a name of it. */
  readonly entities: readonly string[];
}

/** How a claim reads under these merges and splits; the very same claim where none bears on it. */
export function claimReader(inForce: readonly Renaming[]): (id: string, claim: Claim) => Read {
  if (inForce.length === 0) return (_, claim) => ({ claim, entities: NONE });
  const renamers = new Map<EntityKind, Renamer>();
  for (const kind of new Set(inForce.map((r) => r.kind)))
    renamers.set(
      kind,
      renamerOf(
        kind,
        inForce.filter((r) => r.kind === kind),
      ),
    );
  return (id, claim) => {
    const used: string[] = [];
    const renamed = <T extends string | null>(kind: EntityKind, name: T, party: string | null): T =>
      (name === null ? null : (renamers.get(kind)?.(name, id, party, used) ?? name)) as T;
    const at = (place: Place, party: string | null): Place => {
      const stated = placeName(place);
      const other = renamed('place', stated, party);
      return other === stated ? place : placeOf(other);
    };
    const read = readWith(claim, renamed, at);
    return used.length === 0 ? { claim, entities: NONE } : { claim: read, entities: used };
  };
}

const NONE: readonly string[] = [];

type Rename = <T extends string | null>(kind: EntityKind, name: T, party: string | null) => T;
type At = (place: Place, party: string | null) => Place;

function readWith(claim: Claim, renamed: Rename, at: At): Claim {
  if (claim.kind === 'decision') return claim;
  // A unit or mission of one party only is told by whose it is now.
  const said = claim.party === null ? null : renamed('party', claim.party, claim.party);
  const party = said === null || !isParty(said) ? claim.party : said;
  const whole = <P extends Place | Place[] | null>(place: P): P =>
    (place === null ? null : Array.isArray(place) ? place.map((p) => at(p, party)) : at(place as Place, party)) as P;
  switch (claim.kind) {
    case 'incident':
      return { ...claim, party, place: whole(claim.place) };
    case 'status':
      return { ...claim, party, mission: renamed('mission', claim.mission, party), place: whole(claim.place) };
    case 'presence':
    case 'movement': {
      const named = {
        party,
        mission: renamed('mission', claim.mission, party),
        unit: renamed('unit', claim.unit, party),
      };
      return claim.kind === 'presence'
        ? { ...claim, ...named, place: whole(claim.place) }
        : { ...claim, ...named, from: claim.from.map((p) => at(p, party)), to: claim.to.map((p) => at(p, party)) };
    }
  }
}

type Renamer = (name: string, claim: string, party: string | null, used: string[]) => string;

/** Follows merges of merges; where two say otherwise of one name, one of certain claims stands before one of all, then the later. */
function renamerOf(kind: EntityKind, renamings: readonly Renaming[]): Renamer {
  const key = keyOf[kind];
  const byName = new Map<string, Renaming[]>();
  for (const renaming of renamings)
    for (const name of new Set(renaming.names.map(key))) {
      const list = byName.get(name);
      if (list) list.unshift(renaming);
      else byName.set(name, [renaming]);
    }
  for (const list of byName.values()) list.sort((a, b) => Number(b.claims.length > 0) - Number(a.claims.length > 0));
  return (name, claim, party, used) => {
    let current = name;
    const seen = new Set([key(name)]);
    for (;;) {
      const next = byName
        .get(key(current))
        ?.find((r) => (r.claims.length === 0 || r.claims.includes(claim)) && (r.party === null || r.party === party));
      if (next === undefined) return current;
      const target = key(next.into);
      if (target !== key(current)) used.push(next.id);
      current = next.into;
      if (seen.has(target)) return current;
      seen.add(target);
    }
  };
}

const bare = (name: string): string => fold(name).replace(/^the /, '');
const keyOf: Record<EntityKind, (name: string) => string> = {
  party: (name) => (name.startsWith('OTHER:') ? `other:${fold(name.slice(6))}` : name),
  mission: (name) => bare(name).replace(/^(?:operation|op) /, ''),
  unit: bare,
  place: (name) => {
    const { country, name: inside } = placeOf(name);
    return `${country}/${fold(inside ?? '')}`;
  },
};

/** {country: "IQ", name: "Al Asad"} -> "IQ/Al Asad", a whole country "IQ", a place of no known country "?/Camp Nowhere". */
export const placeName = ({ country, name }: Place): string => `${country ?? '?'}${name === null ? '' : `/${name}`}`;

export function placeOf(name: string): Place {
  const at = name.indexOf('/');
  const country = at < 0 ? name : name.slice(0, at);
  return {
    country: country === '?' ? null : country,
    name: at < 0 || at === name.length - 1 ? null : name.slice(at + 1),
  };
}
