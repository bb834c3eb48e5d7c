import react from '@vitejs/plugin-react';
import { defineConfig } from 'vite';

/** Where `npm run dev` finds the running core; the page asks its own origin and never knows. */
const host = process.env['AGENTNET_DEV_HOST'] ?? 'http://127.0.0.1:4173';

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
  },
  server: {
    host: '127.0.0.1',
    port: 5173,
    strictPort: true,
    proxy: Object.fromEntries(
      ['/api', '/rpc', '/health', '/metrics', '/handover'].map((path) => [
        path,
        { target: host, changeOrigin: true },
      ]),
    ),
  },
});
