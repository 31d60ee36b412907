// The pages of a party, a place and a mission.
import type { KnownClaim } from '../../ledger/known-claim.ts';
import type { Party } from '../../model/party.ts';
import { isRegion, type Place } from '../../model/place.ts';
import type { Knowledge } from '../../reconcile/knowledge.ts';
import { namesOf } from '../../reconcile/names.ts';
import { viewClaims } from '../../views/claims-view.ts';
import { viewDecisions } from '../../views/decisions.ts';
import { type Subject, type SubjectPage, viewSubject } from '../../views/pages/subject.ts';
import { placeText } from '../../views/pages/words.ts';
import { viewPosture } from '../../views/posture-view.ts';
import { viewStatus } from '../../views/status.ts';
import type { Asking } from '../known-on.ts';
import { partyNamed } from '../names-and-days.ts';
import { type AskedDays, asked, placeOfCode } from './asked.ts';

/** Throws LaydownError `not-found` for a name that is not known, `usage` for a day that is none; so do the others. */
export function partyPage(services: Asking, words: AskedTable & { readonly party: string }): Promise<SubjectPage> {
  const code = partyNamed(services.atlas, words.party);
  const subject: Subject = { kind: 'party', code, name: services.atlas.displayName(code) };
  return subjectPage(services, words, subject, { party: code, place: null, mission: null });
}

export async function placePage(
  services: Asking,
  words: AskedTable & { readonly place: string },
): Promise<SubjectPage> {
  const { atlas } = services;
  const stated = placeOfCode(services, words.place);
  const isWhole = stated.country !== null && stated.name === atlas.displayName(stated.country);
  const place = isWhole ? { ...stated, name: null } : stated;
  const countries = place.country === null || isRegion(place.country) ? [] : [place.country];
  const subject: Subject = { kind: 'place', place, name: placeText(place, atlas.displayName), countries };
  return subjectPage(services, words, subject, { party: null, place, mission: null });
}

export function missionPage(services: Asking, words: AskedTable & { readonly mission: string }): Promise<SubjectPage> {
  const entry = services.atlas.mission(words.mission, words.at || undefined);
  const subject: Subject = {
    kind: 'mission',
    name: entry?.name ?? words.mission,
    flag: entry?.flag == null ? null : { code: entry.flag, name: services.atlas.displayName(entry.flag) },
    aliases: entry?.aliases ?? [],
  };
  return subjectPage(services, words, subject, { party: null, place: null, mission: subject.name });
}

interface AskedTable extends AskedDays {
  readonly sort?: string | undefined;
}

interface Filter {
  readonly party: Party | null;
  readonly place: Place | null;
  readonly mission: string | null;
}

async function subjectPage(
  services: Asking,
  words: AskedTable,
  subject: Subject,
  filter: Filter,
): Promise<SubjectPage> {
  const { at, known, knowledge } = await asked(services, words);
  const { atlas } = services;
  const claims = claimsOn(knowledge, services, filter);
  const told = new Set(claims.map((one) => one.report.id));
  const decisions = viewDecisions(knowledge, at).filter(({ claims: ids }) =>
    ids.some((id) => told.has(knowledge.claim(id)?.report.id ?? '')),
  );
  const votes = decisions.flatMap(({ claims: ids }) => ids.flatMap((id) => knowledge.claim(id) ?? []));
  const posture = viewPosture(knowledge.inNames(), atlas, at, filter);
  const statuses = viewStatus(knowledge, atlas, at, filter);
  const sort = words.sort || null;
  const source = { subject, at, known, sort, claims: [...claims, ...votes], posture, statuses, decisions };
  return viewSubject(source, knowledge, atlas);
}

function claimsOn(
  knowledge: Knowledge,
  { atlas }: Pick<Asking, 'atlas'>,
  { party, place, mission }: Filter,
): KnownClaim[] {
  const found = viewClaims(knowledge, atlas, { party, place });
  if (mission === null) return found;
  const names = namesOf(atlas);
  return found.filter(({ claim, known }) => {
    if (!('mission' in claim) || claim.mission === null) return false;
    return names.mission(claim.mission, known)?.key === names.mission(mission, known)?.key;
  });
}
