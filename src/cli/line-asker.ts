// Questions on a terminal, answered by a line each. Lines typed before they are asked for are kept for the next question.
import { createInterface } from 'node:readline';

export interface LineAsker {
  /** Null at the end of the input. `given` stands in the line, to be edited. */
  ask(prompt: string, given?: string): Promise<string | null>;
  close(): void;
}

export function askingLines(input: NodeJS.ReadableStream, output: NodeJS.WritableStream): LineAsker {
  const lines = createInterface({ input, output });
  const typed: string[] = [];
  let waiting: ((line: string | null) => void) | null = null;
  let hasEnded = false;
  const hand = (line: string | null): void => {
    const answer = waiting;
    waiting = null;
    answer?.(line);
  };
  lines.on('line', (line) => {
    if (waiting === null) typed.push(line);
    else hand(line);
  });
  lines.on('close', () => {
    hasEnded = true;
    hand(null);
  });
  return {
    ask: (prompt, given = '') => {
      const early = typed.shift();
      if (early !== undefined || hasEnded) return Promise.resolve(early ?? null);
      return new Promise((resolve) => {
        waiting = resolve;
        lines.setPrompt(prompt);
        lines.prompt();
        if (given !== '') lines.write(given);
      });
    },
    close: () => lines.close(),
  };
}
