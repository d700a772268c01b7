import { Pipeline } from '../stage.js'
import { marks } from '../text/marks.js'
import { paragraphs } from '../text/paragraphs.js'
import { sentences } from '../text/sentences.js'
import { tokens } from '../text/tokens.js'

/** Text in, its paragraphs, tokens, sentences and marks out. */
export const textStages = Pipeline.over().add(paragraphs).add(tokens).add(sentences).add(marks)
