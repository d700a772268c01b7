import type { Problem } from '../incoming.js'
import { decodeText } from '../text/decode.js'
import { messageOf } from '../text/found.js'

export type Parsed =
  | { readonly value: unknown; readonly source: string }
  | { readonly problem: Problem }

/** Bytes as JSON. Problems: 'bad-encoding', 'not-text', 'bad-json'. `hint` ends the message of the last. */
export function parseJson(bytes: Uint8Array, what: string, hint = '', mediaType?: string): Parsed {
  const decoded = decodeText(bytes, mediaType)
  if ('problem' in decoded) return decoded
  try {
    return { value: JSON.parse(decoded.text), source: decoded.text }
  } catch (error) {
    const message = `${what} is not JSON: ${messageOf(error)}.${hint && ` ${hint}`}`
    return { problem: { code: 'bad-json', message } }
  }
}

/** A string of a JSON value; nothing for anything else, or where it holds only white space. */
export const stringIn = (
  value: Readonly<Record<string, unknown>> | undefined,
  ...names: readonly string[]
): string | undefined => {
  for (const name of names) {
    const found = value && Object.hasOwn(value, name) ? value[name] : undefined
    if (typeof found === 'string' && found.trim() !== '') return found.trim()
    if (typeof found === 'number' && Number.isFinite(found)) return String(found)
  }
  return undefined
}

/** The first bytes as text, for telling kinds of JSON apart; '' where they do not begin like JSON. */
export function jsonHead(head: Uint8Array): string {
  const text = new TextDecoder().decode(head)
  return /^\s{0,200}[[{]/.test(text) ? text : ''
}
