// Records a reviewer's word on names: several are one, one is not what it is taken for, or neither any more.
import { entitiesInForce, entityId, placeName } from '../ledger/entities.ts';
import type { Atlas } from '../model/atlas.ts';
import type { Day } from '../model/day.ts';
import { type EntityJudgement, entityJudgementSchema, type Renaming } from '../model/entity-judgement.ts';
import { LaydownError } from '../model/errors.ts';
import { isParty } from '../model/party.ts';
import type { Place } from '../model/place.ts';
import { fold } from '../model/plain-name.ts';
import type { EntityKind } from '../model/verdicts.ts';
import { dayIn, partyNamed } from './names-and-days.ts';
import type { Services } from './services.ts';
import { wellFormed } from './sound-text.ts';

interface Signed {
  /** The day from which it counts; today where absent. */
  readonly on?: Day;
  readonly by?: string;
  readonly note?: string;
}

export interface EntityRequest extends Signed {
  readonly verdict: 'merge' | 'split';
  readonly kind: EntityKind;
  /** As people write them: "Op Shader", "OTHER:Group", "IQ/Ain al-Asad". A mission that the gazetteer knows stands for all of its names. */
  readonly names: readonly string[];
  readonly into: string;
  readonly party?: string;
  /** Only in these claims, by their whole ids. */
  readonly claims?: readonly string[];
}

export interface EntityJudged {
  readonly judgement: EntityJudgement;
  /** False where the ledger already held this very judgement. */
  readonly isNew: boolean;
}

type Judging = Pick<Services, 'store' | 'clock'>;

/** Throws LaydownError: `usage` where nothing would change, `not-found` for a claim or party that is not known. */
export async function judgeEntities(
  services: Judging & Pick<Services, 'atlas'>,
  request: EntityRequest,
): Promise<EntityJudged> {
  const { store, atlas } = services;
  const { verdict, kind } = request;
  for (const id of request.claims ?? [])
    if ((await store.claim(id)) === null)
      throw new LaydownError('not-found', `no claim "${id}": "laydown claims" lists them with their ids`);
  const into = written(kind, request.into, atlas);
  const names = [...new Set(request.names.flatMap((name) => namesMeant(kind, name, verdict, atlas)))].filter(
    (name) => name !== into,
  );
  if (names.length === 0)
    throw new LaydownError('usage', `a ${verdict} needs a name that is not "${request.into}" already`);
  const said = {
    ...{ verdict, kind, names, into },
    party: request.party === undefined ? null : partyNamed(atlas, request.party),
    claims: [...(request.claims ?? [])],
  };
  return record(services, { ...said, id: entityId(said), ...signed(services, request) });
}

/** Undoes a merge or split by its id, or by the beginning of it. */
export async function withdrawEntities(services: Judging, id: string, request: Signed = {}): Promise<EntityJudged> {
  const { entities } = await services.store.facts({ reports: [] });
  const found = [...new Set(entities.map((e) => e.id).filter((one) => one.startsWith(id)))];
  if (found.length !== 1)
    throw new LaydownError('not-found', `no one merge or split "${id}": "laydown entities" lists them with their ids`);
  return record(services, { verdict: 'withdraw', id: found[0]!, ...signed(services, request) });
}

/** Those in force on a day of judging, the oldest first. */
export async function listEntities({ store, clock }: Judging, judged?: string): Promise<readonly Renaming[]> {
  const day = judged === undefined ? clock.today() : dayIn(judged, 'judged');
  return entitiesInForce((await store.facts({ reports: [] })).entities, day);
}

async function record({ store, clock }: Judging, stated: unknown): Promise<EntityJudged> {
  const judgement = entityJudgementSchema.parse(stated);
  const { transaction } = await store.append([{ kind: 'entity-judged', judgement }], clock.now());
  return { judgement, isNew: transaction !== null };
}

const signed = ({ clock }: Pick<Services, 'clock'>, { on, by, note }: Signed) => ({
  on: on === undefined ? clock.today() : dayIn(on, 'on'),
  by: by === undefined ? null : wellFormed(by),
  note: note === undefined ? null : wellFormed(note),
});

/** A merge takes a known mission with all of its names; a split takes the one name that is given. */
function namesMeant(kind: EntityKind, name: string, verdict: EntityRequest['verdict'], atlas: Atlas): string[] {
  const own = written(kind, name, atlas);
  if (kind === 'mission' && verdict === 'merge') {
    const entry = atlas.mission(name);
    return entry === null ? [own] : [own, entry.name, ...entry.aliases];
  }
  if (kind !== 'place') return [own];
  // A report's own name of the place, and the one that the gazetteer has for it.
  const plain = atlas.plainPlace(placeWritten(name, atlas));
  return [own, placeName(plain)];
}

function written(kind: EntityKind, name: string, atlas: Atlas): string {
  const text = wellFormed(name).trim();
  if (text === '') throw new LaydownError('usage', `a ${kind} needs a name`);
  if (kind === 'place') return placeName(placeWritten(text, atlas));
  if (kind !== 'party') return text;
  const code = atlas.partyCode(text);
  if (code !== null) return code;
  return isParty(text) ? text : `OTHER:${text}`;
}

/** "IQ/Ain al-Asad" is that name in that country; any other is looked up. */
function placeWritten(text: string, atlas: Atlas): Place {
  const stated = /^([A-Z]{2}|R:[A-Z-]+|\?)\/(.+)$/.exec(text.trim());
  if (stated !== null) return { country: stated[1] === '?' ? null : stated[1]!, name: stated[2]!.trim() };
  const place = atlas.placeNamed(text.trim());
  if (place === null)
    throw new LaydownError(
      'not-found',
      `no place "${text}" is known: write its country before it, such as IQ/${text.trim()}`,
    );
  return place.name === null || fold(place.name) === fold(text) ? place : { ...place, name: text.trim() };
}
