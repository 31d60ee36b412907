// How an answer is cited: what it said, for which days, and an address that gives the same answer for ever.
import type { PageModel } from './page.ts';
import type { Shell } from './shell.ts';
import { dayText } from './words.ts';

export interface Citation {
  readonly text: string;
  /** Absolute, with both days and the ledger's transaction in it. */
  readonly address: string;
}

/** Null for pages that give no answer of a day. `address` is path and query of the page. */
export function citationOf(
  model: PageModel,
  shell: Pick<Shell, 'publicBase' | 'transaction'>,
  address: string,
): Citation | null {
  const said = saidBy(model);
  if (said === null || !('at' in model)) return null;
  const url = new URL(address, shell.publicBase);
  url.searchParams.set('at', model.at);
  url.searchParams.set('known', model.known);
  if (!url.searchParams.has('tx')) url.searchParams.set('tx', String(shell.transaction));
  for (const name of ['notice', 'problem']) url.searchParams.delete(name);
  const host = new URL(shell.publicBase).host;
  return {
    text: `${said}, as of ${dayText(model.at)}, as known on ${dayText(model.known)}. Laydown, ${host}.`,
    address: url.href,
  };
}

function saidBy(model: PageModel): string | null {
  switch (model.page) {
    case 'number': {
      const mission = model.mission === null ? '' : ` (${model.mission})`;
      return `${model.party.name} in ${model.where}${mission}: ${model.row?.text ?? 'not reported'}`;
    }
    case 'history':
      return `The history of ${model.party.name} in ${model.where}${model.mission === null ? '' : ` (${model.mission})`}`;
    case 'situation':
      return `${model.filter.party?.name ?? 'Forces'}${model.filter.place === null ? '' : ` in ${model.filter.place.name}`}`;
    case 'subject':
      return model.subject.name;
    case 'conflicts':
      return 'Conflicts';
    case 'decisions':
      return 'Decisions';
    default:
      return null;
  }
}
