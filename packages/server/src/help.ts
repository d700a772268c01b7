import type { Command } from 'commander'

/** The commands by what they are for, as the help lists them. A test fails where one is in none. */
const groups: Readonly<Record<string, readonly string[]>> = {
  'Stories:': ['read', 'add', 'fetch', 'problems', 'stories', 'story', 'quote', 'reread'],
  'Questions:': [
    'search',
    'verify',
    'provenance',
    'people',
    'person',
    'counts',
    'quotes',
    'export',
  ],
  'Corrections:': ['correct', 'corrections', 'undo', 'redo', 'candidates', 'authorities'],
  'Rights and privacy:': [
    'sources',
    'source',
    'hide',
    'replace-name',
    'withdraw',
    'lift',
    'restrictions',
  ],
  'The archive:': ['archive', 'audit'],
  'The service:': ['serve', 'mcp', 'jobs', 'job', 'accounts', 'account', 'tokens', 'token'],
}

/** What commands are for that are only the first word of others. */
export const parents: Readonly<Record<string, string>> = {
  account: 'Add, change and invite accounts.',
  authorities: 'Import authority files of people and organisations.',
  source: 'Set the licence of an outlet.',
  token: 'Make and revoke tokens.',
}

/** Puts the commands in their groups, in this order. */
export function groupCommands(program: Command): void {
  const listed = Object.values(groups).flat()
  const placeOf = (command: Command) => listed.indexOf(command.name())
  for (const [group, names] of Object.entries(groups)) {
    for (const command of program.commands)
      if (names.includes(command.name())) command.helpGroup(group)
  }
  program.configureHelp({
    ...program.configureHelp(),
    visibleCommands: ({ commands }) => [...commands].sort((a, b) => placeOf(a) - placeOf(b)),
    // in the order of what is shown
    groupItems: (_, shown, groupOf) =>
      new Map(
        [...new Set(shown.map(groupOf))].map(group => [
          group,
          shown.filter(item => groupOf(item) === group),
        ]),
      ),
  })
}
