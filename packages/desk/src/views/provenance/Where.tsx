import { Link } from 'wouter'
import { say } from '../../messages/index.js'
import { When } from '../../parts/When.js'
import type { Variant } from './OneGroup.js'

const words = say.provenance

/** A place where words stand: its outlet and day, leading there. */
export function Where({ place }: { place: Variant['occurrences'][number] }) {
  const { quote, story, outlet, published } = place
  return (
    <Link href={`/${quote ?? story}`}>
      <bdi>{outlet || words.noOutlet}</bdi>,{' '}
      {published ? <When at={published.slice(0, 10)} /> : words.noDate}
    </Link>
  )
}
