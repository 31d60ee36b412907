// Pages that are lists: decisions, changes, sources.
import { addDays } from '../../model/day.ts';
import { viewDecisions } from '../../views/decisions.ts';
import { viewClaimsOf } from '../../views/pages/claims.ts';
import { type DecisionsPage, viewDecisionsPage } from '../../views/pages/decisions.ts';
import type { ChangesPage, SourcesPage } from '../../views/pages/lists.ts';
import { newsOf } from '../../views/pages/news.ts';
import type { Named } from '../../views/pages/rows.ts';
import { NEWS_DAYS } from '../../views/pages/situation.ts';
import { placeText } from '../../views/pages/words.ts';
import { viewSources } from '../../views/sources-view.ts';
import { askChanges, askLearnt } from '../ask-changes.ts';
import type { Asking } from '../known-on.ts';
import { dayIn, daysOf } from '../names-and-days.ts';
import { type AskedDays, asked, placeOfCode, some } from './asked.ts';

type Words = Readonly<Record<string, string | undefined>>;

/** Throws LaydownError `usage` for a day that is none; so do the others. */
export async function decisionsPage(services: Asking, words: AskedDays): Promise<DecisionsPage> {
  const { at, known, knowledge } = await asked(services, words);
  return viewDecisionsPage(viewDecisions(knowledge, at), knowledge, services.atlas, { at, known });
}

/** `since` and `until` with `known`, or `before` and `after` with `at`; the last fortnight where none is named. Throws `not-found`, too. */
export async function changesPage(services: Asking, words: Words): Promise<ChangesPage> {
  const { atlas } = services;
  const filter = { ...some('party', words['party']), ...some('place', words['place']) };
  const named = {
    party: filter.party === undefined ? null : namedParty(services, filter.party),
    place: filter.place === undefined ? null : namedPlace(services, filter.place),
  };
  if (words['before']) {
    const question = {
      before: words['before'],
      ...some('after', words['after']),
      ...some('at', words['at']),
      ...filter,
    };
    const { before, after, at, ...changes } = await askLearnt(services, question);
    const knowledge = (await asked(services, { known: after })).knowledge;
    return {
      page: 'changes',
      mode: 'learnt',
      since: before,
      until: after,
      other: at,
      ...named,
      items: newsOf(changes, knowledge, atlas),
    };
  }
  const { known } = daysOf(some('known', words['known']), services.clock);
  const until = words['until'] ? dayIn(words['until'], 'until') : known;
  const since = words['since'] || addDays(until, -NEWS_DAYS);
  const {
    since: from,
    until: to,
    known: heard,
    ...changes
  } = await askChanges(services, { since, until, known, ...filter });
  const knowledge = (await asked(services, { known })).knowledge;
  return {
    page: 'changes',
    mode: 'happened',
    since: from,
    until: to,
    other: heard,
    ...named,
    items: newsOf(changes, knowledge, atlas),
  };
}

const namedParty = ({ atlas }: Pick<Asking, 'atlas'>, words: string): Named => {
  const code = atlas.partyCode(words) ?? words;
  return { code, name: atlas.displayName(code) };
};
const namedPlace = (services: Pick<Asking, 'atlas'>, words: string): Named => ({
  code: words,
  name: placeText(placeOfCode(services, words), (code) => services.atlas.displayName(code)),
});

const FIRSTS_SHOWN = 3;

export async function sourcesPage(services: Asking, words: AskedDays): Promise<SourcesPage> {
  const { known, knowledge } = await asked(services, words);
  return {
    page: 'sources',
    known,
    sources: viewSources(knowledge).map(({ first, ...source }) => ({
      ...source,
      first: first.length,
      firsts: viewClaimsOf(first.slice(-FIRSTS_SHOWN).reverse(), knowledge, services.atlas),
    })),
  };
}
