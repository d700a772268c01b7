const LINE_END = /\r\n|[\n\r\v\f\u0085\u2028\u2029]/g

/** Which line, from 1, an offset is on. */
export function lines(text: string): (offset: number) => number {
  const ends = Array.from(text.matchAll(LINE_END), match => match.index + match[0].length)
  return offset => {
    let low = 0
    let high = ends.length
    while (low < high) {
      const middle = (low + high) >> 1
      if (ends[middle]! <= offset) low = middle + 1
      else high = middle
    }
    return low + 1
  }
}
