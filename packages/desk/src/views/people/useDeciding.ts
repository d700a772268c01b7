import { useState } from 'react'
import { useDo, useMay } from '../../api.js'
import type { Candidate } from './Pair.js'

/** Says of pairs whether they are one, and takes the last saying back. */
export function useDeciding() {
  const accept = useDo('candidates accept')
  const reject = useDo('candidates reject')
  const undo = useDo('person undo')
  const [last, setLast] = useState<{ what: 'accept' | 'reject' | 'undo'; edit: string }>()
  const mayEdit = useMay('edit')
  const busy = accept.isPending || reject.isPending || undo.isPending
  return {
    mayEdit,
    busy,
    last,
    error: accept.error ?? reject.error ?? undo.error,
    decide({ one, other }: Candidate, what: 'accept' | 'reject') {
      if (busy) return
      const ask = what === 'accept' ? accept : reject
      ask.mutate(
        { one: one.key, other: other.key },
        { onSuccess: ({ key }) => setLast({ what, edit: key }) },
      )
    },
    undo() {
      if (busy || !last || last.what === 'undo') return
      const { edit } = last
      undo.mutate({ edit }, { onSuccess: () => setLast({ what: 'undo', edit }) })
    },
  }
}
