import react from '@vitejs/plugin-react';
import { defineConfig } from 'vite';

export default defineConfig({
  root: 'renderer',
  // Deep links (`/sessions/...`) load the same page, so its files need addresses from the root.
  base: '/',
  plugins: [react()],
  build: {
    outDir: '../dist/renderer',
    emptyOutDir: true,
    target: 'es2024',
    // The content security policy allows neither inline scripts nor data addresses.
    assetsInlineLimit: 0,
    modulePreload: { polyfill: false },
    reportCompressedSize: false,
    rolldownOptions: {
      output: {
        codeSplitting: {
          // zod tries `eval` when its first schema is made, which the content security policy reports. The
          // file that tells it not to has to run before any schema, so it lives in one chunk with zod.
          groups: [{ name: 'zod', test: /node_modules[\\/]zod[\\/]|without-eval/ }],
        },
      },
    },
  },
});
