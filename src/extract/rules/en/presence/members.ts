// Members of a force told by nation behind it: "a battlegroup of 1,700 in Lithuania, among them 270 Dutch and 150 Norwegians".
import type { PresenceFinding } from '../../../finding.ts';
import { rule } from '../../../rule.ts';
import type { ForceItem, Item } from '../../../syntax/item.ts';
import type { SentenceView } from '../../../syntax/predicate.ts';

/** "among them", "including". */
const opens = (item: Item | undefined, force: ForceItem | null): boolean =>
  (item?.kind === 'pronoun' && item.prep === 'among' && /^(?:them|whom|these|which)$/.test(item.word)) ||
  force?.prep === 'including';

/** The force of which `force` is a member: the last one before the words that open the list. */
function wholeOf(force: ForceItem, view: SentenceView): ForceItem | null {
  const { items } = view;
  let i = items.indexOf(force);
  if (i < 0) return null;
  // Back over the members before it.
  for (; i >= 0; i--) {
    const item = items[i]!;
    if (opens(items[i - 1], item.kind === 'force' ? item : null)) break;
    const joins = item.kind === 'link' && /^(?:comma|and)$/.test(item.link);
    if (!joins && !(item.kind === 'force' && isNational(item))) return null;
  }
  for (let k = i - 1; k >= 0 && i >= 0; k--) {
    const item = items[k]!;
    if (item.kind === 'force' && item.place !== null && item.quantity !== null && item !== force) return item;
    if (item.kind === 'verb') return null;
  }
  return null;
}

const isNational = (force: ForceItem): boolean =>
  force.quantity?.of === 'personnel' && force.owner?.kind === 'named' && force.whole === null && !force.additional;

export const members = rule({
  id: 'presence/members',
  on: 'force',
  why: 'Who is among a force is where it is.',
  read(force, view): PresenceFinding[] {
    if (!isNational(force) || force.place !== null) return [];
    const whole = wholeOf(force, view);
    if (whole?.place == null || whole.owner === force.owner) return [];
    return [
      {
        kind: 'presence',
        predicate: null,
        evidence: { from: whole.from, to: force.to },
        confidence: 0.8,
        owner: [],
        force,
        places: [whole.place],
      },
    ];
  },
  examples: {
    'Germany leads a battlegroup of 1,700 troops in Lithuania, among them 270 Dutch, 150 Norwegians and 110 Czechs.': [
      'presence NL 270 LT',
      'presence NO 150 LT',
      'presence CZ 110 LT',
    ],
  },
  not: [
    'Germany leads a choir of 17 children in Lithuania, among them 2 Dutch.',
    'Germany trained 1,700 troops, among them 270 Dutch soldiers.',
  ],
});
