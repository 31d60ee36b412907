// The documentation as a site: plain Markdown in, pages that need no script and no network out. `npm run docs [-- DIR]`, default site/.
import { copyFileSync, mkdirSync, readdirSync, readFileSync, rmSync } from 'node:fs';
import { join, resolve } from 'node:path';
import { pathToFileURL } from 'node:url';
import { Eleventy } from '@11ty/eleventy';
import { cliPage } from './cli-page.mjs';
import { MADE, OUTER, SECTIONS, sourceOf } from './contents.mjs';
import { siteMarkdown } from './links.mjs';

const root = join(import.meta.dirname, '../..');
const PAGES = SECTIONS.flatMap(({ pages }) => pages);

/** Builds the whole site into a folder, which is emptied first. Throws where a page is in no section or a link leads nowhere. */
export async function buildDocs(out) {
  checkContents();
  rmSync(out, { recursive: true, force: true });
  process.chdir(root);
  const reference = await cliPage(root);
  const site = new Eleventy('docs', out, {
    quietMode: true,
    configPath: false,
    config: (config) => configure(config, reference),
  });
  await site.write();
  mkdirSync(out, { recursive: true });
  copyFileSync(join(import.meta.dirname, 'docs.css'), join(out, 'docs.css'));
  copyFileSync(
    join(root, 'node_modules/@fontsource-variable/inter/files/inter-latin-wght-normal.woff2'),
    join(out, 'inter.woff2'),
  );
}

/** Templates and data. Pages from outside docs/ are given to Eleventy as if they lay in it: it reads one folder. */
function configure(config, reference) {
  config.setIncludesDirectory('../scripts/docs');
  config.setUseGitIgnore(false);
  config.amendLibrary('md', (markdown) => markdown.set({ html: true, linkify: false }).use(siteMarkdown(root)));
  config.addPassthroughCopy({ 'docs/screenshots': 'screenshots' });
  for (const picture of readdirSync(join(root, 'docs')).filter((name) => /\.(?:svg|png)$/.test(name)))
    config.addPassthroughCopy({ [`docs/${picture}`]: picture });
  for (const [file, name] of Object.entries(OUTER))
    config.addTemplate(`${name}.md`, readFileSync(join(root, file), 'utf8'));

  config.addTemplate('cli.md', reference);

  const { version } = JSON.parse(readFileSync(join(root, 'package.json'), 'utf8'));
  config.addGlobalData('version', version);
  config.addGlobalData('sections', SECTIONS);
  config.addGlobalData('layout', 'layout.njk');
  config.addGlobalData('templateEngineOverride', 'md');
  config.addGlobalData('eleventyComputed', {
    permalink: ({ page }) => `${nameOf(page.inputPath)}.html`,
    name: ({ page }) => nameOf(page.inputPath),
    made: ({ page }) => nameOf(page.inputPath) in MADE,
    source: ({ page }) => sourceOf(page.inputPath),
    title: ({ page }) => titleOf(page.inputPath),
    before: ({ page }) => PAGES[placeOf(page.inputPath) - 1],
    after: ({ page }) => PAGES[placeOf(page.inputPath) + 1],
  });
}

const nameOf = (path) => path.replace(/^.*\/|\.md$/g, '');
const placeOf = (path) => PAGES.findIndex(([name]) => name === nameOf(path));
const titleOf = (path) =>
  MADE[nameOf(path)] ?? /^# (.+)$/m.exec(readFileSync(join(root, sourceOf(path)), 'utf8'))[1].replaceAll('`', '');

function checkContents() {
  const there = [
    ...readdirSync(join(root, 'docs'))
      .filter((name) => name.endsWith('.md'))
      .map((name) => name.slice(0, -3)),
    ...Object.values(OUTER),
    ...Object.keys(MADE),
  ].sort();
  const listed = PAGES.map(([name]) => name).sort();
  const lost = there.filter((name) => !listed.includes(name));
  const missing = listed.filter((name, at) => !there.includes(name) || listed[at - 1] === name);
  if (lost.length > 0) throw new Error(`in no section of scripts/docs/contents.mjs: ${lost.join(', ')}`);
  if (missing.length > 0)
    throw new Error(`listed in scripts/docs/contents.mjs, but no page or listed twice: ${missing.join(', ')}`);
}

if (import.meta.url === pathToFileURL(process.argv[1]).href) {
  const out = resolve(process.argv[2] ?? join(root, 'site'));
  await buildDocs(out);
  console.log(`docs: ${PAGES.length} pages in ${out}`);
}
