// A set of names in a few flat arrays: found part by part without building objects, loaded from a file without parsing. Names are ASCII keys
// (see name-parts.ts); every leading run of parts of a name is in the table too, so that a walk knows when to stop.

/** `first` holds where a key's items start in `items` (length + 1 entries); a key that is only the start of others has none. */
export interface NameTable {
  readonly slots: Uint32Array;
  readonly starts: Uint32Array;
  readonly letters: Uint8Array;
  readonly first: Uint32Array;
  /** Two numbers an item: what it stands for, and the packed case needs. */
  readonly items: Uint32Array;
}

export interface NameItem {
  readonly id: number;
  readonly cases: number;
}

const SEED = 0x811c9dc5;
const SPACE = 0x20;

function addLetters(hash: number, text: string): number {
  let h = hash;
  for (let i = 0; i < text.length; i++) h = Math.imul(h ^ text.charCodeAt(i), 0x01000193);
  return h;
}

/** The hash of the first part alone. */
export const hashOf = (part: string): number => addLetters(SEED, part);

/** The hash of a key one part longer. */
export const hashOfLonger = (hash: number, part: string): number =>
  addLetters(Math.imul(hash ^ SPACE, 0x01000193), part);

/** FNV leaves its low bits weak; a slot is chosen by the mixed hash, which is never 0 (an empty slot). */
function mix(hash: number): number {
  let h = hash ^ (hash >>> 16);
  h = Math.imul(h, 0x45d9f3b);
  h ^= h >>> 15;
  return h >>> 0 || 1;
}

/** The index of the key that is `parts` [from, from + count), whose hash is `hash`; -1 where it is none. */
export function findKey(table: NameTable, parts: readonly string[], from: number, count: number, hash: number): number {
  const { slots } = table;
  const mask = (slots.length >>> 1) - 1;
  const wanted = mix(hash);
  for (let slot = wanted & mask; ; slot = (slot + 1) & mask) {
    const held = slots[slot * 2]!;
    if (held === 0) return -1;
    if (held !== wanted) continue;
    const key = slots[slot * 2 + 1]!;
    if (keyIs(table, key, parts, from, count)) return key;
  }
}

/** False where no key has the hash: tells most words that are no names without comparing letters. */
export function mayHold({ slots }: NameTable, hash: number): boolean {
  const mask = (slots.length >>> 1) - 1;
  const wanted = mix(hash);
  for (let slot = wanted & mask; ; slot = (slot + 1) & mask) {
    const held = slots[slot * 2]!;
    if (held === wanted) return true;
    if (held === 0) return false;
  }
}

/** True where a longer key starts with the key and a space: keys are sorted, so it stands right behind. */
export function hasLonger({ letters, starts }: NameTable, key: number): boolean {
  const from = starts[key]!;
  const next = starts[key + 1]!;
  const length = next - from;
  const end = starts[key + 2];
  if (end === undefined || end - next <= length || letters[next + length] !== SPACE) return false;
  for (let i = 0; i < length; i++) if (letters[from + i] !== letters[next + i]) return false;
  return true;
}

function keyIs(table: NameTable, key: number, parts: readonly string[], from: number, count: number): boolean {
  const { letters } = table;
  let at = table.starts[key]!;
  const end = table.starts[key + 1]!;
  for (let p = 0; p < count; p++) {
    if (p > 0 && letters[at++] !== SPACE) return false;
    const part = parts[from + p]!;
    if (at + part.length > end) return false;
    for (let i = 0; i < part.length; i++) if (letters[at++] !== part.charCodeAt(i)) return false;
  }
  return at === end;
}

/** True where the key stands for something itself and is not only the start of longer ones. */
export const hasItems = (table: NameTable, key: number): boolean => table.first[key + 1]! > table.first[key]!;

export function itemsOf(table: NameTable, key: number): NameItem[] {
  const found: NameItem[] = [];
  for (let i = table.first[key]!; i < table.first[key + 1]!; i++) {
    found.push({ id: table.items[i * 2]!, cases: table.items[i * 2 + 1]! });
  }
  return found;
}

/** The whole key, or -1. */
export function findWhole(table: NameTable, parts: readonly string[]): number {
  if (parts.length === 0) return -1;
  let hash = hashOf(parts[0]!);
  for (let i = 1; i < parts.length; i++) hash = hashOfLonger(hash, parts[i]!);
  return findKey(table, parts, 0, parts.length, hash);
}

/** Packs keys (parts joined by a space) with their items. Keys with letters outside ASCII are left out: no folded text has them. */
export function packNames(names: ReadonlyMap<string, readonly NameItem[]>): NameTable {
  const all = new Map<string, readonly NameItem[]>();
  for (const [key, items] of names) {
    if (!/^[\x21-\x7e]+(?: [\x21-\x7e]+)*$/.test(key)) continue;
    all.set(key, items);
    for (let at = key.indexOf(' '); at >= 0; at = key.indexOf(' ', at + 1)) {
      const start = key.slice(0, at);
      if (!all.has(start)) all.set(start, names.get(start) ?? []);
    }
  }
  const keys = [...all.keys()].sort();
  const starts = new Uint32Array(keys.length + 1);
  const first = new Uint32Array(keys.length + 1);
  const items: number[] = [];
  keys.forEach((key, i) => {
    starts[i + 1] = starts[i]! + key.length;
    for (const item of all.get(key)!) items.push(item.id, item.cases);
    first[i + 1] = items.length / 2;
  });
  const letters = new Uint8Array(starts[keys.length]!);
  keys.forEach((key, i) => {
    for (let k = 0; k < key.length; k++) letters[starts[i]! + k] = key.charCodeAt(k);
  });
  return { slots: packSlots(keys), starts, letters, first, items: Uint32Array.from(items) };
}

function packSlots(keys: readonly string[]): Uint32Array {
  let size = 16;
  while (size < keys.length * 1.25) size *= 2;
  const slots = new Uint32Array(size * 2);
  keys.forEach((key, index) => {
    const parts = key.split(' ');
    let hash = hashOf(parts[0]!);
    for (let i = 1; i < parts.length; i++) hash = hashOfLonger(hash, parts[i]!);
    const wanted = mix(hash);
    let slot = wanted & (size - 1);
    while (slots[slot * 2] !== 0) slot = (slot + 1) & (size - 1);
    slots[slot * 2] = wanted;
    slots[slot * 2 + 1] = index;
  });
  return slots;
}
