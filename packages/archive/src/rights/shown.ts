import type {
  RecordEntity,
  RecordFact,
  RecordQuote,
  Span,
  StoryRecord,
  TextSpan,
} from '@onrecord/engine'
import { wordsOf } from '../text/words.js'
import { excerpt, type Licence } from './licence.js'

/** Stands for each UTF-16 code unit that may not be shown. */
export const MASK = '█'

/** Of a story's words, quotes' contents show this share at most, that snippets never add up to the story. */
const SHARE = 1 / 4

/**
 * What of a record a licence lets show, in the same shape and with the same offsets. full: all of it. link: its metadata
 * (title, outlet, byline, date, address). snippet: besides, of each quote as many words of its content as the licence
 * says, of all quotes no more than a quarter of the story's words (or one snippet, if that is more), with their cues,
 * sources and speakers, and whatever lies wholly within these words.
 *
 * The text keeps its length and its line breaks; all else of it that may not be shown is `MASK`, so that
 * `text.slice(start, end)` is still every item's text. `sha256` stays that of the text the offsets were counted in.
 */
export function shownRecord(record: StoryRecord, licence: Licence): StoryRecord {
  if (licence.kind === 'full') return record
  const words = licence.kind === 'snippet' ? (licence.words ?? 0) : 0
  const { text } = record.story
  const light = spotlight(text)
  const quotes = words > 0 ? snippets(record, words, light) : []
  const speakers = new Set(quotes.flatMap(quote => quote.speakers))
  for (const { id, name, mentions } of record.entities) {
    if (!speakers.has(id)) continue
    const named = mentions.find(mention => mention.text === name) ?? mentions[0]!
    if (count(named.text) <= words) light.open(named)
  }
  const entities = record.entities.flatMap(entity =>
    shownEntity(entity, speakers.has(entity.id), light),
  )
  const values = record.values.flatMap(({ id, type, span, value, stated, inferred }) =>
    // what was inferred may rest on words elsewhere
    inferred === undefined && light.on(span) ? [{ id, type, span, value, stated }] : [],
  )
  const ids = new Set([...quotes, ...entities, ...values].map(item => item.id))
  return {
    schema: record.schema,
    story: { ...record.story, text: light.text() },
    reader: record.reader,
    quotes: quotes.map(quote => linked(quote, ids)),
    entities,
    values,
    facts: record.facts.filter(fact => isShown(fact, ids, light)),
    findings: [],
  }
}

/** The text, all dark; spans are opened one after another, or closed for good. */
function spotlight(text: string) {
  const state = new Uint8Array(text.length)
  const CLOSED = 1
  const OPEN = 2
  return {
    open({ start, end }: Span) {
      state.fill(OPEN, start, end)
    },
    /** What is not open yet will never be by `part`. */
    close({ start, end }: Span) {
      for (let k = start; k < end; k++) if (state[k] !== OPEN) state[k] = CLOSED
    },
    /** The beginning of a span up to what is closed; null where it begins there. */
    part({ start, end }: Span): Span | null {
      const stop = state.subarray(start, end).indexOf(CLOSED)
      if (stop === 0 || start === end) return null
      return { start, end: stop < 0 ? end : start + stop }
    },
    on: ({ start, end }: Span): boolean =>
      start < end && state.subarray(start, end).every(unit => unit === OPEN),
    text: () => {
      let shown = ''
      for (let start = 0; start < text.length; ) {
        const open = state[start] === OPEN
        let end = start + 1
        while (end < text.length && (state[end] === OPEN) === open) end++
        const words = text.slice(start, end)
        shown += open ? words : words.replace(/[^\n\r]/g, MASK)
        start = end
      }
      return shown
    },
  }
}

type Spotlight = ReturnType<typeof spotlight>

/** The quotes that are shown, cut, in the record's order; their words are opened. */
function snippets(record: StoryRecord, words: number, light: Spotlight): RecordQuote[] {
  const { text } = record.story
  let left = Math.max(words, Math.floor(count(text) * SHARE))
  const cut = new Map<RecordQuote, RecordQuote>()
  // an outer quote before those within it: what it does not show, they don't either
  const inOrder = [...record.quotes].sort(
    (a, b) =>
      a.content[0]!.start - b.content[0]!.start || b.content.at(-1)!.end - a.content.at(-1)!.end,
  )
  for (const quote of inOrder) {
    const content = pieces(text, quote.content, words, light)
    const cost = content.reduce((sum, piece) => sum + count(piece.text), 0)
    if (content.length > 0 && cost <= left) {
      left -= cost
      const cue = pieces(text, quote.cue, words, light)
      const source = pieces(text, quote.source, words, light)
      for (const piece of [...content, ...cue, ...source]) light.open(piece)
      cut.set(quote, { ...quote, content, cue, source })
    }
    quote.content.forEach(light.close)
  }
  return record.quotes.flatMap(quote => cut.get(quote) ?? [])
}

/** The first so many words of spans. */
function pieces(text: string, spans: readonly Span[], words: number, light: Spotlight): TextSpan[] {
  const shown: TextSpan[] = []
  let left = words
  for (const span of spans) {
    const cut = excerpt(text, span, { kind: 'snippet', words: left })
    const part = cut && light.part(cut)
    if (!part) break
    const piece = { ...part, text: text.slice(part.start, part.end) }
    shown.push(piece)
    left -= count(piece.text)
    if (part.end < span.end) break
  }
  return shown
}

/** An entity by its mentions that are shown, under the longest; only a speaker may be a pronoun alone. */
function shownEntity(
  { id, type, name, mentions }: RecordEntity,
  speaks: boolean,
  light: Spotlight,
): RecordEntity[] {
  const shown = mentions.filter(light.on)
  const called = shown.filter(mention => speaks || mention.form !== 'pronoun')
  if (called.length === 0) return []
  const longest = called.reduce((a, b) => (b.text.length > a.text.length ? b : a)).text
  return [
    {
      id,
      type,
      name: called.some(mention => mention.text === name) ? name : longest,
      mentions: shown.map(({ start, end, text, form }) => ({ start, end, text, form })),
    },
  ]
}

/** A quote without what it says of items that are not shown. */
function linked(quote: RecordQuote, ids: ReadonlySet<string>): RecordQuote {
  const { id, kind, content, cue, source, confidence, speakerConfidence } = quote
  const speakers = quote.speakers.filter(speaker => ids.has(speaker))
  const setting = Object.entries(quote.setting ?? {}).filter(([, item]) => ids.has(item))
  const { within, continues } = quote
  return {
    id,
    kind,
    content,
    cue,
    source,
    speakers,
    ...(speakers.length > 0 && speakerConfidence !== undefined && { speakerConfidence }),
    ...(setting.length > 0 && { setting: Object.fromEntries(setting) }),
    confidence,
    ...(within && ids.has(within) && { within }),
    ...(continues && ids.has(continues) && { continues }),
  }
}

/** Whose evidence is shown, and whose arguments are: items that are, or words of the evidence. */
function isShown(fact: RecordFact, ids: ReadonlySet<string>, light: Spotlight): boolean {
  if (!fact.evidence.every(light.on) || (fact.saidBy && !ids.has(fact.saidBy))) return false
  const words = new Set(fact.evidence.flatMap(({ text }) => folded(text)))
  return Object.values(fact.args).every(
    word => ids.has(word) || (!/^[ev]\d+$/.test(word) && folded(word).every(one => words.has(one))),
  )
}

const folded = (text: string) => Array.from(wordsOf(text), word => word.folded)
const count = (text: string) => folded(text).length
