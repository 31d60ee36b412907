// Names in package-lock.json the optional packages of other platforms, where the registry that wrote it did not offer them: `npm ci` refuses
// a lock file without them. They are never fetched where they do not fit. Run after every change of dependencies: npm run lock
import { readFileSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';

const file = join(dirname(fileURLToPath(import.meta.url)), '..', 'package-lock.json');
const lock = JSON.parse(readFileSync(file, 'utf8'));
const { packages } = lock;

const SYSTEMS = ['android', 'darwin', 'freebsd', 'linux', 'netbsd', 'openbsd', 'openharmony', 'sunos', 'win32', 'aix'];
const PROCESSORS = ['arm64', 'arm', 'x64', 'ia32', 'ppc64', 'riscv64', 's390x', 'loong64', 'mips64el', 'wasm32'];

/** "@rolldown/binding-linux-x64-musl" -> which machines it is for; null where the name does not say. */
function platformOf(name) {
  const words = name.split('/').at(-1).split(/[-.]/);
  const os = SYSTEMS.filter((system) => words.includes(system));
  const cpu = PROCESSORS.filter((processor) => words.includes(processor));
  if (cpu.includes('wasm32')) return { cpu: ['wasm32'] };
  if (os.length === 0 || cpu.length === 0) return null;
  const libc = words.includes('musl') ? ['musl'] : words.some((word) => /^gnu/.test(word)) ? ['glibc'] : null;
  return { cpu, os, ...(libc && { libc }) };
}

/** The package that one at `path` finds under `name`: the nearest node_modules above it that has one. */
function found(path, name) {
  for (let above = path; ; above = above.slice(0, above.lastIndexOf('node_modules/')).replace(/\/$/, '')) {
    const place = `${above === '' ? '' : `${above}/`}node_modules/${name}`;
    if (packages[place] || above === '') return packages[place];
  }
}

const added = [];
for (const [path, { optionalDependencies = {}, dev }] of Object.entries(packages)) {
  for (const [name, version] of Object.entries(optionalDependencies)) {
    const other = found(path, name);
    const platform = platformOf(name);
    // Only exact versions: such packages go with the one version of their parent.
    if (other?.version === version || platform === null || !/^\d/.test(version)) continue;
    const place = other === undefined ? `node_modules/${name}` : `${path}/node_modules/${name}`;
    packages[place] = { version, ...(dev && { dev }), optional: true, ...platform };
    added.push(`${name}@${version}`);
  }
}
lock.packages = Object.fromEntries(Object.entries(packages).sort(([a], [b]) => (a < b ? -1 : 1)));
writeFileSync(file, `${JSON.stringify(lock, null, 2)}\n`);
console.error(added.length === 0 ? 'lock: complete' : `lock: added ${added.length}: ${added.join(' ')}`);
