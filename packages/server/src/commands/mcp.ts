import { serveStdio } from '@modelcontextprotocol/server/stdio'
import { ArchiveError, openArchive } from '@onrecord/archive'
import { createMcpServer, type Mode } from '../mcp/server.js'
import { archiveUrl } from '../operations/archive-url.js'
import type { Operation } from '../operations/operation.js'
import { visibleLine } from '../output/visible.js'
import { poolOfOne } from '../pool.js'
import { answerHere } from '../service/answering/answer-here.js'
import { LOCAL } from '../service/caller.js'
import { contextOf } from '../service/context.js'
import { serviceOperations } from '../service/serve.js'
import type { Host } from './read.js'

export interface McpOptions {
  readonly archive?: string
  /** Assistants may also change the archive. */
  readonly write?: boolean
}

/** Speaks the Model Context Protocol on standard input and output until the input ends. Gives the exit status. */
export async function mcp(
  { archive: told, write = false }: McpOptions,
  version: string,
  host: Host,
): Promise<number> {
  const mode: Mode = write ? 'write' : 'read-only'
  try {
    const archive = await openArchive(archiveUrl(told, host.env), { readOnly: !write })
    const pool = poolOfOne(host.openReader)
    const run = (operation: Operation, input: unknown) =>
      answerHere(contextOf({ archive, read: pool.read }, LOCAL), operation, input)
    try {
      const ended = new Promise<void>(resolve => {
        host.signal.addEventListener('abort', () => resolve(), { once: true })
        process.stdin.once('end', resolve).once('close', resolve)
      })
      const served = serveStdio(() =>
        createMcpServer(serviceOperations, version, mode, LOCAL.may, run),
      )
      await ended
      await served.close()
      return 0
    } finally {
      await pool.close()
      await archive.close()
    }
  } catch (error) {
    if (!(error instanceof ArchiveError)) throw error
    host.stderr.write(`onrecord: ${visibleLine(error.message)}\n`)
    return 1
  }
}
