export const story = {
  notShown: 'The story cannot be shown',
  untitled: 'A story without a headline',
  by: 'By',
  original: 'Where it was published',
  version: (number: number, of: number) => `Text ${number} of ${of}`,
  earlier: 'This is an earlier text of the story.',
  latest: 'The latest text',
  hidden: 'This story is hidden: search and counts leave it out.',
  snippet: (words: number) =>
    `The outlet’s licence lets ${words} words of a quote be shown; the rest of the text is covered.`,
  link: 'The outlet’s licence lets none of its words be shown. What is known of the story is.',
  copies: 'The same words elsewhere',
  same: 'the same words',
  near: (share: number) => `${Math.floor(100 * share)}% the same`,
  unnamed: 'an outlet not told',
}
