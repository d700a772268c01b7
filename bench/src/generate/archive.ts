import type { StoryInput, StoryRecord } from '@onrecord/engine'
import type { Alteration } from './alter.js'
import { type Composed, compose } from './compose.js'
import { type ChangedWord, edit } from './copy.js'
import { firstName, headline, hostOf, lastName } from './names.js'
import { originalOf } from './plan.js'
import { run } from './prose.js'
import { below, type Rng, rngOf } from './random.js'
import { type Rendered, render } from './render.js'
import { type ArchiveOptions, publishedAt, type Settings, settingsOf } from './settings.js'

/** Where a quote is, by ids. */
export interface QuotePlace {
  readonly story: string
  readonly quote: string
}

/** A quote with some words of another that was first: what is different. */
export interface Variant extends Alteration {
  readonly quote: string
  readonly of: QuotePlace
  /** Is it given to somebody else here? */
  readonly otherSpeaker: boolean
}

/** What a program that reads the archive should find out for itself. */
export interface Truth {
  readonly story: string
  /** The story that this one is a copy of; never itself a copy. */
  readonly copyOf?: string
  /** Of a copy: paragraphs left out and words changed; both nought where it is the same to the letter. */
  readonly cut?: number
  readonly changed?: number
  /** Quotes whose words are an earlier quote's, altered. One changed in a copy that was altered before stands here twice. */
  readonly variants: readonly Variant[]
  /** By entity id: p12 a person, o7 a body, r12 the relative of p12. One id is one person through all the archive. */
  readonly people: Readonly<Record<string, string>>
  /** Facts made wrong on purpose. */
  readonly contradictions: readonly {
    readonly fact: string
    readonly stated: string
    readonly so: string
  }[]
}

export interface Generated {
  readonly kind: 'story' | 'transcript'
  /** What a reader would have been given. */
  readonly input: StoryInput & { readonly id: string; readonly published: string }
  readonly record: StoryRecord
  readonly truth: Truth
}

export interface Archive {
  readonly settings: Settings
  readonly stories: number
  /** Story `i`, from 0 to below `stories`: may be asked for in any order, is the same each time. */
  story(i: number): Generated
}

const HOUR = 3_600_000

/** A generated archive. Makes nothing until a story is asked for; keeps nothing but people and bodies. */
export function archiveOf(options: ArchiveOptions): Archive {
  const settings = settingsOf(options)
  return { settings, stories: settings.stories, story: i => storyOf(settings, i) }
}

/**
 * The stories of an archive in order, of dates too but for copies, which come out up to two days later than their place. Memory
 * grows with the people, not with the stories.
 *
 * @example for (const { record, truth } of generateStories({ seed: 1, quotes: 10_000 })) …
 */
export function* generateStories(options: ArchiveOptions): Generator<Generated> {
  const archive = archiveOf(options)
  for (let i = 0; i < archive.stories; i++) yield archive.story(i)
}

const idOf = ({ seed }: Settings, i: number) => `g${seed}-${String(i).padStart(7, '0')}`

const dayOf = (time: number) => Math.floor(time / (24 * HOUR))

function storyOf(settings: Settings, i: number): Generated {
  const original = originalOf(settings, i)
  const rng = rngOf(settings.seed, 7, i)
  const first = original ?? i
  const firstTime = publishedAt(settings, first)
  const composed = compose(settings, first, dayOf(firstTime))
  const outlet = settings.drawOutlet(rngOf(settings.seed, 8, first))
  if (original === undefined) {
    const about = aboutOf(settings, rng, composed, { i, time: firstTime, outlet })
    const rendered = render(composed.draft, about)
    return finish(settings, composed, rendered, about, {})
  }
  const { draft, cut, changed } =
    rng() < 0.5
      ? { draft: composed.draft, cut: 0, changed: [] }
      : edit(rng, settings.words, composed.draft)
  const about = aboutOf(settings, rng, composed, {
    i,
    // less than two days, so that two midnights at most lie between
    time: firstTime + HOUR / 3 + rng() * 47 * HOUR,
    outlet: otherThan(settings, rng, outlet),
  })
  const rendered = render(draft, about)
  return finish(settings, composed, rendered, about, { original, cut, changed })
}

function otherThan(settings: Settings, rng: Rng, outlet: number): number {
  let other = outlet
  while (other === outlet) other = settings.drawOutlet(rng)
  return other
}

function aboutOf(
  settings: Settings,
  rng: Rng,
  { plan, topic }: Composed,
  at: { i: number; time: number; outlet: number },
) {
  const id = idOf(settings, at.i)
  const outlet = settings.outlets[at.outlet]!
  const published = `${new Date(at.time).toISOString().slice(0, 19)}Z`
  const words = run(rng, settings.words, topic, 5 + below(rng, 5))
  const lead = plan.slots.find(({ speaker }) => speaker.is === 'person')?.speaker
  const named = lead !== undefined && rng() < 0.3
  // an outlet has thirty people who write for it
  const writer = rngOf(settings.seed, 9, at.outlet, below(rng, 30))
  return {
    id,
    title: named
      ? `${settings.population.person(lead.k).last}: ${words.join(' ')}`
      : headline(words),
    outlet,
    ...(rng() < 0.75 ? { byline: [`${firstName(writer)} ${lastName(writer)}`] } : {}),
    url: `https://${hostOf(outlet)}/${published.slice(0, 10).replaceAll('-', '/')}/${id}`,
    published,
  }
}

function finish(
  settings: Settings,
  { plan, reused }: Composed,
  { record, people, quoteOf, contradictions }: Rendered,
  about: Omit<Generated['input'], 'text'>,
  copy: {
    readonly original?: number
    readonly cut?: number
    readonly changed?: readonly ChangedWord[]
  },
): Generated {
  const placeOf = (story: number, slot: number): QuotePlace => ({
    story: idOf(settings, story),
    quote: `q${slot + 1}`,
  })
  const { original, cut = 0, changed = [] } = copy
  const variants = [
    ...reused.map(({ slot, of, ...rest }) => ({ slot, of: placeOf(of.story, of.slot), ...rest })),
    ...changed.flatMap(({ slot, was, now }) =>
      slot === undefined || original === undefined
        ? []
        : [
            {
              slot,
              of: placeOf(original, slot),
              change: 'changed' as const,
              was,
              now,
              otherSpeaker: false,
            },
          ],
    ),
  ].flatMap(({ slot, ...rest }): Variant[] => {
    const quote = quoteOf.get(slot)
    return quote === undefined ? [] : [{ quote, ...rest }]
  })
  return {
    kind: plan.kind,
    input: { ...about, text: record.story.text },
    record,
    truth: {
      story: about.id,
      ...(original === undefined
        ? {}
        : { copyOf: idOf(settings, original), cut, changed: changed.length }),
      variants,
      people,
      contradictions: contradictions.map(({ id, fact }) => ({ fact: id, ...fact.contradicts! })),
    },
  }
}
