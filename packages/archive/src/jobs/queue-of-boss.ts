import { CompiledQuery } from 'kysely'
import type pg from 'pg'
import PgBoss from 'pg-boss'
import type { Db, Queue } from '../database/database.js'

const NAME = 'jobs'
/** pg-boss gives a job up after this; a process that died is seen much sooner, by its heartbeat. */
const EXPIRES = 23
/** Lower than any rank may be: pg-boss takes the highest priority first. */
const LOWEST = 2_000_000

/** Jobs in pg-boss, in a schema of its own beside the archive's: any number of processes share them. */
export async function openBoss(pool: pg.Pool, schema: string): Promise<Queue> {
  const boss = new PgBoss({
    db: { executeSql: (text, values) => pool.query(text, values) },
    schema,
    schedule: false,
    // completed jobs are of no use: the archive's own rows tell of them
    archiveCompletedAfterSeconds: 3600,
    deleteAfterHours: 24,
  })
  // a lost connection is met again, and said, by whoever asks next
  boss.on('error', () => {})
  await boss.start()
  if (!(await boss.getQueue(NAME))) await boss.createQueue(NAME, { name: NAME, policy: 'standard' })
  const taken = new Map<string, string>()
  return {
    async put(db, { key, rank }) {
      const priority = LOWEST - Math.min(rank, LOWEST)
      await boss.send(
        NAME,
        { key },
        { priority, retryLimit: 0, expireInHours: EXPIRES, db: within(db) },
      )
    },
    async take() {
      const [job] = await boss.fetch<{ key: string }>(NAME, { batchSize: 1 })
      if (!job) return undefined
      taken.set(job.data.key, job.id)
      return job.data.key
    },
    async leave(key) {
      const id = taken.get(key)
      taken.delete(key)
      if (id !== undefined) await boss.complete(NAME, id)
    },
    close: () => boss.stop({ graceful: false, wait: true }),
  }
}

/** Sends within the archive's transaction: the job waits if, and only if, its row does. */
const within = (db: Db): PgBoss.Db => ({
  executeSql: async (text, values) => ({
    rows: (await db.executeQuery<Record<string, unknown>>(CompiledQuery.raw(text, values))).rows,
  }),
})
