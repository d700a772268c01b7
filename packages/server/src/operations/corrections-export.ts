import { type CheckedStory, checkedStories, log, type View } from '@onrecord/archive'
import { polnear } from '@onrecord/formats'
import { z } from 'zod'
import { operation } from './operation.js'

/** What training may learn from. */
export const correctionsExport = operation({
  name: 'corrections export',
  summary: 'Checked stories as training data.',
  description:
    'The stories that an editor has checked whole (correct STORY check), with their quotes as corrected, in the form that training/ reads. Only whole stories: where nobody looked, a model would learn that nobody speaks. Only of outlets whose licence is full. Without --format it lists them.',
  permission: 'read',
  logged: true,
  input: z.object({
    format: z
      .enum(['jsonl'])
      .optional()
      .describe('A file of all of them: JSON lines as PolNeAR has them, spans in code points.'),
    limit: z.int().min(1).max(1000).default(100).describe('How many are listed at most.'),
    cursor: z.string().optional().describe('Those behind the answer that gave it.'),
  }),
  output: z.object({
    stories: z.array(
      z.object({ story: z.string(), version: z.int(), who: z.string(), quotes: z.int() }),
    ),
    next: z.string().nullable(),
  }),
  examples: [{ says: 'which stories were checked', input: {} }],
  path: '/corrections/export',
  async run(context, { limit, cursor }) {
    const { stories, next } = await checkedStories(context, { limit, after: cursor })
    return {
      stories: stories.map(({ key, version, who, record }) => ({
        story: key,
        version,
        who,
        quotes: record.quotes.length,
      })),
      next,
    }
  },
  async stream(context) {
    const { archive, who, now } = context
    await archive.write(async db => {
      await archive.lock(db, 'add')
      await log(
        db,
        [{ who, action: 'export', subject: 'archive', detail: { what: 'checked stories' } }],
        now,
      )
    })
    let count = 0
    return {
      mediaType: polnear.mediaType,
      fileName: 'train.jsonl',
      bytes: polnear.write(
        (async function* () {
          for await (const { record } of all(context)) {
            count += 1
            yield record
          }
        })(),
      ),
      told: () => `${count.toLocaleString('en')} checked ${count === 1 ? 'story' : 'stories'}`,
    }
  },
  show({ stories, next }, sheet) {
    const { plain, faint, name } = sheet.styles.tones
    if (stories.length === 0)
      return sheet.say('No story was checked whole yet: onrecord correct STORY check', plain)
    for (const { story, version, who, quotes } of stories)
      sheet.set([
        { text: `${story}@${version}`, style: name },
        { text: `  ${quotes} quotes, checked by ${who}`, style: plain },
      ])
    sheet.say('As a file: onrecord corrections export --format jsonl --out train.jsonl', faint)
    if (next !== null) sheet.say(`More: --cursor ${next}`, faint)
  },
})

async function* all(view: View): AsyncGenerator<CheckedStory> {
  let after: string | undefined
  do {
    const page = await checkedStories(view, { limit: 20, after })
    yield* page.stories
    after = page.next ?? undefined
  } while (after !== undefined)
}
