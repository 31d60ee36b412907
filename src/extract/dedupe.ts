// The same assertion made twice in a report is one claim: the one with most detail stays; a headline that only repeats the body goes.
import type { ExtractedClaim, Incident, Movement, Presence, Status } from '../model/claim.ts';
import { placesOf } from '../model/claim.ts';
import type { Place } from '../model/place.ts';
import type { Quantity } from '../model/quantity.ts';

/** `isApart`: the two are told in items of a digest that have nothing to do with each other. */
export function withoutRepeats(
  claims: readonly ExtractedClaim[],
  isHeadline: (c: ExtractedClaim) => boolean,
  isApart: (a: ExtractedClaim, b: ExtractedClaim) => boolean = () => false,
): ExtractedClaim[] {
  const kept: ExtractedClaim[] = [];
  const isOther = (a: ExtractedClaim, b: ExtractedClaim): boolean =>
    a.kind === 'decision' && (isApart(a, b) || isOnOtherDay(a, b));
  // Only claims of one key can be one: long reports are not compared all with all.
  const alike = new Map<string, number[]>();
  const hold = (claim: ExtractedClaim, at: number): void => {
    for (const key of keysOf(claim)) {
      const same = alike.get(key);
      if (same === undefined) alike.set(key, [at]);
      else if (!same.includes(at)) same.push(at);
    }
  };
  for (const claim of claims) {
    const headline = isHeadline(claim);
    let twin = Number.POSITIVE_INFINITY;
    let byHeadline = true;
    for (const key of twinKeysOf(claim)) {
      for (const i of lately(claim, alike.get(key) ?? [])) {
        const one = isHeadline(kept[i]!);
        // What the story has told is told there, whatever the headline over it says.
        if ((byHeadline === one ? i >= twin : one) || isOther(kept[i]!, claim)) continue;
        if (!repeats(kept[i]!, claim, headline || one)) continue;
        twin = i;
        byHeadline = one;
      }
    }
    const known = kept[twin];
    if (known === undefined) {
      hold(claim, kept.length);
      kept.push(claim);
    } else if (detail(claim) > detail(known) || (isHeadline(known) && !headline)) {
      kept[twin] = claim;
      hold(claim, twin);
    }
  }
  return kept;
}

/** Decisions of one body can be many, told apart item by item: only so many of the last are looked at, however long the report. */
const LAST_DECISIONS = 32;
const lately = ({ kind }: ExtractedClaim, alike: readonly number[]): readonly number[] =>
  kind === 'decision' && alike.length > LAST_DECISIONS ? alike.slice(-LAST_DECISIONS) : alike;

/** "voted on Tuesday to extend these missions, on Wednesday those": two decisions. */
function isOnOtherDay(a: ExtractedClaim, b: ExtractedClaim): boolean {
  const day = (c: ExtractedClaim): string | null =>
    c.time?.start != null && c.time.start === c.time.end ? c.time.start : null;
  return day(a) !== null && day(b) !== null && day(a) !== day(b);
}

/** What a claim is found under: what every twin of it shares, and its count, or "any" where it gives none. */
function keysOf(claim: ExtractedClaim): string[] {
  if (claim.kind !== 'presence' && claim.kind !== 'movement') return subjectsOf(claim);
  const count = countOf(claim.quantity);
  return subjectsOf(claim).flatMap((subject) => [`${subject} ${count}`, `${subject} all`]);
}

/** Where the twins of a claim are found: a count is one with itself and with none, none with every count. */
function twinKeysOf(claim: ExtractedClaim): string[] {
  if (claim.kind !== 'presence' && claim.kind !== 'movement') return subjectsOf(claim);
  const count = countOf(claim.quantity);
  return subjectsOf(claim).flatMap((subject) =>
    claim.quantity === null ? [`${subject} all`] : [`${subject} ${count}`, `${subject} ${NO_COUNT}`],
  );
}

const NO_COUNT = 'none';
const countOf = (quantity: Quantity | null): string =>
  quantity === null ? NO_COUNT : `${quantity.min}..${quantity.max} ${quantity.of}`;

