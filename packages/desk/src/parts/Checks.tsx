interface Props<T extends string> {
  readonly legend: string
  /** What may be ticked, and its name. */
  readonly of: readonly (readonly [value: T, name: string])[]
  readonly value: readonly T[]
  readonly onChange: (value: readonly T[]) => void
}

/** Some of a few things, each with its box; in the order in which they were ticked. */
export const Checks = <T extends string>({ legend, of, value, onChange }: Props<T>) => (
  <fieldset className="row">
    <legend className="only-heard">{legend}</legend>
    <span className="label" aria-hidden="true">
      {legend}
    </span>
    {of.map(([one, name]) => (
      <label className="check" key={one}>
        <input
          type="checkbox"
          checked={value.includes(one)}
          onChange={({ target: { checked } }) =>
            onChange(checked ? [...value, one] : value.filter(other => other !== one))
          }
        />{' '}
        {name}
      </label>
    ))}
  </fieldset>
)
