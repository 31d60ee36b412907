// Console blocks of the documentation: the commands they show, and the lines that come out of each.
import { expect } from 'vitest';

export interface Shown {
  readonly command: string;
  /** Lines of standard output, in their order; "..." stands for any number of lines. */
  readonly lines: readonly string[];
}

export const shownIn = (page: string): Shown[] =>
  [...page.matchAll(/^```console\n([\s\S]*?)^```$/gm)].flatMap(([, block]) =>
    block!
      .split(/^\$ /m)
      .slice(1)
      .map((part) => {
        const [command, ...lines] = part.trimEnd().split('\n');
        return { command: command!, lines };
      }),
  );

/** Lines follow each other as they are shown; only "..." lets some pass. */
export function expectShown(stdout: string, lines: readonly string[]): void {
  let rest = stdout.split('\n');
  let mayCompare = true;
  for (const line of lines) {
    if (line === '...') {
      mayCompare = false;
      continue;
    }
    const at = rest.indexOf(line);
    expect(at, `"${line}" in:\n${stdout}`).toBeGreaterThanOrEqual(0);
    if (mayCompare) expect(at, `"${line}" comes next in:\n${stdout}`).toBe(0);
    rest = rest.slice(at + 1);
    mayCompare = true;
  }
}
