import { execFileSync, spawn } from 'node:child_process'
import { chownSync, existsSync, mkdtempSync, readdirSync, rmSync } from 'node:fs'
import { createServer } from 'node:net'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import type { TestProject } from 'vitest/node'

declare module 'vitest' {
  interface ProvidedContext {
    /** A PostgreSQL that is gone after the run; '' where the machine has none. */
    postgres: string
  }
}

/** For all tests of a run: one that is not killed. */
export default async function setup(project: TestProject) {
  // nothing is lost but with the machine, and the tests are done sooner
  const server = await startPostgres(['fsync=off'])
  project.provide('postgres', server?.url ?? '')
  return () => server?.end()
}

export interface Server {
  readonly url: string
  /** The process that has all others. */
  readonly pid: number
  /** Ends as PostgreSQL does when it is told to stop at once (SIGQUIT), or is killed; and starts again. */
  restart(signal: 'SIGQUIT' | 'SIGKILL'): Promise<void>
  end(): Promise<void>
}

/** Starts Debian's PostgreSQL, on a free port, in a folder of its own, as a user that is not root; undefined: not installed. */
export async function startPostgres(settings: readonly string[] = []): Promise<Server | undefined> {
  const bin = binaries()
  if (!bin) return undefined
  const folder = mkdtempSync(join(tmpdir(), 'onrecord-pg-'))
  const data = join(folder, 'data')
  const user = process.getuid?.() === 0 ? nobody() : {}
  if (user.uid !== undefined) chownSync(folder, user.uid, user.gid!)
  const options = { stdio: 'ignore' as const, cwd: folder, ...user }
  execFileSync(
    join(bin, 'initdb'),
    ['-D', data, '-U', 'onrecord', '-A', 'trust', '-E', 'UTF8', '--locale=C'],
    options,
  )
  const port = await freePort()
  const all = [...settings, `unix_socket_directories=${folder}`, 'listen_addresses=127.0.0.1']
  async function start() {
    const server = spawn(
      join(bin!, 'postgres'),
      ['-D', data, '-p', String(port), ...all.flatMap(s => ['-c', s])],
      options,
    )
    for (let tries = 0; ; tries++) {
      try {
        execFileSync(join(bin!, 'pg_isready'), ['-h', '127.0.0.1', '-p', String(port)], {
          stdio: 'ignore',
        })
        return server
      } catch (error) {
        if (tries > 300) throw error
        await new Promise(resolve => setTimeout(resolve, 100))
      }
    }
  }
  let server = await start()
  async function stop(signal: NodeJS.Signals) {
    const ended = new Promise(resolve => server.on('exit', resolve))
    server.kill(signal)
    await ended
  }
  return {
    url: `postgres://onrecord@127.0.0.1:${port}/postgres`,
    get pid() {
      return server.pid!
    },
    async restart(signal) {
      await stop(signal)
      server = await start()
    },
    async end() {
      // fast: does not wait for connections that are still open
      await stop('SIGINT')
      rmSync(folder, { recursive: true, force: true })
    },
  }
}

/** Where initdb and postgres are, the newest version; undefined where they are not installed. */
function binaries(): string | undefined {
  const debian = '/usr/lib/postgresql'
  if (!existsSync(debian)) return undefined
  const versions = readdirSync(debian).filter(version =>
    existsSync(join(debian, version, 'bin/initdb')),
  )
  const newest = versions.sort((a, b) => Number(b) - Number(a))[0]
  return newest && join(debian, newest, 'bin')
}

function nobody(): { uid?: number; gid?: number } {
  const id = (flag: string) => Number(execFileSync('id', [flag, 'nobody'], { encoding: 'utf8' }))
  return { uid: id('-u'), gid: id('-g') }
}

const freePort = () =>
  new Promise<number>((resolve, reject) => {
    const server = createServer()
    server.on('error', reject)
    server.listen(0, '127.0.0.1', () => {
      const { port } = server.address() as { port: number }
      server.close(() => resolve(port))
    })
  })
