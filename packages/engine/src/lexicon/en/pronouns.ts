export interface PronounForm {
  readonly person: 1 | 2 | 3
  readonly plural: boolean
  readonly gender?: 'female' | 'male'
  /** it, its: no person. */
  readonly thing?: true
  readonly possessive?: true
  /** who, which: goes with the noun before it. */
  readonly relative?: true
}

export const PRONOUNS: Readonly<Record<string, PronounForm>> = {
  i: { person: 1, plural: false },
  me: { person: 1, plural: false },
  myself: { person: 1, plural: false },
  my: { person: 1, plural: false, possessive: true },
  we: { person: 1, plural: true },
  us: { person: 1, plural: true },
  our: { person: 1, plural: true, possessive: true },
  you: { person: 2, plural: false },
  your: { person: 2, plural: false, possessive: true },
  he: { person: 3, plural: false, gender: 'male' },
  him: { person: 3, plural: false, gender: 'male' },
  himself: { person: 3, plural: false, gender: 'male' },
  his: { person: 3, plural: false, gender: 'male', possessive: true },
  she: { person: 3, plural: false, gender: 'female' },
  her: { person: 3, plural: false, gender: 'female', possessive: true },
  hers: { person: 3, plural: false, gender: 'female', possessive: true },
  herself: { person: 3, plural: false, gender: 'female' },
  it: { person: 3, plural: false, thing: true },
  its: { person: 3, plural: false, thing: true, possessive: true },
  itself: { person: 3, plural: false, thing: true },
  they: { person: 3, plural: true },
  them: { person: 3, plural: true },
  their: { person: 3, plural: true, possessive: true },
  themselves: { person: 3, plural: true },
}

/** Pronouns only where they are a source: elsewhere they are too many to be of use. */
export const RELATIVES: Readonly<Record<string, PronounForm>> = {
  who: { person: 3, plural: false, relative: true },
  whom: { person: 3, plural: false, relative: true },
  which: { person: 3, plural: false, thing: true, relative: true },
  that: { person: 3, plural: false, relative: true },
}
