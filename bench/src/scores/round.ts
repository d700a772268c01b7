/** Rounds as Python's `round(x, 1)` does: a true tie goes to the even tenth. */
export function tenth(x: number): number {
  const quarters = x * 4
  const tie = Number.isInteger(quarters) && Math.abs(quarters % 2) === 1
  // The only ties that binary fractions can hold are .25 and .75; their even tenths are .2 and .8.
  return tie
    ? (Math.trunc(x) * 10 + Math.sign(x) * (Math.abs(x % 1) < 0.5 ? 2 : 8)) / 10
    : Number(x.toFixed(1))
}

/** Percent of a whole, to a tenth; 0 of nothing. */
export const percent = (part: number, whole: number): number =>
  whole === 0 ? 0 : tenth((100 * part) / whole)

export const thousandth = (x: number): number => Number(x.toFixed(3))
