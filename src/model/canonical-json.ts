// One text for one value: keys sorted, undefined left out, no white space. Hashes of content are taken over this text.

/** `{b: 1, a: [2, {d: 3, c: undefined}]}` -> `{"a":[2,{"d":3}],"b":1}`. */
export function canonicalJson(value: unknown): string {
  const ordered = inOrder(value);
  return ordered === undefined ? written(value) : (JSON.stringify(ordered) ?? 'null');
}

/** The value with the keys of its objects in order, so that the platform writes it out; undefined where an object cannot hold that order. */
function inOrder(value: unknown): unknown {
  if (value === null || typeof value !== 'object') return value ?? null;
  if (Array.isArray(value)) {
    let list: unknown[] | null = null;
    for (let i = 0; i < value.length; i++) {
      const one = inOrder(value[i]);
      if (one === undefined) return undefined;
      if (one !== value[i]) list ??= [...value];
      if (list !== null) list[i] = one;
    }
    return list ?? value;
  }
  const record = value as Record<string, unknown>;
  const keys = Object.keys(record);
  let changed = false;
  for (let i = 0; i < keys.length; i++) {
    const first = keys[i]!.charCodeAt(0);
    // Objects put numbers before words, and this name is not theirs to give.
    if ((first >= 48 && first <= 57) || keys[i] === '__proto__') return undefined;
    changed ||= i > 0 && keys[i]! < keys[i - 1]!;
  }
  if (changed) keys.sort();
  let copy: Record<string, unknown> | null = changed ? {} : null;
  for (let i = 0; i < keys.length; i++) {
    const key = keys[i]!;
    const given = record[key];
    if (given === undefined) {
      copy ??= copyOf(record, keys, i);
      continue;
    }
    const one = inOrder(given);
    if (one === undefined) return undefined;
    if (one !== given) copy ??= copyOf(record, keys, i);
    if (copy !== null) copy[key] = one;
  }
  return copy ?? record;
}

function copyOf(record: Record<string, unknown>, keys: readonly string[], count: number): Record<string, unknown> {
  const copy: Record<string, unknown> = {};
  for (let i = 0; i < count; i++) copy[keys[i]!] = record[keys[i]!];
  return copy;
}

/** The same, key by key: for objects with keys that no object keeps in order. */
function written(value: unknown): string {
  if (value === null || typeof value !== 'object') return JSON.stringify(value) ?? 'null';
  if (Array.isArray(value)) return `[${value.map(written).join(',')}]`;
  const record = value as Record<string, unknown>;
  let text = '';
  for (const key of Object.keys(record).sort()) {
    if (record[key] !== undefined) text += `${text === '' ? '' : ','}${JSON.stringify(key)}:${written(record[key])}`;
  }
  return `{${text}}`;
}
