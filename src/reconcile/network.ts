// Variables and constraints by number, and the groups of them that no constraint joins: what is settled in one changes nothing in another.
import type { Constraint, Problem, Variable } from './constraints.ts';

export interface Network {
  /** Those of the problem, then those that stand for some of them in a constraint. */
  readonly variables: readonly Variable[];
  readonly constraints: readonly Constraint[];
  /** Undefined for a variable of another problem. */
  numberOf(v: Variable): number | undefined;
  /** By constraint: the numbers of its whole and of its parts. */
  readonly wholes: Int32Array;
  readonly parts: readonly (readonly number[])[];
  /** The constraints in which a variable is the whole, and those in which it is a part; by number, in their order. */
  readonly below: readonly (readonly number[])[];
  readonly above: readonly (readonly number[])[];
  /** By variable; `ALONE` where no constraint has it. */
  readonly groupOf: Int32Array;
  readonly groups: readonly Group[];
}

export interface Group {
  readonly variables: readonly number[];
  readonly constraints: readonly number[];
}

export const ALONE = -1;
/** Most variables are in no constraint or in few: all the empty lists are this one, which is never added to. */
const NONE: number[] = [];

const networks = new WeakMap<Problem, Network>();

export function networkOf(problem: Problem): Network {
  let network = networks.get(problem);
  if (network === undefined) {
    network = makeNetwork(problem);
    networks.set(problem, network);
  }
  return network;
}

function makeNetwork({ variables: own, constraints }: Problem): Network {
  const beside = constraints.flatMap(({ parts }) => parts.filter(({ standsFor }) => standsFor !== undefined));
  const variables = [...own, ...beside];
  const numbers = new Map(variables.map((v, i) => [v, i]));
  const below: number[][] = variables.map(() => NONE);
  const above: number[][] = variables.map(() => NONE);
  const listed = (lists: number[][], v: number, constraint: number): void => {
    if (lists[v] === NONE) lists[v] = [constraint];
    else lists[v]!.push(constraint);
  };
  const joined = Int32Array.from(variables.keys());
  const rootOf = (v: number): number => {
    let root = v;
    while (joined[root] !== root) root = joined[root]!;
    for (let at = v; at !== root; ) {
      const next = joined[at]!;
      joined[at] = root;
      at = next;
    }
    return root;
  };
  const wholes = Int32Array.from(constraints, ({ whole }) => numbers.get(whole)!);
  const parts = constraints.map((c) => c.parts.map((part) => numbers.get(part)!));
  for (const [i, list] of parts.entries()) {
    const top = wholes[i]!;
    listed(below, top, i);
    for (const part of list) {
      listed(above, part, i);
      joined[rootOf(part)] = rootOf(top);
    }
  }
  const groups: { readonly variables: number[]; readonly constraints: number[] }[] = [];
  const groupOf = new Int32Array(variables.length);
  const byRoot = new Map<number, number>();
  for (const v of variables.keys()) {
    if (below[v] === NONE && above[v] === NONE) {
      groupOf[v] = ALONE;
      continue;
    }
    const root = rootOf(v);
    const group = byRoot.get(root) ?? groups.push({ variables: [], constraints: [] }) - 1;
    byRoot.set(root, group);
    groupOf[v] = group;
    groups[group]!.variables.push(v);
  }
  for (const [i, whole] of wholes.entries()) groups[groupOf[whole]!]!.constraints.push(i);
  const numberOf = (v: Variable): number | undefined => numbers.get(v);
  return { variables, constraints, numberOf, wholes, parts, below, above, groupOf, groups };
}
