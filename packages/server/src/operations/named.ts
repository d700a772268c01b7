import { z } from 'zod'

/**
 * The key of a story in whatever an answer or a page names it by: KEY, KEY#q3, story:KEY, stories/KEY/quotes/q3, or an
 * address that holds such a link. A version (KEY@2) stays. What is nothing of the kind is left as it is.
 */
export const storyKeyOf = (named: string): string =>
  /(?:^|[/:])stor(?:ies[/:]|y:)([^/:#?]+)/.exec(named)?.[1] ?? named.replace(/#.*$/s, '')

/** The key of one of the register in person:KEY, people/KEY, or an address that holds that. */
export const personKeyOf = (named: string): string =>
  /(?:^|[/:])(?:people\/|person:)([^/:#?]+)/.exec(named)?.[1] ?? named

/** A story, as the field of an input. */
export const STORY = z.string().trim().min(1).transform(storyKeyOf)

/** A story whatever its version: a link to a passage, stories/KEY@2#0-80, tells one. */
export const ANY_STORY = STORY.transform(key => key.replace(/@\d+$/, ''))

/** One of the register, as the field of an input. */
export const PERSON = z.string().trim().min(1).transform(personKeyOf)

/** A mention, STORY/ITEM: as that, or as the link that pages print, stories/KEY/entities/e2. */
export const MENTION = z
  .string()
  .trim()
  .min(1)
  .transform(named => {
    const item = /\/entities\/([^/:#?]+)$/.exec(named)?.[1]
    return item === undefined
      ? named.replace(/^stor(?:ies\/|y:)/, '')
      : `${storyKeyOf(named)}/${item}`
  })
