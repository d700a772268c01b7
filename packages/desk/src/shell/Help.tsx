import { useRef } from 'react'
import { setLetters, useKeyGroups, useKeys, useLetters } from '../keys.js'
import { say } from '../messages/index.js'

const ID = 'help'

export const openHelp = (): void => {
  const dialog = document.getElementById(ID) as HTMLDialogElement
  dialog.showModal()
}

/** Which keys do something here. */
export function Help() {
  const dialog = useRef<HTMLDialogElement>(null)
  const groups = useKeyGroups()
  const letters = useLetters()
  useKeys(say.shell.everywhere, [{ key: '?', does: say.shell.keys, run: openHelp }])
  return (
    <dialog id={ID} ref={dialog} aria-labelledby="help-title">
      <h2 id="help-title">{say.shell.keys}</h2>
      {groups.map(({ title, keys }) => (
        <section key={title}>
          <h3>{title}</h3>
          <dl className="keys">
            {keys.map(({ key, does }) => (
              <div key={key}>
                <dt>
                  <kbd>{keyName(key)}</kbd>
                </dt>
                <dd>{does}</dd>
              </div>
            ))}
          </dl>
        </section>
      ))}
      <label className="check">
        <input
          type="checkbox"
          checked={letters}
          onChange={event => setLetters(event.target.checked)}
        />{' '}
        {say.shell.letters}
      </label>
      <form method="dialog">
        <button type="submit">{say.shell.close}</button>
      </form>
    </dialog>
  )
}

const keyName = (key: string): string =>
  key
    .split('+')
    .map(part => say.shell.keyNames[part] ?? part)
    .join(' ')
