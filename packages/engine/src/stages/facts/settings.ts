import type { Quote } from '../quotes/types.js'
import type { Context } from './ground/context.js'
import { eventAt } from './ground/events.js'
import { type Ground, type Item, itemBy, typeOf } from './ground/ground.js'
import { isOneWord } from './ground/kinds.js'
import type { Setting } from './types.js'

const TELLS =
  /^(?:told|tell|tells|telling|asked|asks|informed|informs|assured|assures|reminded|reminds|warned|warns|urged|urges|texted|emailed|e-mailed|promised|promises|advised|advises|instructed|notified|begged|implored|briefed|cautioned|reassured|messaged|telephoned|phoned|ordered|lectured|thanked|taunted|challenged)$/
const TALKS = /^(?:to|with)$/
const TALKING =
  /^(?:said|says|speaking|spoke|spoken|talking|talked|interview|podcast|broadcast|webinar|livestream|session|wrote|writing|confided|remarked|explained|interviewed|conversation|letter|statement|message|email|e-mail|chat|phone-in|call|confirmed|confirms|admitted|admits|revealed|reveals|insisted|complained|declared|announced|boasted|joked|confessed|disclosed|writes|shouted|whispered|muttered|speech|address|testimony|remarks|replied|responded|addressed|exclusively|note|memo|vowed|explains)$/
const POSTED =
  /^(?:wrote|posted|tweeted|said|writes|added|announced|on|live|message|statement|post|video)$/
/** What is called, dubbed or cited so was not said there and then. */
const NO_SPEECH =
  /^(?:citing|cited|called|calls|calling|dubbed|describing|described|nicknamed|branded|named|titled|entitled|tagging|elected|elect|elects|appointed|chose|chosen|hope|hopes|hoped|want|wants|wanted|plan|plans|planned|expect|expects|expected|intend|intends|fear|fears|feared|discuss|discusses|discussed|consider|considers|considered|heard|saw|learned|discovered|decided|voted|agreed|knows|knew|know|think|thinks|thought)$/
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
  let told = false
  const at = items[cue]
  if (at === undefined || NO_SPEECH.test(at.lower)) return {}
  if (isUnsaid(ground, cue, quote)) return {}
  const ofSource = (i: number) =>
    quote.source.some(({ start, end }) => items[i]!.start < end && items[i]!.end > start)
  const outside = (i: number) =>
    items[i] !== undefined &&
    items[i]!.sentence === at.sentence &&
    !quote.content.some(({ start, end }) => items[i]!.start < end && items[i]!.end > start)
  const entity = (i: number) => (outside(i) ? items[i]?.noun?.entity : undefined)
  const take = (i: number) => {
    const item = items[i]!
    // "Voters in Orm said": where they are from
    if (ofSource(i)) return
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
    const aloud = before === 'to' && ALOUD.test(earlier) && item.noun!.name !== undefined
    const animate =
      aloud || type === 'person' || type === 'organisation' || type === 'group' || type === 'work'
    if (
      setting.to === undefined &&
      animate &&
      TALKS.test(before) &&
      (TALKING.test(earlier) || isTalk(items[i - 2]?.lower)) &&
      // “reports that the owner had spoken to Rudd”: another talk
      !/^(?:had|has|have)$/.test(items[i - 3]?.lower ?? '')
    )
      setting.to = found
    else if (setting.event === undefined && /^(?:at|during|after|in|before)$/.test(before)) {
      const event = eventAt(ground, i)
      if (event !== undefined && 'entity' in event && !told) setting.event = event.entity
      // "at a press conference after the match": not at the match
      if (event !== undefined && /^(?:at|during|in)$/.test(before)) told = true
    }
    // "told nurses at Fairlie Hospital", "on her return to Orm"
    const venue =
      type === 'organisation' &&
      /^(?:at|outside|inside)$/.test(before) &&
      VENUES.test(lastWord(item))
    const reached =
      type === 'place' &&
      before === 'to' &&
      /^(?:return|visit|trip|arrival)$/.test(items[i - 2]?.lower ?? '')
    if (
      setting.place === undefined &&
      (type === 'place' || venue) &&
      (reached || /^(?:in|at|outside|from|near|inside)$/.test(before)) &&
      !(
        i < cue &&
        items[i - 2]?.kind === 'noun' &&
        ABOUT.test(items[i - 3]?.lower ?? '') &&
        !isOfEvent(i - 4) &&
        !/^(?:speaking|talking)$/.test(items[i - 4]?.lower ?? '')
      )
    )
      setting.place = found
    // "wrote in the Carnford Echo", "Writing in the Post on Sunday"
    const printed =
      before === 'in' &&
      /^(?:wrote|writes|writing|column|article)$/.test(earlier) &&
      item.noun!.name !== undefined
    if (printed && /^(?:organisation|work|other|event)$/.test(type)) {
      setting.place ??= found
      if (setting.event === found) delete setting.event
    }
    if (
      setting.place === undefined &&
      before === 'on' &&
      POSTED.test(earlier) &&
      (/^(?:organisation|other|place|work)$/.test(type) ||
        (type === 'person' && item.noun!.name !== undefined && isOneWord(ground, found)))
    )
      setting.place = found
    // "Asked by reporters whether", "Addressing delegates at the conference"
    if (
      setting.to === undefined &&
      animate &&
      i < cue &&
      ((before === 'by' &&
        /^(?:asked|pressed|questioned|challenged|interviewed|quizzed|told)$/.test(earlier)) ||
        /^(?:addressing|telling|briefing|facing|thanking|urging|assuring|warning)$/.test(before))
    )
      setting.to = found
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
  for (let k = 1; k <= REACH && outside(cue - k); k++) {
    // "met at a funeral and hope to": another verb's
    if (items[cue - k]!.lower === 'and' && k <= 3 && items[cue - k + 1]!.kind === 'word') break
    if (aside.has(cue - k)) continue
    // "The plant opened in March and, he said, …": what stands before another verb is that verb's
    if (isOtherVerb(items[cue - k]!) && !ofSource(cue - k)) break
    take(cue - k)
  }
  return setting

  /** "at the launch of her album in Orm": the launch was in Orm. */
  function isOfEvent(i: number): boolean {
    return (
      items[i + 1]?.lower === 'of' &&
      /^(?:at|during)$/.test(items[i - 1]?.lower ?? '') &&
      eventAt(ground, i) !== undefined
    )
  }

  function lastWord({ start, end }: Item): string {
    return /(?<![A-Za-z])[A-Za-z]+$/.exec(story.text.slice(start, end))?.[0] ?? ''
  }
}

