import { type FormEvent, type ReactNode, useId, useState } from 'react'
import { useAsk } from '../../api.js'
import { say } from '../../messages/index.js'
import { Checks } from '../../parts/Checks.js'
import {
  type Counting,
  type Dimension,
  type Filters,
  MEASURES,
  TIMES,
  WHAT,
  without,
} from './asked.js'

const words = say.counts

interface Props {
  readonly counting: Counting
  readonly onChange: (counting: Counting) => void
}

/** What is counted, by what, and of which quotes. */
export function Controls({ counting, onChange }: Props) {
  const { by, sort, filters } = counting
  const [first, second] = by
  const set = (change: Partial<Counting>) => onChange({ ...counting, ...change })
  return (
    <div className="counting no-print">
      <div className="counting-by">
        <DimensionChoice
          label={words.by}
          value={first}
          onChange={one => set({ by: [one!, ...(second && second !== one ? [second] : [])] })}
        />
        <DimensionChoice
          label={words.and}
          value={second}
          not={first}
          onChange={one => set({ by: one ? [first!, one] : [first!] })}
        />
        <Choice
          name="sort"
          legend={words.measure}
          of={MEASURES.map(measure => [measure, words.measures[measure]])}
          value={sort}
          onChange={sort => set({ sort })}
        />
        <Choice
          name="copies"
          legend={words.copies}
          of={[
            ['all', words.copiesAre.all],
            ['once', words.copiesAre.once],
          ]}
          value={filters.copies ?? 'all'}
          onChange={copies =>
            set({
              filters: without({ ...filters, copies: copies === 'once' ? copies : undefined }),
            })
          }
        />
      </div>
      <Narrow filters={filters} onChange={filters => set({ filters })} />
    </div>
  )
}

interface DimensionProps {
  readonly label: string
  readonly value: Dimension | undefined
  /** What it is counted by already; where it is told, there may be nothing else. */
  readonly not?: Dimension | undefined
  readonly onChange: (value: Dimension | undefined) => void
}

function DimensionChoice({ label, value, not, onChange }: DimensionProps) {
  const options = (some: readonly Dimension[]) =>
    some
      .filter(one => one !== not)
      .map(one => (
        <option key={one} value={one}>
          {words.dimensions[one]}
        </option>
      ))
  return (
    <label className="field">
      <span className="label">{label}</span>
      <select
        value={value ?? ''}
        onChange={event => onChange((event.target.value || undefined) as Dimension | undefined)}
      >
        {not && <option value="">{words.alone}</option>}
        <optgroup label={words.groups.what}>{options(WHAT)}</optgroup>
        <optgroup label={words.groups.when}>{options(TIMES)}</optgroup>
      </select>
    </label>
  )
}

interface ChoiceProps<T extends string> {
  readonly name: string
  readonly legend: ReactNode
  readonly of: readonly (readonly [T, string])[]
  readonly value: T
  readonly onChange: (value: T) => void
}

function Choice<T extends string>({ name, legend, of, value, onChange }: ChoiceProps<T>) {
  return (
    <fieldset className="choice">
      <legend>{legend}</legend>
      {of.map(([one, label]) => (
        <label key={one}>
          <input type="radio" name={name} checked={one === value} onChange={() => onChange(one)} />
          <span>{label}</span>
        </label>
      ))}
    </fieldset>
  )
}

const DATE = '\\d{4}(-\\d\\d(-\\d\\d)?)?'
const KINDS = ['direct', 'indirect', 'mixed'] as const

interface NarrowProps {
  readonly filters: Filters
  readonly onChange: (filters: Filters) => void
}

