// The first page: who has how many where on a day, what moves, and what changed in the days before.
import type { Atlas } from '../../model/atlas.ts';
import type { Phase } from '../../model/claim.ts';
import { addDays, type Day, daysBetween } from '../../model/day.ts';
import { isRegion, type Place } from '../../model/place.ts';
import { claimsOf, type Knowledge } from '../../reconcile/knowledge.ts';
import { type MovementNews, viewChanges } from '../changes.ts';
import type { PostureView } from '../posture-view.ts';
import { type NewsItem, newsOf } from './news.ts';
import { type Named, type Point, type RowSource, type RowView, viewRows } from './rows.ts';
import { placeText, quantityText } from './words.ts';

/** Movements and changes of so many days before the day asked for. */
export const NEWS_DAYS = 14;

export interface MovementView {
  readonly claim: string;
  readonly report: string;
  readonly party: Named;
  readonly text: string;
  readonly count: number | null;
  readonly from: readonly End[];
  readonly to: readonly End[];
  readonly phase: Phase;
  readonly day: Day;
}
export interface End {
  readonly place: Place;
  readonly where: string;
  readonly point: Point | null;
}

export interface SituationPage {
  readonly page: 'situation';
  readonly at: Day;
  readonly known: Day;
  /** What was asked for, as codes; `label` names it. */
  readonly filter: {
    readonly party: Named | null;
    readonly place: PlaceFilter | null;
    readonly mission: string | null;
  };
  readonly sort: string | null;
  /** The table has all its rows, not the first of them. */
  readonly showsAll: boolean;
  readonly rows: readonly RowView[];
  readonly movements: readonly MovementView[];
  readonly news: { readonly since: Day; readonly items: readonly NewsItem[] };
  readonly conflicts: number;
  readonly calendar: Calendar;
  readonly choices: Choices;
}

export interface PlaceFilter {
  /** As addresses write it: "IQ", "R:SAHEL", "IQ:Taji". */
  readonly code: string;
  readonly name: string;
  /** The states that it covers; [] where not known. */
  readonly countries: readonly string[];
}

/** The days that the slider runs over, and how many claims became known when. */
export interface Calendar {
  readonly first: Day;
  readonly last: Day;
  readonly heard: readonly (readonly [day: Day, claims: number])[];
}

export interface Choices {
  readonly parties: readonly Named[];
  readonly places: readonly Named[];
  readonly missions: readonly string[];
}

export interface SituationQuestion {
  readonly at: Day;
  readonly known: Day;
  readonly party: string | null;
  readonly place: Place | null;
  readonly placeCode: string | null;
  readonly mission: string | null;
  readonly sort: string | null;
  readonly showsAll: boolean;
}

export interface SituationSource extends RowSource {
  readonly atlas: Atlas;
}

/** `all` is the posture without filters, from which the choices are made; `asked` the one to show. */
export function viewSituation(
  known: Knowledge,
  all: PostureView,
  asked: PostureView,
  question: SituationQuestion,
  source: SituationSource,
): SituationPage {
  const { atlas } = source;
  const { at, party, place, mission } = question;
  const since = addDays(at, -NEWS_DAYS);
  const changes = viewChanges(known, atlas, since, at, { party, place });
  const choices = choicesOf(all, atlas);
  return {
    page: 'situation',
    at,
    known: question.known,
    filter: {
      party: party === null ? null : { code: party, name: atlas.displayName(party) },
      place:
        place === null
          ? null
          : {
              code: question.placeCode ?? place.country ?? '?',
              name: placeText(plainest(place, atlas), atlas.displayName),
              countries: countriesOf(place, choices.places, atlas),
            },
      mission,
    },
    sort: question.sort,
    showsAll: question.showsAll,
    rows: viewRows(asked.rows, source),
    movements: mission === null ? movementsOf(changes.movements, known, source) : [],
    news: { since, items: mission === null ? newsOf(changes, known, atlas) : [] },
    conflicts: asked.conflicts.length,
    calendar: calendarOf(known, question.known),
    choices,
  };
}

/** A region's or state's own name is no site in it. */
const plainest = (place: Place, atlas: Atlas): Place =>
  place.country !== null && place.name === atlas.displayName(place.country) ? { ...place, name: null } : place;

function countriesOf(place: Place, states: readonly Named[], atlas: Atlas): string[] {
  if (place.country === null) return [];
  if (!isRegion(place.country)) return [place.country];
  return states
    .map(({ code }) => code)
    .filter((code) => !isRegion(code) && atlas.liesIn({ country: code, name: null }, place));
}

export function movementsOf(news: readonly MovementNews[], known: Knowledge, { atlas }: RowSource): MovementView[] {
  const end = (place: Place): End => ({
    place,
    where: placeText(place, (code) => atlas.displayName(code)),
    point: atlas.pointOf(place)?.at ?? null,
  });
  return news.flatMap((one) => {
    const source = known.claim(one.claim);
    if (source === null || source.claim.kind !== 'movement') return [];
    return [
      {
        claim: one.claim,
        report: source.report.id,
        party: { code: one.party, name: atlas.displayName(one.party) },
        text: quantityText(source.claim.quantity),
        count: one.quantity?.min ?? one.quantity?.max ?? null,
        from: one.from.map(end),
        to: one.to.map(end),
        phase: one.phase,
        day: one.day,
      },
    ];
  });
}

function choicesOf({ rows }: PostureView, atlas: Atlas): Choices {
  const named = (codes: ReadonlySet<string>): Named[] =>
    [...codes]
      .map((code) => ({ code, name: atlas.displayName(code) }))
      .sort((a, b) => (a.name < b.name ? -1 : a.name > b.name ? 1 : 0));
  return {
    parties: named(new Set(rows.map((row) => row.party))),
    places: named(new Set(rows.flatMap((row) => (row.place.country === null ? [] : [row.place.country])))),
    missions: [...new Set(rows.flatMap((row) => (row.mission === null ? [] : [row.mission])))].sort(),
  };
}

const MOST_HEARD = 366;

/** From the first day that a claim speaks of, a century before the known day at most, to the known day. */
export function calendarOf(known: Knowledge, last: Day): Calendar {
  const earliest = addDays(last, -36_525);
  const heard = new Map<Day, number>();
  let first = last;
  for (const one of claimsOf(known)) {
    heard.set(one.known, (heard.get(one.known) ?? 0) + 1);
    const day = one.claim.time?.start ?? one.claim.time?.end ?? one.known;
    if (day >= earliest && day < first) first = day;
  }
  const days = [...heard].sort(([a], [b]) => (a < b ? -1 : 1)).filter(([day]) => day >= first);
  return { first, last, heard: days.length <= MOST_HEARD ? days : binned(days, first, last) };
}

function binned(days: readonly (readonly [Day, number])[], first: Day, last: Day): (readonly [Day, number])[] {
  const width = Math.max(1, Math.ceil(daysBetween(first, last) / MOST_HEARD));
  const bins = new Map<Day, number>();
  for (const [day, count] of days) {
    const start = addDays(first, Math.floor(daysBetween(first, day) / width) * width);
    bins.set(start, (bins.get(start) ?? 0) + count);
  }
  return [...bins];
}
