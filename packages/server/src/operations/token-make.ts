import { ArchiveError, log, makeCredential } from '@onrecord/archive'
import { z } from 'zod'
import { operation } from './operation.js'
import { sayTime } from './said.js'
import { accountMeant, ofAccount, permission } from './token-entry.js'

/** A token for a program. */
export const tokenMake = operation({
  name: 'token make',
  summary: 'A token with which a program uses the service.',
  description:
    'Makes a token for an account and answers it; it is told this once. A program sends it as: Authorization: Bearer TOKEN.',
  permission: 'read',
  changes: true,
  input: z.object({
    name: z.string().min(1).max(100).describe('What it is for.'),
    account: ofAccount,
    scopes: z
      .array(permission)
      .min(1)
      .default(['read'])
      .describe('What it may, as far as its account may: read, edit, admin.'),
    days: z.int().min(1).max(366).default(90).describe('How long it is good for.'),
  }),
  output: z.object({
    account: z.string(),
    key: z.string(),
    token: z.string(),
    expiresAt: z.string(),
  }),
  examples: [],
  positional: ['name'],
  path: '/tokens',
  links: { 'token revoke': { token: '/key' } },
  async run(context, { name, account: asked, scopes, days }) {
    const { archive, who, may, now } = context
    const beyond = scopes.filter(scope => !may.includes(scope))
    if (beyond.length > 0)
      throw new ArchiveError(
        'bad-query',
        `A token that may ${beyond.join(', ')} is made by who may; you may ${may.join(', ')}.`,
      )
    const account = await accountMeant(context, asked)
    return archive.write(async db => {
      await archive.lock(db, 'add')
      const { key, secret, expiresAt } = await makeCredential(db, account.id, {
        kind: 'token',
        name,
        scopes,
        seconds: days * 24 * 3600,
      })
      const detail = { key, name, scopes, expiresAt }
      await log(db, [{ who, action: 'token', subject: `account:${account.name}`, detail }], now)
      return { account: account.name, key, token: secret, expiresAt }
    })
  },
  show: ({ account, token, expiresAt }, sheet) =>
    sheet.say(
      `Token of ${account}, until ${sayTime(expiresAt)}: ${token}`,
      sheet.styles.tones.plain,
    ),
})
