import { lastStartingBy } from '../../span.js'
import type { Rule } from './types.js'

const ZONE = /^(?:gmt|bst|utc|cet|hours|hrs)$/i
const GAME = /\b(?:goal|scor|period|quarter|half|minute|lap|game|match|race|finish)/i

/**
 * An hour that no clock has: after `24:00`, past twelve with “a.m.”, or with more than 59 minutes.
 *
 * `at 25:00`, `26:30 GMT`, `14:30 a.m.`, `9.75am` are. Not: `24:00`; `14:30 p.m.`; `finished in 25:30` and `scored at
 * 63:10` (time that has passed); `at 9.75 marls`.
 */
export const impossibleTimes: Rule = ({ text, tokens, sentences }) => {
  const words = (k: number) => text.slice(tokens[k]?.start ?? 0, tokens[k]?.end ?? 0)
  return tokens.flatMap((token, k) => {
    const sign = text[token.end]
    if (!token.word || token.end - token.start > 2 || (sign !== ':' && sign !== '.')) return []
    const minutes = /^(\d\d)([ap]m)?$/i.exec(words(k + 2) ?? '')
    if (minutes === null || !/^\d\d?$/.test(words(k)) || !/^[:.]$/.test(words(k + 1))) return []
    if (tokens[k + 1]!.start !== token.end || tokens[k + 2]!.start !== tokens[k + 1]!.end) return []
    // a part of a longer number
    if (k > 0 && tokens[k - 1]!.end === token.start && !/[(“"‘']$/.test(words(k - 1))) return []
    const half = minutes[2]?.[0] ?? /^([ap])m?$/i.exec(words(k + 3) ?? '')?.[1]
    const spelt =
      minutes[2] !== undefined || /^[ap]m$/i.test(words(k + 3) ?? '') || isDotted(words, k + 3)
    const hour = Number(words(k))
    const late = hour > 24 || (hour === 24 && Number(minutes[1]) > 0)
    const zone = ZONE.test(words(k + 3) ?? '')
    const end = isDotted(words, k + 3)
      ? k + 5
      : zone || (spelt && minutes[2] === undefined)
        ? k + 3
        : k + 2
    const wrong =
      half !== undefined && spelt
        ? hour > 24 || Number(minutes[1]) > 59 || (hour > 12 && /a/i.test(half))
        : (late || Number(minutes[1]) > 59) &&
          words(k + 1) === ':' &&
          (zone || (/^at$/i.test(words(k - 1) ?? '') && !isGame(k)))
    if (!wrong) return []
    const span = { start: token.start, end: tokens[end]!.end }
    const message = `There is no such time as “${text.slice(span.start, span.end)}”.`
    return [{ code: 'impossible-time', severity: 'warning' as const, message, spans: [span] }]
  })

  function isGame(k: number): boolean {
    const sentence = sentences[lastStartingBy(sentences, tokens[k]!.start)]
    if (sentence === undefined) return false
    const { start, end } = tokens[k]!
    return GAME.test(
      text.slice(Math.max(sentence.start, start - 200), Math.min(sentence.end, end + 200)),
    )
  }
}

/** “a.m.” */
const isDotted = (words: (k: number) => string, k: number) =>
  /^[ap]$/i.test(words(k) ?? '') && words(k + 1) === '.' && /^m$/i.test(words(k + 2) ?? '')
