// `laydown mcp`: the ledger for an assistant, over standard input and output or over HTTP, until it is told to end.
import { warmLedger } from '../../app/warm-ledger.ts';
import { LaydownError } from '../../model/errors.ts';
import { withLedger } from '../ledger.ts';
import { portIn } from '../options.ts';
import type { Call } from '../verb-kit.ts';

export interface McpVerbOptions {
  readonly port?: string;
  readonly host: string;
  readonly judgeAs?: string;
}

const TOKEN = 'LAYDOWN_MCP_TOKEN';

export const mcp = (call: Call, options: McpVerbOptions): Promise<void> =>
  withLedger(call, async (services) => {
    const { wiring, terminal } = call;
    const asked = { ...services, warm: warmLedger(services) };
    const about = { version: wiring.version, judgesAs: options.judgeAs ?? null };
    if (options.port === undefined) return wiring.assistOnStdio(asked, about);
    const token = wiring.env[TOKEN];
    if (token === undefined || token === '')
      throw new LaydownError('usage', `over HTTP a token is needed: set ${TOKEN} to one of 16 letters or more`);
    const listening = await wiring.assistOnPort(asked, about, {
      host: options.host,
      port: portIn(options.port),
      token,
    });
    if (call.global.json) terminal.json({ url: listening.url });
    else terminal.say(`Laydown answers assistants at ${listening.url}  (Ctrl-C ends it)`);
    await wiring.untilEnded();
    await listening.close();
  });
