// Forces put on the ground: "plans to put 3,250 men on the ground in Liberia", "has put boots on the ground in Mali".
import { rule } from '../../../rule.ts';
import { thereOf } from '../presence/clause.ts';
import { forcesIn, ownersIn } from '../roles.ts';
import { movement } from './moves.ts';

const AT = /^(?:in|at|inside|across|near)$/;

export const fielded = rule({
  id: 'movement/fielded',
  on: 'predicate',
  why: 'Who puts soldiers on the ground somewhere sends them there.',
  lemmas: new Set(['put', 'get', 'place']),
  read(p) {
    const onGround = p.others.some((o) => o.kind === 'noun' && o.prep === 'on' && o.head === 'ground');
    if (p.item.kind !== 'verb' || !onGround) return [];
    const to = p.places.filter((x) => AT.test(x.prep ?? ''));
    const where = to.length > 0 ? to : [thereOf(p)];
    const boots = p.object.some((o) => o.kind === 'noun' && o.head === 'boot');
    const forces = boots ? [null] : forcesIn(p.object);
    return forces.map((force) => movement(p, force, ownersIn(p.subject), [], where, { move: 'deploy' }));
  },
  examples: {
    'Denmark plans to put 3,250 soldiers on the ground in Mali.': ['movement DK 3250 -> ML planned deploy'],
    'Denmark has put boots on the ground in Mali, the army says.': ['movement DK -> ML completed deploy by "army"'],
    'Denmark will not put soldiers on the ground in Mali.': ['movement DK -> ML cancelled deploy'],
  },
  not: [
    'Denmark plans to put 40 teachers on the ground in Mali.',
    'Danish soldiers put their rifles on the ground in Mali.',
  ],
});
