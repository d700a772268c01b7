import { z } from 'zod'

/** A span as an editor tells it: by offsets, or by its words where they stand in one place, else with the place's number. */
export const toldSpan = z.union([
  z
    .strictObject({
      start: z.int().min(0).describe('UTF-16 code units from zero.'),
      end: z.int().min(1).describe('Behind the last one.'),
    })
    .describe('Offsets into the text of the story.'),
  z
    .strictObject({
      words: z.string().min(1).max(20_000).describe('Words of the text, as they stand there.'),
      nth: z.int().min(1).optional().describe('Which of several places, from 1.'),
    })
    .describe('Words of the story.'),
])

export type ToldSpan = z.infer<typeof toldSpan>

/** Spans that are told alike have the same key. */
export const keyOfTold = (told: ToldSpan): string =>
  'words' in told ? `${told.nth ?? 0}:${told.words}` : `${told.start}-${told.end}`

const id = (letter: string, what: string) =>
  z.string().regex(new RegExp(`^${letter}[1-9]\\d{0,8}$`), `Give the id of ${what}, as ${letter}1.`)

export const quoteId = id('q', 'a quote').describe('Id of a quote in the record.')
export const entityId = id('e', 'an entity').describe('Id of an entity in the record.')
export const valueId = id('v', 'a value').describe('Id of a value in the record.')
export const factId = id('f', 'a fact').describe('Id of a fact in the record.')
export const findingId = id('n', 'a finding').describe(
  'A finding by its place in the record: n1 is the first.',
)
export const anyId = z
  .string()
  .regex(/^[qevfn][1-9]\d{0,8}$/, 'Give the id of an item: q1, e1, v1, f1, or n1 for a finding.')
  .describe('Id of a quote (q1), entity (e1), value (v1) or fact (f1), or place of a finding (n1).')
