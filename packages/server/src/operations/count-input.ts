import { DIMENSIONS, type Dimension } from '@onrecord/archive'
import { z } from 'zod'

/** What may be counted by, in a list for help. */
export const BY_HELP =
  'speaker, source (its kind: named person, described, organisation …), gender (as the story states it), role, outlet, kind (of quote), story-kind; day, week, month, quarter, year.'

const date = z
  .string()
  .regex(
    /^\d{4}(-(0[1-9]|1[0-2])(-(0[1-9]|[12]\d|3[01]))?)?$/,
    'Give a year, a month or a day, as 2026-03-16',
  )

/** The fields that say which quotes are counted: the same for counts and for the quotes of one number. */
export const countFilters = {
  date: z
    .enum(['published', 'said'])
    .default('published')
    .describe('The date that --from, --to and times are about, as the outlet states it.'),
  from: date.optional().describe('From this year, month or day on.'),
  to: date.optional().describe('Up to and with this year, month or day.'),
  outlet: z.array(z.string()).min(1).max(100).optional().describe('Only of these outlets.'),
  kind: z
    .array(z.enum(['direct', 'indirect', 'mixed']))
    .min(1)
    .max(3)
    .optional()
    .describe('Only quotes of these kinds: direct, indirect, mixed.'),
  speaker: z
    .string()
    .min(1)
    .optional()
    .describe('Only of this speaker: a name, or a key that a count by speaker gave.'),
  storyKind: z
    .enum(['story', 'transcript'])
    .optional()
    .describe('Only in stories, or only in transcripts.'),
  copies: z
    .enum(['all', 'once'])
    .default('all')
    .describe(
      'once: of stories with (nearly) the same words, as wire copies, only the earliest of those asked for counts.',
    ),
}

interface Asked {
  readonly by?: readonly Dimension[] | undefined
  readonly date: 'published' | 'said'
  readonly from?: string | undefined
  readonly to?: string | undefined
  readonly outlet?: readonly string[] | undefined
  readonly kind?: readonly ('direct' | 'indirect' | 'mixed')[] | undefined
  readonly speaker?: string | undefined
  readonly storyKind?: 'story' | 'transcript' | undefined
  readonly copies: 'all' | 'once'
}

export const by = z.array(z.enum(DIMENSIONS)).max(2)

/** As the archive is asked. */
export const countQuery = ({ outlet, kind, ...asked }: Asked) => ({
  by: asked.by,
  date: asked.date,
  from: asked.from,
  to: asked.to,
  speaker: asked.speaker,
  storyKind: asked.storyKind,
  copies: asked.copies,
  outlets: outlet,
  kinds: kind,
})