/** Kind, party and place; of an incident each country, for its party may be told later; of a movement each end by itself, for one end is enough to share; of a decision each word of the body. */
function subjectsOf(claim: ExtractedClaim): string[] {
  switch (claim.kind) {
    case 'decision':
      return [claim.body ?? '', initialsOf(claim.body ?? ''), ...wordsOf(claim.body ?? '')].map(
        (word) => `decision ${claim.action} ${word}`,
      );
    case 'movement': {
      const ends: string[] = [];
      if (claim.from.length > 0) ends.push(`movement ${claim.party} from ${countries(claim.from)}`);
      if (claim.to.length > 0) ends.push(`movement ${claim.party} to ${countries(claim.to)}`);
      return ends;
    }
    case 'incident':
      return claim.place === null ? ['incident'] : placesOf(claim.place).map((place) => `incident ${place.country}`);
    case 'status':
      return [`status ${claim.party} ${claim.status}`];
    default:
      return [`${claim.kind} ${claim.party} ${countries(placesOf(claim.place))}`];
  }
}

function repeats(a: ExtractedClaim, b: ExtractedClaim, headline: boolean): boolean {
  if (a.kind === 'presence' && b.kind === 'presence') return samePresence(a, b, headline);
  if (a.kind === 'movement' && b.kind === 'movement') return sameMovement(a, b, headline);
  if (a.kind === 'status' && b.kind === 'status')
    return a.party === b.party && a.status === b.status && sameActivity(a, b, headline);
  if (a.kind === 'decision' && b.kind === 'decision') return a.action === b.action && sameBody(a.body, b.body);
  if (a.kind === 'incident' && b.kind === 'incident') return sameIncident(a, b, headline);
  return false;
}

/** "its mission in Mali ends", "the end of the five-year mission": a plain word for what was named, there or nowhere else. */
function sameActivity(a: Status & ExtractedClaim, b: Status & ExtractedClaim, headline: boolean): boolean {
  const [x, y] = [countries(placesOf(a.place)), countries(placesOf(b.place))];
  if (x === y && (headline || sameMission(a.mission, b.mission))) return true;
  if (!timesFit(a, b) && a.status !== 'ended') return false;
  const [plain, named] = isPlain(a.mission) ? [a, b] : [b, a];
  if (!isPlain(plain.mission) || (x !== y && placesOf(plain.place).length > 0)) return false;
  const noun = /[a-z]+$/i.exec(plain.mission ?? '')?.[0].replace(/s$/, '') ?? '';
  return noun !== '' && new RegExp(`\\b${noun}`, 'i').test(named.mission ?? '');
}

/** "the country's five-year mission", "military mandate": no name, and no place of its own. */
const isPlain = (mission: string | null): boolean =>
  mission !== null &&
  /\b(?:missions?|mandates?|operations?|deployments?|presence|training)$/i.test(mission) &&
  !/\p{Lu}\p{Lu}|\bin\b|\p{Lu}\p{Ll}/u.test(mission);

/** One attack told twice: by its noun and its verb, in the headline and below. Strikes on two towns are two, whoever flew them. */
function sameIncident(a: Incident & ExtractedClaim, b: Incident & ExtractedClaim, headline: boolean): boolean {
  const [x, y] = [placesOf(a.place), placesOf(b.place)];
  const open = a.party === null || b.party === null;
  if (a.party !== b.party && !open) return false;
  if (headline) return x.some((p) => y.some((q) => p.country === q.country));
  if (a.killed !== null && b.killed !== null && a.killed !== b.killed && !overlap(a, b)) return false;
  if (countries(x) !== countries(y)) return false;
  if (sameTime(a, b)) return x.length === 0 || sameNames(x, y) || overlap(a, b);
  if (a.time !== null && b.time !== null) return false;
  const near = overlap(a, b) || Math.abs(a.spans.evidence[0] - b.spans.evidence[0]) < NEAR;
  return near ? sameNames(x, y) || overlap(a, b) : x.length === 1 && y.length === 1 && oneSite(x[0]!, y[0]!);
}

/** Characters within which an undated telling goes with a dated one. */
const NEAR = 250;

/** A site of its own name ("the embassy in Hanoi"), not a whole state or town that may be hit twice. */
const oneSite = (x: Place, y: Place): boolean =>
  x.name !== null &&
  x.name === y.name &&
  /\b(?:base|embassy|airport|camp|barracks|consulate|headquarters)\b/i.test(x.name);

const sameNames = (x: readonly Place[], y: readonly Place[]): boolean =>
  x.some((p) =>
    y.some((q) => p.name === null || q.name === null || p.name.includes(q.name) || q.name.includes(p.name)),
  );

