// What a site asks of robots (RFC 9309): which addresses they leave alone, and how long they wait between two.
import robotsParser from 'robots-parser';

export interface RobotRules {
  mayRead(url: string): boolean;
  /** Seconds between two requests; null where the site asks for none. */
  readonly delay: number | null;
}

const AGENT = 'Laydown';

/** `address` is that of the robots.txt. */
export function robotRules(address: string, text: string): RobotRules {
  // The package's types describe an export by default that its code does not have.
  const parse = robotsParser as unknown as (url: string, text: string) => ReturnType<typeof robotsParser.default>;
  const rules = parse(address, text);
  return { mayRead: (url) => rules.isAllowed(url, AGENT) !== false, delay: rules.getCrawlDelay(AGENT) ?? null };
}

/** Where a site says nothing of robots. */
export const ALL_ALLOWED: RobotRules = { mayRead: () => true, delay: null };
