import {
  type Archive,
  dropProblemsOf,
  findJob,
  type JobEntry,
  type Queue,
  submitUpload,
  type UploadLimits,
} from '@onrecord/archive'
import type { Context, Hono } from 'hono'
import { streamSSE } from 'hono/streaming'
import { jobEntry } from '../../operations/job-entry.js'
import type { Caller } from '../caller.js'
import {
  answered,
  describeRoute,
  objectOf,
  type Paths,
  parameter,
  schemaOf,
} from '../http/paths.js'
import { forbidden, Refusal } from '../http/refusal.js'
import { API } from '../http/route.js'
import { toldType } from './media-type.js'
import type { Runner } from './runner.js'

export interface JobGround {
  readonly archive: Archive
  readonly queue: Queue
  readonly runner: Runner
  readonly uploads: UploadLimits
  /** Who asks. Rejects with a Refusal where that is not known. */
  callerOf(c: Context): Promise<Caller>
}

/** Milliseconds between two looks at a job that somebody watches, and between two signs of life to them. */
const LOOK = 500
const ALIVE = 15_000

const ENDED: ReadonlySet<JobEntry['state']> = new Set(['done', 'failed', 'cancelled'])

/** Sending files, and watching what becomes of them. */
export function mountJobs(app: Hono, ground: JobGround): Paths {
  app.post(`${API}/imports`, async c => {
    const caller = await ground.callerOf(c)
    if (!caller.may.includes('edit')) throw forbidden('import', 'edit', caller)
    const { name, outlet, again } = askedOf(c)
    if (again !== undefined) await findJob(ground.archive.db, again, ownOf(caller))
    const type = toldType(c.req.header('content-type'))
    const job = await submitUpload(
      ground.archive,
      ground.queue,
      {
        who: caller.who,
        name,
        about: { ...(type && { mediaType: type }), ...(outlet && { outlet }) },
      },
      bytesOf(c),
      ground.uploads,
    )
    if (again !== undefined) await dropProblemsOf(ground.archive.db, again)
    ground.runner.kick()
    return c.json(job, 202, { location: `${API}/jobs/${job.key}`, 'cache-control': 'no-store' })
  })

  app.get(`${API}/jobs/:job/events`, async c => {
    const caller = await ground.callerOf(c)
    const own = ownOf(caller)
    const key = c.req.param('job')
    await findJob(ground.archive.db, key, own)
    return streamSSE(c, async stream => {
      let said = ''
      let spoken = Date.now()
      while (!stream.aborted) {
        const job = await findJob(ground.archive.db, key, own)
        const data = JSON.stringify(job)
        if (data !== said) {
          await stream.writeSSE({ event: ENDED.has(job.state) ? 'end' : 'progress', data })
          said = data
          spoken = Date.now()
        } else if (Date.now() - spoken > ALIVE) {
          await stream.write(': still there\n\n')
          spoken = Date.now()
        }
        if (ENDED.has(job.state)) return
        await stream.sleep(LOOK)
      }
    })
  })
  return PATHS
}

const PATHS: Paths = {
  [`${API}/imports`]: {
    post: describeRoute({
      id: 'import',
      summary: 'Send a file of stories.',
      description:
        'The body is the file, of any kind that Onrecord reads. It is kept before this answers; then it is read as a job.',
      parameters: [
        parameter('query', 'name', 'Name of the file, with its extension.', { type: 'string' }),
        parameter('query', 'outlet', 'Outlet of its stories, where they do not tell.', {
          type: 'string',
        }),
        parameter(
          'query',
          'again',
          'Key of a job of yours that this file was sent with before: the problems of that one are no more.',
          { type: 'string' },
        ),
      ],
      body: { 'application/octet-stream': { type: 'string', format: 'binary', minLength: 1 } },
      answers: { 202: answered('The job.', { 'application/json': schemaOf(jobEntry) }) },
      links: { job: { job: '/key' }, 'job cancel': { job: '/key' }, jobEvents: { job: '/key' } },
    }),
  },
  [`${API}/jobs/{job}/events`]: {
    get: describeRoute({
      id: 'jobEvents',
      summary: 'Watch a job.',
      description:
        'Server-sent events: "progress" with the job as it is whenever that changes, and "end", which is the last.',
      parameters: [parameter('path', 'job', 'Key of the job.', { type: 'string', minLength: 1 })],
      answers: {
        200: answered('The events.', {
          'text/event-stream': objectOf({
            event: { enum: ['progress', 'end'] },
            data: { type: 'string', description: 'The job, in JSON.' },
          }),
        }),
      },
    }),
  },
}

/** Whose jobs they may see: their own, admins everybody's. */
const ownOf = ({ may, who }: Caller): string | undefined =>
  may.includes('admin') ? undefined : who

function askedOf(c: Context): {
  name: string
  outlet: string | undefined
  again: string | undefined
} {
  const query = new URL(c.req.url).searchParams
  for (const field of query.keys()) {
    if (field !== 'name' && field !== 'outlet' && field !== 'again')
      throw new Refusal(
        400,
        'bad-query',
        `${field}: there is no such field. There are: name, outlet, again.`,
        'Mend the request; /docs says what may be asked.',
      )
  }
  return {
    name: query.get('name') ?? 'upload',
    outlet: query.get('outlet') ?? undefined,
    again: query.get('again') ?? undefined,
  }
}

async function* bytesOf(c: Context): AsyncGenerator<Uint8Array> {
  const { body } = c.req.raw
  if (body) for await (const chunk of body as unknown as AsyncIterable<Uint8Array>) yield chunk
}