/** Which quotes are counted: told in a form, and taken when it is sent. */
function Narrow({ filters, onChange }: NarrowProps) {
  const { draft, set } = useDraft(filters)
  const outlets = useId()
  const sources = useAsk('sources', {}, { staleTime: 60_000 })
  const [outlet, setOutlet] = useState('')
  const submit = (event: FormEvent) => {
    event.preventDefault()
    const chosen = [...new Set([...(draft.outlet ?? []), ...(outlet ? [outlet] : [])])]
    onChange(without({ ...draft, outlet: chosen.length > 0 ? chosen : undefined }))
    setOutlet('')
  }
  const hint = useId()
  return (
    <details>
      <summary>{words.narrow}</summary>
      <form onSubmit={submit}>
        <div className="fields">
          {(['from', 'to'] as const).map(field => (
            <label className="field" key={field}>
              <span className="label">{words[field]}</span>
              <input
                value={draft[field] ?? ''}
                pattern={DATE}
                title={words.dateHint}
                aria-describedby={hint}
                onChange={event => set({ [field]: event.target.value || undefined })}
              />
            </label>
          ))}
          <label className="field">
            <span className="label">{words.addOutlet}</span>
            <input
              list={outlets}
              value={outlet}
              onChange={event => setOutlet(event.target.value)}
            />
          </label>
          <label className="field">
            <span className="label">{words.speaker}</span>
            <input
              value={draft.speaker ?? ''}
              onChange={event => set({ speaker: event.target.value || undefined })}
            />
          </label>
        </div>
        <p className="meta" id={hint}>
          {words.dateHint}
        </p>
        <datalist id={outlets}>
          {sources.data?.sources.map(({ name }) => name && <option key={name} value={name} />)}
        </datalist>
        <div className="row">
          <Choice
            name="date"
            legend={words.date}
            of={[
              ['published', words.dates.published],
              ['said', words.dates.said],
            ]}
            value={draft.date ?? 'published'}
            onChange={date => set({ date: date === 'said' ? date : undefined })}
          />
          <Choice
            name="storyKind"
            legend={words.storyKind}
            of={[
              ['all', words.storyKinds.all],
              ['story', words.storyKinds.story],
              ['transcript', words.storyKinds.transcript],
            ]}
            value={draft.storyKind ?? 'all'}
            onChange={kind => set({ storyKind: kind === 'all' ? undefined : kind })}
          />
        </div>
        <div className="row">
          <Checks
            legend={words.kinds}
            of={KINDS.map(kind => [kind, kind])}
            value={draft.kind ?? []}
            onChange={kinds => set({ kind: kinds.length > 0 ? [...kinds] : undefined })}
          />
          <button type="submit">{words.apply}</button>
        </div>
      </form>
    </details>
  )
}

type Draft = { readonly [Key in keyof Filters]?: Filters[Key] | undefined }

/** The filters as they are being told; where the address changes, those of the address. */
function useDraft(filters: Filters) {
  const [kept, setKept] = useState<{ readonly of: string; readonly draft: Draft }>()
  const of = JSON.stringify(filters)
  const draft: Draft = kept?.of === of ? kept.draft : filters
  return { draft, set: (change: Draft) => setKept({ of, draft: { ...draft, ...change } }) }
}

/** What the filters leave, each to be taken away. */
export function Chosen({ counting, onChange }: Props) {
  const { filters } = counting
  const drop = (name: keyof Filters, value: string) => {
    const now = filters[name]
    const rest = Array.isArray(now) ? now.filter(one => one !== value) : []
    onChange({
      ...counting,
      filters: without({ ...filters, [name]: rest.length > 0 ? rest : undefined }),
    })
  }
  const chosen = chosenOf(filters)
  if (chosen.length === 0) return null
  return (
    <ul className="chosen" aria-label={words.filters}>
      {chosen.map(({ name, value, says }) => (
        <li key={`${name} ${value}`}>
          <bdi>{says}</bdi>
          <button
            type="button"
            className="plain"
            aria-label={words.unfilter(says)}
            onClick={() => drop(name, value)}
          >
            ×
          </button>
        </li>
      ))}
    </ul>
  )
}

type Told = keyof typeof words.filter

/** Filters in words. */
export const chosenOf = (filters: Filters): { name: Told; value: string; says: string }[] =>
  (Object.keys(words.filter) as Told[]).flatMap(name =>
    [filters[name]]
      .flat()
      .filter(value => value !== undefined)
      .map(value => ({ name, value, says: words.filter[name](value) })),
  )
