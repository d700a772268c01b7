import { type Context, Hono } from 'hono'
import { routePath } from 'hono/route'
import { secureHeaders } from 'hono/secure-headers'
import type { FileAnswer, Operation } from '../../operations/operation.js'
import type { Caller } from '../caller.js'
import { contextOf } from '../context.js'
import { mountJobs } from '../jobs/routes.js'
import { answer } from './answer.js'
import { askedOf } from './asked.js'
import { jsonOf, limitTo } from './body.js'
import { mountDesk } from './desk.js'
import { DOCS_STYLE, docsPage } from './docs.js'
import { mountFeeds } from './feeds/feeds.js'
import type { Ground } from './ground.js'
import { checkHost, checkOrigin } from './hosts.js'
import { allPaths, openApi, pathsOf } from './openapi.js'
import { answered, describeRoute, objectOf, type Paths } from './paths.js'
import { mountReadLines } from './read-lines.js'
import { forbidden, Refusal, refuse, toRefusal } from './refusal.js'
import { API, routeOf } from './route.js'
import { watch } from './watch.js'

/** Bytes of a body of JSON at most. */
const LONGEST = 20 * 1024 * 1024

/** Mounts routes, and describes them. */
export type Mount = (app: Hono) => Paths

/** The service's routes: every operation, their descriptions, whether it is well, and what else is mounted. */
export function createApp(
  ground: Ground,
  operations: readonly Operation[],
  ...mounts: readonly Mount[]
): Hono {
  const { version } = ground
  const app = new Hono()
  app.use(
    watch(about => {
      ground.log.request(about)
      ground.metrics.request(about)
    }),
  )
  app.use(secureHeaders(headersOf(ground.origin)))
  app.use(checkHost(ground.hosts), checkOrigin(ground.origin))
  const streamed = [mountJobs(app, ground), mountReadLines(app, ground)]
  app.use(limitTo(LONGEST))
  const others = mounts.map(mount => mount(app))
  for (const operation of operations) mountOperation(app, operation, ground)
  const feeds = mountFeeds(app, ground)
  let described = ''
  app.get(`${API}/openapi.json`, c => answer(c, described))
  app.get(`${API}/me`, async c => {
    const { who, may, sight } = await ground.callerOf(c)
    const sources = sight === 'all' ? 'all' : 'some'
    return c.json({ account: who, may, sources }, 200, { 'cache-control': 'no-store' })
  })
  app.get('/docs.css', c => c.body(DOCS_STYLE, 200, { 'content-type': 'text/css; charset=utf-8' }))
  app.get('/docs', c => c.html(docsPage(operations, version)))
  if (ground.desk) mountDesk(app, ground.desk)
  else app.get('/', c => c.redirect('/docs', 302))
  // permanent links, as they are printed and exported
  app.get('/stories/*', c => c.redirect(API + c.req.path, 302))
  app.get('/people/*', c => c.redirect(API + c.req.path, 302))
  app.get('/metrics', async c => {
    const caller = await ground.callerOf(c)
    if (!caller.may.includes('read')) throw forbidden('metrics', 'read', caller)
    return c.body(await ground.metrics.text(), 200, { 'content-type': ground.metrics.mediaType })
  })
  app.get('/health/live', c => c.json({ live: true }))
  app.get('/health/ready', async c => {
    await ground.archive.db.selectFrom('meta').select('value').limit(1).execute()
    return c.json({ ready: true })
  })
  const paths = allPaths([...streamed, ...others, feeds, pathsOf(operations), OWN_PATHS])
  described = JSON.stringify(openApi(paths, version))
  for (const [path, entries] of Object.entries(paths))
    app.all(patternOf(path), c => notAllowed(c, Object.keys(entries)))
  app.notFound(c =>
    refuse(new Refusal(404, 'not-found', `There is no ${c.req.path}.`, 'See /docs.')),
  )
  app.onError((error, c) => {
    const { signal } = c.req.raw
    const refusal = signal.aborted && error === signal.reason ? GONE : toRefusal(error)
    if (refusal.code === 'failed') ground.log.failed(error, `${c.req.method} ${routePath(c, -1)}`)
    return refuse(refusal)
  })
  return app
}

/** Nobody sees it; the log and the metrics tell it from what was answered. */
const GONE = new Refusal(499, 'gone', 'Whoever asked is gone.', 'Ask again.')

