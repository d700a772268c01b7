import { isIPv6 } from 'node:net'
import { RateLimiterMemory, RateLimiterRes } from 'rate-limiter-flexible'
import { Refusal } from '../http/refusal.js'

/** Wrong passwords for one account from one place in a quarter of an hour, and for all accounts from there. */
const FOR_ONE = 5
const FOR_ALL = 50
const QUARTER = 15 * 60
/** Of all that failed, so many are noted in an hour: a flood of guesses does not fill the audit log. */
const NOTED = 100

/**
 * Slows down who tries passwords. What counts is the place that they come from: a network, or a device that somebody
 * logged in from before; never the account alone, so nobody can lock others out of theirs (OWASP's device cookies).
 */
export interface Attempts {
  /** Throws a Refusal with the time to wait where there were too many. */
  check(place: string, account: string): Promise<void>
  /** Is it to be noted? The first for one account from one place in a quarter of an hour is, and the one behind which it is refused. */
  failed(place: string, account: string): Promise<boolean>
  succeeded(place: string, account: string): Promise<void>
}

export function openAttempts(): Attempts {
  const one = new RateLimiterMemory({ points: FOR_ONE, duration: QUARTER })
  const all = new RateLimiterMemory({ points: FOR_ALL, duration: QUARTER })
  const noted = new RateLimiterMemory({ points: NOTED, duration: 3600 })
  const pair = (place: string, account: string) => `${place} ${account.toLowerCase().slice(0, 100)}`
  return {
    async check(place, account) {
      const counts = await Promise.all([one.get(pair(place, account)), all.get(place)])
      const full = counts.find(count => count !== null && count.remainingPoints <= 0)
      if (full) throw tooMany(full, 'Too many wrong passwords came from where you are.')
    },
    async failed(place, account) {
      const [count] = await Promise.allSettled([
        one.consume(pair(place, account)),
        all.consume(place),
      ])
      const times = count.status === 'fulfilled' ? count.value.consumedPoints : undefined
      if (times !== 1 && times !== FOR_ONE) return false
      return noted.consume('all').then(
        () => true,
        () => false,
      )
    },
    async succeeded(place, account) {
      await one.delete(pair(place, account))
    },
  }
}

/** Requests of one caller in a minute. */
export interface Rate {
  /** Throws a Refusal with the time to wait where there were too many. */
  count(caller: string): Promise<void>
}

export function openRate(perMinute: number): Rate {
  const limiter = new RateLimiterMemory({ points: perMinute, duration: 60 })
  return {
    async count(caller) {
      try {
        await limiter.consume(caller)
      } catch (full) {
        if (!(full instanceof RateLimiterRes)) throw full
        throw tooMany(full, `More than ${perMinute} requests came in a minute.`)
      }
    },
  }
}

const tooMany = ({ msBeforeNext }: RateLimiterRes, message: string) =>
  new Refusal(429, 'too-many', message, 'Try again after the time that Retry-After tells.', {
    'retry-after': String(Math.max(1, Math.ceil(msBeforeNext / 1000))),
  })

/** The network that an address is of: of IPv6 the first 64 bits, since one customer has all the others. */
export function networkOf(address: string): string {
  const plain = address.replace(/^::ffff:(?=\d+\.)/i, '').replace(/%.*$/s, '')
  if (!isIPv6(plain)) return plain
  const [head = '', tail] = plain.split('::')
  const first = head === '' ? [] : head.split(':')
  const last = tail === undefined || tail === '' ? [] : tail.split(':')
  const middle =
    tail === undefined ? [] : Array(Math.max(0, 8 - first.length - last.length)).fill('0')
  return [...first, ...middle, ...last]
    .slice(0, 4)
    .map(part => part.replace(/^0+(?=.)/, '').toLowerCase())
    .join(':')
}
