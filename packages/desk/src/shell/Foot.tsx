import { useState } from 'react'
import { say } from '../messages/index.js'
import { openHelp } from './Help.js'
import { applyTheme, chosenTheme, type Theme } from './theme.js'

const THEMES: readonly Theme[] = ['auto', 'light', 'dark']

/** Below every view: the theme, help, and the way to the API. */
export function Foot() {
  const [theme, setTheme] = useState(chosenTheme)
  const choose = (chosen: Theme) => {
    applyTheme(chosen)
    setTheme(chosen)
  }
  return (
    <footer className="foot">
      <fieldset className="choice">
        <legend>{say.shell.theme}</legend>
        {THEMES.map(one => (
          <label key={one}>
            <input type="radio" name="theme" checked={theme === one} onChange={() => choose(one)} />
            <span>{say.shell.themes[one]}</span>
          </label>
        ))}
      </fieldset>
      <button type="button" className="plain" onClick={openHelp}>
        {say.shell.keys}
      </button>
      <a href="/docs">{say.shell.api}</a>
    </footer>
  )
}
