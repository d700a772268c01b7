import { OFFICE_LETTERS } from '../../../lexicon/en/post-nominals.js'
import { argumentOf, type Draft, draft } from '../draft.js'
import type { Context } from '../ground/context.js'
import { itemBy, typeOf } from '../ground/ground.js'

/**
 * An office told by the letters behind a name.
 *
 * - "Tom Elder MP" · "Tom Elder MSP for Torr Valley"
 *
 * Not: "Ada Fenn KC", "Jo Marsh OBE": a rank and an honour are no office.
 */
export function letters({ ground }: Context): Draft[] {
  const { items, story } = ground
  return ground.nouns.flatMap(at => {
    const noun = items[at]!.noun!
    const subject = argumentOf(noun)
    if (noun.name === undefined || subject === undefined || !('entity' in subject)) return []
    if (typeOf(ground, subject.entity) !== 'person') return []
    const { end } = story.mentions[noun.name.mention!]!
    const title = story.text
      .slice(end, items[at]!.end)
      .split(/[\s,]+/)
      .find(word => OFFICE_LETTERS.has(word))
    if (title === undefined) return []
    const seat =
      itemBy(ground, at, 1)?.lower === 'for' ? itemBy(ground, at, 2)?.noun?.entity : undefined
    const organisation =
      seat !== undefined && /^(?:place|organisation)$/.test(typeOf(ground, seat))
        ? { entity: seat }
        : undefined
    const parts = { subject, title: { text: title }, organisation }
    return draft(ground, 'role', parts, [at, organisation && at + 2], 0.9)
  })
}