/** "Iraqi Parliament" and "Parliament of Iraq" are one body: each word of the shorter begins one of the longer. */
export function sameBody(a: string | null, b: string | null): boolean {
  if (a === null || b === null || a === b) return a === b;
  if (initialsOf(a) === b || initialsOf(b) === a) return true;
  const [x, y] = [wordsOf(a), wordsOf(b)];
  const [few, many] = x.length <= y.length ? [x, y] : [y, x];
  return few.length > 0 && few.every((word) => many.includes(word));
}

/** "UN Security Council" is the UNSC. */
const initialsOf = (name: string): string =>
  (name.replaceAll('.', '').match(/(?<![\p{L}])(?:\p{Lu}{2,}(?!\p{Ll})|\p{Lu})/gu) ?? []).join('');

/** The first letters of a name's longer words. */
const wordsOf = (name: string): string[] =>
  name
    .toLowerCase()
    .split(/[^\p{L}]+/u)
    .filter((word) => word.length > 3)
    .map((word) => word.slice(0, 4));

/** "the operation": the one told of. */
const PLAIN_MISSION = /^(?:the )?(?:military |peacekeeping |combat )?(?:mission|operation|intervention)$/i;

/** "UNIFIL" and "the UN Interim Force in Lebanon (UNIFIL)": the words of the one stand in the other, or it is their initials. */
function sameMission(a: string | null, b: string | null): boolean {
  if (a === null || b === null || a === b) return a === b;
  if (PLAIN_MISSION.test(a) || PLAIN_MISSION.test(b)) return true;
  const words = (name: string): string[] => name.toLowerCase().match(/[\p{L}\p{N}]{3,}/gu) ?? [];
  const [x, y] = [words(a), words(b)];
  const [few, many] = x.length <= y.length ? [x, y] : [y, x];
  const initials = (name: string): string => (name.match(/(?<![\p{L}])\p{Lu}/gu) ?? []).join('');
  return (few.length > 0 && few.every((word) => many.includes(word))) || initials(a) === b || initials(b) === a;
}

const countries = (places: readonly Place[]): string =>
  places
    .map((p) => p.country)
    .sort()
    .join('+');
const sameTime = (a: ExtractedClaim, b: ExtractedClaim): boolean => JSON.stringify(a.time) === JSON.stringify(b.time);
const sameCount = (a: Quantity | null, b: Quantity | null): boolean =>
  a?.min === b?.min && a?.max === b?.max && a?.of === b?.of;
const timesFit = (a: ExtractedClaim, b: ExtractedClaim): boolean =>
  a.time === null || b.time === null || sameTime(a, b);

function samePresence(a: Presence & ExtractedClaim, b: Presence & ExtractedClaim, headline: boolean): boolean {
  if (a.party !== b.party || countries(placesOf(a.place)) !== countries(placesOf(b.place))) return false;
  if (!timesFit(a, b)) return false;
  if (sameCount(a.quantity, b.quantity)) return a.quantity !== null || a.unit === b.unit;
  const vague = a.quantity === null ? a : b.quantity === null ? b : null;
  // "Troops are deployed to Jordan. The total number there is 2,400": the count says all that the bare mention does.
  return (
    vague !== null &&
    !isOfTheRest(vague) &&
    (headline || (vague.unit === null && vague.mission === null && vague.time === null && a.said_by === b.said_by))
  );
}

/** "Thirty of the 120 leave, others will remain": a part, told without its number. */
const isOfTheRest = (claim: ExtractedClaim): boolean =>
  /^(?:the )?(?:others|rest|remainder|remaining)\b/i.test(claim.evidence);

