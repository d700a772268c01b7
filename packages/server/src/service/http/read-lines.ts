import type { Hono, MiddlewareHandler } from 'hono'
import { answerOf, InputError } from '../../errors.js'
import { inOrder } from '../../flow.js'
import type { Chunks } from '../../input/bytes.js'
import type { Entry } from '../../input/entry.js'
import { jsonlStream } from '../../input/jsonl.js'
import type { Pool } from '../../pool.js'
import type { Ground } from './ground.js'
import { answered, describeRoute, type Paths } from './paths.js'
import { forbidden } from './refusal.js'
import { API } from './route.js'

/** Stories under way for each worker, and bytes of all of them. */
const WINDOW = 2
const CAPACITY = 32 * 1024 * 1024

const LINES = 'application/x-ndjson'

/**
 * Reading in bulk: to POST /api/read, a JSON story a line as application/x-ndjson; answered is a record a line, in the
 * same order, each as soon as it is read; in the place of a story that cannot be read {"id","error":{"code","message"}}.
 * Bodies of another kind go on to the operation of that name.
 */
export function mountReadLines(app: Hono, ground: Ground): Paths {
  const lines: MiddlewareHandler = async (c, next) => {
    const type = c.req.header('content-type')?.split(';')[0]?.trim().toLowerCase()
    if (type !== LINES) return next()
    const caller = await ground.callerOf(c)
    if (!caller.may.includes('read')) throw forbidden('read', 'read', caller)
    const body = (c.req.raw.body ?? []) as unknown as Chunks
    const stop = new AbortController()
    const signal = AbortSignal.any([stop.signal, c.req.raw.signal])
    const encoder = new TextEncoder()
    async function* answers() {
      try {
        const flow = inOrder(jsonlStream(body).entries(), entry => answer(entry, ground.pool), {
          window: ground.pool.size * WINDOW,
          weigh: entry => entry.bytes,
          capacity: CAPACITY,
          signal,
        })
        for await (const line of flow) yield encoder.encode(`${line}\n`)
      } finally {
        stop.abort()
      }
    }
    return new Response(ReadableStream.from(answers()), {
      headers: { 'content-type': LINES, 'cache-control': 'no-store' },
    })
  }
  app.post(`${API}/read`, lines)
  return {
    [`${API}/read`]: {
      post: describeRoute({
        id: 'readLines',
        summary: 'Read stories in bulk.',
        body: { [LINES]: { type: 'string' } },
        answers: { 200: answered('A record a line.', { [LINES]: { type: 'string' } }) },
      }),
    },
  }
}

async function answer(entry: Entry, pool: Pool): Promise<string> {
  try {
    if ('error' in entry) throw entry.error
    return JSON.stringify(await pool.read(entry.story))
  } catch (error) {
    if (!(error instanceof InputError)) throw error
    return JSON.stringify({ id: error.id, error: answerOf(error) })
  }
}
