import type { ReactNode } from 'react'
import { Empty } from './Empty.js'
import { Page } from './Page.js'

interface Props {
  readonly title: string
  readonly kicker?: ReactNode
  readonly words: { readonly notAllowed: string; readonly notAllowedAdvice: string }
}

/** A view's place where it is not for whoever asks: why, and what they can do. */
export const NotAllowed = ({ title, kicker, words }: Props) => (
  <Page title={title} kicker={kicker}>
    <Empty says={words.notAllowed}>
      <p>{words.notAllowedAdvice}</p>
    </Empty>
  </Page>
)
