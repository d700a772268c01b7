import type { Incoming } from '../incoming.js'
import type { PdfInfo } from './worker.js'

/**
 * What a PDF says of itself, as far as it says anything: programs put their own name or the file's where the title goes
 * ("Microsoft Word - p3 final.docx", "untitled"), and a bare log-in name where the author does.
 */
export function metaOf(
  info: PdfInfo,
): Pick<Incoming, 'title' | 'byline' | 'published' | 'updated' | 'language'> {
  const title = titleOf(info.title)
  const byline = bylineOf(info.author)
  const published = dateOf(info.created)
  const updated = dateOf(info.changed)
  const language = info.language?.trim()
  return {
    ...(title && { title }),
    ...(byline.length > 0 && { byline }),
    ...(published && { published }),
    ...(updated && updated !== published && { updated }),
    ...(language && /^[A-Za-z]{2,3}(?:-[A-Za-z0-9]{2,8})*$/.test(language) && { language }),
  }
}

function titleOf(title = ''): string | undefined {
  const words = title.replace(/\s+/g, ' ').trim()
  const isJunk =
    /^(?:microsoft (?:word|powerpoint|excel)\b|untitled\b|document\d*$|slide \d+$|\(anonymous\)$)/i.test(
      words,
    ) || /\.(?:docx?|pdf|indd|qxp|qxd|rtf|odt|txt|tex|dvi|pages|pptx?|xlsx?)$/i.test(words)
  return isJunk || !/\p{L}/u.test(words) ? undefined : words
}

/** "Ann Bell; Bo Carr", "Ann Bell and Bo Carr", "Ann Bell, Bo Carr"; but "Bell, Ann" is one. */
function bylineOf(author = ''): string[] {
  const names = author
    .slice(0, 1000)
    .replace(/^\s*by\s+/i, '')
    .split(/\s*;\s*|\s+(?:and|&)\s+/)
    .flatMap(part => {
      const parts = part.split(/\s*,\s*/)
      return parts.length > 1 && parts.every(name => /\S\s+\S/.test(name)) ? parts : [part]
    })
    .map(name => name.replace(/\s+/g, ' ').trim())
  return names.filter(name => /^\p{L}.*\s\p{L}/u.test(name) && !/[@\\/]/.test(name))
}

/**
 * A date as PDF writes it, `D:20260309050000+01'00'`, in ISO 8601: 2026-03-09T05:00:00+01:00; without a time, the day.
 * Nothing where it is none, or not as exact as a day.
 */
export function dateOf(date = ''): string | undefined {
  const match =
    /^(?:D:)?(\d{4})(\d\d)(\d\d)(?:(\d\d)(\d\d)(\d\d)?)?\s*(?:(Z)|([+-])(\d\d)'?(\d\d)?)?/.exec(
      date.trim(),
    )
  if (!match) return undefined
  const [, year, month, day, hour, minute, second = '00', , sign, hours, minutes = '00'] = match
  const zone = match[7] ?? (sign ? `${sign}${hours}:${minutes}` : '')
  const isDay =
    new Date(`${year}-${month}-${day}T00:00:00Z`).toJSON()?.startsWith(`${year}-${month}-${day}`) ??
    false
  if (!isDay) return undefined
  const isTime = hour && minute && +hour < 24 && +minute < 60 && +second < 60
  return isTime
    ? `${year}-${month}-${day}T${hour}:${minute}:${second}${zone}`
    : `${year}-${month}-${day}`
}
