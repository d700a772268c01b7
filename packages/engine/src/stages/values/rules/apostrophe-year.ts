import type { Rule } from '../candidate.js'
import { CLASS } from '../classes.js'
import { isSuffix, lowerAt, wholeAt } from '../look.js'

const BEFORE = new Set('in of since until summer spring autumn winter class'.split(' '))

/**
 * A year of two digits behind an apostrophe: "in ’98", "the class of '05". Its century is an inference.
 *
 * None: "'98 things" in quotation marks: it needs a preposition before it.
 */
export const apostropheYear: Rule = {
  name: 'apostrophe-year',
  starts: CLASS.apostrophe,
  read: (at, { pieces }) => {
    const shortYear = wholeAt(pieces, at + 1, 0, 99)
    if (Number.isNaN(shortYear) || pieces[at + 1]!.gap || pieces[at + 1]!.lower.length !== 2)
      return undefined
    if (isSuffix(pieces, at + 2) || !BEFORE.has(lowerAt(pieces, at - 1))) return undefined
    return {
      to: at + 2,
      meaning: { type: 'date', date: { form: 'calendar', shortYear } },
      stated: { 'short year': shortYear },
    }
  },
}
