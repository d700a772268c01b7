import { ArchiveError } from '@onrecord/archive'
import { z } from 'zod'
import { jobEntry, sayJob } from './job-entry.js'
import { operation } from './operation.js'

/** An address of the internet, fetched and read as an upload is. */
export const fetchAddress = operation({
  name: 'fetch',
  summary: 'Fetch a page, feed or file, and take in its stories.',
  description:
    'Fetches one page, feed or file from the public internet, and lets it wait to be read, as an upload does: job tells how far it is. Nothing that it links to is fetched. Off, and answered 403, unless whoever runs the service allows it with the setting fetch; a command has to be told --allow-fetch, and what it fetches waits until a service of the archive reads it.',
  permission: 'edit',
  fetches: true,
  input: z.object({
    url: z
      .string()
      .min(1)
      .max(2000)
      .describe('The address: http or https, without a name or password.'),
    outlet: z
      .string()
      .max(500)
      .optional()
      .describe('Outlet of its stories, where they do not tell.'),
  }),
  output: jobEntry,
  examples: [],
  positional: ['url'],
  links: { job: { job: '/key' }, 'job cancel': { job: '/key' } },
  async run({ who, fetch }, { url, outlet }) {
    if (!fetch)
      throw new ArchiveError(
        'not-allowed',
        'Nothing is fetched here. To allow it: onrecord serve --fetch true (or ONRECORD_FETCH=true), for one command --allow-fetch. Or send the file itself.',
      )
    return fetch(who, url, outlet)
  },
  show: (entry, sheet) => sayJob(entry, sheet),
})
