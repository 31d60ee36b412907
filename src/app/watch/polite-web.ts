// Reading the web as its sites ask: one request at a time from a site, a while apart, and nothing that its robots.txt keeps from robots.
import { ALL_ALLOWED, type RobotRules, robotRules } from '../../formats/robots.ts';
import { LaydownError } from '../../model/errors.ts';
import type { Answer, Fetcher, Question } from '../../ports/fetcher.ts';
import { pause } from '../../ports/pause.ts';

export interface PoliteOptions {
  /** Milliseconds between two requests to one site; a longer `Crawl-delay` of its own counts. */
  readonly gapMs: number;
  readonly signal: AbortSignal;
}

/** RFC 9309 asks for at least 500 kB. */
const ROBOTS_BYTES = 512 * 1024;
const ROBOTS_MS = 24 * 3_600_000;
/** Where a site could not say what it allows, it is asked again after so long. */
const UNTOLD_MS = 10 * 60_000;
/** A site that asks for longer is left alone for no longer than this between two requests. */
const MOST_GAP_MS = 60_000;

interface Site {
  /** When the next request may begin, by performance.now(); and when those before it have begun. */
  next: number;
  turns: Promise<void>;
  /** A text: why they cannot be told. */
  rules: Promise<RobotRules | string> | null;
  until: number;
  gapMs: number;
}

export class PoliteWeb {
  readonly #fetcher: Fetcher;
  readonly #options: PoliteOptions;
  readonly #sites = new Map<string, Site>();

  constructor(fetcher: Fetcher, options: PoliteOptions) {
    this.#fetcher = fetcher;
    this.#options = options;
  }

  /** Throws LaydownError `bad-input` where the site keeps the address from robots, and as Fetcher.ask does. */
  ask(url: string, limit: number, question: Omit<Question, 'before'> = {}): Promise<Answer> {
    const before = async (hop: URL): Promise<void> => {
      const rules = await this.#rulesOf(hop);
      if (typeof rules === 'string')
        throw new LaydownError('bad-input', `${hop.host}: what it allows programs cannot be told (${rules})`);
      if (!rules.mayRead(hop.href))
        throw new LaydownError('bad-input', `${hop.host}: its robots.txt keeps this address from programs`);
      await this.#turn(hop);
    };
    return this.#fetcher.ask(url, limit, { ...question, before });
  }

  #site(url: URL): Site {
    let site = this.#sites.get(url.origin);
    if (site === undefined) {
      site = { next: 0, turns: Promise.resolve(), rules: null, until: 0, gapMs: this.#options.gapMs };
      this.#sites.set(url.origin, site);
    }
    return site;
  }

  /** Counted from when the one before really began: a process that was held up makes up for nothing. */
  #turn(url: URL): Promise<void> {
    const site = this.#site(url);
    site.turns = site.turns.then(async () => {
      const wait = site.next - performance.now();
      if (wait > 0) await pause(wait, this.#options.signal);
      site.next = performance.now() + site.gapMs;
    });
    return site.turns;
  }

  #rulesOf(url: URL): Promise<RobotRules | string> {
    const site = this.#site(url);
    if (site.rules === null || performance.now() > site.until) {
      site.until = performance.now() + ROBOTS_MS;
      site.rules = this.#askRules(url, site);
    }
    return site.rules;
  }

  async #askRules(url: URL, site: Site): Promise<RobotRules | string> {
    const address = new URL('/robots.txt', url).href;
    const rules = await this.#told(address);
    if (typeof rules === 'string') site.until = performance.now() + UNTOLD_MS;
    else if (rules.delay !== null)
      site.gapMs = Math.min(MOST_GAP_MS, Math.max(this.#options.gapMs, rules.delay * 1_000));
    return rules;
  }

  /** None: all is allowed. An error of the site: nothing is, until it answers again. */
  async #told(address: string): Promise<RobotRules | string> {
    try {
      const { status, bytes } = await this.#fetcher.ask(address, ROBOTS_BYTES, { before: (hop) => this.#turn(hop) });
      if (bytes !== null) return robotRules(address, new TextDecoder().decode(bytes));
      return status >= 500 || status === 429 ? `its robots.txt: ${status}` : ALL_ALLOWED;
    } catch (error) {
      if (error instanceof LaydownError) return error.message;
      throw error;
    }
  }
}
