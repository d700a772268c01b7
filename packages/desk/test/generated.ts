import { type Archive, addStories } from '@onrecord/archive'
import { generateStories } from '../../../bench/src/generate/index.js'

/** Puts generated stories of about 2,000 quotes over some years into an archive. */
export async function fillGenerated(archive: Archive): Promise<void> {
  const stories = [...generateStories({ seed: 1, quotes: 2000 })]
  await addStories(
    archive,
    stories.map(({ kind, input, record }) => ({
      arrival: { ...input, kind, path: 'generated', part: input.id },
      record,
    })),
  )
}
