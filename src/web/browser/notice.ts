// What the page says: one polite status line, the toast with its way back, and banners for what must not be missed.
import { find, made } from './dom.ts'

/** One polite status at a time (WCAG 4.1.3). */
export function say(words: string): void {
  const status = find('[data-say]')
  if (status) status.textContent = words
}

/** What is wrong, in words at the field, or before the group of choices that it is one of. */
export function tellFault(field: HTMLInputElement, words: string): void {
  const id = `entry-${field.name}-fault`
  find(`#${id}`)?.remove()
  ;(field.closest('.chips') ?? field).before(made('p', { className: 'fault', id, textContent: words }))
  field.dataset.about ??= field.getAttribute('aria-describedby') ?? ''
  field.setAttribute('aria-describedby', `${field.dataset.about} ${id}`)
}

let countdown = 0

/** The toast stays until the next decision: no timer (WCAG 2.2.1). `live` is when the entry will be published. */
export function toast(words: string, undo: boolean, live?: number): void {
  const place = find('[data-toast]')
  if (!place) return
  clearInterval(countdown)
  const [what = '', ...who] = words.split(': ')
  const bold = made('b', { textContent: what })
  const left = made('span', { className: 'muted' })
  place.replaceChildren(bold, ` ${who.join(': ')} `, left)
  if (undo) place.append(' ', undoButton())
  place.classList.remove('warn')
  place.hidden = false
  if (live === undefined) return
  const tell = () => {
    const seconds = Math.ceil((live - Date.now()) / 1000)
    if (find('[data-stopped]')) left.textContent = 'It waits: publishing is stopped.'
    else left.textContent = seconds > 0 ? `On the live page in ${seconds} s.` : 'On the live page.'
    if (seconds <= 0) clearInterval(countdown)
  }
  tell()
  countdown = setInterval(tell, 1000) as unknown as number
}

export function hideToast(): void {
  clearInterval(countdown)
  const place = find('[data-toast]')
  if (place) place.hidden = true
}

function undoButton(): HTMLButtonElement {
  const button = made('button', { type: 'button', className: 'link', textContent: 'Undo ' })
  button.dataset.act = 'undo'
  button.ariaKeyShortcuts = 'Z'
  button.append(made('kbd', { textContent: 'Z', ariaHidden: 'true' }))
  return button
}

export type Offer = { label: string; href?: string; act?: () => void }
export type Banner = { id: string; words: string; bad?: boolean; offers?: Offer[] }

/** A banner that waits until it is answered or closed. Spoken at once; takes no focus. */
export function banner({ id, words, bad, offers = [] }: Banner): void {
  clearBanner(id)
  const box = made('div', { className: `banner${bad ? ' bad' : ''}`, role: 'alert' })
  box.dataset.banner = id
  box.append(made('p', { textContent: words }))
  for (const offer of [...offers, { label: 'Close' }]) box.append(offerOf(offer, () => clearBanner(id)))
  find('[data-banners]')?.append(box)
}

function offerOf({ label, href, act }: Offer, close: () => void): HTMLElement {
  const look = { className: 'link', textContent: label }
  if (href) return made('a', { ...look, href })
  const onclick = () => {
    close()
    act?.()
  }
  return made('button', { ...look, type: 'button', onclick })
}

export const clearBanner = (id: string) => find(`[data-banner="${id}"]`)?.remove()
