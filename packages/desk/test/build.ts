import { fileURLToPath } from 'node:url'
import { build } from 'vite'

/** Builds the desk as it is now, so that no test passes or fails on a stale one. */
export async function setup(): Promise<void> {
  // as it is built for people: Vite goes by this, and the tests' runner has set it
  const { NODE_ENV } = process.env
  process.env.NODE_ENV = 'production'
  await build({ configFile: fileURLToPath(new URL('../vite.config.ts', import.meta.url)) })
  process.env.NODE_ENV = NODE_ENV
}
