import { createMcpHandler } from '@modelcontextprotocol/server'
import type { Hono } from 'hono'
import type { Operation } from '../operations/operation.js'
import type { Caller } from '../service/caller.js'
import type { Ground } from '../service/http/ground.js'
import { answered, describeRoute, type Paths } from '../service/http/paths.js'
import { createMcpServer, type Mode } from './server.js'

/** The Model Context Protocol at /mcp, for whoever asks: tools are offered as far as they may use them. */
export function mountMcp(
  app: Hono,
  ground: Ground,
  operations: readonly Operation[],
  mode: Mode,
): Paths {
  const handler = createMcpHandler(({ authInfo }) => {
    const caller = authInfo?.extra?.caller as Caller
    return createMcpServer(operations, ground.version, mode, caller.may, (operation, input) =>
      ground.answering.answer(operation, caller, input),
    )
  })
  app.all('/mcp', async c => {
    const caller = await ground.callerOf(c)
    const authInfo = { token: '', clientId: caller.who, scopes: [...caller.may], extra: { caller } }
    return handler.fetch(c.req.raw, { authInfo })
  })
  return PATHS
}

const MESSAGE = { type: 'object', required: ['jsonrpc'] }
const ANSWER = { 'application/json': MESSAGE, 'text/event-stream': { type: 'string' } }

const PATHS: Paths = {
  '/mcp': {
    post: describeRoute({
      id: 'mcp',
      summary: 'The Model Context Protocol, for assistants.',
      description: 'JSON-RPC 2.0 as https://modelcontextprotocol.io says, without sessions.',
      body: { 'application/json': MESSAGE },
      answers: {
        200: answered('The answer.', ANSWER),
        202: answered('Taken: it has no answer.'),
        400: answered('It is no message, or one that is not known.', ANSWER),
        406: answered('The asker does not take such answers.', ANSWER),
        415: answered('It is not JSON.', ANSWER),
      },
    }),
  },
}
