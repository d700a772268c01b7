import { fileURLToPath } from 'node:url'
import { defineConfig } from 'vitest/config'
import { NoSkips } from './scripts/no-skips.js'

const source = (path: string) => fileURLToPath(new URL(`packages/${path}`, import.meta.url))

/** The service on both databases. */
const SHARED = 'packages/server/test/service/shared.test.ts'

export default defineConfig({
  resolve: {
    // the sources themselves, so that no test passes or fails on a stale build
    alias: [
      { find: /^@onrecord\/(engine|formats|archive)$/, replacement: source('$1/src/index.ts') },
      {
        find: '@onrecord/formats/certain',
        replacement: source('formats/src/in/choose/certain.ts'),
      },
      { find: '@onrecord/formats/tables', replacement: source('formats/src/out/tables.ts') },
      { find: /^@onrecord\/models\/(node|web)$/, replacement: source('models/src/$1.ts') },
    ],
  },
  test: {
    projects: [
      {
        extends: true,
        test: {
          name: 'archive',
          include: ['packages/archive/test/**/*.test.ts', SHARED],
          // only where its tests run
          globalSetup: ['packages/archive/test/postgres.ts'],
        },
      },
      {
        extends: true,
        test: {
          name: 'desk',
          include: ['packages/desk/test/**/*.test.ts'],
          // builds it, only where its tests run
          globalSetup: ['packages/desk/test/build.ts'],
        },
      },
      {
        extends: true,
        test: {
          name: 'all else',
          include: ['packages/*/test/**/*.test.ts', 'bench/test/**/*.test.ts'],
          exclude: ['packages/archive/**', 'packages/desk/**', SHARED, '**/node_modules/**'],
        },
      },
    ],
    // processes, since the runtime is native code; two, since each reads on one core
    pool: 'forks',
    maxWorkers: 2,
    // generous: no test asserts a time, and the machine may be busy
    testTimeout: 300_000,
    hookTimeout: 300_000,
    reporters: process.env.CI ? ['default', new NoSkips()] : ['default'],
  },
})
