import { answerOf } from '../errors.js'
import { STDIN } from '../input/entry.js'
import type { Writer } from './writer.js'

/** Records for people and programs: one pretty printed, or an array of several. */
export function jsonWriter(several: boolean): Writer {
  if (!several) {
    return { start: '', record: record => `${JSON.stringify(record, null, 2)}\n`, end: '' }
  }
  let first = true
  return {
    start: '[',
    record(record) {
      // An array of one, without its brackets: the record as it stands in an array.
      const item = JSON.stringify([record], null, 2).slice(1, -2)
      const before = first ? '' : ','
      first = false
      return before + item
    },
    get end() {
      return first ? ']\n' : '\n]\n'
    },
  }
}

/**
 * One record a line, the stream form. A story that cannot be read has a line in its place, which names its file unless
 * it came on standard input, where its place tells all.
 */
export const jsonlWriter = (): Writer => ({
  start: '',
  record: record => `${JSON.stringify(record)}\n`,
  error(error, { file, line }) {
    const { code, message } = answerOf(error)
    const where = file === STDIN ? '' : `${file}${line === undefined ? '' : `:${line}`}: `
    return `${JSON.stringify({ id: error.id, error: { code, message: where + message } })}\n`
  },
  end: '',
})
