// The gazetteer as one run of bytes and back: a head in JSON says where each flat array lies, so that loading copies nothing.
import { LaydownError } from '../model/errors.ts';
import type { CityTable } from './cities.ts';
import { type AtlasTables, type Curated, nameItems } from './curated.ts';
import type { Entry } from './entry.ts';
import type { GazetteerData } from './gazetteer.ts';
import { type NameTable, packNames } from './name-table.ts';
import { once } from './once.ts';

const MAGIC = 'LDGZ';
/** Raised with every change of the layout: an older file is refused. */
const VERSION = 2;
const ALIGN = 8;

type FlatArray = Uint8Array | Uint16Array | Uint32Array | Float32Array;
const KINDS = { Uint8Array, Uint16Array, Uint32Array, Float32Array } as const;
type Kind = keyof typeof KINDS;
interface Section {
  readonly name: string;
  readonly kind: Kind;
  readonly at: number;
  readonly length: number;
}

const kindOf = (array: FlatArray): Kind => array.constructor.name as Kind;
const tableSections = (prefix: string, table: NameTable): [string, FlatArray][] =>
  (['slots', 'starts', 'letters', 'first', 'items'] as const).map((field) => [`${prefix}.${field}`, table[field]]);

/** Layout: magic, version, length of the head, head, then the arrays, each at a multiple of 8 bytes. */
export function packGazetteer(curated: Curated, cities: CityTable | null): Uint8Array {
  const encoder = new TextEncoder();
  const json = (value: unknown): Uint8Array => encoder.encode(JSON.stringify(value));
  const entries = curated.entries.map(json);
  const entryStarts = new Uint32Array(entries.length + 1);
  entries.forEach((bytes, i) => {
    entryStarts[i + 1] = entryStarts[i]! + bytes.length;
  });
  const joined = new Uint8Array(entryStarts[entries.length]!);
  entries.forEach((bytes, i) => {
    joined.set(bytes, entryStarts[i]!);
  });
  const arrays: [string, FlatArray][] = [
    ['entries', joined],
    ['entryStarts', entryStarts],
    ['allNames', json(curated.names)],
    ['tables', json(curated.tables)],
    ['priors', json(curated.priors)],
    ['smallStarts', json(curated.smallStarts)],
    ...tableSections('names', packNames(nameItems(curated))),
  ];
  if (cities !== null) {
    const fields = ['displayStarts', 'country', 'admin', 'population', 'latitude', 'longitude', 'seat'] as const;
    arrays.push(...tableSections('cities', cities.names), ['displays', encoder.encode(cities.displays())]);
    arrays.push(['admins', encoder.encode(cities.admins().join('\n'))]);
    for (const field of fields) arrays.push([`city.${field}`, cities[field]]);
  }
  let at = 0;
  const sections = arrays.map(([name, array]): Section => {
    const section = { name, kind: kindOf(array), at, length: array.length };
    at += Math.ceil(array.byteLength / ALIGN) * ALIGN;
    return section;
  });
  const head = encoder.encode(JSON.stringify(sections));
  const body = Math.ceil((12 + head.length) / ALIGN) * ALIGN;
  const bytes = new Uint8Array(body + at);
  bytes.set(encoder.encode(MAGIC), 0);
  new DataView(bytes.buffer).setUint32(4, VERSION, true);
  new DataView(bytes.buffer).setUint32(8, head.length, true);
  bytes.set(head, 12);
  arrays.forEach(([, array], i) => {
    bytes.set(new Uint8Array(array.buffer, array.byteOffset, array.byteLength), body + sections[i]!.at);
  });
  return bytes;
}

/** Views into `bytes`, which must stay as they are. Throws `bad-input` for bytes that are no gazetteer of this version. */
export function unpackGazetteer(bytes: Uint8Array): GazetteerData {
  const decoder = new TextDecoder();
  // Flat arrays need aligned offsets: a Buffer from a pool may start anywhere.
  const own = bytes.byteOffset % ALIGN === 0 ? bytes : bytes.slice();
  const view = new DataView(own.buffer, own.byteOffset, own.byteLength);
  const isOurs = own.length > 12 && decoder.decode(own.subarray(0, 4)) === MAGIC && view.getUint32(4, true) === VERSION;
  if (!isOurs)
    throw new LaydownError(
      'bad-input',
      'the gazetteer file is none of this version: build it again with `npm run build`',
    );
  const headLength = view.getUint32(8, true);
  const sections = JSON.parse(decoder.decode(own.subarray(12, 12 + headLength))) as readonly Section[];
  const body = Math.ceil((12 + headLength) / ALIGN) * ALIGN;
  const byName = new Map(sections.map((section) => [section.name, section]));
  const has = (name: string): boolean => byName.has(name);
  const array = <K extends Kind>(name: string, _kind: K): InstanceType<(typeof KINDS)[K]> => {
    const section = byName.get(name)!;
    const make = KINDS[section.kind] as new (buffer: ArrayBufferLike, at: number, length: number) => FlatArray;
    return new make(own.buffer, own.byteOffset + body + section.at, section.length) as InstanceType<(typeof KINDS)[K]>;
  };
  const text = (name: string): string => decoder.decode(array(name, 'Uint8Array'));
  const json = <T>(name: string): (() => T) => once(() => JSON.parse(text(name)) as T);
  const table = (prefix: string): NameTable => ({
    slots: array(`${prefix}.slots`, 'Uint32Array'),
    starts: array(`${prefix}.starts`, 'Uint32Array'),
    letters: array(`${prefix}.letters`, 'Uint8Array'),
    first: array(`${prefix}.first`, 'Uint32Array'),
    items: array(`${prefix}.items`, 'Uint32Array'),
  });
  const cities = (): CityTable => ({
    names: table('cities'),
    displays: once(() => text('displays')),
    admins: once(() => text('admins').split('\n')),
    displayStarts: array('city.displayStarts', 'Uint32Array'),
    country: array('city.country', 'Uint16Array'),
    admin: array('city.admin', 'Uint16Array'),
    population: array('city.population', 'Uint32Array'),
    latitude: array('city.latitude', 'Float32Array'),
    longitude: array('city.longitude', 'Float32Array'),
    seat: array('city.seat', 'Uint8Array'),
  });
  const entryStarts = array('entryStarts', 'Uint32Array');
  const entryBytes = array('entries', 'Uint8Array');
  const entries = new Map<number, Entry>();
  const entry = (id: number): Entry => {
    const known = entries.get(id);
    if (known !== undefined) return known;
    const made = JSON.parse(decoder.decode(entryBytes.subarray(entryStarts[id]!, entryStarts[id + 1]!))) as Entry;
    entries.set(id, made);
    return made;
  };
  return {
    names: table('names'),
    cities: has('displays') ? cities() : null,
    entry,
    allNames: json<Curated['names']>('allNames'),
    tables: json<AtlasTables>('tables'),
    priors: json<Curated['priors']>('priors'),
    smallStarts: json<readonly string[]>('smallStarts'),
  };
}
