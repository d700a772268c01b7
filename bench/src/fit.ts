/** One thing judged: what it is judged by, and whether it was right. */
export interface Example {
  readonly features: readonly number[]
  readonly right: boolean
}

/**
 * Logistic regression by Newton's method, with a little ridge so that it always has an answer. Gives one weight for
 * each feature; zeros where there is nothing to learn from.
 */
export function fitLogistic(examples: readonly Example[], ridge = 1): number[] {
  const size = examples[0]?.features.length ?? 0
  let weights = new Array<number>(size).fill(0)
  for (let step = 0; step < 30; step++) {
    const gradient = weights.map(w => -ridge * w)
    const hessian = weights.map((_, i) => weights.map((_, j) => (i === j ? ridge : 0)))
    for (const { features, right } of examples) {
      const z = features.reduce((sum, x, k) => sum + x * weights[k]!, 0)
      const p = 1 / (1 + Math.exp(-z))
      for (let i = 0; i < size; i++) {
        gradient[i]! += features[i]! * (Number(right) - p)
        for (let j = 0; j < size; j++) hessian[i]![j]! += p * (1 - p) * features[i]! * features[j]!
      }
    }
    const change = solve(hessian, gradient)
    weights = weights.map((w, k) => w + change[k]!)
    if (Math.max(...change.map(Math.abs)) < 1e-8) break
  }
  return weights.map(w => Math.round(w * 1e4) / 1e4)
}

/** Gaussian elimination with pivoting; the matrix is symmetric and positive, so there is an answer. */
function solve(matrix: readonly (readonly number[])[], right: readonly number[]): number[] {
  const rows = matrix.map((row, k) => [...row, right[k]!])
  const size = rows.length
  for (let k = 0; k < size; k++) {
    let pivot = k
    for (let r = k + 1; r < size; r++)
      if (Math.abs(rows[r]![k]!) > Math.abs(rows[pivot]![k]!)) pivot = r
    ;[rows[k], rows[pivot]] = [rows[pivot]!, rows[k]!]
    for (let r = 0; r < size; r++) {
      if (r === k) continue
      const factor = rows[r]![k]! / rows[k]![k]!
      for (let c = k; c <= size; c++) rows[r]![c]! -= factor * rows[k]![c]!
    }
  }
  return rows.map((row, k) => row[size]! / row[k]!)
}
