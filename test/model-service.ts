// For tests: a service of our own that speaks chat completions over HTTP, and misbehaves as told.
import { createServer, type IncomingMessage, type Server, type ServerResponse } from 'node:http';
import type { AddressInfo } from 'node:net';

/** What was asked, as the service got it. */
export interface Asked {
  readonly model: string;
  readonly messages: readonly { readonly role: string; readonly content: string }[];
  readonly response_format: { readonly type: string; readonly json_schema: { readonly schema: object } };
  readonly authorization: string | undefined;
}

/** Answers one question: the claims of a proper reply, or whatever it does with the response itself. */
export type Answer = (asked: Asked, response: ServerResponse) => readonly object[] | string | null;

export interface ModelService {
  readonly base: string;
  readonly asked: readonly Asked[];
  /** How later questions are answered. */
  answer(how: Answer): void;
  close(): Promise<void>;
}

export async function modelService(first: Answer = () => []): Promise<ModelService> {
  const asked: Asked[] = [];
  let how = first;
  const server: Server = createServer((request, response) => {
    void bodyOf(request).then((body) => {
      const question: Asked = { ...JSON.parse(body), authorization: request.headers.authorization };
      asked.push(question);
      const given = how(question, response);
      if (given === null) return;
      const content = typeof given === 'string' ? given : JSON.stringify({ claims: given });
      response.setHeader('content-type', 'application/json');
      response.end(
        JSON.stringify({
          choices: [{ finish_reason: 'stop', message: { role: 'assistant', content } }],
          usage: { prompt_tokens: 1_000, completion_tokens: 100 },
        }),
      );
    });
  });
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  return {
    base: `http://127.0.0.1:${(server.address() as AddressInfo).port}/v1`,
    asked,
    answer(next) {
      how = next;
      asked.length = 0;
    },
    close: () =>
      new Promise((resolve) => {
        server.close(() => resolve());
        server.closeAllConnections();
      }),
  };
}

const bodyOf = async (request: IncomingMessage): Promise<string> => {
  const parts: Buffer[] = [];
  for await (const part of request) parts.push(part as Buffer);
  return Buffer.concat(parts).toString('utf8');
};

/** A claim as a model that keeps to the schema writes it: every field there, null where it does not belong. */
export const replied = (claim: object): object => ({
  ...Object.fromEntries(
    'party unit mission quantity place from to move phase temporary status body action vote final pending killed wounded time said_by'
      .split(' ')
      .map((field) => [field, null]),
  ),
  ...claim,
});
