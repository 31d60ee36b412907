// The reference of the command line: what `--help` prints, for every verb, as one page of Markdown. Made anew with each build of the site.
import { execFile } from 'node:child_process';
import { join } from 'node:path';
import { promisify } from 'node:util';

const run = promisify(execFile);

/** Verbs are asked a few at a time. Throws where the program is not built. */
export async function cliPage(root) {
  const help = async (words) => {
    const { stdout } = await run(process.execPath, [join(root, 'bin/laydown'), ...words, '--help'], {
      env: { ...process.env, NO_COLOR: '1', COLUMNS: '100' },
    });
    return { words, text: stdout.trimEnd() };
  };
  const first = await help([]);
  const pages = [first];
  for (const verb of verbsIn(first.text)) {
    const page = await help([verb]);
    pages.push(page, ...(await Promise.all(verbsIn(page.text).map((under) => help([verb, under])))));
  }
  const parts = pages.map(
    ({ words, text }) => `## ${['laydown', ...words].join(' ')}\n\n\`\`\`text\n${text}\n\`\`\`\n`,
  );
  return `# Every option\n\nWhat \`--help\` prints, for every verb. [Commands](commands.md) says what they are for.\n\n${parts.join('\n')}`;
}

/** Names under "Commands:" in a help text. */
const verbsIn = (text) =>
  [...(/^Commands:\n((?: .*\n|\n(?= ))*)/m.exec(`${text}\n`)?.[1] ?? '').matchAll(/^ {2}([\w-]+)/gm)]
    .map(([, name]) => name)
    .filter((name) => name !== 'help');
