// What a page is called, in the window's title and where its address is shared.
import { address as withQuery } from '../../src/views/pages/addresses.ts';
import type { PageModel } from '../../src/views/pages/page.ts';
import type { Shell } from '../../src/views/pages/shell.ts';
import { daysText, dayText } from '../../src/views/pages/words.ts';

export interface Head {
  readonly title: string;
  readonly description: string;
  readonly canonical: string;
  /** Absolute address of a picture to share; null where the page has none. */
  readonly picture: string | null;
  /** Address of an Atom feed of changes of the same force, place or mission; null where there is none. */
  readonly feed: string | null;
}

const SITE = 'Laydown';

export function headOf(model: PageModel, { publicBase }: Pick<Shell, 'publicBase'>, address: string): Head {
  const [title, description] = wordsOf(model);
  return {
    title: `${title} · ${SITE}`,
    description,
    canonical: `${publicBase}${address}`,
    picture: pictureOf(model, publicBase, address),
    feed: feedOf(model),
  };
}

function wordsOf(model: PageModel): readonly [title: string, description: string] {
  switch (model.page) {
    case 'situation': {
      const who = model.filter.party?.name ?? 'Forces';
      const where = model.filter.place === null ? '' : ` in ${model.filter.place.name}`;
      return [
        `${who}${where}, ${daysText(model.at, model.known)}`,
        'Who has how many troops where, who says so, and since when.',
      ];
    }
    case 'number':
      return [
        `${model.party.name} in ${model.where}: ${model.row?.text ?? 'not reported'}, ${daysText(model.at, model.known)}`,
        model.why ?? 'Nothing is reported of it.',
      ];
    case 'history':
      return [
        `How ${model.party.name} in ${model.where} came to be, ${daysText(model.at, model.known)}`,
        'Step by step: the claims that came in, those that fell away, and what was judged.',
      ];
    case 'conflicts':
      return [`Conflicts, ${daysText(model.at, model.known)}`, 'Claims that cannot hold together, side by side.'];
    case 'subject':
      return [
        `${model.subject.name}, ${daysText(model.at, model.known)}`,
        `How many, where, since when and according to whom: ${model.rows.length} rows from ${model.reportCount} reports.`,
      ];
    case 'report':
      return [
        model.report.title ?? 'A report',
        `${model.report.publisher ?? 'A report'}: ${model.claims.map((claim) => claim.sentence).join('; ')}`.slice(
          0,
          300,
        ),
      ];
    case 'reports':
      return ['Reports', 'The reports behind the numbers, the latest first.'];
    case 'decisions':
      return [
        `Decisions, ${daysText(model.at, model.known)}`,
        'Votes, orders and requests, and what each still needs.',
      ];
    case 'changes':
      return [`Changes, ${dayText(model.since)} to ${dayText(model.until)}`, 'What changed between two days.'];
    case 'search':
      return [
        model.asked.q === '' ? 'Search' : `Search: ${model.asked.q}`,
        'Claims by words, party, place and number.',
      ];
    case 'sources':
      return ['Sources', 'Who says it, and who said it first.'];
    case 'method':
      return ['How a number is made', 'From the words of a report to the bounds of a count.'];
    case 'review':
      return ['Review', 'Claims that wait for a judgement.'];
    case 'moderation':
      return ['Moderation', 'Comments that wait for an editor.'];
    case 'operations':
      return ['Operations', 'What waits, who works on it, what was set aside.'];
    case 'add':
      return ['Add a report', 'See its claims before they are kept.'];
    case 'login':
      return ['Log in', 'For reviewers and editors.'];
    case 'error':
      return [model.title, model.detail];
  }
}

/** The same question as a picture, at its own address. */
function pictureOf(model: PageModel, publicBase: string, address: string): string | null {
  const { pathname, search } = new URL(address, publicBase);
  if (model.page === 'situation') return `${publicBase}/share/situation.png${search}`;
  return model.page === 'number' ? `${publicBase}/share${pathname}.png${search}` : null;
}

function feedOf(model: PageModel): string | null {
  if (model.page === 'situation') {
    const { party, place, mission } = model.filter;
    return withQuery('/feeds/changes.atom', { party: party?.code, place: place?.name, mission });
  }
  if (model.page !== 'subject') return null;
  const { subject } = model;
  switch (subject.kind) {
    case 'party':
      return withQuery('/feeds/changes.atom', { party: subject.code });
    case 'place':
      return withQuery('/feeds/changes.atom', { place: subject.place.name ?? subject.place.country });
    case 'mission':
      return withQuery('/feeds/changes.atom', { mission: subject.name });
  }
}
