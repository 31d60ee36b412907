// Web Annotations are opened by an annotator that is not ours (Recogito, in a real browser): it marks in the report's text what the ledger quotes.
import { mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { createRequire } from 'node:module';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { Browser, Page } from 'playwright-core';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { runLaydown } from '../laydown-process.ts';
import { EXAMPLES, launchBrowser, newPage, withBrowser } from './chromium.ts';

interface Annotation {
  readonly id: string;
  readonly target: {
    readonly source: string;
    readonly selector: readonly { readonly type: string; readonly exact?: string }[];
  };
}
/** What is used of the annotator, as its documentation names it. */
interface Annotator {
  readonly RecogitoJS: {
    parseW3CTextAnnotation(annotation: object): { readonly parsed?: object; readonly error?: Error };
    reviveAnnotation(
      annotation: object,
      container: Element,
    ): {
      readonly target: { readonly selector: readonly { readonly range: Range }[] };
    };
  };
}

withBrowser('Web Annotations', () => {
  const folder = mkdtempSync(join(tmpdir(), 'laydown-annotations-'));
  let browser: Browser;
  let page: Page;
  let text = '';
  let annotations: readonly Annotation[] = [];

  beforeAll(async () => {
    const run = async (...args: string[]) => {
      const { status, stdout, stderr } = await runLaydown(['--db', join(folder, 'ledger'), ...args]);
      expect(status, stderr).toBe(0);
      return stdout;
    };
    const report = join(EXAMPLES, '04-berlin-and-ottawa.txt');
    text = readFileSync(report, 'utf8');
    await run('add', report);
    annotations = (await run('export', '--format', 'annotations'))
      .trim()
      .split('\n')
      .map((line) => JSON.parse(line) as Annotation);
    browser = await launchBrowser();
    page = await newPage(browser);
    await page.setContent('<pre id="report"></pre>');
    await page.addScriptTag({
      path: join(createRequire(import.meta.url).resolve('@recogito/text-annotator'), '../text-annotator.umd.js'),
    });
    await page.evaluate((words) => {
      document.querySelector('#report')!.textContent = words;
    }, text);
  });
  afterAll(async () => {
    await browser?.close();
    rmSync(folder, { recursive: true, force: true });
  });

  const opened = (given: readonly object[]) =>
    page.evaluate((all) => {
      const { RecogitoJS } = window as unknown as Annotator;
      const container = document.querySelector('#report')!;
      return all.map((one) => {
        const { parsed, error } = RecogitoJS.parseW3CTextAnnotation(one);
        if (error || !parsed) return `refused: ${error?.message}`;
        return RecogitoJS.reviveAnnotation(parsed, container)
          .target.selector.map(({ range }) => range.toString())
          .join();
      });
    }, given);

  test('are taken by the annotator, and each stands on the very words that it quotes', async () => {
    expect(annotations.length).toBeGreaterThan(3);
    const quoted = annotations.map((one) => one.target.selector[0]!.exact);
    expect(await opened(annotations)).toEqual(quoted);
    for (const words of quoted) expect(text).toContain(words);
  });

  test('one without its quotation or its place is refused, so that taking them means something', async () => {
    const [first] = annotations;
    const without = { ...first, target: { ...first!.target, selector: [{ type: 'TextQuoteSelector' }] } };
    expect(await opened([without])).toEqual([expect.stringMatching(/^refused: Missing selector types/)]);
  });
});
