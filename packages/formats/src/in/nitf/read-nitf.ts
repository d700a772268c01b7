import { toIso } from '../text/dates.js'
import type { Draft } from '../text/found.js'
import { bylineNames } from '../text/names.js'
import { createWriter, type Written } from '../text/writer.js'
import { writeBlocks } from '../xml/blocks.js'
import { attribute, childrenOf, find, within } from '../xml/find.js'
import { lineOf, putText } from '../xml/text.js'
import type { XmlElement } from '../xml/tree.js'

/** What a <nitf> element says, its words apart from its metadata. */
export type NitfStory = Omit<Draft, 'kind' | 'mediaType' | 'original' | 'part'>

/**
 * Reads a <nitf> element. The text is body.content, a paragraph each; tables, media with their captions, notes and
 * messages to editors are left out. A dateline in the head stands in front of the first paragraph with a dash, as wire
 * stories are printed ("PORT HALLIN (VPA) — The council …"), unless the paragraph begins with it; the dash has no way
 * back. Title: hl1, else the hedline, else head/title. Byline: the persons in byline elements, else their words. Date:
 * date.issue, else pubdata, else story.date, else date.release. Outlet: pubdata's name, else the copyright holder.
 */
export function readNitf(source: string, nitf: XmlElement): NitfStory {
  const docdata = find(nitf, 'head', 'docdata')
  const head = find(nitf, 'body', 'body.head')
  const pubdata = find(nitf, 'head', 'pubdata')
  const { text, back } = readBody(source, nitf)
  return {
    text,
    back,
    id: attribute(find(docdata, 'doc-id'), 'id-string'),
    version: attribute(find(docdata, 'du-key'), 'version'),
    title:
      lineOf(source, find(head, 'hedline', 'hl1')) ??
      lineOf(source, find(head, 'hedline')) ??
      lineOf(source, find(nitf, 'head', 'title')),
    outlet: attribute(pubdata, 'name') ?? attribute(find(docdata, 'doc.copyright'), 'holder'),
    byline: readBylines(source, head),
    published: firstDate(
      attribute(find(docdata, 'date.issue'), 'norm'),
      attribute(pubdata, 'date.publication'),
      attribute(within(head, 'story.date')[0], 'norm'),
      attribute(find(docdata, 'date.release'), 'norm'),
    ),
    language: attribute(nitf, 'xml:lang') ?? attribute(find(nitf, 'body'), 'xml:lang'),
  }
}

function readBody(source: string, nitf: XmlElement): Written {
  const writer = createWriter()
  for (const content of childrenOf(find(nitf, 'body'), 'body.content')) {
    writer.paragraph()
    writeBlocks(source, content, writer)
  }
  const body = writer.take()
  const [dateline] = within(find(nitf, 'body', 'body.head'), 'dateline')
  return dateline === undefined ? body : withDateline(source, dateline, body)
}

/** The body with a dateline in front of its first paragraph. */
export function withDateline(source: string, dateline: XmlElement, body: Written): Written {
  const writer = createWriter()
  putText(source, dateline, writer)
  const front = writer.take()
  if (front.text === '' || body.text === '' || beginsWith(body.text, front.text)) return body
  const lead = `${front.text}${/[-–—]$/.test(front.text) ? ' ' : ' — '}`
  return {
    text: lead + body.text,
    back: [
      ...front.back,
      ...body.back.map(({ start, end, at }) => ({
        start: start + lead.length,
        end: end + lead.length,
        at,
      })),
    ],
  }
}

/** Does the story begin with its dateline already? Case, white space and punctuation do not count. */
function beginsWith(text: string, dateline: string): boolean {
  const letters = (words: string) => words.toLowerCase().replace(/[^\p{L}\p{N}]+/gu, '')
  const wanted = letters(dateline)
  return wanted === '' || letters(text.slice(0, dateline.length * 2 + 20)).startsWith(wanted)
}

function readBylines(source: string, head: XmlElement | undefined): readonly string[] {
  const names = within(head, 'byline').flatMap(byline => {
    const persons = within(byline, 'person').map(person => lineOf(source, person) ?? '')
    const named = persons.flatMap(bylineNames)
    if (named.length > 0) return named
    // its words without the job title
    const words = childrenOf(byline, 'byttl').reduce(
      (line, title) => line.replace(lineOf(source, title) ?? '', ' ; '),
      lineOf(source, byline) ?? '',
    )
    return bylineNames(words)
  })
  return [...new Set(names)]
}

export const firstDate = (...raw: readonly (string | undefined)[]): string | undefined => {
  for (const date of raw) {
    const iso = toIso(date)
    if (iso !== undefined) return iso
  }
  return undefined
}
