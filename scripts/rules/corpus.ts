// The reports that a rule is tried on: files and folders as `laydown read` takes them.
import { existsSync } from 'node:fs';
import { join } from 'node:path';
import { fileFinder } from '../../src/adapters/file-finder.ts';
import { textServices } from '../../src/adapters/text-services.ts';
import { isFault, takeIn } from '../../src/app/take-in.ts';
import { READABLE } from '../../src/formats/format-of.ts';
import { PARSER_LIMITS } from '../../src/formats/limits.ts';
import type { Report } from '../../src/model/report.ts';

/** The examples, and the annotated corpus where it lies beside the checkout. */
export const defaultFolders = (root: string): readonly string[] =>
  [join(root, 'examples'), join(root, '../shared/corpus/dev')].filter((path) => existsSync(path));

/** English reports only; what cannot be read is named on stderr and left out. */
export async function readReports(root: string, paths: readonly string[]): Promise<readonly Report[]> {
  const texts = textServices(new URL(`file://${join(root, 'dist/parser-worker.js')}`), PARSER_LIMITS);
  const reports: Report[] = [];
  try {
    for await (const one of takeIn(texts, fileFinder(READABLE, process.stdin).find(paths))) {
      if (isFault(one)) console.error(`${one.source}: ${one.message}`);
      else if (!one.report.language || one.report.language === 'en')
        reports.push({ ...one.report, id: one.report.id ?? one.source });
    }
  } finally {
    await texts.close();
  }
  return reports;
}
