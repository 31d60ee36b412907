// One occasion on which some moved, as several reports tell it: its number, its days, and whether they tell it alike.
import { type Bounds, hull, isEmpty, meet } from '../model/bounds.ts';
import { type Day, daysBetween } from '../model/day.ts';
import { byPreference, type PreferenceReason, preferred, type Standing } from './preference.ts';
import type { Telling } from './tellings.ts';

/** One occasion on which some of them moved: "so far 1,500 have arrived". Told again with other numbers it is a conflict, never a sum. */
export interface Episode {
  readonly tellings: Telling[];
  /** Later words that it did not happen. */
  readonly denials: Telling[];
}

export interface EpisodeReading {
  readonly bounds: Bounds;
  /** The first pair that cannot both hold, better first; null where all agree or a reviewer has settled it. */
  readonly conflict: {
    readonly kept: Telling;
    readonly other: Telling;
    readonly reason: PreferenceReason | null;
  } | null;
}

const standingOf = (telling: Telling): Standing => ({
  id: telling.id,
  accepted: telling.accepted,
  authority: telling.authority,
  published: telling.published,
  origins: 1,
});

/** What its tellings say, and whether it is denied: done or not, as a reviewer or the force itself says, else none to all of them. */
export function readEpisode(episode: Episode): EpisodeReading {
  const told = readTellings(episode);
  const denial = best(episode.denials);
  if (denial === null) return told;
  const done = told.conflict?.kept ?? best(episode.tellings)!;
  const isDone = preferred(standingOf(done), standingOf(denial));
  const reason = isDone ?? preferred(standingOf(denial), standingOf(done));
  const [kept, other] = isDone === null ? [denial, done] : [done, denial];
  const bounds = !decides(reason)
    ? { min: 0, max: told.bounds.max }
    : isDone === null
      ? { min: 0, max: 0 }
      : told.bounds;
  return { bounds, conflict: reason === 'accepted by a reviewer' ? null : { kept, other, reason } };
}

const best = (tellings: readonly Telling[]): Telling | null =>
  [...tellings].sort((a, b) => byPreference(standingOf(a), standingOf(b)))[0] ?? null;

const decides = (reason: PreferenceReason | null): boolean =>
  reason === 'accepted by a reviewer' || reason === 'the force’s own authority';

/** What its tellings say together; where they exclude each other, the accepted or the force's own, else the span over all of them. */
function readTellings(episode: Episode): EpisodeReading {
  const counted = episode.tellings.filter((t) => t.counted);
  if (counted.length === 0) return { bounds: { min: 1, max: null }, conflict: null };
  const together = counted.reduce<Bounds>((b, t) => meet(b, t.bounds), { min: 0, max: null });
  if (!isEmpty(together)) return { bounds: together, conflict: null };
  const ranked = [...counted].sort((a, b) => byPreference(standingOf(a), standingOf(b)));
  const kept = ranked[0]!;
  const other = ranked.find((t) => isEmpty(meet(t.bounds, kept.bounds))) ?? ranked.at(-1)!;
  const reason = preferred(standingOf(kept), standingOf(other));
  const bounds = decides(reason) ? kept.bounds : counted.map((t) => t.bounds).reduce(hull);
  return { bounds, conflict: reason === 'accepted by a reviewer' ? null : { kept, other, reason } };
}

export const episodeBounds = (episode: Episode): Bounds => readEpisode(episode).bounds;

/** The day or days on which it happened: as a text dates it, else the first publication. */
export function episodeDays(episode: Episode): { start: Day; end: Day; dated: boolean } {
  const dated = episode.tellings.filter((t) => t.dated);
  const all = dated.length > 0 ? dated : episode.tellings;
  let narrow = all[0]!;
  for (const t of all) {
    const shorter = daysBetween(t.start, t.end) - daysBetween(narrow.start, narrow.end);
    if (shorter < 0 || (shorter === 0 && t.start < narrow.start)) narrow = t;
  }
  return { start: narrow.start, end: narrow.end, dated: dated.length > 0 };
}
