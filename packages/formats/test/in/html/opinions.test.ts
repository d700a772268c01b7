import { describe, expect, it } from 'vitest'
import { findArticle } from '../../../src/in/html/article/article.js'
import { metadata } from '../../../src/in/html/meta/metadata.js'
import { decide, isSure } from '../../../src/in/html/opinions.js'
import { SECOND_CAPS, secondOpinion } from '../../../src/in/html/second.js'
import { layOut } from '../../../src/in/html/text/layout.js'
import { elementsIn, plainText } from '../../../src/in/html/tree/node.js'
import { parsePage } from '../../../src/in/html/tree/parse.js'
import { LIMITS } from '../../../src/in/incoming.js'

const sentence = (what: string) =>
  `<p>The ${what} of Orrby was closed on Friday, and the mayor said that it would stay closed until the spring came.</p>`

const look = (page: string) => {
  const root = parsePage(page, LIMITS)
  const layout = layOut(root, page)
  const stated = metadata(root, layout)
  return { root, layout, stated, ours: findArticle(layout, stated) }
}

/** As if the second extractor had kept the elements with these ids and all in them. */
const keeping = ({ root }: ReturnType<typeof look>, ids: readonly string[]) => {
  const kept = new Set<never>()
  for (const element of elementsIn(root)) {
    if (!element.attributes.some(({ name, value }) => name === 'id' && ids.includes(value)))
      continue
    kept.add(element as never)
    for (const inner of elementsIn(element)) kept.add(inner as never)
  }
  return kept
}

const texts = (blocks: readonly { text: string }[]) =>
  blocks.map(({ text }) => /The (\w+)/.exec(text)?.[1])

describe('whose blocks are the article', () => {
  const two = look(
    `<title>The bridge of Orrby closed</title><div id=a>${sentence('mill')}${sentence('church')}</div><section id=b>${sentence('bridge')}</section>`,
  )
  const ours = { ...two.ours, blocks: two.layout.blocks.slice(0, 2) }

  it('ours where the two agree, or the second has nothing', () => {
    expect(decide(ours, undefined, two.layout, two.stated)).toBe(ours.blocks)
    expect(decide(ours, keeping(two, []), two.layout, two.stated)).toBe(ours.blocks)
    expect(decide(ours, keeping(two, ['a']), two.layout, two.stated)).toBe(ours.blocks)
  })

  it('the second where ours has nothing', () => {
    const blocks = decide({ ...ours, blocks: [] }, keeping(two, ['b']), two.layout, two.stated)
    expect(texts(blocks)).toEqual(['bridge'])
  })

  it('the second where it holds ours and twice as much', () => {
    const small = { ...ours, blocks: two.layout.blocks.slice(0, 1) }
    expect(texts(decide(small, keeping(two, ['a', 'b']), two.layout, two.stated))).toEqual([
      'mill',
      'church',
      'bridge',
    ])
  })

  it('apart: the one with the words of the title', () => {
    expect(texts(decide(ours, keeping(two, ['b']), two.layout, two.stated))).toEqual(['bridge'])
    const page = { ...two.stated, title: 'The mill and the church of Orrby closed' }
    expect(decide(ours, keeping(two, ['b']), two.layout, page)).toBe(ours.blocks)
  })

  it('apart: the one whose words the page repeats', () => {
    const body = two.layout.blocks[2]!.text
    expect(
      texts(
        decide(ours, keeping(two, ['b']), two.layout, {
          ...two.stated,
          title: 'mill church',
          body,
        }),
      ),
    ).toEqual(['bridge'])
  })
})

describe('the second extractor', () => {
  const page = `<body onload="throw 1"><script>throw 2</script><div class=menu><a href="javascript:throw 3">Home</a></div><article>${['bridge', 'mill', 'church', 'school'].map(sentence).join('')}</article></body>`

  it('answers in elements of our tree', () => {
    const { root } = look(page)
    const kept = secondOpinion(root)!
    const paragraphs = [...elementsIn(root)].filter(({ tag }) => tag === 'p')
    expect(paragraphs.every(element => kept.has(element))).toBe(true)
    expect([...kept].some(element => plainText(element) === 'Home')).toBe(false)
  })

  it.each([
    ['too many elements', sentence('bridge').repeat(SECOND_CAPS.elements + 1)],
    ['too many characters', `<p>${'The bridge was closed. '.repeat(70_000)}</p>`],
    ['too deep', '<div>'.repeat(SECOND_CAPS.depth + 10) + sentence('bridge')],
  ])('is not asked about a page with %s', (_, over) => {
    expect(secondOpinion(look(over).root)).toBeUndefined()
  })

  it('is not asked where the page marks its articleBody', () => {
    const marked = look(`<div itemprop=articleBody>${sentence('bridge').repeat(3)}</div>`)
    expect(isSure(marked.ours, marked.stated)).toBe(true)
    const plain = look(`<div>${sentence('bridge').repeat(3)}</div>`)
    expect(isSure(plain.ours, plain.stated)).toBe(false)
  })
})
