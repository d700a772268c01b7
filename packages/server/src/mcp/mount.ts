import { createMcpHandler } from '@modelcontextprotocol/server'
import type { Hono } from 'hono'
import type { Operation } from '../operations/operation.js'
import type { Caller } from '../service/caller.js'
import { contextOf, type Ground } from '../service/http/ground.js'
import { createMcpServer, type Mode } from './server.js'

/** The Model Context Protocol at /mcp, for whoever asks: tools are offered as far as they may use them. */
export function mountMcp(app: Hono, ground: Ground, operations: readonly Operation[], mode: Mode) {
  const handler = createMcpHandler(({ authInfo }) => {
    const caller = authInfo?.extra?.caller as Caller
    return createMcpServer(operations, ground.version, mode, () => contextOf(ground, caller))
  })
  app.all('/mcp', async c => {
    const caller = await ground.callerOf(c)
    const authInfo = { token: '', clientId: caller.who, scopes: [...caller.may], extra: { caller } }
    return handler.fetch(c.req.raw, { authInfo })
  })
}
