// A level that a noun changes: "a reduction in force levels in Iraq from 7,100 to 5,500".
import type { Finding, PresenceFinding } from '../../../finding.ts';
import { rule } from '../../../rule.ts';
import type { ForceItem, Item, NounItem, NounLike, PlaceItem } from '../../../syntax/item.ts';
import { isLink } from '../../../syntax/item-tests.ts';
import type { SentenceView } from '../../../syntax/predicate.ts';
import { ownerPhrase } from '../roles.ts';

const CHANGE = /^(?:reduction|cut|cutback|decrease|fall|drop|drawdown|increase|rise|growth|expansion)$/;
const LEVEL = /^(?:level|strength|number|size|presence|total)$/;

const isChange = (x: Item | undefined): boolean =>
  (x?.kind === 'noun' && CHANGE.test(x.head)) || (x?.kind === 'nominal' && CHANGE.test(x.noun));

/** What changes: "in UK force levels", "of its garrison". */
const isStock = (x: Item | undefined): x is ForceItem | NounItem =>
  (x?.kind === 'force' && x.quantity === null && x.sort !== 'platform' && /^(?:in|of|to)$/.test(x.prep ?? '')) ||
  (x?.kind === 'noun' && LEVEL.test(x.head) && /^(?:in|of)$/.test(x.prep ?? ''));

const counted = (x: Item | undefined, prep: string): x is ForceItem =>
  x?.kind === 'force' && x.prep === prep && x.quantity?.of === 'personnel';

const FORCES = /^(?:force|troop|military|army|personnel|soldier|marine|garrison|contingent)s?$/;
const isOfForces = (x: ForceItem | NounItem, view: SentenceView): boolean =>
  x.kind === 'force' || view.tokens.slice(x.from, x.to).some((t) => FORCES.test(t.lower));

/** "a drop from 3,200 to 2,900 troops": what is counted says that they are soldiers. */
const isOfMen = (items: readonly Item[], at: number): boolean => {
  const [from, to] = [items[at], items[at + 1]];
  return counted(from, 'from') && counted(to, 'to') && [from, to].some((x) => x.sort === 'strong');
};

export const levelNoun = rule({
  id: 'presence/level-noun',
  on: 'sentence',
  why: 'Of a change of strength both levels are told: the old one holds now, the new one from then on.',
  wake: /\b(?:reductions?|cuts?|cutbacks?|decrease|fall|drop|drawdown|increase|rise|growth|expansion)\b/,
  read(view): Finding[] {
    return view.items.flatMap((item, i) => {
      const next = view.items[i + 1];
      if (!isChange(item)) return [];
      const stock = isStock(next) ? next : null;
      if (stock === null ? !isOfMen(view.items, i + 1) : !isOfForces(stock, view)) return [];
      const places: PlaceItem[] = stock?.kind === 'force' && stock.place ? [stock.place] : [];
      let k = stock === null ? i + 1 : i + 2;
      const at = view.items[k];
      if (at?.kind === 'place' && at.prep === 'in') {
        places.push(at);
        k++;
      }
      // "the decrease of Danish troops, from 90 to 40,".
      if (isLink(view.items[k], 'comma', 'dash')) k++;
      const [from, to] = [view.items[k], view.items[k + 1]];
      if (!counted(from, 'from') || !counted(to, 'to')) return [];
      const clause = view.predicates.findLast((p) => p.item.kind === 'verb' && p.item.from < item.from) ?? null;
      if (clause !== null && /^(?:cancelled|none|proposed)$/.test(clause.factuality.mode)) return [];
      const owner: NounLike[] =
        stock?.kind === 'force' ? [stock] : stock?.owner ? [ownerPhrase(stock.owner, stock)] : [];
      const level = (force: ForceItem, more: Partial<PresenceFinding>): PresenceFinding => ({
        kind: 'presence',
        predicate: clause,
        evidence: { from: (stock ?? item).from, to: force.to },
        confidence: 1,
        owner,
        force: stock === null ? { ...force, anaphor: true } : force,
        places,
        fallback: true,
        ...more,
      });
      return [level(from, { dated: null }), level(to, { since: true })];
    });
  },
  examples: {
    'The plan permits a reduction in Danish force levels in Iraq from the present level of 7,100 to about 5,500.': [
      'presence DK 7100 IQ',
      'presence DK ~5500 IQ',
    ],
    'Danish troops are in Mali. After a drop from 300 to 200 troops in March, 40 more left.': [
      'presence DK 300 ML',
      'presence DK 200 ML',
    ],
    'Peru announced a cut of its contingent in Haiti from 370 to 200 by December 2020.': [
      'presence PE 370 HT by "Peru"',
      'presence PE 200 HT [2020-12-31..] by "Peru"',
    ],
  },
  not: [
    'A cut in pay from 300 to 200 dollars angered Danish troops in Mali.',
    'A drop from 300 to 200 attacks calmed Danish troops in Mali.',
    'The plan permits a reduction in Danish prices in Iraq from 7,100 to about 5,500.',
    'Peru ruled out a cut of its contingent in Haiti from 370 to 200.',
  ],
});
