import { auditEntries, checkAudit } from '@onrecord/archive'
import { z } from 'zod'
import { operation } from './operation.js'
import { sayTime } from './said.js'

/** A time, or a day: that is its begin or its end. */
const time = (ofDay: string) =>
  z
    .string()
    .regex(
      /^\d{4}-(?:0[1-9]|1[0-2])-(?:0[1-9]|[12]\d|3[01])(?:T(?:[01]\d|2[0-3]):[0-5]\d(?::[0-5]\d(?:\.\d{1,9})?)?Z)?$/,
      'Give a day or a time, as 2026-03-11 or 2026-03-11T09:00:00Z.',
    )
    .transform(text => new Date(text.length === 10 ? text + ofDay : text).toISOString())
    .optional()

/** What was done, by whom. */
export const audit = operation({
  name: 'audit',
  summary: 'What was done in the archive, by whom and when.',
  description:
    'Lists entries of the audit log, the latest first. Each entry has a hash that covers the entry before it, so that none can be changed, left out or moved unseen; --verify goes through the whole chain.',
  permission: 'admin',
  input: z.object({
    subject: z
      .string()
      .min(1)
      .transform(named =>
        named
          .replace(/^(?:.*[/:])?stories\/([^/:#?]+).*$/s, 'story:$1')
          .replace(/^(?:.*[/:])?people\/([^/:#?]+).*$/s, 'person:$1'),
      )
      .describe(
        'Only what was done to this: story:KEY, story:KEY@2, person:KEY or a link to one; archive.',
      )
      .optional(),
    who: z.string().min(1).optional().describe('Only what this account did; local is the command.'),
    action: z.string().min(1).optional().describe('Only deeds of this kind, as "add".'),
    from: time('T00:00:00.000Z').describe('Done on this day or at this time, or later.'),
    to: time('T23:59:59.999Z').describe('Done up to and with this day or time.'),
    verify: z.boolean().default(false).describe('Goes through the chain of hashes too.'),
    cursor: z
      .string()
      .regex(/^\d{1,15}$/, 'Give the "next" of an answer.')
      .optional()
      .describe('Goes on behind an answer: its "next".'),
    limit: z.int().min(1).max(1000).default(50).describe('How many at most.'),
  }),
  output: z.object({
    entries: z.array(
      z.object({
        seq: z.int(),
        at: z.string(),
        who: z.string(),
        action: z.string(),
        subject: z.string(),
        detail: z.record(z.string(), z.unknown()),
        hash: z.string(),
      }),
    ),
    next: z.string().nullable(),
    broken: z
      .int()
      .nullable()
      .optional()
      .describe('With verify: the first entry that does not fit the one before it; null: none.'),
  }),
  examples: [
    { says: 'the latest deeds', input: {} },
    {
      says: 'what was added, and whether the log is sound',
      input: { action: 'add', verify: true },
    },
  ],
  async run({ archive }, { verify, ...query }) {
    const page = await auditEntries(archive, query)
    return verify ? { ...page, broken: await checkAudit(archive.db) } : page
  },
  status: ({ broken }) => (broken ? 1 : 0),
  show({ entries, next, broken }, sheet) {
    const { plain, faint, doubt, name } = sheet.styles.tones
    for (const { seq, at, who, action, subject, detail } of entries) {
      const about = Object.values(detail).filter(value => value !== '')
      sheet.set(
        [
          { text: `${seq} ${sayTime(at)} `, style: faint },
          { text: `${who} ${action} `, style: name },
          { text: subject, style: plain },
          {
            text:
              about.length > 0
                ? ` ${about.map(one => (typeof one === 'string' ? one : JSON.stringify(one))).join(' ')}`
                : '',
            style: faint,
          },
        ],
        '',
        '  ',
      )
    }
    if (entries.length === 0) sheet.say('Nothing of that kind was done.', plain)
    if (next !== null) sheet.say(`More: --cursor ${next}`, faint)
    if (broken === null) sheet.say('The chain of the whole log is sound.', plain)
    else if (broken !== undefined)
      sheet.say(
        `The log was changed from outside: entry ${broken} does not fit the one before it.`,
        doubt,
      )
  },
})
