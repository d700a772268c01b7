import { type Ground, typeOf } from './ground.js'

/**
 * May the entity be a firm, a body, a thing of that kind? What was heard as a place or as a person of one word, whom no
 * "she" or "Mr" is said of, may be one where the words around tell: "Vantor snaps up Quill Software".
 */
export function mayBeBody(ground: Ground, entity: number): boolean {
  const type = typeOf(ground, entity)
  if (type === 'organisation' || type === 'group' || type === 'place') return true
  return type === 'person' ? isOneWord(ground, entity) : type === 'other' && isName(ground, entity)
}

/** Is it only ever called by one word that is a name, and by no "she" or "he"? */
export function isOneWord({ story }: Ground, entity: number): boolean {
  const { gender, mentions } = story.entities[entity]!
  return (
    gender === undefined &&
    mentions.every(index => {
      const { form, start, end } = story.mentions[index]!
      const words = story.text.slice(start, end)
      return form === 'name' ? !words.includes(' ') : /^(?:it|its|the|itself)\b/i.test(words)
    })
  )
}

const isName = ({ story }: Ground, entity: number): boolean =>
  story.entities[entity]!.mentions.some(index => story.mentions[index]!.form === 'name')
