// The thread that parses HTML: a page that stalls it is ended with it (adapters/html-thread.ts holds the deadline).
import { parentPort } from 'node:worker_threads';
import { readHtml } from './formats/html.ts';
import { LaydownError } from './model/errors.ts';

parentPort?.on('message', ({ id, html }: { id: number; html: string }) => {
  try {
    parentPort?.postMessage({ id, draft: readHtml(html) });
  } catch (error) {
    const code = error instanceof LaydownError ? error.code : 'bad-input';
    const message =
      error instanceof LaydownError ? error.message : `cannot be read as HTML: ${(error as Error).message}`;
    parentPort?.postMessage({ id, fault: { code, message } });
  }
});
