import type { Anchors } from './anchors/place.js'
import { say, shorten } from './anchors/say.js'
import { keyOfTold, toldSpan } from './anchors/told.js'
import type { Edit } from './kinds/index.js'

/** What a correction does, in an editor's words, with the story's words that it is about. */
export function describeEdit({ do: _, ...edit }: Edit, anchors: Anchors): string {
  const { item, items, set, ...rest } = edit as Record<string, unknown>
  const subject = [item, items]
    .flat()
    .filter(id => id !== undefined)
    .map(id => inWords(id, anchors))
  const details = Object.entries({ ...rest, ...(set as object | undefined) })
    .filter(([, value]) => value !== undefined)
    .map(([name, value]) => `${name}: ${inWords(value, anchors)}`)
  return [subject.join(' and '), details.join('; ')].filter(Boolean).join(': ')
}

function inWords(value: unknown, anchors: Anchors): string {
  if (value === null) return 'none'
  if (typeof value === 'string') {
    const ref = Object.hasOwn(anchors.items, value) ? anchors.items[value] : undefined
    return ref ? say(ref) : value
  }
  if (Array.isArray(value)) return value.map(one => inWords(one, anchors)).join(', ') || 'none'
  if (typeof value !== 'object') return String(value)
  const told = toldSpan.safeParse(value)
  if (told.success) return shorten(anchors.spans[keyOfTold(told.data)]?.exact ?? '')
  const entries = Object.entries(value).filter(([, one]) => one !== undefined)
  return entries.map(([name, one]) => `${name} ${inWords(one, anchors)}`).join(', ') || 'none'
}
