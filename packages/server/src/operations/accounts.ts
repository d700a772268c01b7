import { accountsOf } from '@onrecord/archive'
import { z } from 'zod'
import { accountEntry, entryOfAccount, sayAccount } from './account-entry.js'
import { operation } from './operation.js'

/** Who may use the service. */
export const accounts = operation({
  name: 'accounts',
  summary: 'Who may use the service.',
  description:
    'Lists the accounts of the service with what each may and sees. Alone on one machine none is needed.',
  permission: 'admin',
  changes: false,
  input: z.object({}),
  output: z.object({ accounts: z.array(accountEntry) }),
  examples: [{ says: 'all accounts', input: {} }],
  run: async ({ archive }) => ({ accounts: (await accountsOf(archive.db)).map(entryOfAccount) }),
  show({ accounts }, sheet) {
    if (accounts.length === 0)
      return sheet.say(
        'No accounts. Make one with: onrecord account add NAME',
        sheet.styles.tones.plain,
      )
    for (const account of accounts) sayAccount(account, sheet)
  },
})
