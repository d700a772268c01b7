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

/** Words that a place's name of several words begins with. */
export const PLACE_BEGINNINGS: ReadonlySet<string> = new Set(
  'new north south east west upper lower great little port fort mount lake cape isle los las san santa st saint nether'.split(
    ' ',
  ),
)

/** Nouns that take up a place with a name: “the city”. */
export const PLACE_NOUNS: ReadonlySet<string> = new Set(
  'city town village country nation state county province region district island river lake mountain valley stadium ground arena theatre venue hotel hospital airport harbour port museum church school station'.split(
    ' ',
  ),
)