function mountOperation(app: Hono, operation: Operation, ground: Ground) {
  const { method, path, inPath } = routeOf(operation)
  app.on(method, patternOf(path), async c => {
    const caller = await ground.callerOf(c)
    if (!caller.may.includes(operation.permission))
      throw forbidden(operation.name, operation.permission, caller)
    const params = c.req.param() as Record<string, string>
    const input = askedOf(operation, {
      inPath: Object.fromEntries(inPath.map(name => [name, params[name]!])),
      query: new URL(c.req.url).searchParams,
      ...(method === 'POST' && { body: await jsonOf(c) }),
    })
    if (operation.stream && (input as { format?: string }).format !== undefined)
      return fileOf(await streamed(operation.stream, ground, caller, input))
    return answer(c, await ground.answering.answer(operation, caller, input, c.req.raw.signal))
  })
}

/** A file, sent as fast as it is taken. Where it breaks off, so does the connection: nobody takes a part for the whole. */
function fileOf({ mediaType, fileName, bytes }: FileAnswer): Response {
  const encoder = new TextEncoder()
  async function* encoded() {
    for await (const piece of bytes) yield typeof piece === 'string' ? encoder.encode(piece) : piece
  }
  return new Response(ReadableStream.from(encoded()), {
    headers: {
      'content-type': mediaType,
      'content-disposition': `attachment; filename="${fileName}"`,
      'cache-control': 'no-store',
    },
  })
}

/** A path with its fields as Hono writes them. */
const patternOf = (path: string): string => path.replaceAll(/\{(\w+)\}/g, ':$1')

function notAllowed(c: Context, known: readonly string[]): never {
  const methods = known.map(method => method.toUpperCase())
  throw new Refusal(
    405,
    'no-such-method',
    `${c.req.path} is not for ${c.req.method}.`,
    `Use ${methods.join(' or ')}.`,
    {
      allow: methods.flatMap(method => (method === 'GET' ? ['GET', 'HEAD'] : [method])).join(', '),
    },
  )
}

async function streamed(
  stream: NonNullable<Operation['stream']>,
  { archive, pool }: Ground,
  caller: Caller,
  input: unknown,
): Promise<FileAnswer> {
  try {
    return await stream(contextOf({ archive, read: pool.read }, caller), input as never)
  } catch (error) {
    throw archive.explain(error)
  }
}

const OWN_PATHS: Paths = {
  '/health/live': {
    get: describeRoute({
      id: 'live',
      summary: 'The process runs.',
      answers: {
        200: answered('It does.', { 'application/json': objectOf({ live: { const: true } }) }),
      },
    }),
  },
  '/health/ready': {
    get: describeRoute({
      id: 'ready',
      summary: 'The archive answers: requests may be sent here.',
      answers: {
        200: answered('It does.', { 'application/json': objectOf({ ready: { const: true } }) }),
      },
    }),
  },
  '/metrics': {
    get: describeRoute({
      id: 'metrics',
      summary: 'Numbers of the service, for Prometheus.',
      answers: { 200: answered('The numbers.', { 'text/plain': { type: 'string' } }) },
    }),
  },
  [`${API}/me`]: {
    get: describeRoute({
      id: 'me',
      summary: 'Who you are here, and what you may.',
      answers: {
        200: answered('You.', {
          'application/json': objectOf({
            account: { type: 'string' },
            may: { type: 'array', items: { enum: ['read', 'edit', 'admin'] } },
            sources: { enum: ['all', 'some'] },
          }),
        }),
      },
    }),
  },
  [`${API}/openapi.json`]: {
    get: describeRoute({
      id: 'describe',
      summary: 'This description.',
      answers: {
        200: answered('OpenAPI 3.1.', { 'application/json': { type: 'object' } }),
        304: answered('It is as the ETag says.'),
      },
    }),
  },
}

/** Nothing that a story holds is run, fetched or framed: scripts are the desk's own files, and make no markup of words. */
const headersOf = (origin: string | undefined): Parameters<typeof secureHeaders>[0] => ({
  contentSecurityPolicy: {
    defaultSrc: ["'none'"],
    objectSrc: ["'none'"],
    scriptSrc: ["'self'"],
    connectSrc: ["'self'"],
    styleSrc: ["'self'"],
    imgSrc: ["'self'"],
    baseUri: ["'none'"],
    formAction: ["'none'"],
    frameAncestors: ["'none'"],
    requireTrustedTypesFor: ["'script'"],
    trustedTypes: ["'none'"],
  },
  referrerPolicy: 'no-referrer',
  crossOriginResourcePolicy: 'same-origin',
  crossOriginOpenerPolicy: 'same-origin',
  xFrameOptions: 'DENY',
  strictTransportSecurity: origin?.startsWith('https:') === true && 'max-age=31536000',
})
