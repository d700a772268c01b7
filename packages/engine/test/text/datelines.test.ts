import { describe, expect, it } from 'vitest'
import { findDatelines } from '../../src/text/datelines.js'
import { findParagraphs } from '../../src/text/paragraphs.js'

const places = (text: string) =>
  findDatelines(text, findParagraphs(text)).map(({ start, end }) => text.slice(start, end))

describe('the place of a dateline', () => {
  it.each([
    ['HALLAM — The council voted to close the baths.', ['HALLAM']],
    ['Baths to close\n\nBy Ada Fenn\n\nHALLAM - The council voted.', ['HALLAM']],
    ['PORT HALLAM, Vardia (VPA) — A ferry sank.', ['PORT HALLAM']],
    ['HALLAM, March 3 — A ferry sank.', ['HALLAM']],
    ['ST. OLAF, Vt. -- A ferry sank.', ['ST. OLAF']],
    ['Hallam (VPA) — A ferry sank.', ['Hallam']],
    ['HALLAM (VPA) — A ferry sank.\nORM (VPA) — A bus sank.', ['HALLAM', 'ORM']],
  ])('%s', (text, found) => expect(places(text)).toEqual(found))

  it.each([
    ['a label of a transcript', 'LUND — I never did.'],
    ['a label before words in marks', 'LUND — “The council voted.”'],
    ['two labels', 'LUND — The council voted.\nDORE — It did not.'],
    ['a label with a colon', 'HALLAM: The council voted.'],
    ['a name in small letters', 'Hallam — The council voted.'],
    ['words joined by a hyphen', 'HALLAM-based firms voted.'],
    ['the middle of a story', `${'A line.\n'.repeat(8)}HALLAM — The council voted.`],
    ['nothing', ''],
  ])('not %s', (_, text) => expect(places(text)).toEqual([]))
})