/** A past tense or participle that is no word for speaking. */
const isOtherVerb = ({ kind, lower }: Item): boolean =>
  kind === 'word' &&
  (/[^e]ed$/.test(lower) || CLOSED_VERBS.test(lower)) &&
  !TALKING.test(lower) &&
  !TELLS.test(lower) &&
  !/^(?:pressed|questioned|quizzed|published|aired|broadcast|posted)$/.test(lower)
const CLOSED_VERBS =
  /^(?:is|was|were|are|won|went|came|began|left|lost|met|took|made|held|sold|bought|fell|rose|ran|had|became)$/

const ALOUD =
  /^(?:confirmed|confirms|admitted|revealed|confessed|disclosed|boasted|complained|spoke|talking|speaking|exclusively|joked)$/
const VENUES =
  /^(?:Hospital|School|University|College|Club|Centre|Center|Hall|Airport|Station|Church|Cathedral|Palace|Stadium|Museum|Library|Theatre|Theater|Hotel|Academy|Court|Barracks|Prison|House|Castle|Park|Arena|Ground)$/

/** "would say", "will discuss", "told reporters nothing": nothing was said there. */
function isUnsaid(ground: Ground, cue: number, { content }: Quote): boolean {
  const before = itemBy(ground, cue, -1)?.lower ?? ''
  if (/^(?:will|would|could|might|may|should|to)$/.test(before)) return true
  const [only] = content
  return (
    content.length === 1 &&
    /^(?:nothing|no comment)$/i.test(ground.story.text.slice(only!.start, only!.end))
  )
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
