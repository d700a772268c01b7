import type { Found, Incoming, Problem } from '../incoming.js'

/** A story with the fields that are known; the others may be undefined. */
export type Draft = { readonly [K in keyof Incoming]?: Incoming[K] | undefined } & {
  readonly text: string
  readonly kind: Incoming['kind']
  readonly mediaType: string
}

/** A draft as a story, without what is not known. One without words is a problem 'no-text'. */
export function toFound(draft: Draft): Found {
  if (draft.text.trim() === '') {
    return found('no-text', 'It holds no words to read.', draft.part)
  }
  const known = Object.entries(draft).filter(
    ([, value]) =>
      value !== undefined && value !== '' && !(Array.isArray(value) && value.length === 0),
  )
  return { story: Object.fromEntries(known) as unknown as Incoming }
}

export const found = (code: string, message: string, part?: string): { problem: Problem } => ({
  problem: { code, message, ...(part !== undefined && { part }) },
})

/** What went wrong with a file that no rule foresaw: a problem, since reading never throws for what a file holds. */
export const unforeseen = (error: unknown): { problem: Problem } =>
  found('broken', `It could not be read: ${messageOf(error)}.`)

export const messageOf = (error: unknown): string =>
  (error instanceof Error ? error.message : String(error)).slice(0, 200).replace(/\.$/, '')
