import type { PronounForm } from '../../lexicon/en/pronouns.js'
import type { Span } from '../../span.js'
import { type Chain, join } from './chains.js'
import type { Place } from './trail.js'
import type { Mention } from './types.js'

const ENOUGH = 4
const SURE = 0.6
/** What a line about its author goes on with: “Ada Fenn is a potter in Hallin.” */
const LINE = /^,? (?:is|was|has|writes|teaches|lives|works|covers|runs|edits|hosts)\s/

/**
 * The one who tells a story as “I”: who is named in “By Ada Fenn” at its top, or first in its last paragraph
 * (“Ada Fenn is a potter in Hallin.”). A story that hardly says “I” outside quotation marks has none.
 */
export function linkNarrator(
  {
    text,
    mentions,
    paragraphs,
  }: {
    readonly text: string
    readonly mentions: readonly Mention[]
    readonly paragraphs: readonly Span[]
  },
  forms: readonly (PronounForm | undefined)[],
  places: readonly Place[],
  chainOf: Map<number, Chain>,
): void {
  const says = forms.flatMap((form, index) =>
    form?.person === 1 && !form.plural && !places[index]!.marked && !chainOf.has(index)
      ? [index]
      : [],
  )
  if (says.length < ENOUGH) return
  const author = findAuthor()
  if (author !== undefined) for (const index of says) join(author, index, SURE, chainOf)

  function findAuthor(): Chain | undefined {
    const last = paragraphs.length - 1
    for (const [index, mention] of mentions.entries()) {
      const chain = chainOf.get(index)
      if (mention.form !== 'name' || chain?.type !== 'person' || chain.name!.words.length < 2)
        continue
      const { paragraph } = places[index]!
      const { start, end } = paragraphs[paragraph]!
      const before = text.slice(start, mention.start)
      if (paragraph < 4 && /^by\s+$/i.test(before) && end - mention.end < 40) return chain
      if (
        paragraph === last &&
        /^[\s*—–-]*$/.test(before) &&
        LINE.test(text.slice(mention.end, end))
      )
        return chain
    }
    return undefined
  }
}
