// `laydown merge`, `split` and `entities`: a reviewer's word on names.
import { type EntityRequest, judgeEntities, listEntities, withdrawEntities } from '../../app/judge-entities.ts';
import type { Day } from '../../model/day.ts';
import type { EntityJudgement, Renaming } from '../../model/entity-judgement.ts';
import { LaydownError } from '../../model/errors.ts';
import { ENTITY_KINDS, type EntityKind } from '../../model/verdicts.ts';
import { tellStaleness, withLedger, withStore } from '../ledger.ts';
import type { Call } from '../verb-kit.ts';

interface Signed {
  readonly on?: Day;
  readonly by?: string;
  readonly note?: string;
}

interface Options extends Signed {
  readonly into: string;
  readonly party?: string;
  readonly claim?: readonly string[];
}

export const merge = (call: Call, kind: string, names: readonly string[], options: Options): Promise<void> =>
  judged(call, 'merge', kind, names, options);

export const split = (call: Call, kind: string, name: string, options: Options): Promise<void> =>
  judged(call, 'split', kind, [name], options);

async function judged(
  call: Call,
  verdict: EntityRequest['verdict'],
  kind: string,
  names: readonly string[],
  { claim, ...options }: Options,
): Promise<void> {
  await withLedger(call, async (services) => {
    const request = {
      ...options,
      verdict,
      kind: kindOf(kind),
      names,
      ...(claim === undefined ? {} : { claims: claim }),
    };
    const { judgement, isNew } = await judgeEntities(services, request);
    say(call, judgement, isNew);
  });
}

/** For `laydown judge nID withdraw`. */
export async function withdraw(call: Call, id: string, { on, by, note }: Signed): Promise<void> {
  await withStore(call, async (store) => {
    const request = { ...(on ? { on } : {}), ...(by ? { by } : {}), ...(note ? { note } : {}) };
    const { judgement, isNew } = await withdrawEntities({ store, clock: call.wiring.clock }, id, request);
    say(call, judgement, isNew);
  });
}

export const entities = (call: Call, { judged }: { readonly judged?: Day }): Promise<void> =>
  withStore(call, async (store) => {
    await tellStaleness(call, store);
    const inForce = await listEntities({ store, clock: call.wiring.clock }, judged);
    if (call.global.json) {
      call.terminal.json({ entities: inForce });
      return;
    }
    if (inForce.length === 0) call.terminal.say('No names are merged or split.');
    for (const one of inForce) for (const line of lines(one)) call.terminal.say(line);
  });

function say({ terminal, global }: Call, judgement: EntityJudgement, isNew: boolean): void {
  if (global.json) {
    terminal.json({ judgement, new: isNew });
    return;
  }
  const before = isNew ? '' : ' (recorded before)';
  if (judgement.verdict === 'withdraw') terminal.say(`withdraw ${judgement.id} on ${judgement.on}${before}`);
  else for (const line of lines(judgement)) terminal.say(`${line}${before}`);
}

function lines({ id, verdict, kind, names, into, party, claims, on, by, note }: Renaming): string[] {
  const whose = party === null ? '' : ` of ${party}`;
  const where = claims.length === 0 ? '' : ` in ${claims.join(' ')}`;
  const signed = `on ${on}${by === null ? '' : ` by ${by}`}${note === null ? '' : `: ${note}`}`;
  return [`${id} ${verdict} ${kind}${whose} ${names.map((n) => `"${n}"`).join(', ')} -> "${into}"${where} ${signed}`];
}

function kindOf(word: string): EntityKind {
  const kind = ENTITY_KINDS.find((k) => k === word);
  if (kind !== undefined) return kind;
  throw new LaydownError(
    'usage',
    `"${word}" is no kind of name: say ${ENTITY_KINDS.slice(0, -1).join(', ')} or ${ENTITY_KINDS.at(-1)}`,
  );
}
