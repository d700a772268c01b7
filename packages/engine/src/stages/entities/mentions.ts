import { PRONOUNS, RELATIVES } from '../../lexicon/en/pronouns.js'
import type { EntityType, MentionForm } from '../../record.js'
import { byPosition } from '../../span.js'
import { stage } from '../../stage.js'
import type { Layers, Story } from '../../story.js'
import { findDatelines } from '../../text/datelines.js'
import { findDescriptions } from './descriptions.js'
import { findNames, type Name } from './names.js'
import { nounType } from './nouns.js'
import { type Head, headNoun, sourceHeads } from './source-heads.js'
import { findSourceMentions } from './source-mentions.js'
import type { Mention } from './types.js'
import { findWords, type Word, wordsOf } from './words.js'

/** What the stages of this folder need. */
export type Heard = Story<
  'paragraphs' | 'tokens' | 'sentences' | 'marks' | 'names' | 'nouns' | 'quotes'
>

/** The heads of each quote's source, by quote. */
function findHeads(story: Heard, words: readonly Word[], names: readonly Name[]): Head[][] {
  const byEnd = new Map(names.map(name => [name.to, name]))
  return story.quotes.map(quote => {
    if (quote.continues !== undefined) return []
    for (const source of quote.source) {
      const [from, to] = wordsOf(words, source)
      // the stop of “Penn Jr.” is the name's
      const end = words[to]?.text === '.' && byEnd.has(to + 1) ? to + 1 : to
      const heads = sourceHeads(words, byEnd, from, end)
      if (heads.length > 0) return heads
    }
    return []
  })
}

/**
 * Everyone and everything referred to: names, personal pronouns, descriptions of people, and whatever is a source;
 * and which of these each quote's source is.
 */
export function findMentions(story: Heard): Pick<Layers, 'mentions' | 'sources'> {
  const words = findWords(story)
  const names = findNames(words, story.names, findDatelines(story.text, story.paragraphs))
  const headsByQuote = findHeads(story, words, names)
  const heads = headsByQuote.flat()
  const heardTypes = new Map(story.nouns.map(noun => [noun.start, noun.type]))
  const taken = new Set(names.flatMap(name => range(name.from, name.to)))
  const found = new Map<string, Mention>()
  const add = (from: number, to: number, form: MentionForm, type: EntityType) => {
    const start = words[from]!.start
    const end = words[to - 1]!.bareEnd
    const key = `${start}-${end}`
    if (!found.has(key)) found.set(key, { start, end, form, type })
  }
  for (const { from, to, type } of names) add(from, to, 'name', type)
  for (const head of heads) {
    if (head.form === 'pronoun') add(head.from, head.to, 'pronoun', pronounType(words[head.from]!))
    else if (head.form === 'description')
      add(head.from, head.to, 'description', describedType(words, head, heardTypes))
  }
  for (const d of findDescriptions(words, story.nouns, taken))
    add(d.from, d.to, 'description', d.type)
  words.forEach((word, i) => {
    if (word.word && Object.hasOwn(PRONOUNS, word.lower) && !taken.has(i))
      add(i, i + 1, 'pronoun', pronounType(word))
  })
  const mentions = uncrossed([...found.values()].sort(byPosition))
  return { mentions, sources: findSourceMentions(story.quotes, mentions, headsByQuote, words) }
}

function pronounType(word: Word): EntityType {
  const form = PRONOUNS[word.lower] ?? RELATIVES[word.lower]
  if (form?.thing || form?.relative) return 'other'
  return form?.plural ? 'group' : 'person'
}

/** By its noun, if that is known; else as the last of its nouns was heard before anything follows it. */
function describedType(
  words: readonly Word[],
  head: Head,
  heard: ReadonlyMap<number, EntityType>,
): EntityType {
  const noun = nounType(headNoun(words, head))
  if (noun !== undefined) return noun.type
  for (let i = head.from; i < head.to; i++) {
    const type = heard.get(words[i]!.start)
    if (type !== undefined && !heard.has(words[i + 1]?.start ?? -1)) return type
  }
  return 'other'
}

const range = (from: number, to: number) => Array.from({ length: to - from }, (_, i) => from + i)

/** Mentions may nest and may not cross: of two that cross, the first stays. */
function uncrossed(sorted: readonly Mention[]): Mention[] {
  const kept: Mention[] = []
  const open: Mention[] = []
  for (const mention of sorted) {
    while (open.length > 0 && open.at(-1)!.end <= mention.start) open.pop()
    if (open.length > 0 && mention.end > open.at(-1)!.end) continue
    kept.push(mention)
    open.push(mention)
  }
  return kept
}

export const mentions = stage('mentions', {
  needs: ['paragraphs', 'tokens', 'sentences', 'marks', 'names', 'nouns', 'quotes'],
  gives: ['mentions', 'sources'],
  read: findMentions,
})
