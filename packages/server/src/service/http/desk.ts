import { createHash } from 'node:crypto'
import { existsSync, readdirSync, readFileSync } from 'node:fs'
import { createRequire } from 'node:module'
import { extname, join, relative, sep } from 'node:path'
import { gzipSync } from 'node:zlib'
import type { Context, Hono } from 'hono'

/** The desk's files as they were built, read once: by path, as "/assets/main-x1.js". */
export type Desk = ReadonlyMap<string, DeskFile>

interface DeskFile {
  readonly bytes: Uint8Array<ArrayBuffer>
  readonly zipped: Uint8Array<ArrayBuffer>
  readonly type: string
  readonly etag: string
}

const PAGE = '/index.html'
/** Where files have names that change with what is in them. */
const HASHED = '/assets/'

const TYPES: Readonly<Record<string, string>> = {
  '.html': 'text/html; charset=utf-8',
  '.js': 'text/javascript; charset=utf-8',
  '.css': 'text/css; charset=utf-8',
  '.svg': 'image/svg+xml',
}

/** Where the desk is built to. */
export const deskFolder = (): string =>
  join(createRequire(import.meta.url).resolve('@onrecord/desk/package.json'), '..', 'dist')

/** Reads the desk's files; undefined where it was not built. */
export function readDesk(folder: string): Desk | undefined {
  if (!existsSync(join(folder, PAGE))) return undefined
  const files = readdirSync(folder, { recursive: true, withFileTypes: true })
    .filter(entry => entry.isFile() && extname(entry.name) in TYPES)
    .map(entry => join(entry.parentPath, entry.name))
  return new Map(
    files.map(file => [
      `/${relative(folder, file).replaceAll(sep, '/')}`,
      toFile(readFileSync(file), TYPES[extname(file)]!),
    ]),
  )
}

const toFile = (bytes: Buffer, type: string): DeskFile => ({
  bytes: Uint8Array.from(bytes),
  zipped: Uint8Array.from(gzipSync(bytes, { level: 9 })),
  type,
  etag: `"${createHash('sha256').update(bytes).digest('base64url').slice(0, 27)}"`,
})

/**
 * Serves the desk: its files, and its page for every address below it that a browser is sent to. Programs, which do not
 * ask for HTML, get what comes behind this.
 */
export function mountDesk(app: Hono, desk: Desk): void {
  const page = desk.get(PAGE)!
  for (const [path, file] of desk) if (path !== PAGE) app.get(path, c => answer(c, file))
  app.get('/', c => answer(c, page))
  app.get('*', async (c, next) => {
    if (!isPage(c)) return next()
    return answer(c, page)
  })
}

/** Ways of the service that are no page of the desk, also where a browser goes there. */
const OTHERS = /^\/(?:api|assets|docs|docs\.css|health|login|mcp|metrics)(?:\/|$)/

const isPage = (c: Context): boolean =>
  !OTHERS.test(c.req.path) && c.req.header('accept')?.includes('text/html') === true

function answer(c: Context, { bytes, zipped, type, etag }: DeskFile): Response {
  const headers: Record<string, string> = {
    'content-type': type,
    'cache-control': c.req.path.startsWith(HASHED)
      ? 'public, max-age=31536000, immutable'
      : 'no-cache',
    vary: 'accept, accept-encoding',
    etag,
  }
  if (c.req.header('if-none-match')?.includes(etag))
    return new Response(null, { status: 304, headers })
  if (!/\bgzip\b/.test(c.req.header('accept-encoding') ?? ''))
    return new Response(bytes, { headers })
  return new Response(zipped, { headers: { ...headers, 'content-encoding': 'gzip' } })
}
