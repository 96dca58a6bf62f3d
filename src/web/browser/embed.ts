// Inside a frame of another site: the live page's own script, and a word to the page around whenever the height changes.
import './live-page.ts'

const tell = () =>
  window.parent.postMessage({ postbag: 'height', height: Math.ceil(document.documentElement.offsetHeight) }, '*')

// Anybody may hear the height: the page around is not known here, and CSP says who may be it.
if (window.parent !== window) new ResizeObserver(tell).observe(document.documentElement)
