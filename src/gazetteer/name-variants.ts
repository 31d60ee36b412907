// Other ways in which one name of a table is written: made by rule, so that the tables need not repeat them.

/** Heads that reports put for one another: "Incirlik Air Base", "Incirlik Airfield", "Incirlik base". */
const AIR = ['Air Base', 'Air Force Base', 'Airfield', 'base', 'Military Air Base'];
const NAVAL = ['Naval Base', 'Naval Station', 'naval base', 'Navy Base', 'Naval Facility', 'base'];
const LAND = ['Garrison', 'Barracks', 'Military Base', 'base', 'Training Area', 'military base'];
const HEADS: readonly (readonly [RegExp, readonly string[]])[] = [
  [/ (?:Air Base|Airfield|Air Force Base|Air Station)$/, AIR],
  [/ (?:Naval Base|Naval Station|Naval Support Activity|Naval Facility)$/, NAVAL],
  [/ (?:Garrison|Barracks|Military Base)$/, LAND],
];

const LONG: readonly (readonly [RegExp, string])[] = [
  [/\bUnited Nations\b/, 'UN'],
  [/^UN (?=\S)/, 'United Nations '],
  [/\bEuropean Union\b/, 'EU'],
  [/^EU (?=\S)/, 'European Union '],
  [/\bAfrican Union\b/, 'AU'],
  [/^AU (?=\S)/, 'African Union '],
  [/^United States\b/, 'US'],
  [/^US\b/, 'United States'],
  [/^U\.S\./, 'United States'],
  [/\bNorth Atlantic Treaty Organization\b/, 'NATO'],
];

/** The names themselves and what the rules make of them, each once. */
export function nameVariants(names: readonly string[]): readonly string[] {
  const all = new Set(names);
  for (const name of names) {
    for (const [head, others] of HEADS) {
      if (head.test(name)) for (const other of others) all.add(name.replace(head, ` ${other}`));
    }
    for (const [long, short] of LONG) if (long.test(name)) all.add(name.replace(long, short));
    const operation = /^Operation (\p{Lu}\S+ \S.*)$/u.exec(name);
    if (operation !== null) all.add(operation[1]!);
    if (name.startsWith('Operation ')) all.add(`Op ${name.slice(10)}`);
  }
  // "al-" and "el-" are one article in two romanisations.
  for (const name of [...all]) {
    if (/\bal-/i.test(name)) all.add(name.replace(/\b([ae])l-/gi, (_, a: string) => (a === 'A' ? 'El-' : 'el-')));
  }
  return [...all];
}
