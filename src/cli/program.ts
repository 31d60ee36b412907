// The verbs, their options and their help. What a verb does is loaded when it is called: --help and read start without the ledger's code.
import { Command, Option } from 'commander';
import { ENTITY_KINDS } from '../model/entity-judgement.ts';
import { VERDICTS } from '../model/judgement.ts';
import { dayOption, type GlobalOptions, listOption } from './options.ts';
import type { Terminal } from './terminal.ts';
import { addUserVerbs } from './user-verbs.ts';
import type { Wiring } from './wiring.ts';

const EXPORTS = [
  'jsonl',
  'csv',
  'parquet',
  'geojson',
  'ftm',
  'ftm-statements',
  'plover',
  'orbat',
  'annotations',
  'atom',
];

/** What a verb's code is given. `fail` marks that some inputs failed: the run ends with status 1. */
export interface Call {
  readonly wiring: Wiring;
  readonly terminal: Terminal;
  readonly global: GlobalOptions;
  fail(): void;
}

export type Verb<Args extends readonly unknown[]> = (call: Call, ...args: Args) => Promise<void>;

/** Makes what commander calls of a verb's code, which is loaded then. */
export type Calls = <Args extends readonly unknown[]>(
  load: () => Promise<Verb<Args>>,
) => (...given: unknown[]) => Promise<void>;

