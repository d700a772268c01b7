import type { Rng } from './random.js'

/** Draws an index, 0 the commonest. */
export type Draw = (rng: Rng) => number

/** Weights of a Zipf–Mandelbrot law: the item of rank r (from 1) weighs 1 / (r + shift) ** slope. */
export function zipfWeights(n: number, slope: number, shift: number): Float64Array {
  return Float64Array.from({ length: n }, (_, k) => (k + 1 + shift) ** -slope)
}

/** Items before this one have a table of their own: it stays in the processor's cache, and most draws end in it. */
const HEAD = 1024

/** Draws by weight in constant time; quickest where the heavy ones come first. */
export function drawBy(weights: Float64Array): Draw {
  if (weights.length <= HEAD) return aliasOf(weights)
  const head = weights.subarray(0, HEAD)
  const rest = weights.subarray(HEAD)
  const drawHead = aliasOf(head)
  const drawRest = aliasOf(rest)
  const share = sumOf(head) / (sumOf(head) + sumOf(rest))
  return rng => (rng() < share ? drawHead(rng) : HEAD + drawRest(rng))
}

const sumOf = (weights: Float64Array) => weights.reduce((a, b) => a + b, 0)

/** Walker's alias method, as Vose builds it. */
function aliasOf(weights: Float64Array): Draw {
  const n = weights.length
  const sum = sumOf(weights)
  // single precision: half the memory to reach into, and a probability is off by a ten-millionth at most
  const share = Float32Array.from(weights, weight => (weight * n) / sum)
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
