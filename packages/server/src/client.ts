import type { z } from 'zod'
import type { typed } from './operations/index.js'
import type { read } from './operations/read.js'

type Served = (typeof typed)[number] | typeof read
type ByName = { readonly [One in Served as One['name']]: One }

/** The names of what may be asked of a service. */
export type Name = keyof ByName
/** What is asked, and what is answered. */
export type Asked<N extends Name> = z.input<ByName[N]['input']>
export type Answered<N extends Name> = z.output<ByName[N]['output']>

/** A service said no: `code` is for programs, the message for people. */
export class ServiceError extends Error {
  override readonly name = 'ServiceError'
  constructor(
    readonly status: number,
    readonly code: string,
    message: string,
    /** What to do about it. */
    readonly advice: string,
    /** Seconds after which it may be asked again, where the service tells. */
    readonly retryAfter?: number,
  ) {
    super(message)
  }
}

export interface Client {
  /** Asks an operation. Rejects with a ServiceError where the service says no. */
  ask<N extends Name>(name: N, input: Asked<N>, options?: AskOptions): Promise<Answered<N>>
  /** An operation's answer as a file, where it has such: its input has a `format`. */
  file<N extends Name>(name: N, input: Asked<N>, options?: AskOptions): Promise<Response>
}

export interface AskOptions {
  readonly signal?: AbortSignal
}

export interface ClientOptions {
  /** A token of the service: onrecord token make. */
  readonly token?: string
  /** Unless told, the platform's. */
  readonly fetch?: typeof fetch
  /** Where each operation is found, as `@onrecord/server/routes` has it; unless told, the service is asked. */
  readonly routes?: readonly NamedRoute[]
}

/** Where an operation is found: its path has its fields in braces. */
export interface NamedRoute {
  readonly name: string
  readonly method: string
  readonly path: string
}

/**
 * A client of the service at `url` (https://desk.example): what may be asked and what is answered has the operations' own
 * types; where each is found, the service's description tells. For Node and browsers.
 */
export function createClient(
  url: string,
  { token, fetch: get = fetch, routes: known }: ClientOptions = {},
): Client {
  const base = url.replace(/\/$/, '')
  const headers: Record<string, string> = token ? { authorization: `Bearer ${token}` } : {}
  let routes = known && Promise.resolve(byName(known))

  async function send(name: string, input: Readonly<Record<string, unknown>>, options: AskOptions) {
    routes ??= findRoutes()
    const route = await routes.catch(error => {
      // the next question asks for them anew
      routes = undefined
      throw error
    })
    const found = route.get(name)
    if (!found)
      throw new ServiceError(
        404,
        'no-operation',
        `The service has no operation "${name}".`,
        'Ask one that GET /api/openapi.json lists.',
      )
    return answered(await get(requestOf(found, input, options)))
  }

  function requestOf(
    { method, path }: NamedRoute,
    input: Readonly<Record<string, unknown>>,
    { signal }: AskOptions,
  ) {
    const rest = { ...input }
    const filled = path.replaceAll(/\{(\w+)\}/g, (_, field: string) => {
      delete rest[field]
      return encodeURIComponent(String(input[field]))
    })
    const address = new URL(base + filled)
    const about = { method, ...(signal && { signal }) }
    if (method === 'POST')
      return new Request(address, {
        ...about,
        headers: { ...headers, 'content-type': 'application/json' },
        body: JSON.stringify(rest),
      })
    for (const [field, value] of Object.entries(rest))
      for (const one of [value].flat())
        if (one !== undefined) address.searchParams.append(field, String(one))
    return new Request(address, { ...about, headers })
  }

  async function findRoutes(): Promise<ReadonlyMap<string, NamedRoute>> {
    const answer = await answered(await get(`${base}/api/openapi.json`, { headers }))
    const { paths } = (await answer.json()) as Described
    return byName(
      Object.entries(paths).flatMap(([path, methods]) =>
        Object.entries(methods).map(([method, { 'x-operation': name }]) => ({
          name,
          method: method.toUpperCase(),
          path,
        })),
      ),
    )
  }

  return {
    ask: async (name, input, options = {}) =>
      (await send(name, input as Record<string, unknown>, options)).json() as never,
    file: (name, input, options = {}) => send(name, input as Record<string, unknown>, options),
  }
}

const byName = (routes: readonly NamedRoute[]): ReadonlyMap<string, NamedRoute> =>
  new Map(routes.map(route => [route.name, route]))

interface Described {
  readonly paths: Readonly<Record<string, Readonly<Record<string, { 'x-operation': string }>>>>
}

async function answered(answer: Response): Promise<Response> {
  if (answer.ok) return answer
  const text = await answer.text()
  let error: { code?: string; message?: string; advice?: string } = {}
  try {
    error = JSON.parse(text).error ?? {}
  } catch {
    // something in between answered, as a proxy does
  }
  const { code = 'no-answer', message = `The service answered ${answer.status}.` } = error
  const retryAfter = Number(answer.headers.get('retry-after')) || undefined
  throw new ServiceError(
    answer.status,
    code,
    message,
    error.advice ?? 'Try again later.',
    retryAfter,
  )
}
