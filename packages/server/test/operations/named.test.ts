import { describe, expect, test } from 'vitest'
import { ANY_STORY, MENTION, PERSON, STORY } from '../../src/operations/named.js'
import { SUBJECT, subjectOf } from '../../src/operations/rights.js'

const KEY = 'tdexyc55rq9m'

describe('whatever an answer names it by is accepted as it is', () => {
  test.each([
    [KEY, KEY],
    [` ${KEY}\n`, KEY],
    [`${KEY}@2`, `${KEY}@2`],
    [`${KEY}#q3`, KEY],
    [`story:${KEY}`, KEY],
    [`stories/${KEY}`, KEY],
    [`stories/${KEY}/quotes/q3`, KEY],
    [`stories/${KEY}@2#0-80`, `${KEY}@2`],
    [`http://127.0.0.1:4173/api/stories/${KEY}/quotes/q3`, KEY],
    [`https://paper.example/record/stories/${KEY}?x=1`, KEY],
    [`urn:onrecord:stories:${KEY}:quotes:q3`, KEY],
    ['nobody knows', 'nobody knows'],
  ])('the story %j', (named, key) => expect(STORY.parse(named)).toBe(key))

  test('a story without its version', () =>
    expect(ANY_STORY.parse(`stories/${KEY}@2#0-80`)).toBe(KEY))

  test.each([
    [KEY, KEY],
    [`person:${KEY}`, KEY],
    [`people/${KEY}`, KEY],
    [`http://127.0.0.1:4173/api/people/${KEY}`, KEY],
    ['Ola Berg', 'Ola Berg'],
  ])('the person %j', (named, key) => expect(PERSON.parse(named)).toBe(key))

  test.each([
    [`${KEY}/e2`, `${KEY}/e2`],
    [`stories/${KEY}/entities/e2`, `${KEY}/e2`],
    [`stories/${KEY}`, KEY],
  ])('the mention %j', (named, mention) => expect(MENTION.parse(named)).toBe(mention))

  test.each([
    [`story:${KEY}`, 'story'],
    [`stories/${KEY}/quotes/q1`, 'story'],
    [`person:${KEY}`, 'person'],
    [`http://127.0.0.1:4173/api/people/${KEY}`, 'person'],
  ])('the subject %j', (named, subject) =>
    expect(subjectOf(SUBJECT.parse(named))).toEqual({ subject, key: KEY }),
  )

  test('a key alone is no subject: it does not say of what', () =>
    expect(SUBJECT.safeParse(KEY).success).toBe(false))
})
