// The verbs that answer from the ledger, with their options and help.
import { Option } from 'commander';
import type { VerbKit } from './verb-kit.ts';

export function addAskingVerbs({ verb, calls, day, at, known, judged }: VerbKit): void {
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

  verb('changes', 'What changed between two days, or what was learnt between two days of knowing.', [
    'laydown changes --since 2020-01-01 --until 2020-01-08',
    'laydown changes --learnt-since 2020-01-07 --known 2020-03-01 --at 2020-01-08',
  ])
    .addOption(day('--since <date>', 'what happened after this day'))
    .addOption(day('--learnt-since <date>', 'instead: what was learnt after this day of one day'))
    .addOption(day('--at <date>', 'with --learnt-since: the day that it was learnt of (default: the known day)'))
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
    'laydown claims --limit 100 --after 3f2a9c81d04b6e57a9c1',
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
    .option('--limit <n>', 'no more than so many')
    .option('--after <id>', 'what comes behind the claim of this id')
    .action(calls(async () => (await import('./verbs/claims.ts')).claims));

  verb('reports', 'The reports in the ledger, or those whose text holds words.', [
    'laydown reports --publisher "Gulf Wire"',
    'laydown reports --search "training suspended"',
    `laydown reports --search '"Camp Taji" or Erbil -drone' --party DE --min 30`,
  ])
    .option('--search <words>', 'only with these words in title or text: "a phrase", or, -not')
    .option('--publisher <name>', 'only of this publisher')
    .option('--party <party>', 'only with a claim on this party')
    .option('--place <place>', 'only with a claim on this place')
    .option('--min <n>', 'only with a claim whose number may be this or more')
    .option('--max <n>', 'only with a claim whose number may be this or less')
    .addOption(known())
    .option('--limit <n>', 'no more than so many')
    .option('--after <id>', 'what comes behind the report of this id')
    .action(calls(async () => (await import('./verbs/reports.ts')).reports));
}
