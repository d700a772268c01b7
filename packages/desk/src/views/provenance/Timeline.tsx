import { Link } from 'wouter'
import { say } from '../../messages/index.js'
import { When } from '../../parts/When.js'
import type { Group } from './OneGroup.js'

const words = say.provenance

/**
 * When each wording was printed: a line each, a dot each place. For the eye; the list of wordings below says the same,
 * and is what keys and screen readers go through.
 */
export function Timeline({ group: { variants } }: { group: Group }) {
  const days = variants
    .flatMap(({ occurrences }) => occurrences.map(({ published }) => published ?? []))
    .flat()
    .map(published => Date.parse(published.slice(0, 10)))
  const [first, last] = [Math.min(...days), Math.max(...days)]
  if (!(last > first)) return null
  const at = (published: string) => {
    const share = (Date.parse(published.slice(0, 10)) - first) / (last - first)
    return `${100 * share}%`
  }
  return (
    <figure className="way-time" aria-hidden="true">
      <figcaption className="label">{words.time}</figcaption>
      {variants.map(({ id, occurrences }) => (
        <div key={id} className="way-row">
          <span className="meta number">{words.variantOf(id)}</span>
          <div className="way-line">
            {occurrences.map(
              ({ published, story, quote, outlet }) =>
                published && (
                  <Link
                    key={`${story} ${quote}`}
                    href={`/${quote ?? story}`}
                    className="way-dot"
                    tabIndex={-1}
                    title={`${outlet}, ${published.slice(0, 10)}`}
                    style={{ insetInlineStart: at(published) }}
                  />
                ),
            )}
          </div>
        </div>
      ))}
      <div className="meta way-ends">
        <When at={new Date(first).toISOString().slice(0, 10)} />
        <When at={new Date(last).toISOString().slice(0, 10)} />
      </div>
    </figure>
  )
}
