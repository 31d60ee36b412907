// Takes files in as the program does, with the real parsers in their real thread.
import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { Readable } from 'node:stream';
import { fileFinder } from '../../src/adapters/file-finder.ts';
import { textServices } from '../../src/adapters/text-services.ts';
import { isFault, takeIn } from '../../src/app/take-in.ts';
import { READABLE } from '../../src/formats/format-of.ts';
import { PARSER_LIMITS } from '../../src/formats/limits.ts';
import type { Draft } from '../../src/model/draft.ts';

interface Taken {
  /** Without the directory: "feed.xml:3". */
  readonly reports: readonly { readonly source: string; readonly report: Draft }[];
  readonly faults: readonly { readonly source: string; readonly message: string }[];
  readonly notes: readonly string[];
}

export interface Intake {
  /** Writes the files to a directory of their own and takes them in, in the order given. */
  take(files: Readonly<Record<string, string | Uint8Array>>): Promise<Taken>;
  close(): Promise<void>;
}

type Limits = Parameters<typeof textServices>[1];

/** The program's, with time for a machine that is busy with other things. */
export const PATIENT_LIMITS: Limits = {
  ...PARSER_LIMITS,
  deadlineMs: Object.fromEntries(
    Object.entries(PARSER_LIMITS.deadlineMs).map(([format, ms]) => [format, 6 * ms]),
  ) as unknown as Limits['deadlineMs'],
};

/** The thread is the built one, as the program starts it. */
export async function openIntake(limits: Limits = PATIENT_LIMITS): Promise<Intake> {
  const root = mkdtempSync(join(tmpdir(), 'laydown-intake-'));
  const services = textServices(new URL('../../dist/parser-worker.js', import.meta.url), limits);
  let count = 0;
  return {
    async take(files) {
      const directory = join(root, `files-${++count}`);
      for (const [name, content] of Object.entries(files)) {
        mkdirSync(dirname(join(directory, name)), { recursive: true });
        writeFileSync(join(directory, name), content);
      }
      const paths = Object.keys(files).map((name) => join(directory, name));
      const short = (path: string): string => path.replace(`${directory}/`, '');
      const reports: { source: string; report: Draft }[] = [];
      const faults: { source: string; message: string }[] = [];
      const notes: string[] = [];
      const note = (path: string, words: string): void => void notes.push(`${short(path)}: ${words}`);
      for await (const one of takeIn(services, fileFinder(READABLE, Readable.from([])).find(paths), { note })) {
        if (isFault(one)) faults.push({ source: short(one.source), message: one.message });
        else reports.push({ source: short(one.source), report: one.report });
      }
      rmSync(directory, { recursive: true });
      return { reports, faults, notes };
    },
    async close() {
      await services.close();
      rmSync(root, { recursive: true });
    },
  };
}
