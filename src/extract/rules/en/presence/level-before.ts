// The level before, told beside the level now: "1,000 soldiers remain, down from 4,500 in April".
import { rule } from '../../../rule.ts';
import type { DateItem, ForceItem } from '../../../syntax/item.ts';
import { ownersIn } from '../roles.ts';

const COUNTS = (item: ForceItem): boolean => item.quantity?.of === 'personnel';

export const levelBefore = rule({
  id: 'presence/level-before',
  on: 'sentence',
  why: 'What a force is down or up from is how many there were where it is.',
  wake: /\b(?:down|up) from\b/i,
  read(view) {
    const { items } = view;
    const at = items.findIndex((item) => item.kind === 'word' && /^(?:down|up)$/.test(item.word));
    const [top, of] = items.slice(at + 1, at + 3);
    // "down from a peak of 2,500".
    const isTop = top?.kind === 'noun' && top.prep === 'from' && /^(?:peak|high|height|maximum|top)$/.test(top.head);
    const level = isTop && of?.kind === 'force' && of.prep === 'of' ? { ...of, prep: 'from' } : top;
    if (level?.kind !== 'force' || level.prep !== 'from' || level.owner !== null || !COUNTS(level)) return [];
    const now = items.slice(0, at).findLast((item): item is ForceItem => item.kind === 'force' && COUNTS(item));
    // "That is down from 900 in March": what was told of just before.
    const that = items
      .slice(0, at)
      .find((item) => item.kind === 'pronoun' && /^(?:that|this|it|which)$/.test(item.word));
    if (now === undefined && (that === undefined || at > items.indexOf(that) + 2)) return [];
    const behind = items[at + (isTop ? 3 : 2)];
    const date = behind?.kind === 'date' ? [behind as DateItem] : null;
    const force: ForceItem = { ...level, anaphor: true };
    const evidence = { from: (now ?? that!).from, to: date?.[0]?.to ?? level.to };
    const places = now?.place == null ? [] : [now.place];
    const clause = now === undefined ? undefined : view.predicates.find((p) => p.object.includes(now));
    const owner = now?.owner == null && clause !== undefined ? ownersIn(clause.subject) : [];
    const is = { kind: 'presence', predicate: null, evidence, confidence: 1, owner, fallback: true } as const;
    return [{ ...is, force, places, dated: date }];
  },
  examples: {
    'Some 900 Dutch soldiers are in Mali, down from 1,400 in March.': ['presence NL 1400 ML [2020-03-01..2020-03-31]'],
    'Poland has 210 soldiers in Latvia, down from a peak of 900.': ['presence PL 900 LV'],
    'Poland has 210 soldiers in Latvia. That is down from 900 in 2015.': [
      'presence PL 900 LV [2015-01-01..2015-12-31]',
    ],
    'Poland now has 210 soldiers in Latvia, up from 175.': ['presence PL 175 LV'],
  },
  not: [
    'Some 900 Dutch soldiers are in Mali, down from the hills.',
    'Mali has 900 clinics, down from 1,400 in March.',
    'The Dutch soldiers came down from the north in March.',
  ],
});
