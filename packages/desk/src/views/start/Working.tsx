import { useEffect, useState } from 'react'
import { say } from '../../messages/index.js'

/** A story is being read: how long already. */
export function Working() {
  const [seconds, setSeconds] = useState(0)
  useEffect(() => {
    const timer = setInterval(() => setSeconds(now => now + 1), 1000)
    return () => clearInterval(timer)
  }, [])
  return (
    <div className="working">
      <progress aria-label={say.start.reading} />
      <p className="note">
        {say.start.reading}{' '}
        <span aria-hidden="true">{seconds > 0 && say.start.seconds(seconds)}</span>
      </p>
    </div>
  )
}
