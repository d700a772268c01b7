import { readFileSync } from 'node:fs'
import { availableParallelism } from 'node:os'
import { UPLOAD_LIMITS } from '@onrecord/archive'
import { z } from 'zod'
import { fromEnvironment } from '../environment.js'
import { UsageError } from '../errors.js'
import { ARCHIVE_HELP, archiveUrl } from '../operations/archive-url.js'
import type { Env } from '../terminal.js'
import { LEVELS } from './log.js'

const flag = z
  .union([z.boolean(), z.enum(['true', 'false']).transform(word => word === 'true')])
  .default(false)

/** What the service is told; each setting by flag, else by environment, else by file, else as it is unless told. */
const settings = z.strictObject({
  archive: z.string().min(1).optional().describe(ARCHIVE_HELP),
  host: z.string().min(1).default('127.0.0.1').describe('The address to listen on.'),
  port: z.coerce
    .number()
    .int()
    .min(0)
    .max(65535)
    .default(4173)
    .describe('The port; 0: a free one.'),
  url: z
    .url({ protocol: /^https?$/ })
    .optional()
    .describe('The address that others know the service by, as behind a proxy.'),
  workers: z.coerce
    .number()
    .int()
    .min(1)
    .max(256)
    .default(availableParallelism())
    .describe('Stories read at once.'),
  samples: z
    .string()
    .optional()
    .describe('A folder of stories to begin with, where the archive has none yet.'),
  login: flag.describe('Ask for a login also on this machine alone: true or false.'),
  proxy: flag.describe(
    'Believe X-Forwarded-For, which a proxy in front of the service sets: true or false.',
  ),
  mcpWrite: flag.describe(
    'Assistants at /mcp may also change the archive, as far as whoever they work for may: true or false.',
  ),
  fetch: flag.describe('Editors may have addresses of the public internet fetched: true or false.'),
  rate: z.coerce
    .number()
    .int()
    .min(1)
    .default(1200)
    .describe('Requests that one caller may make in a minute.'),
  waiting: z.coerce
    .number()
    .int()
    .min(1)
    .default(UPLOAD_LIMITS.waiting)
    .describe('Uploads that one account may have waiting; more are answered 429 with Retry-After.'),
  log: z
    .enum(LEVELS)
    .optional()
    .describe(
      'What is logged, as lines of JSON on standard error: none, error or info (every request). Unless told, info; in a terminal error.',
    ),
  oidcIssuer: z
    .url({ protocol: /^https?$/ })
    .optional()
    .describe('The identity provider (OpenID Connect); needs the next two, and url.'),
  oidcClient: z.string().optional().describe("The service's client id there."),
  oidcSecret: z
    .string()
    .optional()
    .describe("The service's secret there; better in the environment."),
  oidcRole: z
    .enum(['reader', 'editor', 'admin'])
    .optional()
    .describe(
      'What somebody may who comes from there for the first time; unless told, such people do not get in.',
    ),
})

export type Config = z.output<typeof settings> & { readonly archive: string }

/** Names of the settings and what they are: flags, and ONRECORD_NAME in the environment. */
export const SETTINGS: Readonly<Record<string, string>> = Object.fromEntries(
  Object.entries(settings.shape).map(([name, schema]) => [name, schema.description ?? '']),
)

/** The setting's name in the environment; with _FILE behind it, the file that holds its value. */
export const variableOf = (setting: string): string =>
  `ONRECORD_${setting.replace(/[A-Z]/g, letter => `_${letter}`).toUpperCase()}`

/** Throws a UsageError that names the setting, where it stood, and its limits. */
export function toConfig(flags: Readonly<Record<string, unknown>>, env: Env): Config {
  const file = (flags.config as string | undefined) ?? env.ONRECORD_CONFIG
  const given = [
    ...(file === undefined ? [] : [{ place: file, values: fromFile(file) }]),
    { place: 'the environment', values: fromEnv(env) },
    { place: 'the command', values: pick(flags) },
  ]
  const values: Record<string, unknown> = {}
  const places: Record<string, string> = {}
  for (const { place, values: some } of given) {
    for (const [name, value] of Object.entries(some)) {
      values[name] = value
      places[name] = place
    }
  }
  const config = settings.safeParse(values)
  if (!config.success) {
    const [issue] = config.error.issues
    const name = String(issue!.path[0] ?? (issue as { keys?: string[] }).keys?.[0] ?? '')
    const known =
      name in SETTINGS
        ? issue!.message
        : `there is no such setting. There are: ${Object.keys(SETTINGS).join(', ')}`
    throw new UsageError(`The setting "${name}" (${places[name] ?? 'the command'}): ${known}.`)
  }
  const { oidcIssuer, oidcClient, oidcSecret, url } = config.data
  if (oidcIssuer && !(oidcClient && oidcSecret && url))
    throw new UsageError(
      'With "oidcIssuer" the settings "oidcClient", "oidcSecret" and "url" are needed.',
    )
  return { ...config.data, archive: archiveUrl(config.data.archive, env) }
}

/** Is the service for whoever sits at this machine alone, so that nobody needs to log in? */
export const isAlone = ({ host, url, login, oidcIssuer }: Config): boolean =>
  !login &&
  !oidcIssuer &&
  isLoopback(host) &&
  (url === undefined || isLoopback(new URL(url).hostname))

const isLoopback = (host: string): boolean =>
  host === 'localhost' || /^127(?:\.\d{1,3}){3}$/.test(host) || /^\[?::1\]?$/.test(host)

function fromFile(file: string): Record<string, unknown> {
  let text: string
  try {
    text = readFileSync(file, 'utf8')
  } catch (error) {
    throw new UsageError(`The configuration ${file} cannot be read: ${(error as Error).message}.`)
  }
  try {
    const values: unknown = JSON.parse(text)
    if (typeof values === 'object' && values !== null && !Array.isArray(values))
      return values as Record<string, unknown>
  } catch (error) {
    throw new UsageError(`The configuration ${file} is not JSON: ${(error as Error).message}.`)
  }
  throw new UsageError(`The configuration ${file} is not a JSON object such as {"port": 4173}.`)
}

const fromEnv = (env: Env): Record<string, unknown> =>
  Object.fromEntries(
    Object.keys(SETTINGS).flatMap(name => {
      const value = fromEnvironment(env, variableOf(name))
      return value === undefined ? [] : [[name, value]]
    }),
  )

const pick = (flags: Readonly<Record<string, unknown>>): Record<string, unknown> =>
  Object.fromEntries(
    Object.keys(SETTINGS).flatMap(name => (flags[name] === undefined ? [] : [[name, flags[name]]])),
  )
