import './styles/tokens.css'
import './styles/base.css'
import './styles/parts.css'
import './styles/shell.css'
import './styles/print.css'
import { QueryClientProvider } from '@tanstack/react-query'
import { StrictMode } from 'react'
import { createRoot } from 'react-dom/client'
import { queries } from './api.js'
import { Shell } from './shell/Shell.js'
import { applyTheme } from './shell/theme.js'

applyTheme()

// a newer desk was installed since this page was opened: its views have other names now
window.addEventListener('vite:preloadError', () => {
  const KEY = 'onrecord.reloaded'
  if (Date.now() - Number(sessionStorage.getItem(KEY)) < 60_000) return
  sessionStorage.setItem(KEY, String(Date.now()))
  location.reload()
})

createRoot(document.getElementById('desk')!).render(
  <StrictMode>
    <QueryClientProvider client={queries}>
      <Shell />
    </QueryClientProvider>
  </StrictMode>,
)
