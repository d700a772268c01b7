import type { Kysely } from 'kysely'
import type { Queue } from '../database/database.js'
import type { Tables } from '../database/schema.js'

/** The rows themselves are the queue: enough where one process holds the archive. */
export const queueOfRows = (db: Kysely<Tables>): Queue => ({
  put: async () => {},
  async take() {
    const row = await db
      .selectFrom('job')
      .select('key')
      .where('state', '=', 'waiting')
      .orderBy('rank')
      .orderBy('id')
      .limit(1)
      .executeTakeFirst()
    return row?.key
  },
  leave: async () => {},
  close: async () => {},
})
