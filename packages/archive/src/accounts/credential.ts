import { randomBytes } from 'node:crypto'
import type { Db } from '../database/database.js'
import { keyOf, sha256 } from '../pack.js'
import type { Sight } from '../rights/view.js'
import { type Account, accountOf, MAY, type Permission } from './account.js'

export interface Credential {
  readonly key: string
  readonly kind: 'session' | 'token' | 'invitation' | 'device'
  readonly name: string | null
  /** Permissions that it has at most; null: its account's. */
  readonly scopes: readonly Permission[] | null
  readonly madeAt: string
  readonly seenAt: string
  readonly expiresAt: string
}

/** What the secrets begin with, so that leaked ones can be searched for. */
const PREFIX = { session: 'ors_', token: 'ort_', invitation: 'ori_', device: 'ord_' } as const

/** Milliseconds between two notes of when a credential was last used. */
const NOTED = 60_000

/** Makes a secret for an account. It is told this once; what is kept is its hash. Those that are too old go. */
export async function makeCredential(
  db: Db,
  accountId: number,
  {
    kind,
    name = null,
    scopes = null,
    seconds,
  }: {
    readonly kind: Credential['kind']
    readonly name?: string | null
    readonly scopes?: readonly Permission[] | null
    /** How long it is good for. */
    readonly seconds: number
  },
): Promise<{ readonly key: string; readonly secret: string; readonly expiresAt: string }> {
  const secret = PREFIX[kind] + randomBytes(32).toString('base64url')
  const now = Date.now()
  const expiresAt = new Date(now + seconds * 1000).toISOString()
  const key = keyOf(secret, 'credential')
  const at = new Date(now).toISOString()
  await db.deleteFrom('credential').where('expires_at', '<', at).execute()
  await db
    .insertInto('credential')
    .values({
      key,
      account_id: accountId,
      kind,
      hash: sha256(secret),
      name,
      scopes: scopes && JSON.stringify(scopes),
      made_at: at,
      seen_at: at,
      expires_at: expiresAt,
    })
    .execute()
  return { key, secret, expiresAt }
}

/** Whom a secret stands for, and what they may. */
export interface Holder {
  readonly account: Account
  readonly credential: Credential
  readonly may: readonly Permission[]
  readonly sight: Sight
}

/** Whose a secret is; undefined where it is nobody's, not of these kinds, too old, or its account is disabled. */
export async function holderOf(
  db: Db,
  secret: string,
  kinds: readonly Credential['kind'][],
): Promise<Holder | undefined> {
  const now = new Date().toISOString()
  const row = await db
    .selectFrom('credential')
    .innerJoin('account', 'account.id', 'credential.account_id')
    .select([
      'account.id as id',
      'account.name as account',
      'account.role as role',
      'account.sources as sources',
      'account.state as state',
      'account.made_at as accountMadeAt',
      'credential.key as key',
      'credential.kind as kind',
      'credential.name as name',
      'credential.scopes as scopes',
      'credential.made_at as madeAt',
      'credential.seen_at as seenAt',
      'credential.expires_at as expiresAt',
    ])
    .where('credential.hash', '=', sha256(secret))
    .where('credential.kind', 'in', kinds)
    .where('credential.expires_at', '>', now)
    .where('account.state', '=', 'active')
    .executeTakeFirst()
  if (!row) return undefined
  if (Date.parse(row.seenAt) + NOTED < Date.now())
    await db.updateTable('credential').set({ seen_at: now }).where('key', '=', row.key).execute()
  const { id, account: name, role, sources, state, accountMadeAt: madeAt } = row
  const account = accountOf({ id, name, role, sources, state, madeAt })
  const scopes = row.scopes === null ? null : (JSON.parse(row.scopes) as Permission[])
  return {
    account,
    credential: { ...row, scopes },
    may: MAY[role].filter(permission => scopes === null || scopes.includes(permission)),
    sight: await sightOf(db, account),
  }
}

/** The sources that an account may see; a name that no source has yet is none. */
async function sightOf(db: Db, { sources }: Account): Promise<Sight> {
  if (sources === null) return 'all'
  if (sources.length === 0) return []
  const rows = await db.selectFrom('source').select('id').where('name', 'in', sources).execute()
  return rows.map(row => row.id)
}

/** What an account has out, the latest first. */
export async function credentialsOf(
  db: Db,
  accountId: number,
  kind: Credential['kind'],
): Promise<Credential[]> {
  const rows = await db
    .selectFrom('credential')
    .select([
      'key',
      'kind',
      'name',
      'scopes',
      'made_at as madeAt',
      'seen_at as seenAt',
      'expires_at as expiresAt',
    ])
    .where('account_id', '=', accountId)
    .where('kind', '=', kind)
    .where('expires_at', '>', new Date().toISOString())
    .orderBy('id', 'desc')
    .execute()
  return rows.map(row => ({ ...row, scopes: row.scopes === null ? null : JSON.parse(row.scopes) }))
}

/** True where it was there. */
export async function dropCredential(db: Db, accountId: number, key: string): Promise<boolean> {
  const { numDeletedRows } = await db
    .deleteFrom('credential')
    .where('account_id', '=', accountId)
    .where('key', '=', key)
    .executeTakeFirst()
  return numDeletedRows > 0n
}
