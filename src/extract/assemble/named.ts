// Which formation and which mission a claim is of: what the force phrase names, else what its clause names, else what the report told before.
import type { Span } from '../../model/claim.ts';
import type { MovementFinding, PresenceFinding, StatusFinding } from '../finding.ts';
import type { ForceItem, MissionItem, NounLike, Range } from '../syntax/item.ts';
import { type Predicate, type SentenceView, textOf } from '../syntax/predicate.ts';
import { type Discourse, spanOf } from './discourse.ts';

export interface Named {
  readonly name: string;
  readonly span: Span;
}

type Phrase = { readonly name: string; readonly at: Range };

/** Sentences back that "the mission" may reach for its name. */
const REACH = 6;
const BARE = /^(?:the |its |this |that )?(?:\w+keeping )?(?:mission|operation|force)$/i;
const GIVES: ReadonlySet<string> = new Set(['contribute', 'provide', 'commit', 'pledge']);

export function missionNamed(f: PresenceFinding | MovementFinding, view: SentenceView, d: Discourse): Named | null {
  const item = [f.mission, ...f.owner].find((n): n is MissionItem => n?.kind === 'mission');
  const own = f.force?.mission ?? (item ? { entry: item.entry, name: item.name, at: item } : null);
  if (own) return (own.entry === null && BARE.test(own.name) ? toldBefore(view, d) : null) ?? inFull(own, view);
  if (f.kind === 'presence' && f.serving) return toldBefore(view, d);
  if (f.predicate === null) return null;
  const inClause = clauseMission(f.predicate, f.force, view);
  if (inClause) return inFull(inClause, view);
  // "Uganda will contribute 4,500 soldiers": to what was told of.
  return GIVES.has(f.predicate.lemma) && f.kind === 'movement' ? toldBefore(view, d) : null;
}

/** What a status is of, by the name that the text gives it. */
export function statusMission(f: StatusFinding, view: SentenceView, d: Discourse): Named | null {
  const { mission } = f;
  if (mission === null) return null;
  const mandate = /^(?:the |its |this |that )?(?:current |present |existing |new )?mandate$/i.test(mission.name);
  const again = mission.entry === null && (mandate || BARE.test(mission.name)) ? toldBefore(view, d) : null;
  const called = mandate && again === null && d.called && d.called.sentence >= view.index - REACH ? d.called : null;
  return again ?? called ?? inFull({ name: mission.name, at: mission }, view);
}

/** "the mission will deploy 11,900": the mission last told of by its name. */
function toldBefore(view: SentenceView, d: Discourse): Named | null {
  if (d.mission === null || d.mission.sentence < view.index - REACH) return null;
  return { name: view.document.text.slice(...d.mission.span).replace(/^the /i, ''), span: d.mission.span };
}

/** With the short form or the proper name right behind it: "the UN Disengagement Observer Force (UNDOF)", "the NATO mission known as Resolute Support". */
function inFull({ name, at }: Phrase, view: SentenceView): Named {
  const { tokens } = view;
  const [open, short, close] = [tokens[at.to], tokens[at.to + 1], tokens[at.to + 2]];
  if (open?.text === '(' && close?.text === ')' && /^\p{Lu}[\p{L}\d-]*\p{Lu}/u.test(short!.text))
    return { name: `${name} (${short!.text})`, span: spanOf(view, at) };
  if (/^(?:known|called|named|dubbed)$/.test(open?.lower ?? '')) {
    const proper = view.items.find((i) => i.from > at.to && i.from <= at.to + 4);
    if (proper?.kind === 'mission' && proper.entry !== null) return inFull({ name: proper.name, at: proper }, view);
  }
  return { name, span: spanOf(view, at) };
}

/** Forces told of by what they are for: "the NATO-led peacekeeping force", "a multinational stabilization force". */
const MISSION_FORCE = /peace-?keeping|international|multi-?national|stabili[sz]ation|-led\b|monitoring|observer/i;

/** "are among KFOR's 4,500", "are assigned to the US contingent of UNIFIL", "to augment the air policing mission". */
function clauseMission(p: Predicate, force: ForceItem | null, view: SentenceView): Phrase | null {
  const aims = view.predicates
    .filter(
      (q) =>
        (q.governor === p || (p.relation === 'participle' && q.governor === p.governor)) &&
        (q.relation === 'infinitive' || q.relation === 'coordinate'),
    )
    .flatMap((q) => q.object);
  for (const n of [...p.object, ...p.others, ...aims]) {
    if (n === force || n.from < (force?.from ?? -1)) continue;
    if (
      n.kind === 'mission' &&
      (n.entry !== null ||
        /^Operation /.test(n.name) ||
        (aims.includes(n) && /^\p{Lu}/u.test(n.name)) ||
        (n.prep !== null && aims.length === 0 && MISSION_FORCE.test(n.name)))
    )
      return { name: n.name, at: n };
    if (n.kind !== 'force') continue;
    // "a task force in the Provincial Reconstruction Team": the whole that a formation serves in.
    if (force?.unit && n.unit && n.prep !== null && n.prep !== 'from' && n.quantity === null) return n.unit;
    if (n.mission?.entry) return n.mission;
    const words = textOf(view, n);
    if (n.quantity === null && n.head === 'force' && n.prep !== null && MISSION_FORCE.test(words))
      return { name: words.replace(/^(?:the|an?|its|their) /i, ''), at: n };
  }
  return null;
}

/** The formation or branch, as named; of a force that is drawn from one or serves in one, that one. */
export function unitNamed(f: PresenceFinding | MovementFinding, view: SentenceView): Named | null {
  const { force } = f;
  if (force === null) return null;
  const serving = f.owner.find((n): n is ForceItem => n.kind === 'force' && n.unit !== null);
  const unit =
    force.unit ??
    drawnFrom(force, view) ??
    (f.predicate && clauseUnit(f.predicate, force)) ??
    serving?.unit ??
    force.called ??
    null;
  return unit && { name: unit.name, span: spanOf(view, unit.at) };
}

/** "300 personnel, drawn largely from the 7th Brigade", "120 soldiers from the Royal Welsh": a formation right behind the force. */
function drawnFrom(force: ForceItem, view: SentenceView): Phrase | null {
  const at = view.items.indexOf(force);
  if (at < 0) return null;
  for (let i = at + 1; i <= at + 6 && i < view.items.length; i++) {
    const item = view.items[i]!;
    if (item.kind === 'force') return item.unit !== null && item.prep === 'from' ? item.unit : null;
    if (item.kind === 'verb' && !/\b(?:drawn|taken|coming)\b/.test(textOf(view, item))) return null;
  }
  return null;
}

/** "400 personnel contribute to a Reconstruction Task Force", "serve with the 10th Mountain Division". */
function clauseUnit(p: Predicate, force: ForceItem): Phrase | null {
  const holds = (n: NounLike): n is ForceItem =>
    n.kind === 'force' &&
    n.unit !== null &&
    n.quantity === null &&
    n.from > force.to &&
    /^(?:to|with|in|of|as|within)$/.test(n.prep ?? '');
  return p.others.find(holds)?.unit ?? null;
}
