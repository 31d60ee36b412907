// `laydown watch`: what is new in feeds into the ledger, again and again, until it is told to end; what is in hand is finished first.
import type { AddSummary } from '../../app/add-reports.ts';
import { PoliteWeb } from '../../app/watch/polite-web.ts';
import { lookAtFeeds, type WatchEvents, watchFeeds } from '../../app/watch/watch-feeds.ts';
import { isWebAddress } from '../../app/web-file.ts';
import { LaydownError } from '../../model/errors.ts';
import { warnOfFault } from '../errors.ts';
import { type ExtractorOptions, readersOf } from '../extractor.ts';
import { withStore } from '../ledger.ts';
import { counted } from '../numbers.ts';
import type { Call } from '../verb-kit.ts';

export interface WatchVerbOptions extends ExtractorOptions {
  readonly once?: boolean;
  /** Minutes from one look to the next. */
  readonly every: string;
  /** Seconds between two requests to one site. */
  readonly gap: string;
  readonly pages: boolean;
  readonly screen: boolean;
}

const LIST_BYTES = 1024 * 1024;

export async function watch(call: Call, named: readonly string[], options: WatchVerbOptions): Promise<void> {
  const { wiring, terminal } = call;
  const everyMs = amount('--every', options.every, 1, 10_080) * 60_000;
  const gapMs = amount('--gap', options.gap, 0, 3_600) * 1_000;
  const feeds = [...new Set(await feedsNamed(call, named))];
  if (feeds.length === 0) throw new LaydownError('usage', 'name a feed: its address, or a file with one on each line');
  const loading = readersOf(call, options);
  loading.catch(() => undefined);
  await withStore(call, async (store) => {
    const { reader, second, tell } = await loading;
    const stop = new AbortController();
    void wiring.untilEnded().then(() => stop.abort());
    const fetcher = await wiring.fetcherOf(new Set(feeds.map((feed) => new URL(feed).host)));
    const web = new PoliteWeb(fetcher, { gapMs, signal: stop.signal });
    const services = { store, clock: wiring.clock, reader, texts: wiring.texts, web };
    const both = second === undefined ? services : { ...services, second };
    const how = { everyMs, readsPages: options.pages, isScreened: options.screen, chance: Math.random };
    let passed = 0;
    const looked = (summary: AddSummary): void => {
      tellRound(call, summary, passed);
      passed = 0;
    };
    const on: WatchEvents = {
      added: (report) => {
        if (call.global.json) terminal.json(report);
        else if (report.outcome !== 'known')
          terminal.say(
            `${terminal.paint.green(report.outcome)} ${report.id}  ${counted(report.claims, 'claim')}  ${report.title ?? terminal.paint.dim(report.source)}`,
          );
      },
      fault: (fault) => {
        warnOfFault(terminal, fault);
        call.fail();
      },
      note: (source, note) => terminal.warn(`${terminal.warnPaint.yellow('laydown:')} ${source}: ${note}`),
      passedOver: () => {
        passed++;
      },
    };
    if (options.once) looked(await lookAtFeeds(both, feeds, stop.signal, how, on));
    else await watchFeeds(both, feeds, stop.signal, how, { ...on, looked });
    tell();
  });
}

function tellRound({ global, terminal }: Call, { faults, ...counts }: AddSummary, passed: number): void {
  if (global.json) terminal.json({ summary: { ...counts, passed_over: passed, failed: faults.length } });
  else
    terminal.warn(
      [
        `${counted(counts.added, 'report')} added with ${counted(counts.claims, 'claim')}`,
        counts.known > 0 && `${counted(counts.known, 'report')} known already`,
        passed > 0 && `${counted(passed, 'item')} passed over that tell nothing of forces`,
        faults.length > 0 && `${counted(faults.length, 'feed')} failed`,
      ]
        .filter(Boolean)
        .join(', '),
    );
}

function amount(flag: string, value: string, least: number, most: number): number {
  const number = Number(value);
  if (value.trim() !== '' && number >= least && number <= most) return number;
  throw new LaydownError('usage', `${flag} ${value} is not a number from ${least} to ${most}`);
}

/** Addresses as they are; the addresses in files: one a line ("#" begins a remark), or the outlines of an OPML file. */
async function feedsNamed({ wiring }: Call, named: readonly string[]): Promise<string[]> {
  const feeds: string[] = [];
  for (const name of named) {
    if (isWebAddress(name)) {
      feeds.push(addressOf(name, name));
      continue;
    }
    for await (const file of wiring.files.find([name])) {
      if ('message' in file) throw new LaydownError('usage', `${name}: ${file.message}`);
      const text = new TextDecoder().decode(await file.bytes(LIST_BYTES));
      const found = /<opml\b/i.test(text)
        ? [...text.matchAll(/\bxmlUrl\s*=\s*["']([^"']+)["']/g)].map(([, url]) => url!.replaceAll('&amp;', '&'))
        : text.split('\n').flatMap((line) => /^[^\s#]+/.exec(line.trim())?.[0] ?? []);
      feeds.push(...found.map((address) => addressOf(address, file.source)));
    }
  }
  return feeds;
}

function addressOf(address: string, source: string): string {
  if (isWebAddress(address) && URL.canParse(address)) return new URL(address).href;
  throw new LaydownError('usage', `"${address}" in ${source} is no address of a feed: begin with https://`);
}
