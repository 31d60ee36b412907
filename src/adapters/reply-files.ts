// A model's replies, a file each by the hash of what was asked: asking the same again costs nothing.
import { mkdir, readFile, rename, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { z } from 'zod';
import type { ReplyCache } from '../ports/llm.ts';

const replySchema = z.object({
  text: z.string(),
  isCut: z.boolean(),
  tokensIn: z.number().nullable(),
  tokensOut: z.number().nullable(),
});

/** A file that cannot be read or is damaged counts as none; one that cannot be written is let be. */
export function replyFiles(directory: string): ReplyCache {
  const pathOf = (key: string): string => join(directory, key.slice(0, 2), `${key}.json`);
  return {
    async get(key) {
      try {
        return replySchema.parse(JSON.parse(await readFile(pathOf(key), 'utf8')));
      } catch {
        return null;
      }
    },
    async put(key, reply) {
      const path = pathOf(key);
      try {
        await mkdir(join(path, '..'), { recursive: true });
        // Whole or not at all: another process may read it at any instant.
        await writeFile(`${path}.${process.pid}`, JSON.stringify(reply));
        await rename(`${path}.${process.pid}`, path);
      } catch {
        // A full or read-only disk costs a question asked again, not the reading.
      }
    },
  };
}
