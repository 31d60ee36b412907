// Comments that wait for an editor, and those that one has decided on, the latest first.
import type { ModerationItem, ModerationPage } from '../../views/pages/review.ts';
import { listModeration } from '../comments/list-comments.ts';
import type { Asking } from '../known-on.ts';

const DECIDED = 50;

export async function moderationPage(services: Asking): Promise<ModerationPage> {
  const titles = new Map((await services.store.reports()).map((report) => [report.id, report.title]));
  const all = (await listModeration(services)).map(
    ({ id, report, name, text, posted, state, moderation }): ModerationItem => ({
      id,
      report,
      name: name ?? '',
      text: text ?? '',
      posted,
      state,
      title: titles.get(report) ?? null,
      by: moderation?.by ?? null,
    }),
  );
  return {
    page: 'moderation',
    waiting: all.filter(({ state }) => state === 'pending'),
    decided: all
      .filter(({ state }) => state !== 'pending')
      .reverse()
      .slice(0, DECIDED),
  };
}
