/**
 * Thrown within the readers where bytes cannot be used: broken, cut short, over a limit. It never leaves a reader: each
 * makes a problem of it, with the same code and message.
 */
export class Spoilt extends Error {
  override readonly name = 'Spoilt'
  constructor(
    /** A problem's code: 'broken', 'truncated', 'too-large', … */
    readonly code: string,
    message: string,
  ) {
    super(message)
  }
}

/** What to say of anything thrown: a Spoilt's own words, or those of another error under the code given. */
export const spoiltOf = (error: unknown, code = 'broken'): Spoilt =>
  error instanceof Spoilt ? error : new Spoilt(code, `It cannot be read: ${messageOf(error)}.`)

/** The message of whatever was thrown, on one line and without its full stop. */
export const messageOf = (error: unknown): string =>
  (error instanceof Error ? error.message : String(error))
    .replace(/\s+/g, ' ')
    .slice(0, 200)
    .replace(/\.$/, '')
