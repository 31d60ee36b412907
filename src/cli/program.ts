// The verbs, their options and their help. What a verb does is loaded when it is called: --help and read start without the ledger's code.
import { Command, Option } from 'commander';
import { EXPORT_FORMATS } from '../formats/export-formats.ts';
import { addAskingVerbs } from './asking-verbs.ts';
import { addJudgingVerbs } from './judging-verbs.ts';
import { addKeepingVerbs } from './keeping-verbs.ts';
import type { Terminal } from './terminal.ts';
import { addUserVerbs } from './user-verbs.ts';
import { verbKit } from './verb-kit.ts';
import type { Wiring } from './wiring.ts';

export function buildProgram(wiring: Wiring, terminal: Terminal, outcome: { status: number }): Command {
  const program = new Command('laydown')
    .description(
      'Turns open reporting on armed forces into a sourced ledger: who has how many troops where, who says so, and since when.',
    )
    .version(wiring.version, '-V, --version', 'print the version')
    .helpOption('-h, --help', 'show help')
    .option('--db <address>', 'the ledger: a directory or postgres://...; else LAYDOWN_DB, else your data directory')
    .option('--read-db <address>', 'a standby of it to read from, postgres://...; else LAYDOWN_READ_DB (docs/queue.md)')
    .option('--json', 'print JSON')
    .configureHelp({ showGlobalOptions: true, sortSubcommands: false })
    .configureOutput({ writeOut: (s) => void wiring.stdout.write(s), writeErr: (s) => void wiring.stderr.write(s) })
    .showHelpAfterError('(laydown --help lists the verbs, laydown VERB --help shows examples)')
    .exitOverride();

  const kit = verbKit(program, wiring, terminal, outcome);
  const { verb, calls, day, at, known } = kit;
  const extractor = () =>
    new Option('--extractor <who>', 'who reads: the built-in rules, a language model, or both (docs/models.md)')
      .choices(['rules', 'model', 'both'])
      .default('rules');
  const model = () => new Option('--model <name>', 'the model, as its service calls it (else LAYDOWN_MODEL)');
  const modelUrl = () =>
    new Option('--model-url <base>', 'an OpenAI-compatible service, up to /v1 (else LAYDOWN_MODEL_URL)');
  const queue = () => new Option('--queue <address>', 'the queue: nats://HOST:4222 (else LAYDOWN_QUEUE)');

  verb(
    'read <file...>',
    'Read claims from reports (.txt .md .html .pdf .docx .eml .json .jsonl, RSS and Atom feeds, "-" for standard input). Nothing is stored.',
    [
      'laydown read story.txt --published 2020-01-08',
      'laydown read story.txt --text --trace | less -R',
      'laydown read --out claims/ stories/',
      'curl -s https://example.org/story | laydown read -',
    ],
  )
    .addOption(day('--published <date>', 'the day of publication, whatever the files state'))
    .option('--out <dir>', 'write DIR/NAME.json for each NAME.* instead of printing')
    .option('--text', 'print the text with its claims marked and numbered (default: on a terminal)')
    .option('--no-text', 'print the claims alone, each with its quotation (default: elsewhere)')
    .option('--trace', 'say which rule made which claim from which words, and what was refused and why')
    .addOption(extractor())
    .addOption(model())
    .addOption(modelUrl())
    .action(calls(async () => (await import('./verbs/read.ts')).read));

  verb('init', 'Make the ledger. Every verb makes it when needed: this one can fill it, too.', [
    'laydown init',
    'laydown init --with world',
    'laydown posture --place Lebanon --at 2023-06-01',
  ])
    .addOption(
      new Option('--with <table>', 'world: forces abroad 2020-2026, from a public-domain almanac').choices(['world']),
    )
    .action(calls(async () => (await import('./verbs/init.ts')).init));

  verb(
    'add <file...>',
    'Add reports to the ledger, with the claims read from them: files, or addresses of the web. The same report twice is one report.',
    [
      'laydown add stories/',
      'laydown add https://example.org/story',
      'laydown add story.html --published 2020-01-08 --publisher "Gulf Wire"',
      'laydown add crawl.warc.gz --jobs 4            a web archive: pages that tell nothing of forces are passed over',
      'zcat *.warc.gz | laydown add - --format warc',
    ],
  )
    .addOption(day('--published <date>', 'the day of publication, whatever the files state'))
    .option('--publisher <name>', 'who published them, where the files do not say')
    .option('--queue <address>', 'hand them to workers through a queue instead: nats://HOST:4222')
    .addOption(new Option('--format <kind>', 'standard input is an archive of this kind').choices(['warc', 'jsonl']))
    .option('--screen', 'pass over what tells nothing of forces, in archives of reports (JSONL), too')
    .option('--no-screen', 'take every page of a web archive (WARC)')
    .option('--again', 'read archives from their beginning, also where they were read before')
    .option('--jobs <n>', 'threads that read; as many as the machine has cores is a good number', '1')
    .addOption(extractor())
    .addOption(model())
    .addOption(modelUrl())
    .action(calls(async () => (await import('./verbs/add.ts')).add));

  verb(
    'watch <feed...>',
    'Look at feeds again and again and add what is new in them, until told to end (docs/feeds.md).',
    [
      'laydown watch https://example.org/rss https://example.com/atom.xml',
      'laydown watch feeds.txt --once',
      'laydown watch subscriptions.opml --every 30',
    ],
  )
    .option('--once', 'look once and end')
    .option('--every <minutes>', 'from one look at a feed to the next', '15')
    .option('--gap <seconds>', 'between two requests to one site; a longer Crawl-delay of its robots.txt counts', '2')
    .option('--no-pages', 'take items as the feed carries them: the pages they lead to are not read')
    .option('--no-screen', 'take also what tells nothing of forces')
    .option('--jobs <n>', 'threads that read', '1')
    .addOption(extractor())
    .addOption(model())
    .addOption(modelUrl())
    .action(calls(async () => (await import('./verbs/watch.ts')).watch));

  addAskingVerbs(kit);
  addJudgingVerbs(kit);

  verb(
    'import <file...>',
    'Take claims made elsewhere: an export (jsonl, parquet, csv, annotations), or a table with a map of its columns.',
    [
      'laydown import claims.jsonl',
      'laydown export --format jsonl | laydown --db other import -',
      'laydown import claims.parquet',
      'laydown import strengths.csv --map strengths.yaml',
      'laydown import Gender.Full.csv --map un-contributors',
    ],
  )
    .option(
      '--map <map>',
      'the files are tables, and this says what their columns are: a file, or the name of a ready map',
    )
    .action(calls(async () => (await import('./verbs/import.ts')).importFiles));

  verb('export', 'Write the ledger out whole (jsonl), or in the format of another program.', [
    'laydown export --format jsonl > ledger.jsonl',
    'laydown export --format csv --known 2020-01-08',
    'laydown export --format geojson --at 2020-01-08 --out posture.geojson',
    'laydown export --format parquet --out claims.parquet',
  ])
    .addOption(
      new Option('--format <format>', 'what is written (docs/exports.md)').choices(EXPORT_FORMATS).default('jsonl'),
    )
    .option('--out <file>', 'write to a file, which appears only when it is whole (default: standard output)')
    .addOption(at())
    .addOption(known())
    .action(calls(async () => (await import('./verbs/export.ts')).exportLedger));

  verb('serve', 'The ledger as a web site with an HTTP API.', [
    'laydown serve',
    'laydown serve --port 3000 --db ./ledger',
    'laydown serve --host 0.0.0.0 --public-url https://ledger.example.org --trust-proxy',
  ])
    .option('--port <n>', 'the port to listen on, 0 for any free one', '8080')
    .option('--host <address>', 'the address to listen on', '127.0.0.1')
    .option('--public-url <url>', 'the address under which readers see the site, where a proxy stands before it')
    .option('--trust-proxy', "take the readers' addresses from X-Forwarded-For, which a proxy sets")
    .option('--rate <n>', 'requests a minute from one address, 0 without limit', '1200')
    .option('--private', 'reading needs an account, too')
    .option('--queue <address>', 'show this queue to admins and in /metrics: nats://HOST:4222 (else LAYDOWN_QUEUE)')
    .action(calls(async () => (await import('./verbs/serve.ts')).serve));

  verb('work', 'Read files from a queue into the ledger, as one of any number of hosts, until it is told to end.', [
    'laydown work --queue nats://queue:4222 --db postgres://ledger/laydown',
  ])
    .addOption(queue())
    .option('--jobs <n>', 'threads that read; as many as the machine has cores is a good number', '1')
    .addOption(extractor())
    .addOption(model())
    .addOption(modelUrl())
    .action(calls(async () => (await import('./verbs/work.ts')).work));

  verb('status', 'How many files wait in the queue, who works on them, what was set aside.', [
    'laydown status --queue nats://queue:4222',
  ])
    .addOption(queue())
    .action(calls(async () => (await import('./verbs/queue.ts')).queueStatus));

  const queues = verb('queue', 'What the queue set aside, and putting it back.', [
    'laydown queue dead --queue nats://queue:4222',
    'laydown queue show 3 --queue nats://queue:4222 > file',
    'laydown queue replay 3 8 --queue nats://queue:4222',
    'laydown queue replay --all --queue nats://queue:4222',
  ]);
  queues
    .command('dead')
    .description('List the files that could not be read, each with the reason.')
    .addOption(queue())
    .action(calls(async () => (await import('./verbs/queue.ts')).deadLetters));
  queues
    .command('show <number>')
    .description('Print a file that was set aside, as it came.')
    .addOption(queue())
    .action(calls(async () => (await import('./verbs/queue.ts')).showLetter));
  queues
    .command('replay [number...]')
    .description('Put files that were set aside back in the queue.')
    .option('--all', 'all of them')
    .addOption(queue())
    .action(calls(async () => (await import('./verbs/queue.ts')).replay));

  verb('mcp', 'Let an assistant ask the ledger (Model Context Protocol): on standard input and output, or over HTTP.', [
    'laydown mcp                      as the command of an assistant that starts it itself',
    'LAYDOWN_MCP_TOKEN=... laydown mcp --port 8723',
    'laydown mcp --judge-as "A. Analyst"',
  ])
    .option('--port <n>', 'listen for HTTP on this port (0: any free one); LAYDOWN_MCP_TOKEN must hold a token')
    .option('--host <host>', 'the address to listen on', '127.0.0.1')
    .option('--judge-as <name>', 'let the assistant record judgements, under this name (default: it only reads)')
    .action(calls(async () => (await import('./verbs/mcp.ts')).mcp));
  addUserVerbs(
    verb('user', 'Who may do what on a server of this ledger. While it serves, an embedded ledger is held by it.', [
      'laydown user add anna --role reviewer',
      'laydown user list',
      'laydown user role anna editor',
      'laydown user token anna --scope read --scope judge --days 90',
      'laydown user remove anna',
    ]),
    calls,
  );

  verb('eval <gold-dir>', 'Score the built-in reader against reports whose claims are known.', [
    'laydown eval gold/',
    'laydown eval gold/ --misses',
    'laydown eval gold/ --extractor model     rules, model and both side by side',
  ])
    .option('--misses', 'list the claims missed, too many or inexact, grouped by cause')
    .addOption(extractor())
    .addOption(model())
    .addOption(modelUrl())
    .action(calls(async () => (await import('./verbs/eval.ts')).evaluate));

  addKeepingVerbs(kit);

  program.addHelpText(
    'after',
    `
Examples:
  laydown read story.txt                       claims of one story, each with its quotation
  laydown add stories/                         the stories into the ledger
  laydown posture --place Iraq                 who is there, how many, according to whom
  laydown why DE IQ --at 2020-01-08            how that number came about

Exit status: 0 done, 1 some inputs failed, 2 wrong usage, 3 the ledger is not reachable.`,
  );
  return program;
}
