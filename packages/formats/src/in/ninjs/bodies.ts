import type { Limits } from '../incoming.js'
import { chooseBody, htmlBody, plainBody } from '../json/body.js'
import { stringIn } from '../json/parse.js'
import { elementsOf, memberOf, membersOf, type Place, stringAt } from '../json/scan.js'
import { isObject } from '../json/story.js'
import { type NitfStory, readNitf } from '../nitf/read-nitf.js'
import { compose, type Written } from '../text/writer.js'
import { doctypeProblem } from '../xml/doctype.js'
import { parseXml } from '../xml/tree.js'

/** A version of the story's words, as ninjs 1 (body_text, body_xhtml) or 2 and 3 (bodies) name it. */
interface Body {
  readonly kind: 'plain' | 'html' | 'nitf'
  readonly place: Place
}

/**
 * The words of an item: plain text before HTML before NITF, but not plain text in one paragraph where another has
 * several. Bodies of other roles (captions, summaries, fact boxes) are not the story.
 */
export function bodyOf(
  source: string,
  item: Readonly<Record<string, unknown>>,
  place: Place,
  limits: Limits,
): Written & Partial<NitfStory> {
  const bodies = [...oldBodies(source, place), ...newBodies(source, item, place)]
    .slice(0, MOST)
    .map(({ type, role, place: at }) => ({ kind: kindOf(type, role, source, at), place: at }))
  const of = (kind: Body['kind']) => bodies.filter(body => body.kind === kind)
  const chosen = chooseBody(
    [
      ...of('plain').map(body => plainBody(source, body.place)),
      ...of('html').map(body => htmlBody(source, body.place)),
      ...of('nitf').map(body => nitfBody(source, body.place, limits)),
    ],
    1,
  )
  return chosen ?? { text: '', back: [] }
}

/** Versions of one story that are looked at; no agency writes as many. */
const MOST = 20

interface Named {
  readonly type: string
  readonly role: string
  readonly place: Place
}

function oldBodies(source: string, place: Place): readonly Named[] {
  return [...membersOf(source, place)].flatMap(([name, at]): Named[] => {
    const role = /^body_([a-zA-Z0-9_]+)$/.exec(name)?.[1]
    if (role === undefined || source[at.start] !== '"' || NOT_STORY.test(role)) return []
    return [{ type: '', role, place: at }]
  })
}

function newBodies(
  source: string,
  item: Readonly<Record<string, unknown>>,
  place: Place,
): readonly Named[] {
  const array = Array.isArray(item.bodies) && memberOf(source, place, 'bodies')
  if (!array) return []
  const values = item.bodies as readonly unknown[]
  return [...elementsOf(source, array)].flatMap((at, i): Named[] => {
    const body = values[i]
    if (!isObject(body) || typeof body.value !== 'string') return []
    const role = stringIn(body, 'role') ?? ''
    const value = memberOf(source, at, 'value')
    if (value === undefined || NOT_STORY.test(role)) return []
    const type = stringIn(body, 'contentType', 'contenttype') ?? ''
    return [{ type, role, place: value }]
  })
}

const NOT_STORY = /caption|summary|teaser|fact|sidebar|advert|note/i

function kindOf(type: string, role: string, source: string, { start }: Place): Body['kind'] {
  const head = source.slice(start + 1, start + 500)
  if (/nitf/i.test(type) || /^<\?xml|^\s*<nitf[\s>]/.test(head)) return 'nitf'
  if (/html/i.test(type)) return 'html'
  if (/^text\/plain/i.test(type)) return 'plain'
  if (/html/i.test(role)) return 'html'
  if (/xml/i.test(type) || /nitf/i.test(role)) return 'nitf'
  return /^\s*<[a-z][^<>]*>/i.test(head) ? 'html' : 'plain'
}

/** NITF within a string: through the same gate, though a faulty one is only passed over for another body. */
function nitfBody(
  source: string,
  place: Place,
  limits: Limits,
): (Written & Partial<NitfStory>) | undefined {
  const outer = stringAt(source, place)
  if (!outer || doctypeProblem(outer.text)) return undefined
  const document = parseXml(outer.text, limits)
  if ('problem' in document || document.root.name !== 'nitf') return undefined
  const story = readNitf(document.source, document.root)
  return story.text === '' ? undefined : { ...story, back: compose(story.back ?? [], outer.back) }
}
