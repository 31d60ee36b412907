// For tests: the package as `npm pack` makes it of what is built.
import { spawnSync } from 'node:child_process';
import { mkdirSync } from 'node:fs';
import { join } from 'node:path';

export const ROOT = join(import.meta.dirname, '../..');

/** Runs npm; its standard output. Throws with what it said on standard error. */
export function npm(args: readonly string[], cwd: string): string {
  const { status, stdout, stderr } = spawnSync('npm', [...args], {
    cwd,
    encoding: 'utf8',
    maxBuffer: 64 * 1024 * 1024,
    shell: process.platform === 'win32',
  });
  if (status !== 0) throw new Error(`npm ${args.join(' ')}: ${stderr}`);
  return stdout;
}

/** Packs what is built in `from` into the folder `to`; the tarball's path. */
export function pack(from: string, to: string): string {
  mkdirSync(to, { recursive: true });
  const [packed] = JSON.parse(npm(['pack', '--ignore-scripts', '--json', '--pack-destination', to], from)) as {
    readonly filename: string;
  }[];
  return join(to, packed!.filename);
}
