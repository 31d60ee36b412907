// `laydown status` and `laydown queue`: how far the queue is, who works on it, and what was set aside.

import { LaydownError } from '../../model/errors.ts';
import type { DeadLetter, QueueStatus, WorkerReport } from '../../ports/queue.ts';
import { counted } from '../numbers.ts';
import { withQueue } from '../queue.ts';
import { collect } from '../streams.ts';
import { type Column, tableLines } from '../table.ts';
import type { Call } from '../verb-kit.ts';

interface Options {
  readonly queue?: string;
}

export const queueStatus = (call: Call, options: Options): Promise<void> =>
  withQueue(call, options.queue, async (queue) => {
    const status = await queue.status();
    if (call.global.json) call.terminal.json(status);
    else for (const line of statusLines(status, call)) call.terminal.say(line);
  });

export const deadLetters = (call: Call, options: Options): Promise<void> =>
  withQueue(call, options.queue, async (queue) => {
    const letters = await collect(queue.dead());
    const { terminal } = call;
    if (call.global.json) terminal.json({ dead: letters });
    else if (letters.length === 0) terminal.say('Nothing was set aside.');
    else
      for (const line of tableLines(LETTER, letters, terminal.width, (text) => terminal.paint.underline(text)))
        terminal.say(line);
  });

/** The file itself on standard output, whatever it holds; whose it is and what was wrong on standard error. */
export const showLetter = (call: Call, number: string, options: Options): Promise<void> =>
  withQueue(call, options.queue, async (queue) => {
    const letter = await queue.letter(numberIn(number));
    if (letter === null) throw new LaydownError('not-found', `nothing was set aside under the number ${number}`);
    const { content, ...about } = letter;
    const { terminal, wiring } = call;
    if (call.global.json) return terminal.json({ ...about, content: Buffer.from(content).toString('base64') });
    terminal.warn(`laydown: ${about.source} was set aside on ${timeOf(about.since)}: ${about.reason}`);
    const output = await wiring.openOutput(null);
    await output.write(content);
    await output.close();
  });

export const replay = (
  call: Call,
  numbers: readonly string[],
  options: Options & { readonly all?: boolean },
): Promise<void> =>
  withQueue(call, options.queue, async (queue) => {
    if (numbers.length === 0 && !options.all)
      throw new LaydownError('usage', 'name the numbers that "laydown queue dead" shows, or all with --all');
    const wanted = numbers.map(numberIn);
    const count = await queue.replay(options.all ? undefined : wanted);
    if (call.global.json) call.terminal.json({ replayed: count });
    else call.terminal.say(`${counted(count, 'file')} back in the queue`);
    if (!options.all && count < wanted.length) {
      call.terminal.warn(`laydown: ${counted(wanted.length - count, 'number')} not found among what was set aside`);
      call.fail();
    }
  });

function numberIn(text: string): number {
  if (/^\d{1,15}$/.test(text)) return Number(text);
  throw new LaydownError('usage', `"${text}" is no number that "laydown queue dead" shows`);
}

/** "2026-02-03T04:05:06.789Z" -> "2026-02-03 04:05:06" */
const timeOf = (since: string): string => since.slice(0, 19).replace('T', ' ');

const LETTER: readonly Column<DeadLetter>[] = [
  { title: 'Number', cell: (one) => String(one.number), align: 'right' },
  { title: 'File', cell: (one) => one.source, least: 12 },
  { title: 'Reason', cell: (one) => one.reason, least: 20 },
  { title: 'Since', cell: (one) => timeOf(one.since) },
];

const WORKER: readonly Column<WorkerReport>[] = [
  { title: 'Worker', cell: (one) => one.name, least: 12 },
  { title: 'Files', cell: (one) => String(one.files), align: 'right' },
  { title: 'Set aside', cell: (one) => String(one.dead), align: 'right' },
  { title: 'Files/s', cell: (one) => one.rate.toFixed(1), align: 'right' },
  { title: 'Since', cell: (one) => timeOf(one.since) },
];

/** 90 -> "1.5 min" */
const lasting = (seconds: number): string =>
  seconds < 60
    ? `${Math.ceil(seconds)} s`
    : seconds < 3_600
      ? `${(seconds / 60).toFixed(1)} min`
      : `${(seconds / 3_600).toFixed(1)} h`;

function statusLines(
  { waiting, in_flight, dead, rate, copies, copies_current, workers }: QueueStatus,
  { terminal }: Call,
): string[] {
  const { paint } = terminal;
  return [
    `${paint.bold('Queue')}  ${counted(waiting, 'file')} waiting, ${in_flight} in hand, ${dead} set aside${dead > 0 ? ' (laydown queue dead)' : ''}`,
    `${paint.bold('Rate')}   ${rate.toFixed(1)} files a second${rate > 0 && waiting > 0 ? `, ${lasting(waiting / rate)} left` : ''}`,
    `${paint.bold('Copies')} ${copies_current} of ${copies} up to date${copies_current < copies ? paint.yellow(': a node is away') : ''}`,
    ...(workers.length === 0
      ? [
          waiting > 0
            ? paint.yellow('No worker has reported in the last 30 s: start one with laydown work')
            : 'No worker is at work.',
        ]
      : tableLines(WORKER, workers, terminal.width, (text) => paint.underline(text))),
  ];
}
