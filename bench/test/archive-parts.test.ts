import { addStories, openArchive } from '@onrecord/archive'
import { expect, it } from 'vitest'
import { provenanceTables } from '../src/archive/provenance.js'
import { verifyTables } from '../src/archive/verify.js'
import { generateStories } from '../src/generate/index.js'

it('claims and quotes of a small generated archive are judged as its making says', async () => {
  const generated = { seed: 3, stories: 100 }
  const archive = await openArchive(':memory:', { create: true })
  try {
    const stories = [...generateStories(generated)]
    await addStories(
      archive,
      stories.map(({ kind, input, record }) => ({
        arrival: { ...input, kind, path: 'generated', part: input.id },
        record,
      })),
    )
    const view = { archive, sight: 'all' as const }
    const [verified] = await verifyTables(view, { generated, queries: 200 })
    const judged = Object.values(verified!.rows).flatMap(({ right }) => right ?? [])
    expect(judged.length).toBeGreaterThanOrEqual(5)
    for (const share of judged) expect(share).toBeGreaterThan(0.85)
    const [followed] = await provenanceTables(view, { generated, queries: 200 })
    const rows = Object.values(followed!.rows)
    expect(rows.length).toBeGreaterThan(0)
    for (const row of rows) {
      expect(row['same group']).toBeGreaterThan(0.85)
      expect(row['right model']).toBeGreaterThan(0.85)
    }
  } finally {
    await archive.close()
  }
})
