/** Words that make a name a place's. */
export const PLACE_WORDS: ReadonlySet<string> = new Set(
  (
    'street road avenue lane square bridge park gardens hill hills mount mountain mountains valley river lake sea ocean ' +
    'bay harbour harbor port island islands isle isles coast beach county district borough village town airport station ' +
    'stadium arena hall castle palace tower forest desert peninsula province state states kingdom republic region ' +
    'north south east west northern southern eastern western upper lower quay'
  ).split(' '),
)

/** Prepositions that a place follows. */
export const PLACE_PREPOSITIONS: ReadonlySet<string> = new Set(
  'in at near outside inside across throughout around'.split(' '),
)
