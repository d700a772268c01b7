import { literalOf, plain } from './escape.js'

/** BibTeX would read more into it than a person's name: a comma, an "and", an "others", a digit, a word in lower case. */
const MISREAD = /,|\d|(?:^|\s)(?:and|others)(?:\s|$)|[{}\\]/i

/**
 * Names for `author`, joined by "and". A body's name, and whatever BibTeX would take apart wrongly, is in braces and
 * stays whole.
 *
 * - "Ida Fenn", "Jo Marsh" is "Ida Fenn and Jo Marsh"
 * - the body "Audit Board" is "{Audit Board}"; "Fenn and Marsh, Ardesk" is "{Fenn and Marsh, Ardesk}"
 * - none where no name is told
 */
export function authorsOf(
  names: readonly string[],
  bodies: readonly boolean[] = [],
): string | false {
  const written = names.flatMap((name, i) => {
    const line = plain(name)
    if (line === '') return []
    const whole = bodies[i] === true || MISREAD.test(line) || !/^\p{Lu}/u.test(line)
    return [whole ? `{${literalOf(line)}}` : literalOf(line)]
  })
  return written.length > 0 && written.join(' and ')
}
