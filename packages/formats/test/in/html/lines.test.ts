import { describe, expect, it } from 'vitest'
import { isByline } from '../../../src/in/html/article/headline.js'
import { isForeignLine } from '../../../src/in/html/article/lines.js'
import type { Block } from '../../../src/in/html/text/block.js'
import { textOfFragment } from '../../../src/in/html.js'

const block = (text: string, linked = 0): Block => ({
  text,
  back: [],
  holder: { type: 'element', tag: 'p', namespace: '', attributes: [], children: [], parent: null },
  linked: linked * text.length,
  small: 0,
  pictured: false,
  figure: false,
})

describe('lines that are no words of an article', () => {
  it.each([
    'Advertisement',
    'ANZEIGE',
    'Story continues below',
    'Continue reading the main story',
    'Facebook Twitter Email',
    'Share this article',
    'Read more: The mill that burned twice',
    '[Read: The mill that burned twice]',
    'Læs også: Møllen brændte to gange',
    'Related:',
    'Sign up for our morning newsletter',
    'Already a subscriber? Log in',
    'Follow us on Facebook',
    '© 2031 The Orrby Post',
    'The post Mill burns appeared first on Orrby Post.',
    '12 comments',
    '09.30',
  ])('%s', text => {
    expect(isForeignLine(block(text))).toBe(true)
  })

  it.each([
    'Read more books, said the minister.',
    'More than 20 people were hurt, officials said.',
    'Related firms were also searched on Friday.',
    'Share prices fell by a tenth.',
    'Follow the river, she told him.',
    'Sign here, said the clerk.',
    'Advertisement sales rose by 4 per cent.',
    'Comments from the bench drew laughter.',
    'Watching the sea calms me.',
    'Subscribe, they cried, and nobody did.',
  ])('%s — stays', text => {
    expect(isForeignLine(block(text))).toBe(false)
  })

  it('a pointer that is a link goes, one that merely holds a link stays', () => {
    expect(isForeignLine(block('More on the mill that burned twice', 1))).toBe(true)
    expect(isForeignLine(block('More than 20 people were hurt, officials said.', 0.3))).toBe(false)
  })
})

describe('bylines in the text', () => {
  it.each([
    'By Ada Brink',
    'Published 3 May 2024',
    '3 May 2024, 10.15',
    '5 hours ago',
    'Ada Brink, Senn',
  ])('%s', text => {
    expect(isByline(text, ['ada brink'])).toBe(true)
  })
  it.each([
    'By noon the square was empty.',
    'By the sea',
    'Ada Brink was there.',
    'In May 2024 it rained',
  ])('%s — none', text => {
    expect(isByline(text, ['ada brink'])).toBe(false)
  })
})

describe('a piece of HTML', () => {
  it.each([
    ['<p>A &amp; B went.</p><p>C<br>D stayed.</p>', 'A & B went.\n\nC\nD stayed.'],
    ['Plain words only', 'Plain words only'],
    ['One.<br><br>Two.<br/> <br/>Three.', 'One.\n\nTwo.\n\nThree.'],
    ['<p>Text of it.</p><script>var x = "no"</script><style>p {}</style>', 'Text of it.'],
    [
      '<ul><li>One thing is here.<li>Another one is too.</ul>',
      'One thing is here.\n\nAnother one is too.',
    ],
    ['<pre>a\n  b.</pre>', 'a\n  b.'],
    ['<p>Nothing\u00a0breaks here,\n\n or  here.</p>', 'Nothing\u00a0breaks here, or here.'],
    [
      '<p>It rained all day.</p><p>The post <a href="x">Rain</a> appeared first on <a href="y">Post</a>.</p>',
      'It rained all day.',
    ],
    [
      '<figure><img><figcaption>A mill</figcaption></figure><p>The mill is old.</p>',
      'The mill is old.',
    ],
    ['', ''],
    ['<img src="x">', ''],
  ])('%s', (html, text) => {
    expect(textOfFragment(html).text).toBe(text)
  })
})
