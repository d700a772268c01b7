/** What stands in the place of an outlet's name where a story names none. */
export const NO_OUTLET = 'outlet not told'

/** A moment as pages tell it: "2026-03-11 09:05 UTC". Takes ISO 8601 in UTC; in JSON it stays as that. */
export const sayTime = (at: string): string => `${at.slice(0, 10)} ${at.slice(11, 16)} UTC`
