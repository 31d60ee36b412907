// The services that taking in files needs, each part loaded when it is first used.
import type { TextServices } from '../ports/intake.ts';
import { ParserThread, type ParserThreadOptions } from './parser-thread.ts';

/** `worker` is the parsers' entry file (parser-worker); `close` ends its thread, if one was started. */
export function textServices(worker: URL, limits: ParserThreadOptions): TextServices & { close(): Promise<void> } {
  const thread = new ParserThread(worker, limits);
  return {
    parse: (format, content) => thread.parse(format, content),
    decodeGuessed: async (bytes) => (await import('./charset-guess.ts')).decodeGuessed(bytes),
    archive: async (kind, bytes) => (await import('./archive-file.ts')).archiveBytes(kind, bytes),
    languageOf: async (text) => (await import('./language.ts')).languageOf(text),
    close: () => thread.close(),
  };
}
