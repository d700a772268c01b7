import { type Account, findAccount, type Permission } from '@onrecord/archive'
import { z } from 'zod'
import type { Context } from './operation.js'

export const permission = z.enum(['read', 'edit', 'admin'])

/** A token as operations answer it; never its secret. */
export const tokenEntry = z.object({
  key: z.string(),
  name: z.string().nullable(),
  scopes: z
    .array(permission)
    .nullable()
    .describe('What it may at most; null: what its account may.'),
  madeAt: z.string(),
  seenAt: z.string().describe('When it was last used, to a minute.'),
  expiresAt: z.string(),
})

export const ofAccount = z
  .string()
  .optional()
  .describe("Whose; unless told, your own. Others' are for admins.")

/** The account meant: the asker's own, or for an admin any. Rejects with 'not-found'. */
export function accountMeant(
  { archive, who, may }: Context,
  account: string | undefined,
): Promise<Account> {
  const own = account === undefined || account.toLowerCase() === who
  return findAccount(archive.db, own || !may.includes('admin' satisfies Permission) ? who : account)
}
