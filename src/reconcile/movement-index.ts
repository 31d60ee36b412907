// The movements of one party by where they begin and end.
import { entry } from './entry.ts';
import type { Movement } from './movements.ts';
import type { Names, Where } from './names.ts';

export interface MovementIndex {
  readonly all: readonly Movement[];
  at(where: Where): readonly Movement[];
}

/** By the country or region of each end; a place of several countries asks for each of those in it. */
export function indexMovements(all: readonly Movement[], names: Names): MovementIndex {
  const byEnd = new Map<string, { readonly where: Where; readonly movements: Set<Movement> }>();
  for (const movement of all) {
    for (const t of movement.tellings) {
      for (const end of [...t.from, ...t.to]) {
        const where: Where = { key: `${end.country}/`, country: end.country, name: null, members: null };
        entry(byEnd, where.key, () => ({ where, movements: new Set<Movement>() })).movements.add(movement);
      }
    }
  }
  const found = new Map<string, readonly Movement[]>();
  return {
    all,
    at: (where) =>
      entry(found, where.country !== null ? `${where.country}/` : where.key, () => {
        const inside = new Set<Movement>();
        for (const end of byEnd.values())
          if (end.where.country === where.country || names.liesIn(end.where, where))
            for (const movement of end.movements) inside.add(movement);
        return [...inside];
      }),
  };
}
