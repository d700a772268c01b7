import type { Span } from '@onrecord/engine'

/**
 * The span, widened where it begins or ends in the middle of a character above U+FFFF: forms that count code points or
 * bytes cannot say where that is.
 */
export const whole = (text: string, { start, end }: Span): Span => ({
  start: isInside(text, start) ? start - 1 : start,
  end: isInside(text, end) ? end + 1 : end,
})

const isInside = (text: string, at: number): boolean =>
  at > 0 && at < text.length && text.codePointAt(at - 1)! > 0xffff
