import type { Account } from '@onrecord/archive'
import { z } from 'zod'
import type { Sheet } from '../output/sheet.js'

export const role = z.enum(['reader', 'editor', 'admin'])

/** An account as operations answer it. */
export const accountEntry = z.object({
  name: z.string(),
  role,
  sources: z.array(z.string()).nullable().describe('The outlets whose stories it sees; null: all.'),
  state: z.enum(['active', 'disabled']),
  madeAt: z.string(),
})

export const entryOfAccount = ({ name, role, sources, state, madeAt }: Account) => ({
  name,
  role,
  sources,
  state,
  madeAt,
})

export function sayAccount(account: z.output<typeof accountEntry>, sheet: Sheet): void {
  const { plain } = sheet.styles.tones
  sheet.say(account.name, sheet.styles.head)
  const sees = account.sources === null ? 'all outlets' : account.sources.join(', ') || 'no outlet'
  sheet.say(`${account.role}, ${account.state}; sees ${sees}`, plain, '  ')
}
