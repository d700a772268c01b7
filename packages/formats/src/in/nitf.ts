import type { Found, InFormat, Limits, Source } from './incoming.js'
import { readNitf } from './nitf/read-nitf.js'
import { found, toFound, unforeseen } from './text/found.js'
import { passGate } from './xml/gate.js'
import { rootOf } from './xml/sniff.js'
import { parseXml } from './xml/tree.js'

/** NITF, the IPTC's news industry text format: one story a file. See readNitf for what is taken from where. */
export const nitf: InFormat = {
  name: 'nitf',
  summary: 'NITF: one wire story, as XML',
  extensions: ['nitf'],
  mediaTypes: ['text/vnd.iptc.nitf', 'application/vnd.iptc.nitf', 'application/nitf+xml'],
  sniff: head => rootOf(head) === 'nitf',
  async *read(source, limits) {
    yield await readFile(source, limits)
  },
}

async function readFile(source: Source, limits: Limits): Promise<Found> {
  const gated = await passGate(source, limits)
  if ('problem' in gated) return gated
  try {
    const document = parseXml(gated.source, limits)
    if ('problem' in document) return document
    if (document.root.name !== 'nitf') {
      return found(
        'broken',
        `Its root element is <${document.root.name.slice(0, 40)}>, not <nitf>.`,
      )
    }
    return toFound({
      ...readNitf(document.source, document.root),
      kind: 'story',
      mediaType: 'application/nitf+xml',
      original: gated.bytes,
    })
  } catch (error) {
    return unforeseen(error)
  }
}
