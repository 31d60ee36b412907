// Starts the program from code that V8 compiled when it was built: half of a short run is compiling. Only what this very Node made of these
// very files is taken; anything else is compiled from its source, as without a cache.
'use strict';
const { createHash } = require('node:crypto');
const { readFileSync } = require('node:fs');
const { createRequire } = require('node:module');
const { dirname, join, relative } = require('node:path');
const vm = require('node:vm');

/** Whose code it is: V8 itself tells its own versions and flags apart, but not the builds of Node around it. */
const maker = () => [process.version, process.versions.v8, process.platform, process.arch].join(' ');

const digestOf = (source, code) => createHash('sha256').update(source).update(code).digest('hex');

/**
 * The cache file: a line of JSON, then code after code. Null where there is none or it is of another Node.
 * @returns {Map<string, { code: Buffer, digest: string }> | null} by file name under the program's folder, "/" between its parts
 */
function readCodeCache(path) {
  try {
    const bytes = readFileSync(path);
    const end = bytes.indexOf(10);
    const head = JSON.parse(bytes.toString('utf8', 0, end));
    if (head.maker !== maker()) return null;
    let at = end + 1;
    const codes = new Map();
    for (const { name, length, digest } of head.files) {
      codes.set(name, { code: bytes.subarray(at, at + length), digest });
      at += length;
    }
    return at === bytes.length ? codes : null;
  } catch {
    return null;
  }
}

/**
 * Runs `entry` (main.cjs) of a folder of CommonJS files that require each other by relative names; `codes` may be null.
 * Returns what was loaded, for `packCodeCache`.
 */
function runProgram(folder, entry, codes) {
  if (process.versions.node.startsWith('20.')) withoutLoaderWarning();
  const modules = new Map();
  const loaded = [];
  const requireOther = createRequire(join(folder, entry));
  const load = (path) => {
    const known = modules.get(path);
    if (known !== undefined) return known.exports;
    const module = { exports: {} };
    modules.set(path, module);
    const name = relative(folder, path).replaceAll('\\', '/');
    const source = readFileSync(path);
    const held = codes?.get(name);
    const isSame = held !== undefined && digestOf(source, held.code) === held.digest;
    const script = new vm.Script(`(function(exports,require,module,__filename,__dirname){${source.toString()}\n})`, {
      filename: path,
      cachedData: isSame ? held.code : undefined,
      importModuleDynamically: vm.constants.USE_MAIN_CONTEXT_DEFAULT_LOADER,
    });
    loaded.push({ name, source, script, fromCache: isSame && script.cachedDataRejected === false });
    const from = dirname(path);
    const require = (id) => (id.startsWith('.') ? load(join(from, id)) : requireOther(id));
    script.runInThisContext()(module.exports, require, module, path, from);
    return module.exports;
  };
  load(join(folder, entry));
  return loaded;
}

/** The bytes of a cache file, after a run: what was run by then is compiled in it. */
function packCodeCache(loaded) {
  const codes = loaded.map(({ script }) => script.createCachedData());
  const files = loaded.map(({ name, source }, i) => ({
    name,
    length: codes[i].length,
    digest: digestOf(source, codes[i]),
  }));
  return Buffer.concat([Buffer.from(`${JSON.stringify({ maker: maker(), files })}\n`), ...codes]);
}

/** Node 20 calls its loader of later imports experimental, which is nothing to the program's reader. */
function withoutLoaderWarning() {
  const emit = process.emitWarning;
  process.emitWarning = (warning, ...rest) => {
    if (!String(warning).includes('USE_MAIN_CONTEXT_DEFAULT_LOADER')) emit.call(process, warning, ...rest);
  };
}

module.exports = { packCodeCache, readCodeCache, runProgram };
