/** What programs send where nobody told them: the file's name and bytes know better. */
const UNTOLD = /^(?:text\/plain|application\/(?:octet-stream|x-www-form-urlencoded))\b/i

/** A media type, where it tells something. */
export const toldType = (type: string | undefined): string | undefined =>
  type && !UNTOLD.test(type) ? type : undefined
