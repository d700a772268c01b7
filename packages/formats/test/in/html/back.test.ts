import fc from 'fast-check'
import { expect, it } from 'vitest'
import { decodePage, storyOfPage, textOfFragment } from '../../../src/in/html.js'
import type { Piece } from '../../../src/in/incoming.js'

const TAGS =
  'p div article main section h1 h2 a b em span li ul table tr td figure figcaption blockquote pre nav aside form br img script style title textarea select svg template noscript math button'.split(
    ' ',
  )

const word = fc.constantFrom(
  'The mayor of Orrby said on Friday that the bridge would be closed.',
  'Nobody was hurt.',
  'By Ada Brink',
  'Read more:',
  'a &amp; b',
  '&copy2020 &notit; &#8217;&#x1F600; &bogus; &',
  '“Quite so,”',
  '\r\n',
  '\r',
  '\0',
  '  \t ',
  '&nbsp;',
  '😀\ud800',
  '<',
  '&#0;&#128;&#xD800;',
  '<!-- x -->',
  '<![CDATA[ x ]]>',
)

const markup = fc.oneof(
  { weight: 5, arbitrary: word },
  { weight: 3, arbitrary: fc.constantFrom(...TAGS).map(tag => `<${tag}>`) },
  { weight: 3, arbitrary: fc.constantFrom(...TAGS).map(tag => `</${tag}>`) },
  {
    weight: 1,
    arbitrary: fc
      .tuple(
        fc.constantFrom(...TAGS),
        fc.constantFrom(
          'class="ad"',
          'class=comments',
          'itemprop=articleBody',
          'hidden',
          'style="display:none"',
          'href="x"',
        ),
      )
      .map(([tag, attribute]) => `<${tag} ${attribute}>`),
  },
  { weight: 1, arbitrary: fc.string() },
)

const page = fc.array(markup, { maxLength: 80 }).map(parts => parts.join(''))

const holds = (source: string, text: string, back: readonly Piece[]) => {
  let end = 0
  for (const piece of back) {
    expect(piece.start).toBeGreaterThanOrEqual(end)
    expect(piece.end).toBeGreaterThan(piece.start)
    expect(source.slice(piece.at, piece.at + piece.end - piece.start)).toBe(
      text.slice(piece.start, piece.end),
    )
    end = piece.end
  }
  expect(end).toBeLessThanOrEqual(text.length)
}

// fixed, so that a run can be repeated; SEED=7 tries another
const seed = Number(process.env.SEED ?? 20260309)
console.info(`seed ${seed}`)

it(`any page: reading never throws, every piece holds (seed ${seed})`, () => {
  fc.assert(
    fc.property(page, source => {
      const found = storyOfPage(source)
      if ('problem' in found) {
        expect(found.problem.code).toBe('no-article')
      } else {
        expect(found.story.text.trim()).not.toBe('')
        holds(source, found.story.text, found.story.back!)
      }
      const { text, back } = textOfFragment(source)
      holds(source, text, back)
    }),
    { seed, numRuns: 400 },
  )
})

it(`any bytes: reading never throws, pieces count in the decoded page (seed ${seed})`, () => {
  fc.assert(
    fc.property(page, fc.constantFrom('latin1', 'utf16le', 'utf8'), (source, encoding) => {
      const bytes = new Uint8Array(
        Buffer.from(`${encoding === 'utf16le' ? '\ufeff' : ''}${source}`, encoding),
      )
      const found = storyOfPage(bytes)
      if ('story' in found) holds(decodePage(bytes), found.story.text, found.story.back!)
    }),
    { seed, numRuns: 100 },
  )
})

it('pieces cover the words: what no entity, tag or line end parts is one piece', () => {
  const source = '<p>One two three\nfour &amp; five <b>six</b> seven.</p>'
  const { text, back } = textOfFragment(source)
  expect(text).toBe('One two three four & five six seven.')
  expect(back.map(({ start, end }) => text.slice(start, end))).toEqual([
    'One two three',
    'four ',
    ' five ',
    'six',
    ' seven.',
  ])
})
