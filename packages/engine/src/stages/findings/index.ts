import { byPosition } from '../../span.js'
import { stage } from '../../stage.js'
import { oddMarks } from './odd-mark.js'

/** What does not add up, in the order of the text. One rule a file. */
export const findings = stage('findings', {
  needs: ['marks'],
  gives: ['findings'],
  read: story => ({
    findings: [...oddMarks(story)].sort((a, b) => byPosition(a.spans[0]!, b.spans[0]!)),
  }),
})
