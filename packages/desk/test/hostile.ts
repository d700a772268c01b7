import { story } from '../../archive/test/stories.js'

export const HOSTILE_NAME = '<b>Bo</b> ‮Lim'
const WORDS = '“<img src=x onerror=alert(1)> אנחנו Z͑ͫ̓a̴l̷g̸o will float the ferry,”'

/** A story whose words and titles look like markup, run from right to left, and pile up. */
export const hostileStory = () =>
  story(
    {
      text: `${WORDS} said Ada Berg. ${'x'.repeat(20_000)}`,
      path: 'hostile',
      outlet: '<i>Courier</i>',
      title: '</title><script>alert(2)</script>',
      published: '2026-02-01',
    },
    {
      entities: { 'Ada Berg': {} },
      quotes: [
        {
          content: WORDS,
          cue: 'said',
          source: 'Ada Berg',
          speakers: ['Ada Berg'],
          confidence: 0.4,
        },
      ],
    },
  )
