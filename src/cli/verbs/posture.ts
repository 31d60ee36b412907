// `laydown posture`: who has how many where.
import { postureTable } from '../../app/answer-tables.ts';
import { askPosture } from '../../app/ask-posture.ts';
import type { PostureQuestion } from '../../app/questions.ts';
import { toldPosture } from '../../app/told-answers.ts';
import { withLedger } from '../ledger.ts';
import { postureLines } from '../posture-lines.ts';
import type { Call } from '../verb-kit.ts';

interface Options extends PostureQuestion {
  readonly csv?: boolean;
  readonly why: boolean;
}

export const posture = (call: Call, options: Options): Promise<void> =>
  withLedger(call, async (services) => {
    const { terminal } = call;
    const answer = toldPosture(await askPosture(services, options));
    if (call.global.json) terminal.json(answer);
    else if (options.csv) for (const line of postureTable(answer)) terminal.say(line);
    else for (const line of postureLines(answer, terminal, services.atlas.displayName, options.why)) terminal.say(line);
  });
