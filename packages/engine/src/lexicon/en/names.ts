/** Lower-case words within a person's name. */
export const PARTICLES: ReadonlySet<string> = new Set(
  'de del della der den des di da das do dos du la le van von vom zu zur ten ter te bin ibn binti al el ul ur e y'.split(
    ' ',
  ),
)

/** Particles that a name may begin with ("van Gaal said"). */
export const LEADING_PARTICLES: ReadonlySet<string> = new Set(
  'de van von bin al el ten ter du di'.split(' '),
)

/** After a name, with or without a comma. */
export const SUFFIXES: ReadonlySet<string> = new Set('jr sr jnr snr ii iii iv'.split(' '))

/** Abbreviations within a name that keep their stop. */
export const NAME_ABBREVIATIONS: ReadonlySet<string> = new Set(
  'st ste mt ft jr sr jnr snr inc co corp ltd bros'.split(' '),
)

/** Days and months: capitalised, and no names. */
export const CALENDAR: ReadonlySet<string> = new Set(
  (
    'monday tuesday wednesday thursday friday saturday sunday january february march april may june july august september ' +
    'october november december feb apr aug sept oct nov dec tues wed thur thurs christmas easter'
  ).split(' '),
)

/** Months that people are called as well. */
export const MONTH_NAMES: ReadonlySet<string> = new Set('april may june august'.split(' '))
