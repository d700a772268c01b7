import type { Server } from 'node:http'
import { serve as listen } from '@hono/node-server'
import { getConnInfo } from '@hono/node-server/conninfo'
import { type Archive, hasAdmin, openArchive, type Queue, UPLOAD_LIMITS } from '@onrecord/archive'
import type { Context } from 'hono'
import { UsageError } from '../errors.js'
import { mountMcp } from '../mcp/mount.js'
import { operations } from '../operations/index.js'
import type { Operation } from '../operations/operation.js'
import { read } from '../operations/read.js'
import type { Pool, PoolOptions } from '../pool.js'
import { version } from '../version.js'
import { type Answering, openAnswering } from './answering/answering.js'
import { LOCAL } from './caller.js'
import { type Config, isAlone } from './config.js'
import { createApp, type Mount } from './http/app.js'
import { deskFolder, readDesk } from './http/desk.js'
import type { Ground } from './http/ground.js'
import { refuseHead } from './http/refuse-head.js'
import { type Fetching, openFetching } from './jobs/fetching.js'
import { openRunner, type Runner } from './jobs/runner.js'
import type { Log } from './log.js'
import { networkOf, openAttempts, openRate } from './login/attempts.js'
import { callersOf } from './login/callers.js'
import { cookiesOf } from './login/cookies.js'
import { mountOidc } from './login/oidc.js'
import { type LoginGround, mountLogin } from './login/routes.js'
import { openMetrics } from './metrics.js'
import { submitSamples } from './samples.js'

/** A service that listens. */
export interface Service {
  /** Where others find it: https://desk.example, or as `local`. */
  readonly url: string
  /** Where it listens: http://127.0.0.1:4173 */
  readonly local: string
  readonly archive: Archive
  /** Lets the files of a folder wait to be read, where the archive is empty; see `submitSamples`. */
  begin(folder: string): ReturnType<typeof submitSamples>
  /** Takes no more requests, answers those under way, lets jobs wait for the next start, and closes the archive. */
  close(): Promise<void>
}

/** What the service can do. */
export const serviceOperations: readonly Operation[] = [read as unknown as Operation, ...operations]

/** Longest head of a request: a long claim to verify stands in its address, a letter of it in up to twelve characters. */
const HEAD = 256 * 1024
/** Milliseconds that a head may take to arrive, that a whole request may (an upload over a slow line), and of silence. */
const HEAD_TIME = 30_000
const REQUEST_TIME = 3_600_000
const SILENT = 300_000
/** Milliseconds that requests under way have to end. */
const PATIENCE = 10_000

/**
 * Opens the archive, made where there is none, and listens. Rejects with a UsageError where others reach it and no account
 * is there, with an ArchiveError, or with what the system says
 * of the address (EADDRINUSE).
 */
export async function startService(
  config: Config,
  openPool: (size: number, options: PoolOptions) => Pool,
  log: Log,
  /** Tests answer in one thread. */
  answeringOf = openAnswering,
): Promise<Service> {
  const archive = await openArchive(config.archive, { create: true })
  if (!isAlone(config) && !(await hasAdmin(archive.db))) {
    await archive.close()
    throw new UsageError(
      `At ${config.url ?? config.host} others reach the service, and it has no admin account. Make one first: onrecord account add NAME --role admin`,
    )
  }
  const pool = openPool(config.workers, { yields: true })
  let answering: Answering | undefined
  let fetching: Fetching | undefined
  let queue: Queue | undefined
  let runner: Runner | undefined
  const end = async () => {
    await fetching?.close()
    await runner?.close()
    await pool.close()
    await answering?.close()
    await queue?.close()
    await archive.close()
  }
  try {
    const waiting = await archive.openQueue()
    queue = waiting
    const reading = openRunner(archive, waiting, pool, (error, job) =>
      log.failed(error, `job ${job}`),
    )
    runner = reading
    const uploads = { ...UPLOAD_LIMITS, waiting: config.waiting }
    if (config.fetch) fetching = openFetching(archive, waiting, uploads, reading.kick)
    answering = answeringOf(archive, pool.read, fetching?.fetch)
    const login = loginOf(archive, config)
    const rate = openRate(config.rate)
    const desk = readDesk(deskFolder())
    const ground: Ground = {
      archive,
      ...(desk && { desk }),
      pool,
      answering,
      queue,
      runner,
      uploads,
      version: version(),
      hosts: hostsOf(config),
      ...(config.url && { origin: new URL(config.url).origin }),
      async callerOf(c) {
        const caller = login ? await login.callerOf(c) : LOCAL
        await rate.count(caller.who)
        c.set('who', caller.who)
        return caller
      },
      log,
      metrics: openMetrics(archive, runner.running),
    }
    const app = createApp(ground, serviceOperations, ...(login?.mounts ?? []), app =>
      mountMcp(app, ground, serviceOperations, config.mcpWrite ? 'write' : 'read-only'),
    )
    const { server, port } = await listening(app.fetch, config)
    const local = `http://${config.host.includes(':') ? `[${config.host}]` : config.host}:${port}`
    return {
      url: config.url ?? local,
      local,
      archive,
      async begin(folder) {
        const begun = await submitSamples(archive, waiting, folder)
        reading.kick()
        return begun
      },
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

/** Logins, where the service is not for this machine alone. */
function loginOf(archive: Archive, config: Config) {
  if (isAlone(config)) return undefined
  const cookies = cookiesOf(config.url?.startsWith('https:') === true)
  const { oidcIssuer: issuer, oidcClient: client, oidcSecret: secret, oidcRole: role, url } = config
  const ground: LoginGround = {
    archive,
    cookies,
    provider: issuer !== undefined,
    attempts: openAttempts(),
    callerOf: callersOf(archive, cookies),
    networkOf: c => networkOf(addressOf(c, config.proxy)),
  }
  const mounts: Mount[] = [app => mountLogin(app, ground)]
  if (issuer && client && secret && url)
    mounts.push(app =>
      mountOidc(app, ground, { issuer, client, secret, role: role ?? null }, new URL(url).origin),
    )
  return { callerOf: ground.callerOf, mounts }
}

/** The address that a request comes from: the last one that the proxy saw, where one is in front. */
function addressOf(c: Context, proxy: boolean): string {
  const forwarded = proxy ? c.req.header('x-forwarded-for')?.split(',').at(-1)?.trim() : undefined
  return forwarded || (getConnInfo(c).remote.address ?? 'unknown')
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
      {
        fetch,
        hostname: host,
        port,
        serverOptions: {
          maxHeaderSize: HEAD,
          headersTimeout: HEAD_TIME,
          requestTimeout: REQUEST_TIME,
        },
      },
      info => resolve({ server, port: info.port }),
    ) as Server
    server.setTimeout(SILENT)
    server.on('clientError', refuseHead)
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
