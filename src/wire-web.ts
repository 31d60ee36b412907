// The built web app: its renderer and its files, loaded once when the server starts.
import { readdirSync, readFileSync } from 'node:fs';
import { extname } from 'node:path';
import { fileURLToPath } from 'node:url';
import { gzipSync } from 'node:zlib';
import { pngFile } from './adapters/png-file.ts';
import { drawingPixels, type Letters } from './formats/drawing-pixels.ts';
import type { WebApp, WebFile } from './http/pages/web-app.ts';
import { LaydownError } from './model/errors.ts';

const TYPES: Readonly<Record<string, string>> = {
  '.js': 'text/javascript; charset=utf-8',
  '.css': 'text/css; charset=utf-8',
  '.svg': 'image/svg+xml; charset=utf-8',
  '.woff2': 'font/woff2',
  '.json': 'application/json; charset=utf-8',
};

/** `folder` is dist/web/. Throws LaydownError `store-unreachable` where it was not built. */
export async function webApp(folder: URL): Promise<WebApp> {
  const files = new Map<string, WebFile>();
  try {
    const assets = new URL('client/assets/', folder);
    for (const name of readdirSync(fileURLToPath(assets)))
      files.set(name, fileOf(readFileSync(new URL(name, assets)), extname(name)));
    const { render } = (await import(new URL('server/entry-server.js', folder).href)) as Pick<WebApp, 'render'>;
    const method = readFileSync(new URL('method.html', folder), 'utf8');
    return {
      method,
      render,
      picture: painter(new URL('letters.json', folder)),
      asset: (name) => files.get(name) ?? null,
    };
  } catch (error) {
    throw new LaydownError('store-unreachable', 'the web app is not built: run `npm run build` in the checkout', {
      cause: error,
    });
  }
}

/** The letters are read when the first picture is asked for. */
function painter(file: URL): WebApp['picture'] {
  let letters: Letters | null = null;
  return (drawing) => {
    letters ??= JSON.parse(readFileSync(file, 'utf8')) as Letters;
    return pngFile(drawing.width, drawing.height, drawingPixels(drawing, letters));
  };
}

/** Compressed when first asked for: the map's outlines are large, and a server may never show a map. */
function fileOf(bytes: Uint8Array, ending: string): WebFile {
  let gzipped: Uint8Array | null = null;
  return {
    bytes,
    type: TYPES[ending] ?? 'application/octet-stream',
    get gzipped() {
      if (ending === '.woff2') return null;
      gzipped ??= gzipSync(bytes, { level: 9 });
      return gzipped;
    },
  };
}
