import type { Found, Incoming, InFormat, Problem, Source } from '../../src/in/incoming.js'
import { LIMITS, type Limits } from '../../src/in/incoming.js'

/** A source of bytes that are at hand, given in pieces of `step` bytes. */
export function sourceOf(
  bytes: Uint8Array | string,
  { name = 'file', step = 65_536, ...about }: Partial<Source> & { readonly step?: number } = {},
): Source {
  const whole = typeof bytes === 'string' ? Buffer.from(bytes) : bytes
  return {
    name,
    ...about,
    async *bytes() {
      for (let at = 0; at < whole.length; at += step) yield whole.subarray(at, at + step)
    },
  }
}

export interface All {
  readonly stories: Incoming[]
  readonly problems: Problem[]
}

export async function all(found: AsyncIterable<Found>): Promise<All> {
  const result: All = { stories: [], problems: [] }
  for await (const item of found) {
    if ('story' in item) result.stories.push(item.story)
    else result.problems.push(item.problem)
  }
  return result
}

/** Everything that a format gives of some bytes, limits changed at will. */
export const readAs = (
  format: InFormat,
  bytes: Uint8Array | string,
  about: Parameters<typeof sourceOf>[1] = {},
  limits: Partial<Limits> = {},
): Promise<All> => all(format.read(sourceOf(bytes, about), { ...LIMITS, ...limits }))

/** The codes of problems, in order: what tests mostly ask for. */
export const codesOf = ({ problems }: All): string[] => problems.map(({ code }) => code)