function sameMovement(a: Movement & ExtractedClaim, b: Movement & ExtractedClaim, headline: boolean): boolean {
  if (a.party !== b.party) return false;
  const vague = a.quantity === null ? a : b.quantity === null ? b : null;
  const alike =
    a.phase === b.phase ||
    (a.phase !== 'cancelled' && b.phase !== 'cancelled' && a.phase !== 'completed' && b.phase !== 'completed');
  const near =
    headline ||
    (overlap(a, b) && !isDoneAndPlanned(a, b) && (a.phase === 'cancelled') === (b.phase === 'cancelled')) ||
    (vague !== null && (vague.unit === null || a.unit === b.unit) && vague.time === null && alike);
  if (a.quantity === null && b.quantity === null && (isResolveDone(a, b) || isResolveDone(b, a))) return true;
  const counts = sameCount(a.quantity, b.quantity) || (near && (a.quantity === null || b.quantity === null));
  if (!counts || !timesFit(a, b) || otherPlane(a, b)) return false;
  if (!headline && vague !== null && (isAlso(a, b) || isBeside(a, b) || isBeside(b, a))) return false;
  const side = (x: readonly Place[], y: readonly Place[]): boolean =>
    x.length === 0 || y.length === 0 || countries(x) === countries(y);
  if (!headline && vague !== null && (isPartSentOn(a, b) || isPartSentOn(b, a))) return false;
  const shared = (a.from.length > 0 && b.from.length > 0) || (a.to.length > 0 && b.to.length > 0);
  if (!side(a.from, b.from) || !side(a.to, b.to) || !shared) return false;
  return a.phase === b.phase || near || a.quantity !== null;
}

/** "a KC-30 tanker and an E-7 radar plane": one of each is two. */
const otherPlane = (a: Movement, b: Movement): boolean =>
  a.quantity?.of === 'aircraft' && a.quantity.max === 1 && a.unit !== null && b.unit !== null && a.unit !== b.unit;

/** "The first of 900 policemen have landed": those who did and those who will. */
const isDoneAndPlanned = (a: Movement, b: Movement): boolean =>
  (a.phase === 'completed' && (b.phase === 'planned' || b.phase === 'proposed')) ||
  ((a.phase === 'planned' || a.phase === 'proposed') && b.phase === 'completed');

/** "Austria's troops left the Golan. Its decision to withdraw from there was criticised": the resolve is carried out. */
const isResolveDone = (done: Movement & ExtractedClaim, resolve: Movement & ExtractedClaim): boolean =>
  done.phase === 'completed' &&
  resolve.phase === 'planned' &&
  resolve.time === null &&
  done.move === resolve.move &&
  countries(done.from) === countries(resolve.from) &&
  countries(done.to) === countries(resolve.to) &&
  /\b(?:decision|order|announcement)\b/i.test(resolve.evidence);

/** "Some of the soldiers were flown to Niger": where a part went is not told of the whole that left. */
const isPartSentOn = (part: Movement & ExtractedClaim, whole: Movement): boolean =>
  part.quantity === null &&
  (whole.quantity !== null || /^(?:some|several|parts?|a few) of\b/i.test(part.evidence)) &&
  whole.to.length === 0 &&
  part.from.length > 0 &&
  part.to.some((place) => place.country !== part.party);

/** A force named without a number is none of the things that another claim of the same sentence counts. */
const isBeside = (a: Movement & ExtractedClaim, b: Movement & ExtractedClaim): boolean =>
  overlap(a, b) &&
  a.quantity === null &&
  b.quantity !== null &&
  b.quantity.of !== 'personnel' &&
  (a.unit === null || a.unit !== b.unit);

/** "Special forces will also deploy": they go beside those told of before. */
const isAlso = (a: ExtractedClaim, b: ExtractedClaim): boolean => {
  const [before, after] = a.spans.evidence[0] <= b.spans.evidence[0] ? [a, b] : [b, a];
  return !overlap(before, after) && /\b(?:also|too|as well|in addition|likewise)\b/i.test(after.evidence);
};

/** Two readings of the same words. */
const overlap = (a: ExtractedClaim, b: ExtractedClaim): boolean =>
  a.spans.evidence[0] < b.spans.evidence[1] && b.spans.evidence[0] < a.spans.evidence[1];

function detail(c: ExtractedClaim): number {
  let n = c.time === null ? 0 : 1;
  if (c.said_by !== null) n++;
  if (c.kind === 'presence' || c.kind === 'movement')
    n += (c.quantity === null ? 0 : 3) + (c.unit === null ? 0 : 1) + (c.mission === null ? 0 : 1);
  if (c.kind === 'decision') n += (c.vote === null ? 0 : 2) + (c.final === null ? 0 : 1) + (c.pending === null ? 0 : 1);
  if (c.kind === 'movement') n += c.from.length + c.to.length;
  if (c.kind === 'incident')
    n +=
      (c.party === null ? 0 : 2) +
      (c.time === null ? 0 : 2) +
      (c.killed === null ? 0 : 1) +
      (c.wounded === null ? 0 : 1);
  return n;
}
