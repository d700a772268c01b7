import type { InputError } from './errors.js'
import type { Place } from './input/entry.js'
import { visibleLine } from './output/visible.js'

/** Names failures as they come, up to a number; then only counts them. */
export function openFailures(named: number, say: (text: string) => void) {
  let count = 0
  return {
    get count() {
      return count
    },
    add(place: Place, error: InputError) {
      count++
      if (count > named) return
      const where = place.line === undefined ? place.file : `${place.file}:${place.line}`
      say(`onrecord: ${visibleLine(where)}: ${visibleLine(error.message)}\n`)
    },
    end() {
      if (count > named) say(`onrecord: ${(count - named).toLocaleString('en')} more failed.\n`)
    },
  }
}
