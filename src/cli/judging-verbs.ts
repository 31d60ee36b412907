// The verbs by which a reviewer judges claims and names, and erases reports.
import { type Command, Option } from 'commander';
import { ENTITY_KINDS, REVIEW_ORDERS, VERDICTS } from '../model/verdicts.ts';
import { listOption } from './options.ts';
import type { VerbKit } from './verb-kit.ts';

export function addJudgingVerbs({ program, verb, calls, day, at, known, judged }: VerbKit): void {
  verb(
    'review',
    'The claims that nobody has judged, the weightiest first, with what each decides. On a terminal they are judged one by one.',
    [
      'laydown review --by "A. Reviewer"',
      'laydown review --order uncertainty --limit 20 --no-ask',
      'laydown review --json',
    ],
  )
    .addOption(
      new Option('--order <order>', 'the weightiest first, or the least sure').choices(REVIEW_ORDERS).default('effect'),
    )
    .option('--limit <n>', 'how many are shown where none is asked for', '8')
    .option('--no-ask', 'show the queue on a terminal, too, and judge nothing')
    .addOption(at())
    .addOption(known())
    .option('--by <name>', 'who judges')
    .action(calls(async () => (await import('./verbs/review.ts')).review));

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
}
