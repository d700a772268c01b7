/** What people are, by desk. A title that ends with " of" takes an organisation behind it. */
export const ROLES: readonly (readonly string[])[] = [
  // politics
  [
    'finance minister',
    'interior minister',
    'deputy prime minister',
    'leader of',
    'treasurer of',
    'whip',
    'mayor',
    'councillor',
    'ambassador',
    'spokesperson of',
  ],
  // courts and police
  ['prosecutor', 'judge', 'inspector', 'barrister', 'coroner', 'solicitor', 'superintendent of'],
  // business
  [
    'chief executive of',
    'chair of',
    'finance director of',
    'economist at',
    'founder of',
    'analyst at',
  ],
  // sport
  ['head coach of', 'captain of', 'goalkeeper', 'sprinter', 'manager of', 'physiotherapist of'],
  // culture
  ['novelist', 'film director', 'curator of', 'composer', 'conductor of', 'actor', 'playwright'],
  // science and health
  ['professor at', 'epidemiologist at', 'surgeon at', 'director of', 'botanist', 'engineer at'],
  // local
  ['head teacher of', 'farmer', 'baker', 'harbour master', 'nurse', 'shop steward of', 'vicar'],
  // abroad
  ['foreign minister', 'president of', 'governor', 'general', 'relief worker at', 'envoy'],
]

/** Sources without a name. */
export const UNNAMED: readonly { readonly words: string; readonly group: boolean }[] = [
  ...[
    'a senior official',
    'a person familiar with the talks',
    'a spokesman',
    'a spokeswoman',
    'an aide who asked not to be named',
    'one resident',
    'a witness',
    'a former colleague',
    'a diplomat',
    'a source close to the board',
  ].map(words => ({ words, group: false })),
  ...[
    'two people briefed on the plan',
    'officials',
    'critics',
    'police',
    'analysts',
    'neighbours',
    'campaigners',
    'several members of the committee',
  ].map(words => ({ words, group: true })),
]

/** What someone's relative is to them, and which gender the word tells. */
export const RELATIONS: readonly {
  readonly word: string
  readonly gender: 'female' | 'male'
  /** Years between the two, the relative's age less the person's. */
  readonly years: readonly [number, number]
}[] = [
  { word: 'wife', gender: 'female', years: [-8, 6] },
  { word: 'husband', gender: 'male', years: [-6, 8] },
  { word: 'son', gender: 'male', years: [-40, -20] },
  { word: 'daughter', gender: 'female', years: [-40, -20] },
  { word: 'brother', gender: 'male', years: [-12, 12] },
  { word: 'sister', gender: 'female', years: [-12, 12] },
  { word: 'mother', gender: 'female', years: [20, 38] },
  { word: 'father', gender: 'male', years: [20, 42] },
]

/** Verbs that attribute, commonest first; `that` where they ask for "that". */
export const CUES: readonly { readonly word: string; readonly that: boolean }[] = [
  { word: 'said', that: false },
  { word: 'told', that: false },
  { word: 'added', that: true },
  { word: 'argued', that: true },
  { word: 'warned', that: true },
  { word: 'insisted', that: true },
  { word: 'claimed', that: true },
  { word: 'announced', that: true },
  { word: 'explained', that: true },
  { word: 'admitted', that: true },
  { word: 'promised', that: true },
  { word: 'denied', that: true },
]
