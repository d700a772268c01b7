/** Numbers that look random and are always the same for the same key: each call gives the next, from 0 to below 1. */
export type Rng = () => number

/**
 * A stream of its own for each key of four whole numbers (sfc32, Chris Doty-Humphrey). Streams of different keys do not
 * overlap in practice, so any part of an archive can be made without what stands before it.
 */
export function rngOf(seed: number, what: number, one = 0, two = 0): Rng {
  let a = seed | 0
  let b = Math.imul(what, 0x9e3779b1) ^ 0x243f6a88
  let c = Math.imul(one, 0x85ebca6b) ^ 0x85a308d3
  let d = Math.imul(two, 0xc2b2ae35) ^ 0x13198a2e
  const next = () => {
    const sum = (a + b + d) | 0
    d = (d + 1) | 0
    a = b ^ (b >>> 9)
    b = (c + (c << 3)) | 0
    c = ((c << 21) | (c >>> 11)) + sum
    return (sum >>> 0) / 4294967296
  }
  for (let k = 0; k < 12; k++) next()
  return next
}

/** A whole number from 0 to below n. */
export const below = (rng: Rng, n: number): number => Math.floor(rng() * n)

/** One of them, each as likely. */
export const pick = <T>(rng: Rng, items: readonly T[]): T => items[below(rng, items.length)]!

/** A whole number whose logarithm is normal about that of `median`, held within `least` and `most`. */
export function logNormal(
  rng: Rng,
  { median, sigma, least, most }: { median: number; sigma: number; least: number; most: number },
): number {
  const normal = Math.sqrt(-2 * Math.log(1 - rng())) * Math.cos(2 * Math.PI * rng())
  return Math.min(most, Math.max(least, Math.round(median * Math.exp(sigma * normal))))
}
