import './story.css'
import { useParams } from 'wouter'
import { type Answered, useAsk } from '../../api.js'
import { say } from '../../messages/index.js'
import { Answer } from '../../parts/Answer.js'
import { Failure } from '../../parts/Failure.js'
import { Page } from '../../parts/Page.js'
import { OpenStory } from './OpenStory.js'

/** What a permanent link names. */
export interface StoryParams {
  readonly story: string
  /** quotes, entities, values, facts, findings: with the item's id. */
  readonly part?: string
  readonly item?: string
}

export type StoryAnswer = Answered<'story'>

/** A story with its record: read, checked, corrected. */
export default function Story() {
  const params = useParams() as unknown as StoryParams
  const { story } = params
  const asked = useAsk('story', { story })
  if (asked.error && !asked.data)
    return (
      <Page title={say.story.notShown}>
        <Failure error={asked.error} again={() => asked.refetch()} />
      </Page>
    )
  return (
    <Answer of={asked}>
      {answer => <OpenStory key={story} asked={story} answer={answer} item={params.item} />}
    </Answer>
  )
}
