import type { Rng } from './random.js'

/** Draws an index, 0 the commonest. */
export type Draw = (rng: Rng) => number

/** Weights of a Zipf–Mandelbrot law: the item of rank r (from 1) weighs 1 / (r + shift) ** slope. */
export function zipfWeights(n: number, slope: number, shift: number): Float64Array {
  return Float64Array.from({ length: n }, (_, k) => (k + 1 + shift) ** -slope)
}

/** Draws by weight in constant time (Walker's alias method, as Vose builds it). */
export function drawBy(weights: Float64Array): Draw {
  const n = weights.length
  const sum = weights.reduce((a, b) => a + b, 0)
  const share = weights.map(weight => (weight * n) / sum)
  const other = new Int32Array(n)
  const small: number[] = []
  const large: number[] = []
  for (let k = 0; k < n; k++) (share[k]! < 1 ? small : large).push(k)
  while (small.length > 0 && large.length > 0) {
    const less = small.pop()!
    const more = large.pop()!
    other[less] = more
    share[more] = share[more]! + share[less]! - 1
    if (share[more]! < 1) small.push(more)
    else large.push(more)
  }
  for (const k of [...small, ...large]) share[k] = 1
  return rng => {
    const at = rng() * n
    const k = Math.floor(at)
    return at - k < share[k]! ? k : other[k]!
  }
}
