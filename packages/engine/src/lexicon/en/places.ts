/** Nouns that take up a place with a name: “the city”. */
export const PLACE_NOUNS: ReadonlySet<string> = new Set(
  'city town village country nation state county province region district island river lake mountain valley stadium ground arena theatre venue hotel hospital airport harbour port museum church school station'.split(
    ' ',
  ),
)
