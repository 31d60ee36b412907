// A web archive of two gigabytes into an embedded ledger: killed three times on its way and begun again; memory, time, and each story once.
//   node scripts/run-tool.mjs bench/scale/archive.ts [--mb 2048] [--jobs 1] [--db postgres://.../an-empty-database]
// Pages are those of mix.ts as news sites dress them: one in two hundred tells of forces and is like no other, the others come again and again. Linux.
import { createHash } from 'node:crypto';
import { closeSync, mkdirSync, mkdtempSync, openSync, rmSync, statSync, writeFileSync, writeSync } from 'node:fs';
import { cpus, loadavg, tmpdir } from 'node:os';
import { join } from 'node:path';
import { parseArgs } from 'node:util';
import { isAboutForces } from '../../src/extract/screen.ts';
import { answer, packed, storyPage, warcInfo } from '../../test/intake/warc-writer.ts';
import { interrupted, whileMade } from './leftovers.ts';
import { type Article, articleOf, type Sources, sourcesIn } from './mix.ts';
import { startMeasured } from './processes.ts';

const MB = 1024 * 1024;
const EVERY = 200;
const POOL = 3_000;
const KILLS = [0.25, 0.5, 0.75] as const;
/** What surrounds a story on its page, so that pages have the size that they have on the web: scripts, and a state that does not pack well. */
const STATE_BYTES = 24_000;
const SCRIPT = `<script>${'window.layer=window.layer||[];function track(a,b){layer.push([a,b,Date.now()])}'.repeat(120)}</script>`;

export async function main(args: readonly string[], root: string): Promise<number> {
  const { values } = parseArgs({
    args: [...args],
    options: {
      mb: { type: 'string', default: '2048' },
      jobs: { type: 'string', default: '1' },
      db: { type: 'string' },
    },
  });
  const folder = mkdtempSync(join(tmpdir(), 'laydown-archive-bench-'));
  const readFrom = async (): Promise<number> => {
    const file = join(folder, 'crawl.warc.gz');
    const { stories, pages } = await writeArchive(file, Number(values.mb) * MB, sourcesIn(root));
    const mb = statSync(file).size / MB;
    console.log(`${Math.round(mb)} MB, ${pages} pages, ${stories} of them stories of forces`);
    const ledger = values.db ?? join(folder, 'ledger');
    const runs: Record<string, unknown>[] = [];
    let [cpuMs, wallMs, acknowledged] = [0, 0, 0];
    for (let run = 0; run <= KILLS.length; run++) {
      const memory: number[] = [];
      let seen = 0;
      const until = Math.round(stories * (KILLS[run] ?? 2));
      const running = startMeasured(['--json', '--db', ledger, 'add', file, '--jobs', values.jobs], (now) =>
        memory.push(now),
      );
      running.child.stdout?.on('data', (part: string) => {
        seen += part.split('"outcome":"added"').length - 1;
        if (acknowledged + seen >= until) running.child.kill('SIGKILL');
      });
      const ended = await running.ended;
      interrupted.throwIfAborted();
      acknowledged += seen;
      cpuMs += ended.cpuMs;
      wallMs += ended.wallMs;
      const row = {
        run,
        status: ended.status ?? 'killed',
        added: seen,
        seconds: Math.round(ended.wallMs / 1_000),
        'peak MB': Math.round(ended.peakMb),
        'resident MB, by tenths of the run': tenths(memory),
        said: /goes on after record \d+/.exec(ended.stderr)?.[0] ?? null,
      };
      runs.push(row);
      console.log(JSON.stringify(row));
    }
    const doctor = await startMeasured(['--db', ledger, 'doctor']).ended;
    const reports = Number(/([\d,]+) reports?/.exec(doctor.stdout)?.[1]?.replaceAll(',', ''));
    const result = {
      machine: { cores: cpus().length, node: process.version, load: Math.round(loadavg()[0]! * 10) / 10 },
      mb: Math.round(mb),
      pages,
      stories,
      reports,
      doctor: doctor.status,
      'MB/s': Math.round((mb * 10_000) / wallMs) / 10,
      'MB/s of processor': Math.round((mb * 10_000) / cpuMs) / 10,
      'pages/s': Math.round((pages * 1_000) / wallMs),
      runs,
    };
    console.log(JSON.stringify({ ...result, runs: undefined }));
    mkdirSync(join(root, 'bench/out'), { recursive: true });
    writeFileSync(join(root, 'bench/out/archive.json'), `${JSON.stringify(result, null, 1)}\n`);
    return reports === stories && doctor.status === 0 ? 0 : 1;
  };
  return whileMade(async () => rmSync(folder, { recursive: true, force: true }), readFrom);
}

const dressed = ({ url, title, text, published, publisher }: Article): Buffer =>
  answer({
    url,
    body: storyPage(title, text.split(/\n\n+/), published).replace(
      '<head>',
      `<head><meta property="og:site_name" content="${publisher}">${SCRIPT}${stateOf(url)}`,
    ),
  });

function stateOf(url: string): string {
  let state = '';
  for (let part = 0; state.length < STATE_BYTES; part++)
    state += createHash('sha512').update(`${url} ${part}`).digest('base64');
  return `<script type="application/json">"${state}"</script>`;
}

async function writeArchive(
  path: string,
  bytes: number,
  sources: Sources,
): Promise<{ readonly stories: number; readonly pages: number }> {
  const numbers = (telling: boolean, count: number): number[] => {
    const found: number[] = [];
    for (let n = 0; found.length < count; n++) if ((n * 37) % 100 < 4 === telling) found.push(n);
    return found;
  };
  const prose = sources.prose.filter((text) => !isAboutForces(text.replace(/\s+/g, ' ')));
  const pool = numbers(false, POOL).map((n) => packed([dressed(articleOf(n, { ...sources, prose, seeming: prose }))]));
  const telling = numbers(true, 1_000);
  const file = openSync(path, 'w');
  let [size, pages, stories] = [0, 0, 0];
  const put = (member: Buffer): void => {
    size += writeSync(file, member);
  };
  put(packed([warcInfo()]));
  while (size < bytes) {
    if (pages++ % EVERY === 0) {
      const base = telling[stories % telling.length]!;
      const story = articleOf(base, sources);
      put(
        packed([
          dressed({ ...story, text: `${story.text} Printed as number ${stories}.`, title: `Troops, ${stories}` }),
        ]),
      );
      stories++;
      // A signal is heard between two turns.
      await new Promise((resolve) => setImmediate(resolve));
      interrupted.throwIfAborted();
    } else put(pool[(pages * 7) % POOL]!);
  }
  closeSync(file);
  return { stories, pages };
}

function tenths(memory: readonly number[]): number[] {
  return Array.from({ length: 10 }, (_, i) => {
    const part = memory.slice(
      Math.floor((i * memory.length) / 10),
      Math.max(1, Math.floor(((i + 1) * memory.length) / 10)),
    );
    return Math.round(Math.max(0, ...part));
  });
}
