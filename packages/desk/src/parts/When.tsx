const day = new Intl.DateTimeFormat('en-GB', { dateStyle: 'long', timeZone: 'UTC' })
const clock = new Intl.DateTimeFormat('en-GB', { dateStyle: 'medium', timeStyle: 'short' })

/** A moment as people say it: a day as it was written, or with its time in the reader's own zone. Other words stay. */
export function When({ at }: { at: string }) {
  const date = new Date(at)
  if (Number.isNaN(date.getTime())) return <time>{at}</time>
  const whole = /T\d/.test(at)
  return <time dateTime={at}>{(whole ? clock : day).format(date)}</time>
}
