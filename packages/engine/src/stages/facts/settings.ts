import type { Quote } from '../quotes/types.js'
import type { Context } from './ground/context.js'
import { eventAt } from './ground/events.js'
import { type Ground, typeOf } from './ground/ground.js'
import type { Setting } from './types.js'

const TELLS =
  /^(?:told|tell|tells|telling|asked|informed|informs|assured|reminded|warned|urged|texted|emailed|e-mailed)$/
const TALKS = /^(?:to|with)$/
const TALKING =
  /^(?:said|says|speaking|spoke|spoken|talking|talked|interview|wrote|writing|confided|remarked|explained|interviewed|conversation|letter|statement|message|email|e-mail|chat|phone-in|call)$/
const POSTED =
  /^(?:wrote|posted|tweeted|said|writes|added|announced|on|live|message|statement|post|video)$/
/** What is called, dubbed or cited so was not said there and then. */
const NO_SPEECH =
  /^(?:citing|cited|called|calls|calling|dubbed|describing|described|nicknamed|branded|named|titled|entitled|tagging)$/
const REACH = 28
const RELATIVES = /^(?:who|which|whose|whom|where|born|based|founded|formerly)$/
/** "after the fire in Orm": where it happened, not where it was said. */
const ABOUT = /^(?:after|since|before|following|until|about|over|amid|of|despite)$/

/**
 * Where, when and to whom each quote was said, by the words around its cue that are not its content: "told MPs on
 * Wednesday", "in an interview with the Gazette", "speaking at the launch in Orm", "wrote on Chirrup". Of a quote that
 * carries on another nothing is said anew. Linear in the text: around each cue a bounded number of words is read.
 */
export function findSettings({ ground }: Context): Setting[] {
  return ground.story.quotes.map(quote => {
    const cue = quote.cue[0]
    if (cue === undefined || quote.continues !== undefined || quote.source.length === 0) return {}
    return settingOf(ground, quote, itemAt(ground, cue.start))
  })
}

/** Index of the item that ends behind `position`; logarithmic. */
function itemAt({ items }: Ground, position: number): number {
  let low = 0
  let high = items.length
  while (low < high) {
    const middle = (low + high) >> 1
    if (items[middle]!.end <= position) low = middle + 1
    else high = middle
  }
  return low
}

function settingOf(ground: Ground, quote: Quote, cue: number): Setting {
  const { items, story } = ground
  const setting: { event?: number; place?: number; to?: number; time?: number } = {}
  const at = items[cue]
  if (at === undefined || NO_SPEECH.test(at.lower)) return {}
  const outside = (i: number) =>
    items[i] !== undefined &&
    items[i]!.sentence === at.sentence &&
    !quote.content.some(({ start, end }) => items[i]!.start < end && items[i]!.end > start)
  const entity = (i: number) => (outside(i) ? items[i]?.noun?.entity : undefined)
  const take = (i: number) => {
    const item = items[i]!
    const before = items[i - 1]?.lower ?? ''
    const earlier = items[i - 2]?.lower ?? ''
    if (item.kind === 'value') {
      const { type } = story.values[item.value!]!
      if (
        type === 'date' &&
        setting.time === undefined &&
        !/^(?:since|until|from|by|before|after)$/.test(before)
      )
        setting.time = item.value!
      return
    }
    // "on Tuesday's episode"
    const day = item.noun?.values[0]?.value ?? item.noun?.possessor?.values[0]?.value
    if (day !== undefined && story.values[day]!.type === 'date') setting.time ??= day
    const found = entity(i)
    if (found === undefined) return
    const type = typeOf(ground, found)
    const animate =
      type === 'person' || type === 'organisation' || type === 'group' || type === 'work'
    if (
      setting.to === undefined &&
      animate &&
      TALKS.test(before) &&
      (TALKING.test(earlier) || isTalk(items[i - 2]?.lower))
    )
      setting.to = found
    else if (setting.event === undefined && /^(?:at|during|after|in|before)$/.test(before)) {
      const event = eventAt(ground, i)
      if (event !== undefined && 'entity' in event) setting.event = event.entity
    }
    if (
      setting.place === undefined &&
      type === 'place' &&
      /^(?:in|at|outside|from|near)$/.test(before) &&
      !(
        i < cue &&
        items[i - 2]?.kind === 'noun' &&
        ABOUT.test(items[i - 3]?.lower ?? '') &&
        !/^(?:speaking|talking)$/.test(items[i - 4]?.lower ?? '')
      )
    )
      setting.place = found
    if (
      setting.place === undefined &&
      before === 'on' &&
      POSTED.test(earlier) &&
      /^(?:organisation|other|place)$/.test(type)
    )
      setting.place = found
  }
  if (TELLS.test(at.lower)) {
    const told = entity(cue + 1)
    const person = items[cue + 1]?.noun
    if (told !== undefined && !person?.possessive && typeOf(ground, told) !== 'place')
      setting.to = told
    else if (told !== undefined && typeOf(ground, told) === 'place') setting.to = told
  }
  for (let k = 1; k <= REACH && outside(cue + k); k++) {
    const { lower } = items[cue + k]!
    if (lower === 'who' || lower === 'which' || lower === 'whose' || lower === ';') break
    take(cue + k)
  }
  const aside = asides(ground, cue)
  for (let k = 1; k <= REACH && outside(cue - k); k++) if (!aside.has(cue - k)) take(cue - k)
  return setting
}

/** What stands in a relative clause before the cue tells of the source: "Fenn, who was born in Orm in 1960, said". */
function asides({ items }: Ground, cue: number): ReadonlySet<number> {
  const found = new Set<number>()
  const { sentence } = items[cue]!
  let from = -1
  for (let i = Math.max(0, cue - REACH); i < cue; i++) {
    const item = items[i]!
    if (item.sentence !== sentence) continue
    if (from < 0 && items[i - 1]?.lower === ',' && RELATIVES.test(item.lower)) from = i
    else if (from >= 0 && item.lower === ',') {
      for (let k = from; k < i; k++) found.add(k)
      from = -1
    }
  }
  return found
}

const isTalk = (lower: string | undefined) =>
  lower !== undefined &&
  /^(?:interview|exclusively|briefing|conversation|chat|email|e-mail|letter|message|interviews|statement)$/.test(
    lower,
  )
