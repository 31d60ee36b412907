// From where to where an occasion or a plan of a movement goes: its own ends, or those that its other tellings name.
import type { Route } from './effects.ts';
import type { Done, MovementState, Plan } from './movement-state.ts';
import type { Movement } from './movements.ts';
import type { Telling } from './tellings.ts';

/** Where an occasion took them: its own ends where it names them, else those of the plan. */
export function episodeRoute(state: MovementState, done: Done): Route {
  const own = done.episode.tellings.reduce((a, b) => (endsNamed(b) > endsNamed(a) ? b : a));
  return merged(own, state);
}

export const planRoute = (state: MovementState, plan: Plan): Route => {
  const named = [...plan.tellings].reverse().reduce((a, b) => (endsNamed(b) > endsNamed(a) ? b : a), plan.telling);
  return merged(named, state);
};

const endsNamed = (t: Telling): number =>
  (t.from.length > 0 || t.fromHome ? 1 : 0) + (t.to.length > 0 || t.toHome ? 1 : 0);

function merged(own: Telling, state: MovementState): Route {
  const others = [...(state.plan?.tellings ?? []), ...state.done.flatMap((d) => d.episode.tellings)];
  const from = own.from.length > 0 || own.fromHome ? own : (others.find((t) => t.from.length > 0 || t.fromHome) ?? own);
  const to = own.to.length > 0 || own.toHome ? own : (others.find((t) => t.to.length > 0 || t.toHome) ?? own);
  return { from: from.from, fromHome: from.fromHome, to: to.to, toHome: to.toHome, move: own.move };
}

/** Of which unit and mission they are, as any telling says; the units of parts are not those of the whole. */
export function moversOf(
  movement: Movement,
  telling: Telling,
): { unit: string | null; mission: string | null; rotation: boolean } {
  let { unit, mission } = telling;
  if (unit === null || mission === null) {
    for (const t of movement.tellings) {
      mission ??= t.mission;
      if (movement.plans.every((p) => !p.part)) unit ??= t.unit;
    }
  }
  return { unit, mission, rotation: movement.rotation };
}
