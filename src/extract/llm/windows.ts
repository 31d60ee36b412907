// A long report in overlapping pieces: an assertion that one piece cuts in two stands whole in the next.

export interface TextWindow {
  /** UTF-16 code units into the report's text, `end` behind the last. */
  readonly start: number;
  readonly end: number;
}

/** Characters of a piece, and of what two neighbours share. */
export const WINDOW = { characters: 8_000, overlap: 800 } as const;

/** Pieces that cover the whole text, each cut at the end of a paragraph, sentence or word where there is one near. */
export function windowsOf(text: string, { characters, overlap } = WINDOW as { characters: number; overlap: number }) {
  const windows: TextWindow[] = [];
  for (let start = 0; ; ) {
    const end = start + characters >= text.length ? text.length : cutBefore(text, start + characters, overlap);
    windows.push({ start, end });
    if (end === text.length) return windows;
    start = Math.max(start + 1, cutBefore(text, end - overlap, overlap));
  }
}

/** The last good place to cut in the `reach` characters before `at`; `at` itself where there is none. */
function cutBefore(text: string, at: number, reach: number): number {
  const tail = text.slice(Math.max(0, at - reach), at);
  for (const pattern of [/\n\s*\n/g, /[.!?]["'”’)]*\s+/g, /\s+/g]) {
    const last = [...tail.matchAll(pattern)].at(-1);
    if (last !== undefined) return at - tail.length + last.index + last[0].length;
  }
  return at;
}
