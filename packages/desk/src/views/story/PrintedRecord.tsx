import type { StoryRecord } from '@onrecord/engine'
import { lookUp } from '@onrecord/server/page'
import { useEffect, useState } from 'react'
import { flushSync } from 'react-dom'
import { say } from '../../messages/index.js'
import { Findings, People, Quotes, Timeline } from '../../record/panel/lists.js'

const nothing = () => {}

/** On paper the record follows the story. It is made when the page is about to be printed: on the screen it costs nothing. */
export function PrintedRecord({ record }: { record: StoryRecord }) {
  const [printing, setPrinting] = useState(false)
  useEffect(() => {
    const begin = () => flushSync(() => setPrinting(true))
    const end = () => setPrinting(false)
    window.addEventListener('beforeprint', begin)
    window.addEventListener('afterprint', end)
    return () => {
      window.removeEventListener('beforeprint', begin)
      window.removeEventListener('afterprint', end)
    }
  }, [])
  if (!printing) return null
  const lists = { lookup: lookUp(record), item: undefined, pick: nothing, show: nothing }
  const { tabs } = say.record
  return (
    <div className="printed">
      <h2>{tabs.quotes}</h2>
      <Quotes {...lists} />
      <h2>{tabs.people}</h2>
      <People {...lists} />
      <h2>{tabs.timeline}</h2>
      <Timeline {...lists} />
      <h2>{tabs.findings}</h2>
      <Findings record={record} show={nothing} />
    </div>
  )
}
