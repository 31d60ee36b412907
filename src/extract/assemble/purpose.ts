// Where those go who are sent for something: what their purpose is done to, whom they are to defend, where they will be at work.
import type { ForceItem, NounLike, PlaceItem } from '../syntax/item.ts';
import type { Predicate, SentenceView } from '../syntax/predicate.ts';

/** "the mobilisation of 20,000 to secure the border", "to strengthen our allies, Estonia and Latvia": what the purpose is done to. */
export const placesOfAim = (sent: Predicate, view: SentenceView): PlaceItem[] =>
  view.predicates
    .filter((p) => p.governor === sent && p.relation === 'infinitive')
    .flatMap((p) => [
      ...p.object.flatMap((o) => (o.kind === 'place' ? [o] : o.kind === 'force' && o.place ? [o.place] : [])),
      ...statesDefended(p, view),
      ...p.places.filter((x) => x.prep !== null && /^(?:in|at|on|near)$/.test(x.prep)),
    ]);

/** "the deployment of 15 soldiers who will guard a camp at Taji": where they will be. */
export const placesOfTask = (force: ForceItem | null, view: SentenceView): PlaceItem[] =>
  view.predicates
    .filter((p) => p.relation === 'relative' && force !== null && p.subject.includes(force))
    .flatMap((p) => p.places.filter((x) => x.prep !== null && /^(?:in|at|near|on|across)$/.test(x.prep)));

const DEFENDS = /^(?:strengthen|reinforce|bolster|protect|defend|reassure|secure|shore up)$/;

/** "to defend Kuwait", "to reassure our allies, Estonia and Latvia": the states named, to the end of their list. */
function statesDefended(p: Predicate, view: SentenceView): PlaceItem[] {
  const [first] = p.object;
  if (!DEFENDS.test(p.lemma) || first === undefined || (first.kind !== 'actor' && !isAlly(first))) return [];
  const states: PlaceItem[] = [];
  for (const x of view.items.slice(view.items.indexOf(first))) {
    if (x.kind === 'actor' && x.what === 'state' && x.place !== null && x.prep === null) {
      const { from, to, start, prep, place } = x;
      states.push({ kind: 'place', from, to, start, prep, places: [place], ref: null, name: null });
    } else if (x !== first && (x.kind !== 'link' || !/^(?:comma|dash|and|colon|open)$/.test(x.link))) break;
  }
  return states;
}

const isAlly = (n: NounLike): boolean => n.kind === 'noun' && /^(?:ally|partner|neighbou?r|friend)$/.test(n.head);
