// Prints what the package stands on (CycloneDX): npm's own list, less the tools. `npm sbom --omit dev` leaves out packages that a tool uses, too.
import { spawnSync } from 'node:child_process';
import { readFileSync } from 'node:fs';
import { join } from 'node:path';

const root = join(import.meta.dirname, '..');
const { status, stdout, stderr } = spawnSync('npm', ['sbom', '--package-lock-only', '--sbom-format', 'cyclonedx'], {
  cwd: root,
  encoding: 'utf8',
  maxBuffer: 64 * 1024 * 1024,
  shell: process.platform === 'win32',
});
if (status !== 0) {
  console.error(`sbom: npm made no list: ${stderr}`);
  process.exit(1);
}
const bom = JSON.parse(stdout);
const { packages } = JSON.parse(readFileSync(join(root, 'package-lock.json'), 'utf8'));
const shipped = new Map(
  Object.entries(packages)
    .filter(([path, { dev, devOptional }]) => path !== '' && !dev && !devOptional)
    .map(([path, { version, license }]) => [
      `${path.slice(path.lastIndexOf('node_modules/') + 13)}@${version}`,
      license,
    ]),
);
// A licence that is named in no list ("BSD") is left out by npm: it stands under its own name.
bom.components = bom.components
  .filter(({ name, version }) => shipped.has(`${name}@${version}`))
  .map((one) => ({
    ...one,
    licenses: one.licenses ?? [{ license: { name: shipped.get(`${one.name}@${one.version}`) } }],
  }));
const kept = new Set([bom.metadata.component, ...bom.components].map((one) => one['bom-ref']));
bom.dependencies = bom.dependencies
  .filter(({ ref }) => kept.has(ref))
  .map(({ ref, dependsOn }) => ({ ref, dependsOn: dependsOn.filter((one) => kept.has(one)) }));
console.log(JSON.stringify(bom, null, 2));
