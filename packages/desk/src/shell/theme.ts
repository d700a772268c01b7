const KEY = 'onrecord.theme'

/** As the system has it, or chosen. */
export type Theme = 'auto' | 'light' | 'dark'

export function chosenTheme(): Theme {
  const kept = localStorage.getItem(KEY)
  return kept === 'light' || kept === 'dark' ? kept : 'auto'
}

/** Sets the page in the theme, and keeps it for the next visit. */
export function applyTheme(theme: Theme = chosenTheme()): void {
  if (theme === 'auto') localStorage.removeItem(KEY)
  else localStorage.setItem(KEY, theme)
  document.documentElement.dataset.theme = theme
}
