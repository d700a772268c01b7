import { createHmac, randomBytes } from 'node:crypto'
import type { Db } from '../database/database.js'

/** Hashes words so that they can be recognised and not read. */
export type Stamp = (...words: readonly string[]) => string

/**
 * The archive's own stamp: HMAC-SHA-256 under a secret that is made with the first use and lies in the archive, so that
 * a backup recognises the same words. Whoever has the archive can try whether a name is the one withheld; nobody
 * can read it out of it.
 */
export async function stampOf(db: Db): Promise<Stamp> {
  const row = { key: 'secret', value: randomBytes(32).toString('hex') }
  const read = () =>
    db.selectFrom('meta').select('value').where('key', '=', row.key).executeTakeFirst()
  let found = await read()
  if (!found) {
    await db
      .insertInto('meta')
      .values(row)
      .onConflict(on => on.column('key').doNothing())
      .execute()
    found = await read()
  }
  const secret = found!.value
  return (...words) =>
    createHmac('sha256', secret).update(words.join('\u0000')).digest('hex').slice(0, 32)
}
