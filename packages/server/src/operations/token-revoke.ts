import { ArchiveError, dropCredential, log } from '@onrecord/archive'
import { z } from 'zod'
import { operation } from './operation.js'
import { accountMeant, ofAccount } from './token-entry.js'

/** The end of a token. */
export const tokenRevoke = operation({
  name: 'token revoke',
  summary: 'End a token.',
  description: 'Ends a token: the next request with it is refused.',
  permission: 'read',
  changes: true,
  input: z.object({
    token: z.string().min(1).describe('Key of the token, as: onrecord tokens.'),
    account: ofAccount,
  }),
  output: z.object({ account: z.string(), key: z.string() }),
  examples: [],
  positional: ['token'],
  path: '/tokens/{token}/revoke',
  async run(context, { token, account: asked }) {
    const { archive, who, now } = context
    const account = await accountMeant(context, asked)
    return archive.write(async db => {
      await archive.lock(db, 'add')
      if (!(await dropCredential(db, account.id, token)))
        throw new ArchiveError('not-found', `${account.name} has no token ${token}.`)
      const detail = { key: token }
      await log(
        db,
        [{ who, action: 'token-revoke', subject: `account:${account.name}`, detail }],
        now,
      )
      return { account: account.name, key: token }
    })
  },
  show: ({ account, key }, sheet) =>
    sheet.say(`The token ${key} of ${account} is no more.`, sheet.styles.tones.plain),
})
