import fc from 'fast-check'
import { SaxesParser } from 'saxes'
import { expect, it } from 'vitest'
import { forAll } from '../../../../engine/test/seed.js'
import { LIMITS } from '../../../src/in/incoming.js'
import { ENTITIES } from '../../../src/in/xml/entities.js'
import { textOf } from '../../../src/in/xml/text.js'
import { isElement, parseXml, type XmlElement } from '../../../src/in/xml/tree.js'

function treeOf(source: string) {
  const document = parseXml(source, LIMITS)
  if ('problem' in document) throw new Error(document.problem.message)
  return document
}

/** Every text as the source has it, every element as its tags enclose it. */
function stands(source: string, element: XmlElement): readonly string[] {
  return element.children.flatMap(child =>
    isElement(child)
      ? [source.slice(child.start, child.end), ...stands(source, child)]
      : [source.slice(child.start, child.end)],
  )
}

it('knows where everything stands', () => {
  const source =
    '\ufeff<?xml version="1.0"?>\n<a x="1 > 0"><!-- c --> b &amp;&#33;<c\n/><?pi d?>e<![CDATA[<![CDATA[<f>]]>g</a>\n'
  const { root } = treeOf(source)
  expect(stands(source, root)).toEqual([' b &amp;&#33;', '<c\n/>', 'e', '<![CDATA[<f>', 'g'])
  expect(source.slice(root.start, root.end)).toMatch(/^<a x.*<\/a>$/s)
  expect(textOf(source, root)).toBe(' b &!e<![CDATA[<f>g')
  expect(root.attributes.get('x')).toBe('1 > 0')
})

it('reads the same characters as the parser, whatever is mixed', () => {
  const bit = fc.constantFrom(
    'a',
    ' ',
    '\n',
    '\r\n',
    '\r',
    '&amp;',
    '&eacute;',
    '&#x1F30A;',
    '<b>',
    '</b>',
    '<b/>',
    '<!-- > -->',
    '<?p q?>',
    '<![CDATA[&amp;]]>',
    '<![CDATA[<b>\r\n]]>',
    '<![CDATA[]]>',
    '“',
    '👩‍👧',
    ']]',
    '>',
  )
  return forAll(fc.array(bit, { maxLength: 30 }), 2000, bits => {
    const source = `<r>${bits.join('')}</r>`
    let wanted = ''
    const parser = new SaxesParser({ xmlns: true })
    parser.ENTITIES = ENTITIES as Record<string, string>
    parser.on('text', text => {
      wanted += text
    })
    parser.on('cdata', text => {
      wanted += text
    })
    let sound = true
    try {
      parser.write(source).close()
    } catch {
      sound = false
    }
    const document = parseXml(source, LIMITS)
    expect('root' in document).toBe(sound)
    if ('root' in document) {
      expect(textOf(source, document.root)).toBe(wanted)
      for (const text of stands(source, document.root)) expect(text).not.toBe('')
    }
  })
})

it.each([
  ['no root', '', 'broken'],
  ['two roots', '<a/><b/>', 'broken'],
  ['a tag left open', '<a><b></a>', 'broken'],
  ['a prefix that nothing declares', '<x:a/>', 'broken'],
  ['an entity that nobody knows', '<a>&unknown;</a>', 'broken'],
  ['a lone &', '<a>R&D</a>', 'broken'],
  ['too many elements', `<a>${'<b/>'.repeat(100)}</a>`, 'too-large'],
  [
    'too many attributes',
    `<a ${Array.from({ length: 100 }, (_, i) => `b${i}=""`).join(' ')}/>`,
    'too-large',
  ],
  ['too deep', '<a>'.repeat(20), 'too-large'],
])('refuses %s', (_, source, code) => {
  const document = parseXml(source, { ...LIMITS, nodes: 50, depth: 10 })
  expect(document).toMatchObject({ problem: { code } })
})

it('is never deeper than its own cap, whatever the limits', () => {
  const deep = '<a>'.repeat(5000) + '</a>'.repeat(5000)
  expect(parseXml(deep, LIMITS)).toMatchObject({ problem: { code: 'too-large' } })
})

it('mends lone &s and control characters where it is asked to', () => {
  const source = '<a href="x?b=1&c=2">R&D\u0001 &copy &lt;&nosuch; &amp;</a>'
  const document = parseXml(source, LIMITS, { mend: true })
  if ('problem' in document) throw new Error(document.problem.message)
  expect(textOf(source, document.root)).toBe('R&D  &copy <&nosuch; &')
  expect(document.root.attributes.get('href')).toBe('x?b=1&c=2')
})
