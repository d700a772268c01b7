import type { StoryRecord } from '@onrecord/engine'
import { z } from 'zod'

/** A record in an operation's input or output: in the API's description it is the published schema. */
export const storyRecord = z
  .custom<StoryRecord>()
  .meta({ record: true, description: 'The record, onrecord/1.' })
