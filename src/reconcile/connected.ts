// The cells that can bear on a place: those of places in it or around it, of missions that are there, and so on from there.
import type { Cell } from './cell.ts';
import type { CellsBearing } from './constraints.ts';
import { entry } from './entry.ts';
import type { Evidence } from './evidence.ts';
import type { Where } from './names.ts';

/** The rest is bound by nothing that bounds these: what holds there changes no answer about the place. */
export function connectedTo(asked: Where, { all, direct }: CellsBearing, evidence: Evidence): CellsBearing {
  const { liesIn } = evidence.names;
  const cellsAt = new Map<string, Cell[]>();
  const cellsIn = new Map<string, Cell[]>();
  for (const cell of all) {
    entry(cellsAt, cell.where.key, () => []).push(cell);
    // A mission that someone leads is settled as one, wherever it is.
    if (cell.mission !== null && evidence.flagOf(cell.mission) !== null)
      entry(cellsIn, cell.mission, () => []).push(cell);
  }
  const apart = new Map([...cellsAt.values()].map(([first]) => [first!.where.key, first!.where]));
  const open: Where[] = [asked];
  const reached = new Set<Cell>();
  const reach = (where: Where): void => {
    if (!apart.delete(where.key)) return;
    open.push(where);
    for (const cell of cellsAt.get(where.key)!) {
      reached.add(cell);
      if (cell.mission !== null) for (const other of cellsIn.get(cell.mission) ?? []) reach(other.where);
    }
  };
  for (let next = open.pop(); next !== undefined; next = open.pop())
    for (const where of [...apart.values()]) if (liesIn(where, next) || liesIn(next, where)) reach(where);
  return { all: all.filter((cell) => reached.has(cell)), direct };
}
