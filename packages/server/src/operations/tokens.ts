import { credentialsOf } from '@onrecord/archive'
import { z } from 'zod'
import { operation } from './operation.js'
import { sayTime } from './said.js'
import { accountMeant, ofAccount, tokenEntry } from './token-entry.js'

/** The tokens of an account. */
export const tokens = operation({
  name: 'tokens',
  summary: 'Tokens with which programs use the service.',
  description:
    'Lists the tokens of an account: what each may, when it was last used, when it ends. Their secrets are not kept.',
  permission: 'read',
  input: z.object({ account: ofAccount }),
  output: z.object({ account: z.string(), tokens: z.array(tokenEntry) }),
  examples: [],
  links: { 'token revoke': { token: '/tokens/0/key' } },
  async run(context, { account: asked }) {
    const account = await accountMeant(context, asked)
    const tokens = await credentialsOf(context.archive.db, account.id, 'token')
    return {
      account: account.name,
      tokens: tokens.map(({ kind: _, ...token }) => token),
    }
  },
  show({ account, tokens }, sheet) {
    const { plain } = sheet.styles.tones
    if (tokens.length === 0) return sheet.say(`${account} has no tokens.`, plain)
    for (const { key, name, scopes, seenAt, expiresAt } of tokens) {
      sheet.say(`${key} ${name ?? ''}`, sheet.styles.head)
      sheet.say(
        `${scopes?.join(', ') ?? 'all that the account may'}; last used ${sayTime(seenAt)}, ends ${sayTime(expiresAt)}`,
        plain,
        '  ',
      )
    }
  },
})
