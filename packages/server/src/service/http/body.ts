import type { Context, MiddlewareHandler } from 'hono'
import { bodyLimit } from 'hono/body-limit'
import { Refusal, refuse } from './refusal.js'

/** Refuses a body of more bytes, as soon as that is known. */
export const limitTo = (bytes: number): MiddlewareHandler =>
  bodyLimit({
    maxSize: bytes,
    onError: () =>
      refuse(
        new Refusal(
          413,
          'too-large',
          `The body is larger than ${bytes / 1024} KB.`,
          'Send it in parts; stories also as an import (POST /api/imports).',
        ),
      ),
  })

/** The body of a request as JSON; undefined where there is none. Throws a Refusal where it is something else. */
export async function jsonOf(c: Context): Promise<unknown> {
  const type = c.req.header('content-type')?.split(';')[0]?.trim().toLowerCase()
  const text = await c.req.text()
  if (text === '') return undefined
  if (type !== 'application/json') {
    throw new Refusal(
      415,
      'not-json',
      `The body is ${type ?? 'of no kind'}, and JSON is read here.`,
      'Send it with Content-Type: application/json.',
    )
  }
  try {
    return JSON.parse(text)
  } catch (error) {
    throw new Refusal(
      400,
      'bad-json',
      `The body is not JSON: ${(error as Error).message.slice(0, 200)}.`,
      'Mend it and send it again.',
    )
  }
}
