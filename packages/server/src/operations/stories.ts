import { listStories } from '@onrecord/archive'
import { z } from 'zod'
import { UNSURE } from '../output/page/doubt.js'
import { operation } from './operation.js'

/** What came last, and what of it waits for a decision. */
export const stories = operation({
  name: 'stories',
  summary: 'The stories of the archive, the latest added first.',
  description:
    'Lists the stories of the archive, the latest added first, each with how many quotes it has and how many of them are doubtful: where it is less than 70 % sure that it is one, or whose it is. With --doubtful only those that have such quotes: what waits for an editor.',
  permission: 'read',
  input: z.object({
    doubtful: z.boolean().default(false).describe('Only stories with doubtful quotes.'),
    limit: z.int().min(1).max(200).default(20).describe('How many at most.'),
    cursor: z.string().optional().describe('Go on: the "next" of the page before.'),
  }),
  output: z.object({
    stories: z.array(
      z.object({
        key: z.string(),
        title: z.string().nullable(),
        outlet: z.string(),
        kind: z.enum(['story', 'transcript']),
        published: z.string().nullable(),
        addedAt: z.string(),
        quotes: z.int(),
        doubtful: z.int(),
      }),
    ),
    next: z.string().nullable(),
  }),
  examples: [
    { says: 'what came last', input: { limit: 5 } },
    { says: 'what waits for an editor', input: { doubtful: true } },
  ],
  links: { story: { story: '/stories/0/key' } },
  run: (context, asked) => listStories(context, { ...asked, unsure: UNSURE }),
  show({ stories, next }, sheet) {
    const { faint, plain, name } = sheet.styles.tones
    if (stories.length === 0) return sheet.say('No stories.', plain)
    for (const { key, title, outlet, published, quotes, doubtful } of stories) {
      sheet.set([
        { text: key, style: name },
        { text: `  ${title ?? '(no headline)'}`, style: plain },
      ])
      const about = [outlet, published?.slice(0, 10), `${quotes} quotes`]
      if (doubtful > 0) about.push(`${doubtful} doubtful`)
      sheet.say(about.filter(Boolean).join(', '), faint, '  ')
    }
    if (next) sheet.say(`More: --cursor ${next}`, faint)
  },
})
