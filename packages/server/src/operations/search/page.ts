import type { Sheet } from '../../output/sheet.js'
import type { Style } from '../../output/styles.js'
import type { Styled } from '../../output/wrap.js'
import { NO_OUTLET } from '../said.js'
import type { SearchPage } from './search.js'

type Hit = SearchPage['hits'][number]
type Passage = NonNullable<Hit['passage']>

/** Code units around the quote, or around what was searched for, that are set. */
const AROUND = 200
/** How far from there a space is looked for to cut at. */
const NEAR = 40
/** Outlets, speakers and times that are set. */
const MOST = 6

/** The answer of a search: hits with what matched standing out, counts in short, and how to go on. */
export function setAnswer({ total, hits, facets, cursor }: SearchPage, sheet: Sheet): void {
  const { head, tones } = sheet.styles
  if (total.count === 0) {
    sheet.say('Nothing matches. Fewer words, a beginning (econom*) or OR find more.', tones.plain)
    return
  }
  const found = `${total.atLeast ? 'At least ' : ''}${total.count} found`
  sheet.say(hits.length < total.count ? `${found}, ${hits.length} here` : found, head)
  for (const hit of hits) {
    sheet.gap()
    setHit(hit, sheet)
  }
  if (facets) {
    sheet.gap()
    setFacets(facets, total, sheet)
  }
  if (cursor) {
    sheet.gap()
    sheet.say('The next page: the same command with', tones.faint)
    sheet.line(`--cursor ${cursor}`)
  }
}

function setHit({ link, story, passage, quote }: Hit, sheet: Sheet) {
  const { plain, name, faint } = sheet.styles.tones
  const speakers = quote?.speakers.map(speaker => speaker.name).join(', ')
  const where = [
    story.outlet || NO_OUTLET,
    story.published?.slice(0, 10) ?? 'no date',
    ...(quote && quote.kind !== 'direct' ? [quote.kind] : []),
  ]
  const runs: Styled<Style>[] = [{ text: where.join(', '), style: plain }]
  if (speakers) runs.unshift({ text: speakers, style: name }, { text: ' · ', style: faint })
  if (story.title) runs.push({ text: ` · ${story.title}`, style: faint })
  sheet.set(runs)
  if (passage) sheet.set(styled(passage, sheet), '  ')
  else sheet.say('The licence of this outlet lets no words be shown.', faint, '  ')
  sheet.say(link, faint, '  ')
}

/** The words as they look: what matched, the quote, what stands around it; far from both, left out. */
function styled({ text, highlights, quoted, cut }: Passage, sheet: Sheet): Styled<Style>[] {
  const { plain, name, faint } = sheet.styles.tones
  const shown = quoted.length > 0 ? quoted : highlights
  const from = cutBefore(text, (shown[0]?.start ?? 0) - AROUND)
  const to = cutBehind(text, (shown.at(-1)?.end ?? 0) + AROUND)
  const within = (spans: Passage['quoted'], at: number) =>
    spans.some(({ start, end }) => start <= at && at < end)
  const edges = [...quoted, ...highlights]
    .flatMap(({ start, end }) => [start, end])
    .filter(edge => edge > from && edge < to)
  const stops = [from, ...edges.sort((a, b) => a - b), to]
  const runs = stops.slice(1).map((end, k) => {
    const start = stops[k]!
    const around = quoted.length > 0 && !within(quoted, start)
    const style = within(highlights, start) ? name : around ? faint : plain
    return { text: text.slice(start, end), style }
  })
  const gap = { text: '…', style: faint }
  return [...(from > 0 || cut ? [gap] : []), ...runs, ...(to < text.length || cut ? [gap] : [])]
}

/** At the next word; where none begins near, not within a character. */
function cutBefore(text: string, at: number): number {
  if (at <= 0) return 0
  const space = text.slice(at, at + NEAR).search(/\s/)
  return space >= 0 ? at + space + 1 : whole(text, at)
}

function cutBehind(text: string, at: number): number {
  if (at >= text.length) return text.length
  const space = text.slice(at - NEAR, at).search(/\s\S*$/)
  return space >= 0 ? at - NEAR + space : whole(text, at)
}

const whole = (text: string, at: number): number =>
  /[\udc00-\udfff]/.test(text[at]!) ? at + 1 : at

function setFacets(
  { counted, outlets, speakers, kinds, years, months }: NonNullable<SearchPage['facets']>,
  { atLeast }: SearchPage['total'],
  sheet: Sheet,
) {
  const { plain, faint } = sheet.styles.tones
  if (atLeast) sheet.say(`Of the ${counted} that were counted:`, faint)
  const row = (title: string, all: readonly (readonly [string, number])[]) => {
    if (all.length === 0) return
    const shown = all.slice(0, MOST).map(([name, count]) => `${name} ${count}`)
    if (all.length > MOST) shown.push('…')
    const runs = [
      { text: `${title}: `, style: faint },
      { text: shown.join(', '), style: plain },
    ]
    sheet.set(runs, '', '  ')
  }
  const named = (all: readonly { name: string; count: number }[]) =>
    all.map(({ name, count }) => [name, count] as const)
  row('Speakers', named(speakers))
  row('Outlets', named(outlets.map(({ outlet, count }) => ({ name: outlet || NO_OUTLET, count }))))
  row('Kinds', named(kinds.map(({ kind, count }) => ({ name: kind, count }))))
  const times =
    months.length > 0
      ? months.map(({ month, count }) => ({ name: month, count }))
      : years.map(({ year, count }) => ({ name: year, count }))
  row('Published', named(times.sort((a, b) => b.count - a.count)))
}
