// Whose mission a status is about, and where: what the clause says, else what the report told before.
import type { Atlas } from '../../model/atlas.ts';
import type { Party } from '../../model/party.ts';
import type { StatusFinding } from '../finding.ts';
import type { MissionItem, PronounItem } from '../syntax/item.ts';
import type { SentenceView } from '../syntax/predicate.ts';
import { type Discourse, latest, spanOf, type Where } from './discourse.ts';
import { placesOfItem, type Told } from './place.ts';
import { isOfAll, type Whose, whoseIs } from './whose.ts';

const ITS_MANDATE = /['\u2019]s (?:current |present )?(?:mandate|mission)$/;
/** A name that says nothing: "the mandate of the mission", "its operation". */
const OPEN =
  /^(?:the |its |this |that )?(?:current |present |existing |new )?(?:mandate|mission|operation|force)(?: of the (?:mission|force|operation))?$/i;
/** Sentences back that "the mission" or "the training" may reach for its owner. */
const REACH = 4;
const FAR = 8;

/** The mission's own party, else who acts on it, else whose forces or deeds the report last told of, else the author's own. */
export function missionParty(f: StatusFinding, view: SentenceView, d: Discourse): Whose | null {
  // "The president announced the end of the alliance's operation": not the president's.
  const ofAll = f.mission !== null && isOfAll(f.mission, view) ? whoseIs(f.mission, view, d) : null;
  if (ofAll) return ofAll;
  const acting = f.owner.map((n) => whoseIs(n, view, d)).find((w) => w !== null);
  if (acting) return acting;
  const own = f.mission ? ownerOf(f.mission, view, d) : null;
  if (own) return own;
  const there = new Set(f.places.flatMap((p) => p.places.map((place) => place.country)));
  const at = f.evidence.from;
  const near = latest(d.actors, view.index, f.evidence.to, 0, (a) => !there.has(a.party) && a.acts);
  if (near) return { party: near.party, span: near.span };
  const force = latest(d.forces, view.index, at, REACH, (s) => s.party !== null && !there.has(s.party));
  if (force?.party) return { party: force.party, span: force.partySpan };
  if (d.voice !== null && !there.has(d.voice)) return { party: d.voice, span: null };
  const before = latest(d.actors, view.index, at, FAR, (a) => a.acts && !there.has(a.party));
  return before ? { party: before.party, span: before.span } : null;
}

function ownerOf(mission: MissionItem, view: SentenceView, d: Discourse): Whose | null {
  const { owner } = mission;
  if (owner?.kind === 'pronoun') {
    const pronoun: PronounItem = { kind: 'pronoun', word: owner.word, ...owner.at, prep: null, start: owner.at.from };
    const whose = whoseIs(pronoun, view, d);
    if (whose) return whose;
  }
  return whoseIs(mission, view, d);
}

const joined = (told: readonly Told[]): Told => {
  const stated = told.filter((t) => t.places.length > 0);
  const places = stated
    .flatMap((t) => t.places)
    .filter((p, i, all) => all.findIndex((q) => q.country === p.country && q.name === p.name) === i);
  // "in Rukla, Lithuania" twice over is one place: the finest name of a country stays.
  const finest = places.filter(
    (p) =>
      p.name === null ||
      !places.some((q) => q !== p && q.country === p.country && places.indexOf(q) < places.indexOf(p)),
  );
  return { places: finest, span: stated[0]?.span ?? null };
};

/** Where the mission is: the clause's places, its own, the paragraph's heading; for "the mission" the place last told of. */
export function missionPlaces(
  f: StatusFinding,
  whose: Whose | null,
  rule: string,
  view: SentenceView,
  d: Discourse,
  atlas: Atlas,
): Told {
  const party = whose?.party ?? null;
  const items = f.places.length > 0 ? f.places : f.mission?.place ? [f.mission.place] : [];
  const stated = joined(items.map((p) => placesOfItem(p, party, view, d, atlas)));
  if (stated.places.length > 0) return stated;
  if (f.mission?.entry && f.mission.entry.places.length > 0)
    return { places: f.mission.entry.places, span: spanOf(view, f.mission) };
  // "UNDOF's mandate".
  const known = f.name !== null ? atlas.mission(f.name.replace(ITS_MANDATE, ''), view.published ?? undefined) : null;
  if (known && known.places.length > 0 && f.mission) return { places: known.places, span: spanOf(view, f.mission) };
  // "The mandate of the mission runs out": that of the mission told of, where it is.
  const told0 = f.mission !== null && f.mission.entry === null && OPEN.test(f.mission.name) ? d.mission : null;
  const isBefore = told0 !== null && told0.span[0] < view.tokens[f.mission!.from]!.start;
  if (
    told0 !== null &&
    isBefore &&
    told0.sentence >= view.index - 6 &&
    told0.entry.flag === party &&
    told0.entry.places.length > 0
  )
    return { places: told0.entry.places, span: told0.span };
  for (const n of f.owner) {
    const entry = n.kind === 'force' ? n.mission?.entry : null;
    if (entry && entry.places.length > 0) return { places: entry.places, span: spanOf(view, n) };
  }
  // "the mission" or "its training" stands for one told of before; what goes on goes on where the story is; "air operations" may be anywhere.
  const goesOn = f.status === 'continuing' && !/\b(?:air|coalition|joint)\b/i.test(f.name ?? '');
  const anaphor = rule === 'status/at-work' ? goesOn : refersBack(f, view);
  if (!anaphor) return labelled(view, atlas) ?? { places: [], span: null };
  const told = toldBefore(f, rule, party, view, d);
  return told?.block
    ? { places: [told.where.place], span: told.where.span }
    : (labelled(view, atlas) ??
        (told ? { places: [told.where.place], span: told.where.span } : { places: [], span: null }));
}

/** The place last told of, firm ones first; `block` where this paragraph told it. */
function toldBefore(f: StatusFinding, rule: string, party: Party | null, view: SentenceView, d: Discourse) {
  // A mandate is that of the mission that the report is about.
  const reach = rule === 'status/at-work' ? 2 : /\bmandates?$/.test(f.name ?? '') ? FAR : 3;
  const fits = (w: Where): boolean => w.place.country !== null && w.place.country !== party;
  const where =
    latest(d.places, view.index, f.evidence.from, reach, (w) => w.firm && fits(w)) ??
    latest(d.places, view.index, f.evidence.from, reach, fits);
  return where && { where, block: view.document.sentences[where.sentence]?.block === view.sentence.block };
}

/** The places that the paragraph's heading names ("East Africa Region."). */
function labelled(view: SentenceView, atlas: Atlas): Told | null {
  const { block } = view.sentence;
  if (block.label === undefined || block.kind === 'speaker') return null;
  const places = block.label
    .split(/ and |, /)
    .map((name) => atlas.placeNamed(name.trim()) ?? atlas.placeNamed(name.replace(/ Region$/, '').trim()))
    .filter((p) => p !== null);
  const at = view.document.text.indexOf(block.label, block.start);
  return places.length > 0 ? { places, span: at >= 0 ? [at, at + block.label.length] : null } : null;
}

/** True for a definite or bare short name: "the mission", "its campaign", "training". */
function refersBack(f: StatusFinding, view: SentenceView): boolean {
  const words = (f.name ?? f.mission?.name ?? '').split(' ');
  const first = f.mission ? view.tokens[f.mission.from]!.lower : '';
  return words.length <= 3 || /^(?:the|its|their|our|his)$/.test(first);
}
