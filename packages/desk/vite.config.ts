import { fileURLToPath } from 'node:url'
import { routes } from '@onrecord/server/routes'
import { defineConfig } from 'vite'

/** Where `npm start` serves, for `npm run dev`. */
const SERVICE = 'http://127.0.0.1:4173'

export default defineConfig({
  logLevel: 'warn',
  root: fileURLToPath(new URL('.', import.meta.url)),
  // where operations are found is known when the desk is built: the page need not ask
  define: { ROUTES: JSON.stringify(routes) },
  build: {
    modulePreload: { polyfill: false },
    // nothing but files of this origin: no data: addresses
    assetsInlineLimit: 0,
    manifest: true,
    rolldownOptions: {
      onwarn(warning, warn) {
        // libraries mark what is for browsers alone; here everything is
        if (warning.code !== 'MODULE_LEVEL_DIRECTIVE') warn(warning)
      },
    },
  },
  server: { proxy: { '/api': SERVICE, '/docs': SERVICE, '/health': SERVICE, '/login': SERVICE } },
})
