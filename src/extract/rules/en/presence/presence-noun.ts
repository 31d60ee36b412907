// Presences told by the noun: "a military presence in Gao", "the continued presence of Cuban soldiers".
import type { PresenceFinding } from '../../../finding.ts';
import { rule } from '../../../rule.ts';
import type { Predicate } from '../../../syntax/predicate.ts';
import { forcesIn, ownerPhrase, ownersIn, whereabouts } from '../roles.ts';
import { has, isClaimless } from './clause.ts';

/** "Germany maintains a military presence in Gao". */
export const presenceNoun = rule({
  id: 'presence/presence-noun',
  on: 'predicate',
  lemmas: new Set(['presence']),
  read(p, view) {
    const { item, governor } = p;
    if (item.kind !== 'nominal') return [];
    if (isOwnedPresence(p) && !MAKES.test(governor?.lemma ?? '')) return ownPresence(p);
    if (governor === null || isClaimless(p) || isClaimless(governor)) return [];
    const stays = governor.subject.includes(item) && /^(?:remain|continue|exist|endure|stay)$/.test(governor.lemma);
    if (!stays && !/^(?:maintain|keep|have|retain|continue|sustain|remain)$/.test(governor.lemma)) return [];
    const places = whereabouts(p, null);
    // "remains strategically postured in Syria".
    const held = view.predicates.filter((q) => q.governor === governor && q.relation === 'participle');
    if (stays) places.push(...[governor, ...held].flatMap((q) => whereabouts(q, null)));
    const forces = forcesIn(p.object);
    const owners =
      item.owner?.kind === 'named'
        ? [ownerPhrase(item.owner, item)]
        : stays
          ? ownersIn(p.subject)
          : ownersIn(governor.subject);
    if (owners.length + forces.length === 0 || places.length === 0) return [];
    return [has(governor, forces[0] ?? null, owners, places, 0.7)];
  },
  examples: {
    'A small presence of Danish soldiers remains firmly postured in Mali to watch the border.': ['presence DK ML'],
    'NATO will continue to maintain a presence in Iraq.': ['presence NATO IQ'],
    'A modest presence of Spanish soldiers remains in scattered spots in Mali.': ['presence ES ML'],
    'Angola welcomed the continued presence of Cuban soldiers in Cabinda, Angola.': ['presence CU AO'],
    'The jets supplement the existing U.S. force presence in Poland.': ['presence US PL'],
  },
  not: [
    'The company maintains a presence in Iraq.',
    'A modest presence of Spanish monks remains in Mali.',
    'Angola denied the presence of Cuban soldiers in Cabinda.',
    'Spain ended its military presence in Mali.',
    'Any presence of Cuban soldiers in Angola would be a threat.',
  ],
});

/** Verbs that make or end a presence, or tell how it changes: their own rules read it. */
const MAKES =
  /^(?:end|terminate|conclude|close|establish|seek|want|propose|increase|reduce|expand|boost|cut|double|raise|strengthen|bolster|reinforce|deny|rule out|oppose|reject|refuse|grow|maintain|keep|have|retain|continue|sustain|remain)$/;

/** "the continued presence of Cuban soldiers in Angola", "the existing U.S. force presence in Poland": it says that they are there. */
const isOwnedPresence = (p: Predicate): boolean =>
  p.item.kind === 'nominal' &&
  p.factuality.mode !== 'cancelled' &&
  p.factuality.mode !== 'none' &&
  p.factuality.mode !== 'proposed' &&
  (p.item.adjectives.some((word) => /^(?:existing|continued|continuing|current|ongoing)$/.test(word)) ||
    (p.item.definite && /^(?:confirm|admit|acknowledge|reveal|detect|disclose)$/.test(p.governor?.lemma ?? '')));

function ownPresence(p: Predicate): PresenceFinding[] {
  const { item } = p;
  if (item.kind !== 'nominal') return [];
  const forces = forcesIn(p.object).filter((force) => force.owner?.kind === 'named');
  const owners = item.owner?.kind === 'named' && item.force ? [ownerPhrase(item.owner, item)] : [];
  const places = whereabouts(p, forces[0] ?? null);
  if (places.length === 0) return [];
  if (forces.length > 0) return forces.map((force) => has(p, force, [], places, 0.7));
  return owners.length > 0 ? [has(p, null, owners, places, 0.7)] : [];
}
