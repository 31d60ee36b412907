// Verbs of moving that tell no movement of forces, or whose object stands where a subject does.
import type { ForceItem } from '../../../syntax/item.ts';
import { type Predicate, type SentenceView, textOf } from '../../../syntax/predicate.ts';
import { forcesIn, ownersIn } from '../roles.ts';

const HURT = /^(?:wounded|injured|hurt|sick|ill|dead|fallen)$/;
const CARRIED = /^(?:evacuate|fly|fly out|airlift|take|transfer|transport|bring|move|send|return|repatriate)$/;

/** "were evacuated to Germany after being wounded", "flown to Dakar for treatment": the hurt are cared for, not deployed. */
function isForCare(p: Predicate, force: ForceItem, view: SentenceView): boolean {
  if (!CARRIED.test(p.lemma)) return false;
  if (force.adjectives.some((word) => HURT.test(word))) return true;
  return FOR_CARE.test(textOf(view, { from: p.item.to, to: view.tokens.length }));
}

const FOR_CARE =
  /\b(?:after (?:being|they were|he was|she was)|having been) (?:\w+ly )?(?:wounded|injured|hurt)\b|\bfor (?:\w+ )?(?:treatment|surgery)\b|\bto (?:an?|the) (?:\w+ ){0,3}hospital\b/i;

/** "Poland: 20 instructors sent to Latvia": a note leaves out the "were", and those sent stand before the verb. */
export const isNotePassive = (p: Predicate): boolean =>
  /^(?:send|dispatch|bring|bring back)$/.test(p.lemma) &&
  p.item.kind === 'verb' &&
  p.item.form === 'finite' &&
  p.item.tense === 'past' &&
  p.item.bare &&
  p.object.length === 0 &&
  p.subject.length > 0 &&
  forcesIn(p.subject).length === ownersIn(p.subject).length &&
  p.places.some((x) => x.prep === 'to' || x.ref === 'home');

/** "until reinforcements arrive", "until troops leave": waited for, whoever they are. */
const isAwaited = (force: ForceItem, view: SentenceView): boolean =>
  force.quantity === null && force.owner === null && view.tokens[force.start - 1]?.lower === 'until';

/** "sent its soldiers running for cover": what became of them, and nobody sent. */
const isPutToFlight = (p: Predicate, force: ForceItem, view: SentenceView): boolean =>
  p.lemma === 'send' &&
  /^(?:running|fleeing|scrambling|reeling|packing|diving|scurrying)$/.test(view.tokens[force.to]?.lower ?? '');

/** "have been taken hostage". */
const isSeized = (p: Predicate, view: SentenceView): boolean =>
  p.lemma === 'take' && /^(?:hostages?|captives?|prisoners?)$/.test(view.tokens[p.item.to]?.lower ?? '');

/** Those whom a verb of sending does not send. */
export const isNotSent = (p: Predicate, force: ForceItem, view: SentenceView): boolean =>
  isForCare(p, force, view) || isPutToFlight(p, force, view) || isSeized(p, view);

/** Those who do not go: awaited, or "the troops left behind". */
export const isNotGoing = (p: Predicate, force: ForceItem, view: SentenceView): boolean =>
  isAwaited(force, view) || (p.lemma === 'leave' && view.tokens[p.item.to]?.lower === 'behind');
