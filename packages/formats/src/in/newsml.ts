import type { Found, InFormat, Limits, Source } from './incoming.js'
import { readItem } from './newsml/read-item.js'
import { readOldItem } from './newsml/read-old.js'
import { found, toFound, unforeseen } from './text/found.js'
import { shift } from './text/writer.js'
import { attribute, find, within } from './xml/find.js'
import { passGate } from './xml/gate.js'
import { rootOf } from './xml/sniff.js'
import { parseXml, type XmlDocument, type XmlElement } from './xml/tree.js'

/**
 * NewsML-G2: a newsItem, or a newsMessage of several; and NewsML 1. `part` is the item's number in the file. An item
 * that its source has withdrawn is a problem 'cancelled', one under embargo or withheld one of 'withheld'. Pictures and
 * what else holds no text are passed over; a file without a story is one problem 'no-text', a packageItem too: it lists
 * stories by reference, and nothing is fetched.
 */
export const newsml: InFormat = {
  name: 'newsml',
  summary: 'NewsML-G2 and NewsML 1: stories of a news agency, as XML',
  extensions: ['newsml'],
  mediaTypes: [
    'application/vnd.iptc.g2.newsitem+xml',
    'application/vnd.iptc.g2.newsmessage+xml',
    'application/vnd.iptc.g2.packageitem+xml',
    'application/newsml+xml',
    'text/vnd.iptc.newsml',
  ],
  sniff: head => ROOTS.has(local(rootOf(head))),
  async *read(source, limits) {
    yield* await readFile(source, limits)
  },
}

const ROOTS = new Set(['newsItem', 'newsMessage', 'packageItem', 'NewsML'])

const local = (name: string | undefined): string => name?.replace(/^.*:/, '') ?? ''

async function readFile(source: Source, limits: Limits): Promise<readonly Found[]> {
  const gated = await passGate(source, limits)
  if ('problem' in gated) return [gated]
  try {
    const document = parseXml(gated.source, limits)
    return 'problem' in document ? [document] : readDocument(document, gated.bytes)
  } catch (error) {
    return [unforeseen(error)]
  }
}

function readDocument(document: XmlDocument, bytes: Uint8Array): readonly Found[] {
  const { root } = document
  if (!ROOTS.has(root.name)) {
    return [found('broken', `Its root element is <${root.name.slice(0, 40)}>, not one of NewsML.`)]
  }
  const single = root.name === 'newsItem'
  const items = single ? [root] : within(root, 'newsItem', 'NewsItem')
  const all = items.flatMap((item, i) => {
    const part = single ? undefined : String(i + 1)
    const original = single
      ? { bytes, at: 0 }
      : { bytes: Buffer.from(document.source.slice(item.start, item.end)), at: item.start }
    return readOne(document.source, item, part, original)
  })
  if (all.length > 0) return all
  const packaged = root.name === 'packageItem' || within(root, 'packageItem').length > 0
  return [
    found(
      'no-text',
      packaged
        ? 'It is a package: it lists stories and holds none. Give the files that it names.'
        : 'None of its items holds a text.',
    ),
  ]
}

function readOne(
  source: string,
  item: XmlElement,
  part: string | undefined,
  original: { readonly bytes: Uint8Array; readonly at: number },
): readonly Found[] {
  const stopped = stoppedBy(item)
  if (stopped)
    return [found(stopped, `Its source says that it is ${stopped}: do not use it.`, part)]
  const stories = item.name === 'NewsItem' ? readOldItem(source, item) : [readItem(source, item)]
  return stories
    .filter(({ text }) => text !== '')
    .map(story =>
      toFound({
        ...story,
        back: shift(story.back ?? [], -original.at),
        kind: 'story',
        part,
        mediaType:
          item.name === 'NewsItem'
            ? 'text/vnd.iptc.newsml'
            : 'application/vnd.iptc.g2.newsitem+xml',
        original: original.bytes,
      }),
    )
}

/** Has its source withdrawn it, or not let it out yet? "stat:canceled", ".../pubstatusg2/withheld", "Canceled". */
function stoppedBy(item: XmlElement): 'cancelled' | 'withheld' | undefined {
  const status = find(item, 'itemMeta', 'pubStatus')
  const old = find(item, 'NewsManagement', 'Status')
  const said = [attribute(status, 'qcode'), attribute(status, 'uri'), attribute(old, 'FormalName')]
  const word =
    said
      .find(value => value !== undefined)
      ?.replace(/^.*[:/]/, '')
      .toLowerCase() ?? ''
  if (/^cancell?ed$/.test(word)) return 'cancelled'
  return word === 'withheld' || word === 'embargoed' ? 'withheld' : undefined
}
