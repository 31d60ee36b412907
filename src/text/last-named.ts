// Where a speaker's label stands last before a place: asked for each paragraph of a turn, so that a search goes back no further than to the
// place asked of before.

/** Asks where a label starts last at or before `at`, -1 where it never does. Places are asked in the order of the text. */
export function lastNamed(text: string): (label: string, at: number) => number {
  const known = new Map<string, { readonly asked: number; readonly found: number }>();
  return (label, at) => {
    const before = known.get(label);
    let found: number;
    if (before === undefined || at < before.asked) found = text.lastIndexOf(label, at);
    else {
      const since = before.asked + 1;
      const here = text.slice(since, at + label.length).lastIndexOf(label);
      found = here < 0 ? before.found : since + here;
    }
    known.set(label, { asked: at, found });
    return found;
  };
}
