import { describe, expect, it } from 'vitest'
import { linksOf } from '../../src/out/links.js'
import { forAll, hostile } from './stories.js'

describe('a permanent link', () => {
  it.each([
    [undefined, 'urn:onrecord:stories:week-01:quotes:q2'],
    ['urn:onrecord:', 'urn:onrecord:stories:week-01:quotes:q2'],
    ['URN:x', 'URN:x:stories:week-01:quotes:q2'],
    ['https://paper.example/record', 'https://paper.example/record/stories/week-01/quotes/q2'],
    ['https://paper.example/', 'https://paper.example/stories/week-01/quotes/q2'],
    ['/archive', '/archive/stories/week-01/quotes/q2'],
  ])('under %s', (base, link) => {
    expect(linksOf(base).quote('week-01', 'q2')).toBe(link)
  })

  it.each([
    ['a/b', 'urn:onrecord:stories:a%2Fb'],
    ['a:b', 'urn:onrecord:stories:a%3Ab'],
    ['http://x.example/?a=1#b', 'urn:onrecord:stories:http%3A%2F%2Fx.example%2F%3Fa%3D1%23b'],
    ['"é <1>\n', 'urn:onrecord:stories:%22%C3%A9%20%3C1%3E%0A'],
    ['\ud800', 'urn:onrecord:stories:%EF%BF%BD'],
  ])('of the story %j', (id, link) => {
    expect(linksOf().story(id)).toBe(link)
  })

  it('is there for all that a record holds', () => {
    const links = linksOf('urn:x')
    expect([
      links.entity('s', 'e1'),
      links.value('s', 'v1'),
      links.fact('s', 'f1'),
      links.finding('s', 1),
      links.below('s', 'annotations', 'a/b'),
    ]).toEqual([
      'urn:x:stories:s:entities:e1',
      'urn:x:stories:s:values:v1',
      'urn:x:stories:s:facts:f1',
      'urn:x:stories:s:findings:1',
      'urn:x:stories:s:annotations:a%2Fb',
    ])
  })

  it('of any id is a URL, and gives the id back', () =>
    forAll(hostile(), 300, id => {
      const url = new URL(linksOf('https://x.example').quote('s', `q${id}`))
      expect(url.pathname).toMatch(/^\/stories\/s\/quotes\/[^/]+$/)
      const last = decodeURIComponent(url.pathname.split('/').at(-1)!)
      expect(last).toBe(`q${Buffer.from(id, 'utf8').toString('utf8')}`)
    }))
})
