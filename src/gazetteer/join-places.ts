// Mentions that belong together become one: "Taji, Iraq", "Fort Bragg, N.C.", "northern Mali", "Baghdad airport", "Helmand province".
import { isRegion, type Place } from '../model/place.ts';
import type { Token } from '../text/document.ts';
import type { Entry, Mention } from './entry.ts';

/** True where a place of the inner name lies in the outer. */
type MayLieIn = (inner: Place, outer: Place) => boolean;
type Site = Extract<Entry, { kind: 'site' }>;

const DIRECTION =
  /^(?:(?:north|south)(?:-?(?:east|west))?(?:ern)?|(?:east|west)(?:ern)?|north-?(?:central)|south-?(?:central)|east-?central|west-?central|central|upper|lower|far-(?:north|east|west|south)(?:ern)?)$/;
/** After a town, island or base: a site of its own kind there. */
const SITE_HEADS: readonly string[] = [
  'international airport',
  'air base',
  'airbase',
  'military base',
  'army base',
  'naval base',
  'air force base',
  'military airport',
  'air field',
  'airport',
  'airfield',
  'base',
  'garrison',
  'barracks',
  'training area',
  'training ground',
  'camp',
  'green zone',
  'naval station',
  'military complex',
];
const HEADS_BY_WORD: ReadonlyMap<string, readonly (readonly string[])[]> = new Map(
  [...new Set(SITE_HEADS.map((head) => head.split(' ')[0]!))].map((word) => [
    word,
    SITE_HEADS.map((head) => head.split(' ')).filter((head) => head[0] === word),
  ]),
);
/** After a province or town: the same place, said in full. */
const AREA_HEADS = new Set(
  'province provinces governorate region district oblast county prefecture state department valley city town peninsula enclave exclave island islands area territory voivodeship canton highlands village municipality republic'.split(
    ' ',
  ),
);

/** Joins neighbouring mentions; tokens and order stay as they were. */
export function joinPlaces(
  tokens: readonly Token[],
  mentions: readonly Mention[],
  mayLieIn: MayLieIn,
): readonly Mention[] {
  const joined: Mention[] = [];
  for (let i = 0; i < mentions.length; i++) {
    let mention = mentions[i]!;
    if (mention.glued === undefined) {
      mention = withHead(tokens, mention);
      for (let next = mentions[i + 1]; next !== undefined; next = mentions[i + 1]) {
        const whole = withContainer(tokens, mention, next, mayLieIn);
        if (whole === null) break;
        mention = whole;
        i++;
      }
      mention = withDirection(tokens, mention, joined.at(-1)?.to ?? 0);
    }
    joined.push(mention);
  }
  return joined;
}

const isSite = (entry: Entry): entry is Site => entry.kind === 'site';

function withHead(tokens: readonly Token[], mention: Mention): Mention {
  const next = tokens[mention.to];
  if (next === undefined || next.kind !== 'word' || !isSite(mention.entries[0]!)) return mention;
  if (AREA_HEADS.has(next.lower)) {
    const sites = mention.entries.filter(isSite);
    return { ...mention, to: mention.to + 1, entries: sites };
  }
  const head = HEADS_BY_WORD.get(next.lower)?.find((h) => h.every((word, k) => tokens[mention.to + k]?.lower === word));
  if (head === undefined) return mention;
  const count = head.length;
  const text = tokens
    .slice(mention.to, mention.to + count)
    .map((token) => token.text)
    .join(' ');
  const entries = mention.entries.filter(isSite).map((site): Site => {
    if (site.what === 'base' && / base$|Base$|Camp |airport$/i.test(site.place.name ?? '')) return site;
    const prior = Math.max(site.prior, 0.6);
    return { ...site, what: 'base', prior, place: { country: site.place.country, name: `${site.place.name} ${text}` } };
  });
  return { ...mention, to: mention.to + count, entries };
}

/** "X, Y" where an entry of X lies in an entry of Y. */
function withContainer(tokens: readonly Token[], mention: Mention, next: Mention, mayLieIn: MayLieIn): Mention | null {
  // "in Darfur, Sudan's news agency said": whose the agency is, not where Darfur lies.
  if (tokens[mention.to]?.text !== ',' || next.from !== mention.to + 1 || next.glued !== undefined) return null;
  if (/^['\u2019]s$/.test(tokens[next.to]?.lower ?? '')) return null;
  const outers = next.entries.flatMap((e) => (e.kind === 'country' || e.kind === 'site' ? [e.place] : []));
  const inside = mention.entries.filter(
    (entry): entry is Site =>
      isSite(entry) && outers.some((outer) => outer.name !== entry.place.name && mayLieIn(entry.place, outer)),
  );
  if (inside.length === 0) return null;
  // A comma after "Georgia" closes the insertion: "Fort Benning, Georgia, on Monday".
  return { from: mention.from, to: next.to, entries: inside.map((entry) => ({ ...entry, prior: 1 })) };
}

/** "northern Mali" is a part of Mali: a place, no longer an actor. */
function withDirection(tokens: readonly Token[], mention: Mention, floor: number): Mention {
  const before = tokens[mention.from - 1];
  if (before === undefined || mention.from - 1 < floor || !DIRECTION.test(before.lower)) return mention;
  const place = mention.entries.find((e) => e.kind === 'country' || e.kind === 'region' || e.kind === 'site');
  if (place === undefined || !('place' in place) || place.place === null) return mention;
  const { country, name } = place.place;
  if (country === null || (isRegion(country) && country === 'R:AT-SEA')) return mention;
  const whole: Entry = {
    kind: 'site',
    what: 'area',
    owner: null,
    prior: place.kind === 'site' ? place.prior : 1,
    place: { country, name: `${before.text.toLowerCase()} ${name}` },
  };
  return { from: mention.from - 1, to: mention.to, entries: [whole] };
}
