import type { Found, InFormat } from './incoming.js'
import { readCues } from './subtitles/cues.js'
import { toTranscript } from './subtitles/transcript.js'
import { gather, tooLarge } from './text/bytes.js'
import { decodeText } from './text/decode.js'
import { found, toFound, unforeseen } from './text/found.js'

/**
 * Subtitles, SubRip (.srt) and WebVTT (.vtt): one transcript a file, with its turns; see toTranscript for its
 * paragraphs. Problems: 'too-large', 'bad-encoding', 'not-text', 'no-text'.
 */
export const subtitles: InFormat = {
  name: 'subtitles',
  summary: 'subtitles, SubRip and WebVTT: a transcript with its times',
  extensions: ['srt', 'vtt'],
  mediaTypes: ['text/vtt', 'application/x-subrip', 'text/srt', 'application/srt'],
  sniff: head => {
    const decoded = new TextDecoder().decode(head)
    return isVtt(decoded) || SRT.test(decoded)
  },
  async *read(source, limits) {
    const bytes = await gather(source, limits.documentBytes)
    yield bytes === undefined
      ? { problem: tooLarge('The file', limits.documentBytes) }
      : readFile(bytes, source.mediaType)
  },
}

const isVtt = (text: string): boolean => /^\ufeff?WEBVTT(?:\s|$)/.test(text)
const SRT = /^\ufeff?\s{0,20}\d{1,9}\s{0,9}\n\s{0,9}[\d:.,]{4,15} {0,9}-{1,2}> {0,9}[\d:.,]{4,15}/

function readFile(bytes: Uint8Array, mediaType: string | undefined): Found {
  try {
    const decoded = decodeText(bytes, mediaType)
    if ('problem' in decoded) return decoded
    const source = decoded.text
    const vtt = isVtt(source)
    const { text, back, turns } = toTranscript(source, readCues(source, vtt), vtt)
    if (text === '') return found('no-text', 'No cue in it holds words: there is nothing to read.')
    return toFound({
      text,
      back,
      turns,
      kind: 'transcript',
      language: vtt ? /^Language:[ \t]*([\w-]{2,35})[ \t]*$/m.exec(headOf(source))?.[1] : undefined,
      mediaType: vtt ? 'text/vtt' : 'application/x-subrip',
      original: bytes,
    })
  } catch (error) {
    return unforeseen(error)
  }
}

/** The lines of a WebVTT file before its first blank one, at most some. */
const headOf = (source: string): string => source.slice(0, 2000).split(/\r?\n\r?\n|\r\r/, 1)[0]!
