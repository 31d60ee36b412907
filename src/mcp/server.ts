// The ledger for assistants, over the Model Context Protocol: questions as tools, reports and claims as resources. Read-only unless started otherwise.
import { McpServer } from '@modelcontextprotocol/server';
import { z } from 'zod';
import { judgeClaim } from '../app/judge-claim.ts';
import type { Asking } from '../app/known-on.ts';
import { unnamed } from '../app/unnamed.ts';
import { LaydownError } from '../model/errors.ts';
import { addResources } from './resources.ts';
import { TOOLS } from './tools.ts';

export interface McpOptions {
  readonly version: string;
  /** True: a tool that judges claims is there too; who judged is `by`. */
  readonly judgesAs: string | null;
}

const INSTRUCTIONS = `Laydown is a ledger of what reports assert about armed forces: who has how many troops where, who says so, and since when.
Numbers are bounds: say both ends, and the day they were counted. "max": null means that no upper bound is known. No row means not reported, which is not zero.
"expected" is what is planned, not what is. Quote the citations of an answer, with publisher and day; a claim with "grounded": false had no text to check it against.
Where conflicts are named, tell both readings; do not average. What was known when can be asked with "known".`;

/** A server of its own for each connection or request; the services behind it are shared. */
export function mcpServer(services: Asking, { version, judgesAs }: McpOptions): McpServer {
  const server = new McpServer(
    { name: 'laydown', title: 'Laydown', version },
    { capabilities: { tools: {}, resources: {} }, instructions: INSTRUCTIONS },
  );
  // Who judged is told to those who judge.
  const told = <T>(answer: T): T => (judgesAs === null ? unnamed(answer) : answer);
  for (const { name, title, description, input, call } of TOOLS) {
    server.registerTool(
      name,
      { title, description, inputSchema: input, annotations: { readOnlyHint: true, openWorldHint: false } },
      (given: unknown) => answered(async () => told(await call(services, given as never))),
    );
  }
  if (judgesAs !== null) addJudging(server, services, judgesAs);
  addResources(server, services, told);
  return server;
}

function addJudging(server: McpServer, services: Asking, by: string): void {
  server.registerTool(
    'judge',
    {
      title: 'Accept, reject or withdraw a judgement of a claim',
      description:
        'Records a verdict on one claim in the ledger, with who, when and why. `withdraw` undoes the one in force.',
      inputSchema: z.object({
        claim: z.string().min(4).max(200).describe('The id of the claim'),
        verdict: z.enum(['accept', 'reject', 'withdraw']),
        note: z.string().min(1).max(2_000).describe('Why'),
      }),
      annotations: { readOnlyHint: false, destructiveHint: false, idempotentHint: true, openWorldHint: false },
    },
    (request) => answered(async () => (await judgeClaim(services, { ...request, by })).judgement),
  );
}

/** A name or day that is none is told to the assistant in words, so that it can mend its call; a defect is not hidden. */
async function answered(ask: () => Promise<object>) {
  try {
    const answer = await ask();
    return { content: [{ type: 'text' as const, text: JSON.stringify(answer) }], structuredContent: { ...answer } };
  } catch (error) {
    if (!(error instanceof LaydownError)) throw error;
    return { content: [{ type: 'text' as const, text: error.message }], isError: true };
  }
}
