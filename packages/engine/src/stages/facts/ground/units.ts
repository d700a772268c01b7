import type { Span } from '../../../span.js'
import type { Story } from '../../../story.js'
import { postNominalsEnd } from '../../entities/post-nominals.js'
import type { Mention } from '../../entities/types.js'

/** What the stage reads. */
export type FactStory = Story<
  'tokens' | 'sentences' | 'marks' | 'quotes' | 'mentions' | 'entities' | 'values'
>

/**
 * One step of a sentence: a name, a pronoun, a value, a word (with what hyphens tie to it: "co-founder"), or a sign.
 * Descriptions are no units of their own, since rules read the words in them; `opens` tells where they begin.
 */
export interface Unit extends Span {
  readonly kind: 'name' | 'pronoun' | 'value' | 'word' | 'sign'
  /** In small letters, with straight apostrophes, without a possessive ’s or a contracted verb. */
  readonly lower: string
  readonly capital: boolean
  readonly possessive: boolean
  /** The verb contracted behind a pronoun: "'s", "'d", "'ll", "'ve", "'re", "'m"; else empty. */
  readonly tail: string
  /** Index into the mentions (name, pronoun). */
  readonly mention: number | undefined
  /** Index into the values; also of the age within "46-year-old". */
  readonly value: number | undefined
  /** Descriptions (indexes into the mentions) whose first word this is, the longest first. */
  readonly opens: readonly number[]
  readonly sentence: number
}

const POSSESSIVE_PRONOUNS = new Set('my our your his her its their'.split(' '))
const NONE: readonly number[] = []
const TAIL = /^(.+?)('(?:s|d|ll|ve|re|m)|')$/

/** The units of a story, in order. Linear in the text. */
export function findUnits(story: FactStory): Unit[] {
  const { text, tokens, sentences, mentions, values } = story
  const whole = outermost(mentions)
  const opens = descriptionsByStart(mentions)
  const marks = new Set(
    story.marks.quotations.flatMap(({ open, close }) => [open.start, close?.start ?? -1]),
  )
  const units: Unit[] = []
  let sentence = 0
  let m = 0
  let v = 0
  for (let t = 0; t < tokens.length; ) {
    const first = tokens[t]!
    while (sentence + 1 < sentences.length && sentences[sentence + 1]!.start <= first.start)
      sentence++
    while (m < whole.length && mentions[whole[m]!]!.end <= first.start) m++
    while (v < values.length && values[v]!.end <= first.start) v++
    const mention = m < whole.length ? mentions[whole[m]!]! : undefined
    const value = values[v]
    let kind: Unit['kind'] = first.word ? 'word' : 'sign'
    let to = t + 1
    let end = first.end
    // “the rock group The Cold Larders”: the article is a part of the name
    const article =
      mention?.form === 'name' &&
      tokens[t + 1]?.start === mention.start &&
      first.start > sentences[sentence]!.start &&
      text.slice(first.start, first.end) === 'The'
    if (mention !== undefined && (article || mention.start < first.end)) {
      kind = mention.form === 'pronoun' ? 'pronoun' : 'name'
      while (to < tokens.length && tokens[to]!.start < mention.end) to++
      if (mention.type === 'person' && kind === 'name') to += lettersBehind(story, to)
    } else if (value !== undefined && value.start < first.end) {
      kind = 'value'
      while (to < tokens.length && tokens[to]!.start < value.end) to++
    }
    if (kind === 'word' || kind === 'value') to = hyphenated(story, to, mention?.start ?? Infinity)
    end = tokens[to - 1]!.end
    const raw = text.slice(first.start, end)
    const surface = raw.includes('’') ? raw.replaceAll('’', "'") : raw
    let lower = surface.toLowerCase()
    let tail = ''
    let possessive = kind === 'pronoun' && POSSESSIVE_PRONOUNS.has(lower)
    const cut =
      kind === 'value' || kind === 'sign' || !surface.includes("'") ? null : TAIL.exec(lower)
    if (cut !== null && (cut[1] !== 'o' || kind !== 'word')) {
      lower = cut[1]!
      if (kind === 'pronoun') tail = cut[2]!
      else possessive = cut[2] === "'s"
    }
    const next = tokens[to]
    if (
      !possessive &&
      (kind === 'name' || kind === 'word') &&
      lower.endsWith('s') &&
      next?.start === end &&
      /^['’]$/.test(text.slice(next.start, next.end)) &&
      !marks.has(next.start)
    ) {
      possessive = true
      end = next.end
      to++
    }
    units.push({
      kind,
      start: first.start,
      end: possessive && kind !== 'pronoun' ? bareEnd(text, first.start, end) : end,
      lower,
      capital: surface[0] !== lower[0],
      possessive,
      tail,
      mention: kind === 'name' || kind === 'pronoun' ? whole[m]! : undefined,
      value: kind === 'value' ? v : undefined,
      opens: opens.get(first.start) ?? NONE,
      sentence,
    })
    t = to
  }
  return units
}

const MAX_LETTERS = 6

/** How many tokens from `to` on are letters behind a person's name: “KC”, “, MP,”. */
function lettersBehind({ text, tokens }: FactStory, to: number): number {
  const behind = tokens
    .slice(to, to + MAX_LETTERS)
    .map(({ start, end, word }) => ({ text: text.slice(start, end), word }))
  return postNominalsEnd(behind, 0)
}

/** The end of the words without a possessive ending. */
function bareEnd(text: string, start: number, end: number): number {
  let at = end
  if (/[sS]/.test(text[at - 1]!) && /['’]/.test(text[at - 2] ?? '')) at -= 2
  else if (/['’]/.test(text[at - 1]!)) at--
  return at > start ? at : end
}

/** Behind the tokens up to `to`: as far as hyphens without spaces tie words to them, never into a name. */
function hyphenated({ text, tokens }: FactStory, to: number, limit: number): number {
  let end = to
  while (end + 1 < tokens.length) {
    const hyphen = tokens[end]!
    const next = tokens[end + 1]!
    const tied =
      !hyphen.word &&
      next.word &&
      next.end <= limit &&
      hyphen.start === tokens[end - 1]!.end &&
      next.start === hyphen.end &&
      /^[-‐‑]$/.test(text.slice(hyphen.start, hyphen.end))
    if (!tied) break
    end += 2
  }
  return end
}

/** Indexes of the names and pronouns that stand in no other name, in order. */
function outermost(mentions: readonly Mention[]): number[] {
  const kept: number[] = []
  let end = -1
  for (const [i, mention] of mentions.entries()) {
    if (mention.form === 'description' || mention.start < end) continue
    kept.push(i)
    end = mention.end
  }
  return kept
}

function descriptionsByStart(mentions: readonly Mention[]): Map<number, number[]> {
  const found = new Map<number, number[]>()
  for (const [i, { form, start }] of mentions.entries()) {
    if (form !== 'description') continue
    const list = found.get(start)
    if (list === undefined) found.set(start, [i])
    else list.push(i)
  }
  for (const list of found.values()) list.sort((a, b) => mentions[b]!.end - mentions[a]!.end)
  return found
}
