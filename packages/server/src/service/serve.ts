import { readFileSync } from 'node:fs'
import type { Server } from 'node:http'
import { serve as listen } from '@hono/node-server'
import { type Archive, openArchive, type Queue } from '@onrecord/archive'
import { operations } from '../operations/index.js'
import type { Operation } from '../operations/operation.js'
import { read } from '../operations/read.js'
import type { Pool } from '../pool.js'
import { LOCAL } from './caller.js'
import type { Config } from './config.js'
import { createApp } from './http/app.js'
import { openRunner, type Runner } from './jobs/runner.js'

/** A service that listens. */
export interface Service {
  /** Where: http://127.0.0.1:4173 */
  readonly url: string
  readonly archive: Archive
  /** Takes no more requests, answers those under way, lets jobs wait for the next start, and closes the archive. */
  close(): Promise<void>
}

/** What the service can do. */
export const serviceOperations: readonly Operation[] = [read as unknown as Operation, ...operations]

/** Longest head of a request: a long claim to verify stands in its address. */
const HEAD = 64 * 1024
/** Milliseconds that requests under way have to end. */
const PATIENCE = 10_000

/**
 * Opens the archive, made where there is none, and listens. Rejects with an ArchiveError, or with what the system says
 * of the address (EADDRINUSE).
 */
export async function startService(
  config: Config,
  openPool: (size: number) => Pool,
  failed: (error: unknown, at: string) => void,
): Promise<Service> {
  const archive = await openArchive(config.archive, { create: true })
  const pool = openPool(config.workers)
  let queue: Queue | undefined
  let runner: Runner | undefined
  const end = async () => {
    await runner?.close()
    await pool.close()
    await queue?.close()
    await archive.close()
  }
  try {
    queue = await archive.openQueue()
    runner = openRunner(archive, queue, pool, (error, job) => failed(error, `job ${job}`))
    const { version } = JSON.parse(
      readFileSync(new URL('../../package.json', import.meta.url), 'utf8'),
    )
    const app = createApp({
      archive,
      pool,
      queue,
      runner,
      operations: serviceOperations,
      version,
      hosts: hostsOf(config),
      callerOf: async () => LOCAL,
      failed: (error, { method, path }) => failed(error, `${method} ${path}`),
    })
    const { server, port } = await listening(app.fetch, config)
    return {
      url:
        config.url ??
        `http://${config.host.includes(':') ? `[${config.host}]` : config.host}:${port}`,
      archive,
      async close() {
        await closed(server)
        await end()
      },
    }
  } catch (error) {
    await end()
    throw error
  }
}

/** Names by which the service may be asked for. */
const hostsOf = ({ host, url }: Config): string[] => [
  'localhost',
  '127.0.0.1',
  '[::1]',
  host,
  ...(url ? [new URL(url).hostname] : []),
]

const listening = (fetch: Parameters<typeof listen>[0]['fetch'], { host, port }: Config) =>
  new Promise<{ server: Server; port: number }>((resolve, reject) => {
    const server = listen(
      { fetch, hostname: host, port, serverOptions: { maxHeaderSize: HEAD } },
      info => resolve({ server, port: info.port }),
    ) as Server
    server.once('error', reject)
  })

function closed(server: Server): Promise<void> {
  return new Promise(resolve => {
    const late = setTimeout(() => server.closeAllConnections(), PATIENCE)
    server.close(() => {
      clearTimeout(late)
      resolve()
    })
    server.closeIdleConnections()
  })
}
