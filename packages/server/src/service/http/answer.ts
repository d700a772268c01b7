import { createHash } from 'node:crypto'
import type { Context } from 'hono'

/** An answer in words of a media type; to a GET with its ETag, or 304 where the asker has it already. */
export function answer(c: Context, words: string, mediaType = 'application/json'): Response {
  const headers: Record<string, string> = { 'content-type': `${mediaType}; charset=utf-8` }
  if (c.req.method !== 'GET')
    return new Response(words, { headers: { ...headers, 'cache-control': 'no-store' } })
  const etag = `"${createHash('sha256').update(words).digest('base64url').slice(0, 27)}"`
  headers.etag = etag
  headers['cache-control'] = 'private, no-cache'
  const known = c.req
    .header('if-none-match')
    ?.split(',')
    .map(tag => tag.trim().replace(/^W\//, ''))
  if (known?.includes(etag) || known?.includes('*'))
    return new Response(null, { status: 304, headers })
  return new Response(words, { headers })
}
