import type { FactLine } from '../fact-cases.js'
import { fits, isOfQuote, isRight, type ReadFact, readings } from './fact-right.js'
import { sameWords } from './fact-words.js'

/** Neither wanted nor punished: a ~ line has it, it says again what is wanted, or it is a place that goes without saying. */
export function isNeutral(
  text: string,
  fact: ReadFact,
  lines: readonly FactLine[],
  wanted: readonly FactLine[],
): boolean {
  if (wanted.some(line => isRight(text, fact, line))) return true
  if (fact.continues) return true
  return (
    isLoosePlace(text, fact, lines) ||
    lines.some(line => !line.wanted && isOfQuote(text, fact, line) && hasAll(text, fact, line))
  )
}

const hasAll = (text: string, fact: ReadFact, line: FactLine): boolean =>
  readings(fact, line).some(one =>
    Object.entries(line.args).every(([key, asked]) => {
      const given = one.args[key]
      return given ? fits(text, key, given, asked, one.type) : asked.optional
    }),
  )

/** A place of something that has no name, or a step of a chain of places left out. */
function isLoosePlace(text: string, { type, args }: ReadFact, lines: readonly FactLine[]): boolean {
  const { subject, object } = args
  if (type !== 'located-in' || !subject || !object || !('forms' in subject)) return false
  if (!subject.forms.some(form => /\p{Lu}/u.test(form.replace(/^(?:The|A|An) /, '')))) return true
  const steps = lines.filter(line => line.wanted && line.types.includes(type))
  const above = (at: readonly FactLine[]): readonly FactLine[] =>
    steps.filter(({ args }) =>
      at.some(({ args: below }) =>
        below.object!.words.some(word => args.subject!.words.some(other => sameWords(word, other))),
      ),
    )
  let at: readonly FactLine[] = steps.filter(({ args }) =>
    fits(text, 'subject', subject, args.subject!, type),
  )
  for (let left = steps.length; left > 0 && at.length > 0; left--) {
    if (at.some(({ args }) => fits(text, 'object', object, args.object!, type))) return true
    at = above(at)
  }
  return false
}
