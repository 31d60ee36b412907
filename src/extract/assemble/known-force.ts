// Is what a rule took for a force one? Teams play, staff may be civil, a number alone may count anything.
import type { MovementFinding, PresenceFinding } from '../finding.ts';
import { MILITARY_WORDS } from '../lexicon/forces.ts';
import type { ForceItem } from '../syntax/item.ts';
import { textOf } from '../syntax/predicate.ts';
import type { Context } from './context.ts';
import { latest } from './discourse.ts';
import { standsForForce } from './they.ts';

/** A team that plays is no force. */
const SIDES = /^(?:team|squad|side)$/;

const SPORT =
  /\b(?:tournament|match(?:es)?|league|cup|players?|coach|championships?|qualifiers?|olympics?|stadium|athletics|athletes?|race|games)\b/i;

const WARSHIPS = /^(?:frigate|destroyer|corvette|warship|submarine|minesweeper|minehunter|cruiser|gunboat)$/;

/** "embassy staff", "diplomatic personnel". */
const isCivil = (force: ForceItem, c: Context): boolean =>
  c.view.tokens
    .slice(force.from, force.to)
    .some((t) => /^(?:embassy|consular|consulate|diplomatic|hospital|civilian|airline)$/.test(t.lower));

/** The force with a number and an owner that a list of numbers behind a colon breaks down. */
export function countedBefore(force: ForceItem, c: Pick<Context, 'view'>): ForceItem | null {
  const { items } = c.view;
  const colon = items.findLastIndex((x) => x.kind === 'link' && x.link === 'colon' && x.to <= force.from);
  const before =
    colon < 0 ? undefined : items.slice(0, colon).findLast((x) => x.kind === 'force' && x.quantity !== null);
  return before?.kind === 'force' && before.owner?.kind === 'named' && before.quantity?.of === 'personnel'
    ? before
    : null;
}

/** A number alone is a force only where one was told of just before; staff and engineers only where the report is about forces. */
export function isKnownForce(f: PresenceFinding | MovementFinding, c: Context): boolean {
  const { force } = f;
  if (force === null || force.sort === 'strong') return true;
  if (f.kind === 'presence' && f.introducedBy !== undefined) return true;
  if (SIDES.test(force.head ?? '') && SPORT.test(textOf(c.view, { from: 0, to: c.view.tokens.length }))) return false;
  if (force.sort === 'unit') {
    const loose = /^(?:team|squad|unit|convoy|element)$/.test(force.head ?? '');
    const formation =
      (force.head === 'element' && force.owner?.kind === 'named') ||
      (force.head === 'unit' && /\p{Lu}/u.test(force.unit?.name ?? ''));
    return c.military || !loose || formation || (force.strength && force.quantity !== null);
  }
  if (force.sort === 'weak' || force.sort === 'platform') {
    if (isCivil(force, c)) return false;
    if (WARSHIPS.test(force.head ?? '')) return true;
    const national =
      force.owner?.kind === 'named' ||
      (force.owner?.kind === 'pronoun' && force.portion !== null) ||
      f.owner.some((n) => n.kind === 'actor' && n.party !== null && n.role !== 'media');
    const counts = force.quantity !== null || force.whole?.quantity != null;
    const naval = force.adjectives.some((word) => MILITARY_WORDS.has(word));
    return c.military || force.mission !== null || (national && (naval || counts || force.portion !== null));
  }
  if (force.anaphor && /^(?:they|it|all)$/.test(c.view.tokens[force.from]!.lower) && !standsForForce(force, c))
    return false;
  if (f.confidence >= 1) return true;
  const beside = [...(f.predicate?.object ?? []), ...(f.predicate?.subject ?? [])];
  if (beside.some((n) => n.kind === 'force' && n.head !== null)) return true;
  if (isHeadlineCount(f, c)) return true;
  // "62,000 Americans serve in the Gulf: 13,000 in Kuwait": parts of those counted before.
  if (force.place !== null && countedBefore(force, c) !== null) return true;
  const named = c.discourse.named;
  if (named !== null && named.sentence >= c.view.index - 2 && (named.sentence < c.view.index || named.at < force.from))
    return true;
  return latest(c.discourse.forces, c.view.index, force.from, 2) !== null;
}

/** "Denmark to pull 800 from Iraq": over a report of forces a state's number is of its soldiers. */
const isHeadlineCount = (f: PresenceFinding | MovementFinding, c: Context): boolean =>
  f.kind === 'movement' &&
  c.military &&
  c.view.sentence.block.kind === 'title' &&
  /^(?:withdraw|pull|pull out|bring home|recall|send|deploy|dispatch|redeploy)$/.test(f.predicate?.lemma ?? '') &&
  f.force?.quantity?.of === 'personnel' &&
  f.owner.some((n) => n.kind === 'actor' && n.what === 'state' && n.party !== null);
