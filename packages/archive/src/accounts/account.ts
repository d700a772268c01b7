import type { Archive } from '../archive.js'
import { log } from '../audit/audit.js'
import type { Db } from '../database/database.js'
import type { AccountTable } from '../database/schema.js'
import { ArchiveError } from '../errors.js'

export type Role = AccountTable['role']
export type Permission = 'read' | 'edit' | 'admin'

/** What each role may. */
export const MAY: Readonly<Record<Role, readonly Permission[]>> = {
  reader: ['read'],
  editor: ['read', 'edit'],
  admin: ['read', 'edit', 'admin'],
}

/** An account, without its password. */
export interface Account {
  readonly id: number
  readonly name: string
  readonly role: Role
  /** Names of the sources whose stories it may see; null: all. */
  readonly sources: readonly string[] | null
  readonly state: 'active' | 'disabled'
  readonly madeAt: string
}

/** Who else does something in an archive: the reader and the register, and whoever sits at its machine. */
const RESERVED: ReadonlySet<string> = new Set(['machine', 'local'])

/** A name is 1 to 100 letters, digits and . _ @ + - , so that it can stand in logs and links; case does not tell names apart. */
export const ACCOUNT_NAME = /^[\p{L}\p{N}][\p{L}\p{N}._@+-]{0,99}$/u

const COLUMNS = ['id', 'name', 'role', 'sources', 'state', 'made_at as madeAt'] as const

interface Row extends Omit<Account, 'sources'> {
  readonly sources: string | null
}

export const accountOf = (row: Row): Account => ({
  ...row,
  sources: row.sources === null ? null : JSON.parse(row.sources),
})

export async function accountsOf(db: Db): Promise<Account[]> {
  const rows = await db.selectFrom('account').select(COLUMNS).orderBy('name').execute()
  return rows.map(accountOf)
}

/** Is anybody there who may administer? */
export async function hasAdmin(db: Db): Promise<boolean> {
  const row = await db
    .selectFrom('account')
    .select('id')
    .where('role', '=', 'admin')
    .where('state', '=', 'active')
    .limit(1)
    .executeTakeFirst()
  return row !== undefined
}

/** Rejects with 'not-found'. */
export async function findAccount(db: Db, name: string): Promise<Account> {
  const row = await db
    .selectFrom('account')
    .select(COLUMNS)
    .where('name', '=', name.toLowerCase())
    .executeTakeFirst()
  if (!row)
    throw new ArchiveError('not-found', `There is no account "${name}". See: onrecord accounts`)
  return accountOf(row)
}

export interface NewAccount {
  readonly name: string
  readonly role: Role
  readonly sources?: readonly string[] | null | undefined
  /** Who it is at the identity provider. */
  readonly subject?: string
}

/** Rejects with 'bad-query' for a name that is none, 'conflict' where it is taken. */
export async function makeAccount(
  archive: Archive,
  { name, role, sources = null, subject }: NewAccount,
  { who, at }: { who: string; at: string },
): Promise<Account> {
  const plain = name.toLowerCase().normalize('NFC')
  if (!ACCOUNT_NAME.test(plain))
    throw new ArchiveError(
      'bad-query',
      `"${name}" is no name for an account: use up to 100 letters, digits and . _ @ + -`,
    )
  if (RESERVED.has(plain))
    throw new ArchiveError('bad-query', `"${plain}" means something else here. Take another name.`)
  return archive.write(async db => {
    await archive.lock(db, 'add')
    const taken = await db
      .selectFrom('account')
      .select('id')
      .where('name', '=', plain)
      .executeTakeFirst()
    if (taken) throw new ArchiveError('conflict', `There is an account "${plain}" already.`)
    await db
      .insertInto('account')
      .values({
        name: plain,
        role,
        password: null,
        subject: subject ?? null,
        sources: sources && JSON.stringify(sources),
        state: 'active',
        made_at: at,
      })
      .execute()
    await log(
      db,
      [{ who, action: 'account', subject: `account:${plain}`, detail: { role, sources } }],
      at,
    )
    return findAccount(db, plain)
  })
}

export interface AccountChange {
  readonly role?: Role | undefined
  readonly sources?: readonly string[] | null | undefined
  readonly state?: 'active' | 'disabled' | undefined
}

/**
 * Changes what an account may. A disabled one is logged out everywhere at once. Rejects with 'not-found', or 'conflict'
 * where nobody would be left who may administer.
 */
export async function changeAccount(
  archive: Archive,
  name: string,
  change: AccountChange,
  { who, at }: { who: string; at: string },
): Promise<Account> {
  return archive.write(async db => {
    await archive.lock(db, 'add')
    const account = await findAccount(db, name)
    const { role, sources, state } = change
    const set = {
      ...(role && { role }),
      ...(state && { state }),
      ...(sources !== undefined && { sources: sources && JSON.stringify(sources) }),
    }
    if (Object.keys(set).length === 0) return account
    await db.updateTable('account').set(set).where('id', '=', account.id).execute()
    if (account.role === 'admin' && account.state === 'active' && !(await hasAdmin(db)))
      throw new ArchiveError(
        'conflict',
        `"${account.name}" is the last admin: make another one before.`,
      )
    if (state === 'disabled')
      await db.deleteFrom('credential').where('account_id', '=', account.id).execute()
    await log(
      db,
      [{ who, action: 'account', subject: `account:${account.name}`, detail: { ...change } }],
      at,
    )
    return findAccount(db, account.name)
  })
}

/** The account that is called so at the identity provider; undefined where there is none. */
export async function accountOfSubject(db: Db, subject: string): Promise<Account | undefined> {
  const row = await db
    .selectFrom('account')
    .select(COLUMNS)
    .where('subject', '=', subject)
    .executeTakeFirst()
  return row && accountOf(row)
}

/** The hash of an account's password; null where it has none, or is disabled, or is not there. */
export async function passwordOf(db: Db, name: string): Promise<string | null> {
  const row = await db
    .selectFrom('account')
    .select('password')
    .where('name', '=', name.toLowerCase())
    .where('state', '=', 'active')
    .executeTakeFirst()
  return row?.password ?? null
}

/** Sets the hash of a password; whoever was logged in with the old one is not any more. Tokens stay. */
export async function setPassword(
  archive: Archive,
  accountId: number,
  hash: string,
  { who, at }: { who: string; at: string },
): Promise<void> {
  await archive.write(async db => {
    await archive.lock(db, 'add')
    await db.updateTable('account').set({ password: hash }).where('id', '=', accountId).execute()
    await db
      .deleteFrom('credential')
      .where('account_id', '=', accountId)
      .where('kind', 'in', ['session', 'invitation'])
      .execute()
    await log(db, [{ who, action: 'password', subject: `account:${who}` }], at)
  })
}
