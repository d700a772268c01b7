import type { Heard } from '../models/hear.js'
import type { QuoteConfig } from '../models/runtime.js'
import { Pipeline } from '../stage.js'
import { marks } from '../text/marks.js'
import { paragraphs } from '../text/paragraphs.js'
import { sentences } from '../text/sentences.js'
import { tokens } from '../text/tokens.js'
import { entities } from './entities/entities.js'
import { mentions } from './entities/mentions.js'
import { speakers } from './entities/speakers.js'
import { facts } from './facts/index.js'
import { findings } from './findings/index.js'
import { quotes } from './quotes/index.js'
import { values } from './values/index.js'

/** What is read before the model hears the story. */
export const textStages = Pipeline.over().add(paragraphs).add(tokens).add(sentences).add(marks)

/** What is read from what the model heard. */
export const recordStages = (config: QuoteConfig) =>
  Pipeline.over<'paragraphs' | 'tokens' | 'sentences' | 'marks' | 'blocks' | keyof Heard>()
    .add(quotes(config))
    .add(mentions) // after quotes: every source is a mention
    .add(entities(config))
    .add(speakers)
    .add(values) // after entities: a number behind a person's name is an age
    .add(facts)
    .add(findings)
