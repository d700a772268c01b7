import type { Phrase } from '@onrecord/server/page'

/** Words of a page with their looks: names strong, what is beside the point faint, doubt marked. */
export const Told = ({ phrase }: { phrase: Phrase }) => (
  <bdi>
    {phrase.map(({ text, tone }, k) => (
      // biome-ignore lint/suspicious/noArrayIndexKey: parts of one phrase have no other name, and never move
      <span key={k} className={`tone-${tone}`}>
        {text}
      </span>
    ))}
  </bdi>
)
