// The lines of a CLAIMS.jsonl file, for importClaims.
import { LIMITS } from '../formats/limits.ts';
import type { Fault } from '../model/errors.ts';
import type { FoundFile } from '../ports/intake.ts';

/** A line that cannot be read is told to `fault`; an empty one stands in its place, so that the others keep their numbers. */
export async function* readableLines(file: FoundFile, fault: (fault: Fault) => void): AsyncGenerator<string> {
  let number = 0;
  for await (const line of file.lines(LIMITS.importLineBytes)) {
    number++;
    if (typeof line === 'string') yield line;
    else {
      fault({ source: `${file.source}:${number}`, code: line.code, message: line.message });
      yield '';
    }
  }
}
