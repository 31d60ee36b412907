// The states of an alliance as the one who acts: "African Union nations have committed 4,000 troops".
import type { ActorItem } from './item.ts';
import { entryOf, type Phrase, words } from './read-phrase.ts';

/** "NATO countries", "the EU member states": all of them, which the alliance stands for; null for some of them and for where a thing goes. */
export function alliedStates({ a, from, to, prep, start, mentions, numbers }: Phrase): ActorItem | null {
  if (!/^(?:countries|nations|states|allies|members)$/.test(a.tokens[to - 1]!.lower)) return null;
  const [alliance] = mentions;
  if (alliance === undefined || mentions.length > 1 || numbers.length > 0) return null;
  if (prep !== null && prep !== 'by') return null;
  const organisation = entryOf(alliance, 'organisation');
  const between = a.tokens.slice(alliance.to, to - 1).map((t) => t.lower);
  const before = a.tokens.slice(from, alliance.from).map((t) => t.lower);
  if (organisation === null || organisation.party === null) return null;
  if (!between.every((word) => word === 'member') || !before.every((word) => word === 'the')) return null;
  const { party } = organisation;
  const name = words(a, alliance.from, to);
  return { kind: 'actor', from, to, start, prep, party, place: null, name, what: 'organisation', role: 'government' };
}
