import { changeAccount } from '@onrecord/archive'
import { z } from 'zod'
import { accountEntry, entryOfAccount, role, sayAccount } from './account-entry.js'
import { operation } from './operation.js'

/** What an account may. */
export const accountSet = operation({
  name: 'account set',
  summary: 'Change what an account may and sees.',
  description:
    'Changes the role of an account, the outlets whose stories it sees, or whether it may be used. A disabled account is logged out everywhere at once. The last admin stays one.',
  permission: 'admin',
  input: z.object({
    account: z.string().min(1).describe('Name of the account.'),
    role: role.optional().describe('reader, editor or admin.'),
    sources: z.array(z.string()).optional().describe('The outlets whose stories it sees.'),
    allSources: z.boolean().optional().describe('It sees the stories of all outlets.'),
    state: z.enum(['active', 'disabled']).optional().describe('Whether it may be used.'),
  }),
  output: accountEntry,
  examples: [],
  positional: ['account'],
  path: '/accounts/{account}',
  async run({ archive, who, now }, { account, role, sources, allSources, state }) {
    const sees = allSources ? null : sources
    const change = { role, state, ...(sees !== undefined && { sources: sees }) }
    return entryOfAccount(await changeAccount(archive, account, change, { who, at: now }))
  },
  show: (account, sheet) => sayAccount(account, sheet),
})
