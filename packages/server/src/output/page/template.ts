/** A form of `FACT_WORDS`, taken apart once. */
export type Template = readonly Piece[]

type Piece =
  | { readonly words: string }
  /** An argument; `all`: of every fact that is told together. */
  | { readonly arg: string; readonly all: boolean }
  /** Said only where its arguments are there. */
  | { readonly maybe: Template }

const PIECE = /\[([^\]]*)\]|\{(\w+)(\*?)\}|([^[{]+)/g

const known = new Map<string, Template>()

/** `form` is the project's own, never a story's. */
export function toTemplate(form: string): Template {
  const template = known.get(form) ?? takeApart(form)
  known.set(form, template)
  return template
}

const takeApart = (form: string): Template =>
  Array.from(form.matchAll(PIECE), ([, maybe, arg, star, words]): Piece => {
    if (maybe !== undefined) return { maybe: takeApart(maybe) }
    return arg === undefined ? { words: words! } : { arg, all: star === '*' }
  })

/** The arguments it names, and whether it cannot do without them. */
export const argsOf = (
  template: Template,
  needed = true,
): { readonly arg: string; readonly all: boolean; readonly needed: boolean }[] =>
  template.flatMap(piece => {
    if ('maybe' in piece) return argsOf(piece.maybe, false)
    return 'arg' in piece ? [{ ...piece, needed }] : []
  })

/** The first form for which a fact has all that it needs. */
export const firstFit = (
  forms: readonly string[],
  args: Readonly<Record<string, string>>,
): Template | undefined =>
  forms
    .map(toTemplate)
    .find(template => argsOf(template).every(({ arg, needed }) => !needed || arg in args))
