// The mission of forces whose own words name none: "as part of ...", the topic line above, or the mission that the report told of as their party's own.
import type { Span } from '../../model/claim.ts';
import type { Party } from '../../model/party.ts';
import type { Place } from '../../model/place.ts';
import type { MovementFinding, PresenceFinding } from '../finding.ts';
import type { SentenceView } from '../syntax/predicate.ts';
import { type Discourse, spanOf } from './discourse.ts';
import type { Named } from './named.ts';

/** Sentences back that the whole of a party's forces may take its mission from. */
const REACH = 4;
const PART_OF =
  /\b(?:as )?part of (?:(?:the|an?|its|their|our) )?((?:[\p{L}\d'’.-]+,? ){0,9}?(?:missions?|operations?|(?<!task )(?:Force|force)|role|campaign|(?:air )?policing|presence|deployment)(?: (?:in|on) \p{Lu}[\p{L}-]+)?(?: \([A-Z][A-Za-z-]+\))?)/u;
const NOT_ONE = /\b(?:plan|effort|deal|agreement|response|drawdown|withdrawal|reduction|rotation|package|surge)s?\b/i;

/** "troops sent as part of the International Stabilization Force", "serve there as part of a NATO mission". */
function partOf(f: PresenceFinding | MovementFinding, view: SentenceView): Named | null {
  const first = Math.min(f.force?.from ?? f.evidence.from, f.evidence.from);
  const [start, end] = spanOf(view, { from: first, to: Math.min(view.tokens.length, f.evidence.to + 24) });
  const own = view.document.text.slice(start, end);
  if (!own.includes('part of')) return null;
  const match = PART_OF.exec(own);
  const name = match?.[1];
  if (!match || !name || NOT_ONE.test(name)) return null;
  const at = start + match.index + match[0].length - name.length;
  return { name: name.replace(/\s+/g, ' '), span: [at, at + name.length] };
}

const overlap = (a: readonly Place[], b: readonly Place[]): boolean =>
  a.some((x) => x.country !== null && b.some((y) => y.country === x.country));

export function missionAround(
  f: PresenceFinding | MovementFinding,
  party: Party | null,
  places: readonly Place[],
  view: SentenceView,
  d: Discourse,
): Named | null {
  const part = partOf(f, view);
  if (part) return part;
  const named = (span: Span): Named => ({ name: view.document.text.slice(...span).replace(/^the /i, ''), span });
  const { topic, mission } = d;
  if (topic && topic.sentence >= d.section - 1 && (topic.entry.flag === party || overlap(topic.entry.places, places)))
    return named(topic.span);
  if (!mission || mission.sentence < view.index - REACH || mission.entry.flag !== party || party.length === 2)
    return null;
  return overlap(mission.entry.places, places) ? named(mission.span) : null;
}
