import { POST_NOMINALS } from '../../lexicon/en/post-nominals.js'

interface Told {
  readonly text: string
  readonly word: boolean
}

/** Are these the letters of an honour, a degree or an office as they stand behind a name: “KC”, “OBE”, “MP”? */
export const isPostNominal = (word: Told | undefined): boolean =>
  word?.word === true && bare(word.text) in POST_NOMINALS

const bare = (text: string) => text.replace(/['’]s$/, '')

/** Where the name of words `from` up to `to` ends without the letters behind it: “Ada Fenn | KC MP”. Not “MP” alone. */
export function withoutPostNominals(words: readonly Told[], from: number, to: number): number {
  let end = to
  while (end > from + 1 && (isPostNominal(words[end - 1]) || words[end - 1]!.text === ',')) end--
  return end
}

/**
 * Where the letters behind a name that ends before `to` end themselves: “Ada Fenn KC | said”, “Ada Fenn, MP, | said”;
 * `to` where there are none. Behind a comma they must close: not “Ada Fenn, MP Jo Marsh”.
 */
export function postNominalsEnd(words: readonly Told[], to: number): number {
  let end = to
  while (isPostNominal(words[end])) end++
  const listed = words[end]?.text === ',' && isPostNominal(words[end + 1])
  return listed && words[end + 2]?.word !== true ? end + 2 : end
}

/** The nouns that the bearer of the letters from `from` up to `to` answers to: “mp”, “barrister”. */
export const postNominalRoles = (words: readonly Told[], from: number, to: number): string[] =>
  words.slice(from, to).flatMap(({ text }) => POST_NOMINALS[bare(text)] ?? [])
