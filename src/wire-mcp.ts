// Loads the assistants' server, which no other verb needs.
import { serveStdio } from '@modelcontextprotocol/server/stdio';
import type { Asking } from './app/known-on.ts';
import { listenMcp, type McpListenOptions } from './mcp/listen.ts';
import { type McpOptions, mcpServer } from './mcp/server.ts';

/** Resolves when standard input ends or the process is asked to end. */
export async function assistOnStdio(services: Asking, about: McpOptions, untilEnded: Promise<void>): Promise<void> {
  const handle = serveStdio(() => mcpServer(services, about));
  await Promise.race([untilEnded, new Promise((resolve) => process.stdin.once('end', resolve))]);
  await handle.close();
}

export const assistOnPort = (services: Asking, about: McpOptions, options: McpListenOptions) =>
  listenMcp(() => mcpServer(services, about), options);
