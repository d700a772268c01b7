import type { OutFormat } from './out.js'

/** Characters that are no line's end in JSON but are one to many programs that part text into lines. */
const LINE_ENDS = /[\u0085\u2028\u2029]/g

/** The stream form: a record a line, as JSON. However a program parts lines, it finds these. */
export const jsonl: OutFormat = {
  name: 'jsonl',
  summary: 'The records as they are, one a line.',
  mediaType: 'application/jsonl',
  extension: 'jsonl',
  async *write(records) {
    for await (const record of records) yield `${jsonLine(record)}\n`
  },
}

/** A value as JSON in one line. */
export const jsonLine = (value: unknown): string =>
  JSON.stringify(value).replace(
    LINE_ENDS,
    char => `\\u${char.charCodeAt(0).toString(16).padStart(4, '0')}`,
  )
