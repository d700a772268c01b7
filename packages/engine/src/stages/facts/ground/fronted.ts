import { type Ground, itemBy } from './ground.js'

const REACH = 24
const PARTICIPLE =
  /(?:ed|born|written|made|sold|built|set|won|drawn|given|held|led|run|taken|shot|bought|thrown|found|chosen|sworn|seen|put|brought|known)$/
const BEFORE_PARTICIPLE = /^(?:first|twice|once|re|newly|.+ly)$/
const BEFORE_ING = /^(?:after|before|since|on|by|having|while|when|being|first|.+ly)$/

/**
 * The item index of who or what stands behind the comma that ends a participle at its sentence's head, with whether the
 * participle is passive: "Twice elected to the council, Ada Fenn …" (passive), "After leaving Beacon, Ada Fenn …".
 *
 * Not: "Asked about it, the house burned" (no person), "In May, Fenn left" (no participle). Of things only `founded`,
 * `published` and the like are said so, which the rules see to by the types they take.
 */
export function frontedSubject(
  ground: Ground,
  at: number,
): { readonly subject: number; readonly passive: boolean } | undefined {
  const { from } = ground.sentences[ground.items[at]!.sentence]!
  const { lower } = ground.items[at]!
  // "Having bought Beacon, Torvane …" is said as "Buying Beacon, …" is
  const having = ground.items[at - 1]?.lower === 'having' && at > from
  const ing = lower.endsWith('ing') || having
  if (at > from + 2 || !(ing || PARTICIPLE.test(lower))) return undefined
  for (let i = from; i < at; i++)
    if (
      ground.items[i]!.kind !== 'word' ||
      !(ing ? BEFORE_ING : BEFORE_PARTICIPLE).test(ground.items[i]!.lower)
    )
      return undefined
  for (let k = 1; k <= REACH; k++) {
    const item = itemBy(ground, at, k)
    if (item === undefined) return undefined
    if (item.lower !== ',') continue
    const next = itemBy(ground, at, k + 1)
    if (next?.kind === 'value' || /^(?:in|on)$/.test(next?.lower ?? '')) continue
    if (next?.kind !== 'noun' || next.noun!.possessive) return undefined
    if (next.noun!.type === 'place' && itemBy(ground, at, k + 2)?.lower === ',') continue
    const { type } = next.noun!
    const isThing =
      !ing && (type === 'organisation' || type === 'group' || type === 'work' || type === 'event')
    const isFirm = ing && (type === 'organisation' || type === 'group')
    return type === 'person' || isThing || isFirm
      ? { subject: at + k + 1, passive: !ing }
      : undefined
  }
  return undefined
}
