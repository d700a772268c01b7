import { ArchiveError } from '@onrecord/archive'
import { messageOf, UsageError } from '../errors.js'
import { visibleLine } from '../output/visible.js'
import { type Config, toConfig } from '../service/config.js'
import { openLog } from '../service/log.js'
import { type Service, startService } from '../service/serve.js'
import type { Host } from './read.js'

/** Runs the service until it is stopped. Gives the exit status: 0 stopped, 1 it cannot start, 2 called wrongly. */
export async function serve(flags: Readonly<Record<string, unknown>>, host: Host): Promise<number> {
  const say = (text: string) => host.stderr.write(`onrecord: ${visibleLine(text)}\n`)
  let config: Config
  try {
    config = toConfig(flags, host.env)
  } catch (error) {
    if (!(error instanceof UsageError)) throw error
    say(error.message)
    return 2
  }
  let service: Service
  try {
    const level = config.log ?? (host.stderr.isTTY ? 'error' : 'info')
    service = await startService(config, host.openPool, openLog(level, host.stderr))
  } catch (error) {
    const known =
      error instanceof UsageError || error instanceof ArchiveError || 'syscall' in (error as object)
    if (!known) throw error
    say(`The service cannot start: ${reasonOf(error, config)}`)
    return 1
  }
  host.stdout.write(
    `Onrecord listens at ${service.url} (archive: ${visibleLine(service.archive.name)}). Ctrl-C ends it.\n`,
  )
  if (config.samples !== undefined) {
    const { files, problems } = await service.begin(config.samples)
    for (const { message } of problems) say(`The samples in ${config.samples}: ${message}`)
    if (files > 0)
      host.stdout.write(
        `${files} samples of ${visibleLine(config.samples)} are being read: onrecord jobs tells how far that is.\n`,
      )
  }
  await new Promise<void>(resolve => {
    if (host.signal.aborted) resolve()
    else host.signal.addEventListener('abort', () => resolve(), { once: true })
  })
  await service.close()
  return 0
}

/** What the system says of an address, with the way out. */
function reasonOf(error: unknown, { host, port }: Config): string {
  const { code, syscall } = error as NodeJS.ErrnoException
  if (syscall !== 'listen' && syscall !== 'getaddrinfo') return messageOf(error)
  switch (code) {
    case 'EADDRINUSE':
      return `${host}:${port} is taken by another process. End that, or give another --port; --port 0 takes a free one.`
    case 'EACCES':
      return `${host}:${port} is not for this user: ports below 1024 mostly are the system's. Give a higher --port; --port 0 takes a free one.`
    case 'EADDRNOTAVAIL':
    case 'ENOTFOUND':
      return `${host} is no address of this machine. Give another --host, or none for 127.0.0.1.`
    default:
      return messageOf(error)
  }
}
