import { expect, it } from 'vitest'
import { killRound } from '../../../bench/src/crash/round.js'
import { rngOf } from '../../../bench/src/generate/random.js'
import { onBoth } from './databases.js'

const KILLS = 10

onBoth('an import that is killed', database => {
  it(`loses nothing that was confirmed, doubles nothing, and ends as one that nobody killed (${KILLS} kills)`, async () => {
    const [url, whole] = [await database.newUrl(), await database.newUrl()]
    const round = await killRound(url, whole, KILLS, rngOf(KILLS, 1))
    expect(round).toMatchObject({ kills: KILLS, lost: 0, doubled: 0, faults: [], same: true })
    expect(round.confirmed).toBeGreaterThan(KILLS * 40)
  })
})
