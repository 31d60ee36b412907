// The web app's build: one script, one style sheet, fonts and outlines as files of their own; nothing inline, for a strict content policy.
import { join } from 'node:path';
import { defineConfig } from 'vite';

const root = join(import.meta.dirname, '..');

export default defineConfig({
  root: join(root, 'web'),
  base: '/',
  publicDir: false,
  resolve: { alias: { '@map': join(root, 'dist/web/map') } },
  css: { modules: { generateScopedName: '[hash:base64:6]' } },
  ssr: { noExternal: true },
  build: {
    assetsInlineLimit: 0,
    cssCodeSplit: false,
    modulePreload: { polyfill: false },
    reportCompressedSize: false,
    emptyOutDir: true,
    target: 'es2022',
    rolldownOptions: {
      input: join(root, 'web/entry-client.tsx'),
      // The pure core does nothing when it is loaded: what a page does not call is left out, the schemas above all.
      treeshake: { moduleSideEffects: [{ test: /\/src\//, sideEffects: false }] },
      checks: { moduleLevelDirective: false },
      onLog: (level, log, next) => (log.code === 'MODULE_LEVEL_DIRECTIVE' ? undefined : next(level, log)),
    },
  },
});
