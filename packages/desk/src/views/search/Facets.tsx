import type { Address } from '../../address.js'
import { say } from '../../messages/index.js'
import type { Facets as Counts } from './asked.js'

const words = say.search

interface Props {
  readonly facets: Counts
  readonly params: URLSearchParams
  readonly set: Address['set']
}

/** How many of what was found each speaker, outlet and kind has; each narrows the search. */
export function Facets({ facets: { speakers, outlets, kinds }, params, set }: Props) {
  const speaker = params.get('speaker')
  const toggle = (name: 'outlet' | 'kind', value: string) => {
    const chosen = params.getAll(name)
    const now = chosen.includes(value) ? chosen.filter(one => one !== value) : [...chosen, value]
    set({ [name]: now })
  }
  return (
    <>
      <Facet
        title={words.speakers}
        counts={speakers.map(({ name, person, count }) => {
          const value = person === null ? name : `person:${person}`
          const chosen = value === speaker
          return {
            key: value,
            name,
            count,
            chosen,
            pick: () => set({ speaker: chosen ? undefined : value }),
          }
        })}
      />
      <Facet
        title={words.outlets}
        counts={outlets.map(({ outlet, count }) => ({
          key: outlet,
          name: outlet || words.noOutlet,
          count,
          chosen: params.getAll('outlet').includes(outlet),
          // an outlet without a name cannot be asked for by it
          pick: outlet === '' ? undefined : () => toggle('outlet', outlet),
        }))}
      />
      <Facet
        title={words.kinds}
        counts={kinds.map(({ kind, count }) => ({
          key: kind,
          name: words.kindOf[kind],
          count,
          chosen: params.getAll('kind').includes(kind),
          pick: () => toggle('kind', kind),
        }))}
      />
    </>
  )
}

interface Count {
  readonly key: string
  readonly name: string
  readonly count: number
  readonly chosen: boolean
  readonly pick: (() => void) | undefined
}

function Facet({ title, counts }: { title: string; counts: readonly Count[] }) {
  if (counts.length === 0) return null
  const most = Math.max(...counts.map(({ count }) => count))
  return (
    <section className="facet facets">
      <h2 className="label">{title}</h2>
      <ul>
        {counts.map(({ key, name, count, chosen, pick }) => (
          <li key={key}>
            <button type="button" aria-pressed={chosen} onClick={pick} disabled={!pick}>
              <bdi className="facet-name">{name}</bdi>
              <span className="number">{count.toLocaleString('en-GB')}</span>
              <span
                className="facet-bar"
                style={{ inlineSize: `${(100 * count) / most}%` }}
                aria-hidden="true"
              />
            </button>
          </li>
        ))}
      </ul>
    </section>
  )
}
