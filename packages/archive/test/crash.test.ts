import pg from 'pg'
import { expect, inject, it } from 'vitest'
import { killRound } from '../../../bench/src/crash/round.js'
import { rngOf } from '../../../bench/src/generate/random.js'
import { onBoth } from './databases.js'
import { startPostgres } from './postgres.js'

const KILLS = 10

onBoth('an import that is killed', database => {
  it(`loses nothing that was confirmed, doubles nothing, and ends as one that nobody killed (${KILLS} kills)`, async () => {
    const [url, whole] = [await database.newUrl(), await database.newUrl()]
    const round = await killRound(url, whole, KILLS, rngOf(KILLS, 1))
    expect(round).toMatchObject({ kills: KILLS, lost: 0, doubled: 0, faults: [], same: true })
    expect(round.confirmed).toBeGreaterThan(KILLS * 40)
  })
})

it.skipIf(inject('postgres') === '')(
  'a PostgreSQL that is killed or stopped at once under an import loses and doubles nothing',
  async () => {
    const server = (await startPostgres())!
    try {
      let strikes = 0
      const round = await killRound(
        `${server.url}?schema=struck`,
        `${server.url}?schema=whole`,
        3,
        rngOf(3, 1),
        async () => {
          if (++strikes === 2) await killConnections(server.url)
          else await server.restart(strikes === 1 ? 'SIGQUIT' : 'SIGKILL')
        },
      )
      expect(round).toMatchObject({ lost: 0, doubled: 0, faults: [], same: true })
      for (const line of round.said)
        expect(line).toMatch(/^(?:onrecord: [^\n]* does not answer[^\n]*\n)?$/)
      expect(round.said.join('')).toContain('does not answer')
    } finally {
      await server.end()
    }
  },
)

/** Kills the processes that serve connections; PostgreSQL ends all others then, and recovers. */
async function killConnections(url: string) {
  const client = new pg.Client(url)
  client.on('error', () => {})
  await client.connect()
  const { rows } = await client.query<{ pid: number }>(
    `select pid from pg_stat_activity where backend_type = 'client backend' and pid <> pg_backend_pid()`,
  )
  for (const { pid } of rows) process.kill(pid, 'SIGKILL')
  await client.end().catch(() => {})
  for (;;) {
    const again = new pg.Client(url)
    again.on('error', () => {})
    try {
      await again.connect()
      await again.end()
      return
    } catch {
      await new Promise(resolve => setTimeout(resolve, 100))
    }
  }
}
