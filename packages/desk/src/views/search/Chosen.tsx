import type { ReactNode } from 'react'
import type { Address } from '../../address.js'
import { useAsk } from '../../api.js'
import { say } from '../../messages/index.js'
import { When } from '../../parts/When.js'
import type { Facets } from './asked.js'

const words = say.search

interface Props {
  readonly params: URLSearchParams
  readonly set: Address['set']
  readonly facets: Facets | null
}

/** What a search is narrowed to, each to be taken away by a press. */
export function Chosen({ params, set, facets }: Props) {
  const value = (name: string) => params.get(name) || undefined
  const [from, to, added] = [value('from'), value('to'), value('added')]
  const chips = (['speaker', 'about', 'story'] as const).filter(value).map(name => (
    <Chip key={name} label={words.chips[name]} away={() => set({ [name]: undefined })}>
      <Somebody named={params.get(name)!} facets={facets} />
    </Chip>
  ))
  for (const name of ['outlet', 'kind'] as const)
    for (const one of params.getAll(name)) {
      const others = params.getAll(name).filter(other => other !== one)
      chips.push(
        <Chip key={`${name} ${one}`} label={words.chips[name]} away={() => set({ [name]: others })}>
          {name === 'kind' ? (words.kindOf[one as 'direct'] ?? one) : one}
        </Chip>,
      )
    }
  if (from || to)
    chips.push(
      <Chip
        key="dates"
        label={words.chips.dates}
        away={() => set({ from: undefined, to: undefined })}
      >
        {words.range(from, to)}
      </Chip>,
    )
  if (added)
    chips.push(
      <Chip key="added" label={words.chips.added} away={() => set({ added: undefined })}>
        <When at={added} />
      </Chip>,
    )
  if (chips.length === 0) return null
  return (
    <ul className="chosen" aria-label={words.chosen}>
      {chips}
      {chips.length > 1 && (
        <li>
          <button type="button" className="plain" onClick={() => set(NOTHING)}>
            {words.clear}
          </button>
        </li>
      )}
    </ul>
  )
}

interface ChipProps {
  readonly label: string
  readonly away: () => void
  readonly children: ReactNode
}

const Chip = ({ label, away, children }: ChipProps) => (
  <li>
    <button type="button" onClick={away}>
      <span className="only-heard">{words.without}</span> {label} <bdi>{children}</bdi>{' '}
      <span aria-hidden="true">×</span>
    </button>
  </li>
)

/** Everything that narrows a search, taken away. */
export const NOTHING = {
  speaker: undefined,
  about: undefined,
  story: undefined,
  outlet: undefined,
  kind: undefined,
  from: undefined,
  to: undefined,
  added: undefined,
}

/** A name, or person:KEY as the register calls them. */
function Somebody({ named, facets }: { named: string; facets: Facets | null }) {
  const key = /^person:(.+)$/.exec(named)?.[1]
  const known = facets?.speakers.find(({ person }) => person !== null && person === key)?.name
  const asks = key !== undefined && known === undefined
  const { data } = useAsk('person', { person: key ?? '', limit: 1 }, { enabled: asks })
  return known ?? data?.name ?? key ?? named
}
