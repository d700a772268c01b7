import { findAccount, makeCredential } from '@onrecord/archive'
import { z } from 'zod'
import { INVITED } from './account-add.js'
import { operation } from './operation.js'
import { sayTime } from './said.js'

/** A new way in for somebody who lost their password. */
export const accountInvite = operation({
  name: 'account invite',
  summary: 'A new invitation for an account.',
  description:
    'Answers an invitation with which an account is given a new password, within three days; until then the old one stays good. It is told this once.',
  permission: 'admin',
  input: z.object({ account: z.string().min(1).describe('Name of the account.') }),
  output: z.object({ account: z.string(), invitation: z.string(), expiresAt: z.string() }),
  examples: [],
  positional: ['account'],
  path: '/accounts/{account}/invite',
  async run({ archive }, { account: asked }) {
    const { id, name } = await findAccount(archive.db, asked)
    const { secret, expiresAt } = await makeCredential(archive.db, id, {
      kind: 'invitation',
      seconds: INVITED,
    })
    return { account: name, invitation: secret, expiresAt }
  },
  show: ({ account, invitation, expiresAt }, sheet) =>
    sheet.say(
      `Invitation for ${account}, until ${sayTime(expiresAt)}: ${invitation}`,
      sheet.styles.tones.plain,
    ),
})
