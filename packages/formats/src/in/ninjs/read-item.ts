import { plainTitle } from '../feed/fields.js'
import type { Found, Limits } from '../incoming.js'
import { stringIn } from '../json/parse.js'
import { elementsOf, memberOf, membersOf, type Place } from '../json/scan.js'
import { isObject } from '../json/story.js'
import { toIso } from '../text/dates.js'
import { found, toFound } from '../text/found.js'
import { bylineNames } from '../text/names.js'
import { shift } from '../text/writer.js'
import { bodyOf } from './bodies.js'

type Json = Readonly<Record<string, unknown>>

/** An item of a file and where it stands there. */
export interface Item {
  readonly value: Json
  readonly place: Place
  /** None for the item that is the file; "2", "associations.sidebar", "associations.0" for others. */
  readonly part?: string
}

/** An item and those associated with it, the outer first; not deeper than items are ever nested. */
export function* itemsWithin(source: string, item: Item, depth = 0): Generator<Item> {
  yield item
  const { associations } = item.value
  const place = memberOf(source, item.place, 'associations')
  if (place === undefined || depth >= DEEPEST) return
  const prefix = item.part === undefined ? '' : `${item.part}.`
  const inner: readonly (readonly [string | number, Place, unknown])[] = Array.isArray(associations)
    ? [...elementsOf(source, place)].map((at, i) => [i, at, associations[i]])
    : isObject(associations)
      ? [...membersOf(source, place)].map(([name, at]) => [name, at, associations[name]])
      : []
  for (const [name, at, value] of inner) {
    const part = `${prefix}associations.${String(name).slice(0, 100)}`
    if (isObject(value)) yield* itemsWithin(source, { value, place: at, part }, depth + 1)
  }
}

const DEEPEST = 8

/**
 * A text item as a story; nothing for pictures and what else holds no words. id: uri; title: headline, the main of
 * headlines, else title; byline: the people of byline or by; outlet: an infosource that publishes or provides, else the
 * copyright holder. published is first created, else content created, else version created, which is updated too.
 */
export function readItem(
  source: string,
  { value, place, part }: Item,
  limits: Limits,
  whole: Uint8Array,
): Found | undefined {
  const status = stringIn(value, 'pubStatus', 'pubstatus')?.toLowerCase()
  if (status === 'canceled' || status === 'cancelled' || status === 'withheld') {
    const word = status === 'withheld' ? 'withheld' : 'cancelled'
    return found(word, `Its source says that it is ${word}: do not use it.`, part)
  }
  if (!TEXTS.has(stringIn(value, 'type') ?? 'text')) return undefined
  const body = bodyOf(source, value, place, limits)
  if (body.text === '') return undefined
  const updated = toIso(stringIn(value, 'versionCreated', 'versioncreated'))
  const byline = bylineNames(stringIn(value, 'by', 'byline'))
  const from = part === undefined ? 0 : place.start
  return toFound({
    text: body.text,
    back: shift(body.back, -from),
    id: stringIn(value, 'uri'),
    version: stringIn(value, 'version'),
    title: plainTitle(headline(value)) ?? body.title,
    outlet:
      publisher(value) ?? stringIn(value, 'copyrightHolder', 'copyrightholder') ?? body.outlet,
    byline: byline.length > 0 ? byline : body.byline,
    published:
      toIso(stringIn(value, 'firstCreated', 'firstcreated')) ??
      toIso(stringIn(value, 'contentCreated', 'contentcreated')) ??
      updated ??
      body.published,
    updated,
    language: stringIn(value, 'language') ?? body.language,
    kind: 'story',
    part,
    mediaType: 'application/ninjs+json',
    original: part === undefined ? whole : Buffer.from(source.slice(place.start, place.end)),
  })
}

const TEXTS = new Set(['text', 'composite', 'component'])

function headline(item: Json): string | undefined {
  const several = (Array.isArray(item.headlines) ? item.headlines : []).filter(isObject)
  const main = several.find(line => /main/i.test(stringIn(line, 'role') ?? '')) ?? several[0]
  return stringIn(main, 'value') ?? stringIn(item, 'headline', 'headline_main', 'title')
}

function publisher(item: Json): string | undefined {
  const sources = [item.infoSources, item.infosources, item.infosource].flat().filter(isObject)
  return stringIn(
    sources.find(from => /publish|provid/i.test(stringIn(from, 'role', 'rel') ?? '')),
    'name',
  )
}
