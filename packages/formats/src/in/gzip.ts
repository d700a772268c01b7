import { gunzip, isGzip } from './bytes/gunzip.js'
import { swelling } from './bytes/inflate.js'
import { byteReader, restOf } from './bytes/reader.js'
import { Spoilt, spoiltOf } from './bytes/spoilt.js'
import { certainOf } from './choose/certain.js'
import { chooseFormat, HEAD } from './choose/choose.js'
import { unknownFormat } from './choose/unknown.js'
import { DOCUMENTS } from './documents.js'
import type { Found, InFormat, Source } from './incoming.js'

/** What is not read out of a packed file: archives in archives are how bombs are made. */
const CONTAINERS: ReadonlySet<string> = new Set(['gzip', 'wacz', 'warc'])

/**
 * Any other format packed with gzip: story.txt.gz, feed.xml.gz, stories.jsonl.gz. What it holds is chosen as for a file
 * named without the ".gz". A WARC is read packed as it is, by the reader of WARCs; another archive within is a problem,
 * 'nested'.
 *
 * Unpacks as it is read. More than `inflatedBytes` in all is 'too-large', more than `ratio` times the packed size
 * 'bomb'; packing that is broken is 'broken' or 'truncated', and what was given before stands.
 */
export const gzip: InFormat = {
  name: 'gzip',
  summary: 'one of the others, packed with gzip',
  extensions: ['gz'],
  mediaTypes: ['application/gzip', 'application/x-gzip'],
  sniff: head => isGzip(head),
  async *read(source, limits): AsyncGenerator<Found> {
    /** What went wrong with the bytes, and not with what they hold. */
    let spoilt: Spoilt | undefined
    const packed = byteReader(source.bytes())
    const unpacked = byteReader(
      (async function* () {
        const guard = swelling(limits.ratio, limits.inflatedBytes)
        let total = 0
        const guardOf = () => {
          const before = total
          return (inflated: number) => {
            total = before + inflated
            guard(total, packed.offset)
          }
        }
        try {
          yield* gunzip(packed, guardOf, { lenient: true })
        } catch (error) {
          if (error instanceof Spoilt) spoilt = error
          throw error
        }
      })(),
    )
    try {
      const head = await unpacked.peek(HEAD)
      const inner = innerOf(source)
      const certain = certainOf(head)
      if (certain && CONTAINERS.has(certain)) throw nested()
      const format = chooseFormat(inner, head, DOCUMENTS)
      if (!format) yield { problem: unknownFormat(inner.name, head, DOCUMENTS) }
      else yield* format.read({ ...inner, bytes: () => restOf(unpacked) }, limits)
    } catch (error) {
      if (error !== spoilt && !(error instanceof Spoilt)) throw error
      const { code, message } = spoilt ?? spoiltOf(error)
      yield { problem: { code, message } }
    } finally {
      await unpacked.close()
      await packed.close()
    }
  },
}

/** The source within: named without its ".gz"; its media type is not known, and it has no path of its own. */
function innerOf({ name, url, fetched }: Source): Omit<Source, 'bytes'> {
  return {
    name: name.replace(/\.gz$/i, ''),
    ...(url && { url }),
    ...(fetched && { fetched }),
  }
}

const nested = () =>
  new Spoilt('nested', 'It is an archive in a packed file. Unpack it and name what is in it.')
