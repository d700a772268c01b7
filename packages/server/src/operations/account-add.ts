import { ACCOUNT_NAME, makeAccount, makeCredential } from '@onrecord/archive'
import { z } from 'zod'
import { accountEntry, entryOfAccount, role, sayAccount } from './account-entry.js'
import { operation } from './operation.js'
import { sayTime } from './said.js'

/** Seconds that an invitation is good for. */
export const INVITED = 3 * 24 * 3600

/** A new account, with an invitation to give it a password. */
export const accountAdd = operation({
  name: 'account add',
  summary: 'Let somebody use the service.',
  description:
    'Makes an account and answers an invitation, which is told this once: whoever has it gives the account its password (POST /api/login/invitation), within three days.',
  permission: 'admin',
  begins: true,
  input: z.object({
    account: z
      .string()
      .regex(ACCOUNT_NAME, 'Give a name of letters, digits and . _ @ + - , 100 at most')
      .describe('Its name: letters, digits and . _ @ + - .'),
    role: role
      .default('reader')
      .describe('reader: asks; editor: also adds and corrects; admin: also rights and accounts.'),
    sources: z
      .array(z.string())
      .optional()
      .describe('The outlets whose stories it sees; unless told, all.'),
  }),
  output: accountEntry.extend({ invitation: z.string(), expiresAt: z.string() }),
  examples: [{ says: 'somebody who corrects', input: { account: 'ida.fenn', role: 'editor' } }],
  positional: ['account'],
  path: '/accounts',
  links: { 'account set': { account: '/name' }, 'account invite': { account: '/name' } },
  async run({ archive, who, now }, { account: name, role, sources }) {
    const account = await makeAccount(archive, { name, role, sources }, { who, at: now })
    const { secret, expiresAt } = await makeCredential(archive.db, account.id, {
      kind: 'invitation',
      seconds: INVITED,
    })
    return { ...entryOfAccount(account), invitation: secret, expiresAt }
  },
  show({ invitation, expiresAt, ...account }, sheet) {
    sayAccount(account, sheet)
    sheet.say(
      `Invitation, until ${sayTime(expiresAt)}: ${invitation}`,
      sheet.styles.tones.plain,
      '  ',
    )
  },
})