export function buildProgram(wiring: Wiring, terminal: Terminal, outcome: { status: number }): Command {
  const program = new Command('laydown')
    .description(
      'Turns open reporting on armed forces into a sourced ledger: who has how many troops where, who says so, and since when.',
    )
    .version(wiring.version, '-V, --version', 'print the version')
    .helpOption('-h, --help', 'show help')
    .option('--db <address>', 'the ledger: a directory or postgres://...; else LAYDOWN_DB, else your data directory')
    .option('--json', 'print JSON')
    .configureHelp({ showGlobalOptions: true, sortSubcommands: false })
    .configureOutput({ writeOut: (s) => void wiring.stdout.write(s), writeErr: (s) => void wiring.stderr.write(s) })
    .showHelpAfterError('(laydown --help lists the verbs, laydown VERB --help shows examples)')
    .exitOverride();

  /** Commander passes the arguments, then the verb's options, then the command. */
  const calls: Calls =
    <Args extends readonly unknown[]>(load: () => Promise<Verb<Args>>) =>
    async (...given: unknown[]): Promise<void> => {
      const args = given.slice(0, -1) as unknown as Args;
      const call: Call = {
        wiring,
        terminal,
        global: program.opts<GlobalOptions>(),
        fail: () => {
          outcome.status = 1;
        },
      };
      await (await load())(call, ...args);
    };
  const verb = (usage: string, description: string, examples: readonly string[]): Command =>
    program
      .command(usage)
      .description(description)
      .helpOption('-h, --help', 'show help')
      .addHelpText('after', `\nExamples:\n${examples.map((line) => `  ${line}`).join('\n')}`);
  const day = (flags: string, what: string) => new Option(flags, what).argParser(dayOption);
  const at = () => day('--at <date>', 'the day it holds (default: the known day)');
  const known = () => day('--known <date>', 'as it was known on that day (default: today)');
  const extractor = () =>
    new Option('--extractor <who>', 'who reads: the built-in rules, a language model, or both (docs/models.md)')
      .choices(['rules', 'model', 'both'])
      .default('rules');
  const model = () => new Option('--model <name>', 'the model, as its service calls it (else LAYDOWN_MODEL)');
  const modelUrl = () =>
    new Option('--model-url <base>', 'an OpenAI-compatible service, up to /v1 (else LAYDOWN_MODEL_URL)');
  const queue = () => new Option('--queue <address>', 'the queue: nats://HOST:4222 (else LAYDOWN_QUEUE)');
  const judged = () => day('--judged <date>', 'as judged, merged and split by that day (default: the known day)');

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
    ],
  )
    .addOption(day('--published <date>', 'the day of publication, whatever the files state'))
    .option('--publisher <name>', 'who published them, where the files do not say')
    .option('--queue <address>', 'hand them to workers through a queue instead: nats://HOST:4222')
    .addOption(extractor())
    .addOption(model())
    .addOption(modelUrl())
    .action(calls(async () => (await import('./verbs/add.ts')).add));

  verb('posture', 'Who has how many where: bounds for each force and place, with the claims they rest on.', [
    'laydown posture --place Iraq --at 2020-01-08',
    'laydown posture --party DE --known 2020-01-07 --json',
  ])
    .option('--party <party>', 'a state or organisation: DE, Germany, NATO')
    .option('--place <place>', 'a country, region or site: IQ, Iraq, the Sahel, "Al Asad"')
    .option('--mission <mission>', 'a mission or operation: UNIFIL')
    .addOption(at())
    .addOption(known())
    .addOption(judged())
    .option('--csv', 'print CSV')
    .option('--no-why', 'leave out the lines that say why')
    .action(calls(async () => (await import('./verbs/posture.ts')).posture));

  verb('changes', 'What changed between two days, and what became known.', [
    'laydown changes --since 2020-01-01 --until 2020-01-08',
  ])
    .addOption(day('--since <date>', 'the first day').makeOptionMandatory())
    .addOption(day('--until <date>', 'the last day (default: the known day)'))
    .addOption(known())
    .addOption(judged())
    .option('--party <party>', 'only of this party')
    .option('--place <place>', 'only at this place')
    .action(calls(async () => (await import('./verbs/changes.ts')).changes));

  verb('why <party> <place>', 'How the bounds of one force at one place came about: claims, quotations and steps.', [
    'laydown why DE IQ --at 2020-01-08',
    'laydown why Croatia Kuwait',
  ])
    .option('--mission <mission>', 'within this mission')
    .addOption(at())
    .addOption(known())
    .addOption(judged())
    .action(calls(async () => (await import('./verbs/why.ts')).why));

  verb(
    'history <party> <place>',
    'How the bounds of one force at one place came to be: day by day as they held, and as they became known.',
    ['laydown history DE IQ', 'laydown history DE IQ --at 2020-01-08 --known 2020-03-01 --json'],
  )
    .option('--mission <mission>', 'within this mission')
    .addOption(day('--since <date>', 'only steps from that day on'))
    .addOption(at())
    .addOption(known())
    .addOption(judged())
    .action(calls(async () => (await import('./verbs/history.ts')).history));

  verb('conflicts', 'Claims that cannot hold together, until they are judged.', [
    'laydown conflicts',
    'laydown conflicts --party HR --json',
  ])
    .option('--party <party>', 'only of this party')
    .option('--place <place>', 'only at this place')
    .addOption(at())
    .addOption(known())
    .addOption(judged())
    .action(calls(async () => (await import('./verbs/conflicts.ts')).conflicts));

  verb('decisions', 'Votes, orders and requests: who decided what, whether it is final, what it still needs.', [
    'laydown decisions --known 2020-01-08',
  ])
    .option('--body <name>', 'only of this body')
    .addOption(at())
    .addOption(known())
    .action(calls(async () => (await import('./verbs/decisions.ts')).decisions));

  verb('claims', 'The claims in the ledger, each with its quotation.', [
    'laydown claims --party DE --place IQ',
    'laydown claims --kind movement --json',
  ])
    .addOption(
      new Option('--kind <kind>', 'only of this kind').choices([
        'presence',
        'movement',
        'status',
        'decision',
        'incident',
      ]),
    )
    .option('--party <party>', 'only of this party')
    .option('--place <place>', 'only at this place')
    .option('--report <id>', 'only of this report')
    .addOption(known())
    .addOption(judged())
    .action(calls(async () => (await import('./verbs/claims.ts')).claims));

  verb('reports', 'The reports in the ledger.', ['laydown reports', 'laydown reports --publisher "Gulf Wire"'])
    .option('--publisher <name>', 'only of this publisher')
    .addOption(known())
    .action(calls(async () => (await import('./verbs/reports.ts')).reports));

  program
    .command('judge <claim>')
    .argument('<verdict>', VERDICTS.join(', '))
    .description('Accept, reject or correct a claim; withdraw undoes the judgement in force, or a merge or split.')
    .helpOption('-h, --help', 'show help')
    .addHelpText(
      'after',
      `
Examples:
  laydown judge 3f2a9c accept --by "A. Reviewer"
  laydown judge 3f2a9c reject --note "the outlet withdrew the story" --on 2020-01-10
  laydown judge 3f2a9c correct --as 'movement HR 7 IQ -> KW completed relocate'
  laydown judge 3f2a9c correct --set 'quantity=14'`,
    )
    .addOption(day('--on <date>', 'the day from which it counts (default: today)'))
    .option('--by <name>', 'who judges')
    .option('--note <text>', 'why')
    .option('--as <claim>', 'with correct: the claim as it should read, in the one-line notation')
    .option('--set <field=value>', 'with correct: one field, may be given again', listOption)
    .action(calls(async () => (await import('./verbs/judge.ts')).judge));

  const signed = (command: Command): Command =>
    command
      .addOption(day('--on <date>', 'the day from which it counts (default: today)'))
      .option('--by <name>', 'who judges')
      .option('--note <text>', 'why');
  signed(
    verb('merge <kind> <name...>', `Say that several names are one: ${ENTITY_KINDS.join(', ')}.`, [
      'laydown merge mission "Op Shader" "Operation Shader (air)" --into "Operation Shader" --note "one operation"',
      'laydown merge place "IQ/Ain al-Asad" --into "Al Asad"',
      'laydown judge n3f2a9c41b20 withdraw',
    ]).requiredOption('--into <name>', 'what they are all to be read as'),
  )
    .option('--party <party>', 'only in claims about its forces')
    .action(calls(async () => (await import('./verbs/entities.ts')).merge));

  signed(
    verb('split <kind> <name>', 'Say that a name is not what it is taken for, everywhere or in some claims.', [
      'laydown split unit "3rd Brigade" --party UA --into "3rd Brigade (National Guard)" --claim 3f2a9c0d11e2a4b5c6d7',
      'laydown judge n3f2a9c41b20 withdraw',
    ]).requiredOption('--into <name>', 'what it is to be read as'),
  )
    .option('--party <party>', 'only in claims about its forces')
    .option('--claim <id>', 'only in this claim, may be given again', listOption)
    .action(calls(async () => (await import('./verbs/entities.ts')).split));

  verb('entities', 'The merges and splits of names that are in force.', ['laydown entities --judged 2020-01-08'])
    .addOption(judged())
    .action(calls(async () => (await import('./verbs/entities.ts')).entities));

  verb(
    'redact <report>',
    'Erase a report on demand: its text, title, address and quotations. Its figures stay, and that it was redacted.',
    ['laydown redact 3f2a9c0d11e2a4b5c6d7 --why "the publisher asked" --by "A. Clerk"'],
  )
    .requiredOption('--why <text>', 'the reason, shown in place of what was erased')
    .option('--by <name>', 'who erases')
    .addOption(day('--on <date>', 'the day of it (default: today)'))
    .option('--speakers', 'also the names of those whom the report quotes')
    .action(calls(async () => (await import('./verbs/redact.ts')).redact));

  verb(
    'import <file...>',
    'Take claims made elsewhere: a report with its claims on each line (CLAIMS.jsonl), or a table with a map of its columns.',
    [
      'laydown import claims.jsonl',
      'laydown export --format jsonl | laydown --db other import -',
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
    .addOption(new Option('--format <format>', 'what is written (docs/exports.md)').choices(EXPORTS).default('jsonl'))
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
    .action(calls(async () => (await import('./verbs/serve.ts')).serve));

  verb('work', 'Read files from a queue into the ledger, as one of any number of hosts, until it is told to end.', [
    'laydown work --queue nats://queue:4222 --db postgres://ledger/laydown',
  ])
    .addOption(queue())
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
    'laydown queue replay 3 8 --queue nats://queue:4222',
    'laydown queue replay --all --queue nats://queue:4222',
  ]);
  queues
    .command('dead')
    .description('List the files that could not be read, each with the reason.')
    .addOption(queue())
    .action(calls(async () => (await import('./verbs/queue.ts')).deadLetters));
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

  verb('backup <file>', 'Write the whole ledger into one file, and prove that it can be rebuilt from it.', [
    'laydown backup ledger-2026-11-22.laydown',
    'laydown backup --quick /mnt/other-disk/ledger.laydown',
  ])
    .option('--quick', 'read the file back, but do not rebuild a ledger from it')
    .action(calls(async () => (await import('./verbs/backup.ts')).backup));

  verb('restore <file>', 'Make a ledger from a backup: in an empty directory, or on an empty server database.', [
    'laydown restore ledger-2026-11-22.laydown --db ./restored',
  ]).action(calls(async () => (await import('./verbs/backup.ts')).restore));

  verb('doctor', 'Check this installation and the ledger: versions, space, durability, every link of its chain.', [
    'laydown doctor',
    'laydown doctor --db ./ledger',
  ]).action(calls(async () => (await import('./verbs/doctor.ts')).doctor));

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
