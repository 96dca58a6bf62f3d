// The one Trusted Types policy, and the few things every module needs of the page.

type Policy = { createHTML: (html: string) => string }
const trusted: Policy = (
  globalThis as { trustedTypes?: { createPolicy: (name: string, rules: Policy) => Policy } }
).trustedTypes?.createPolicy('postbag', { createHTML: html => html }) ?? { createHTML: html => html }

/** A fragment that our own server rendered, as nodes. Nothing else may be passed. */
export function parse(html: string): DocumentFragment {
  const template = document.createElement('template')
  template.innerHTML = trusted.createHTML(html)
  return template.content
}

export const find = <Found extends Element = HTMLElement>(selector: string, root: ParentNode = document) =>
  root.querySelector<Found>(selector)

export const findAll = <Found extends Element = HTMLElement>(selector: string, root: ParentNode = document) => [
  ...root.querySelectorAll<Found>(selector),
]

/** Posts JSON and asks for JSON. Null: the server was not reached. */
export const post = (url: string, data: unknown, more: RequestInit = {}): Promise<Response | null> =>
  fetch(url, {
    method: 'POST',
    headers: { Accept: 'application/json', 'Content-Type': 'application/json' },
    body: JSON.stringify(data),
    ...more,
  }).catch(() => null)

/** `1 word`, `2 words`. */
export const count = (number: number, thing: string) => `${number} ${thing}${number === 1 ? '' : 's'}`

/** A new element with these properties. */
export const made = <Name extends keyof HTMLElementTagNameMap>(
  name: Name,
  properties: Partial<HTMLElementTagNameMap[Name]>,
): HTMLElementTagNameMap[Name] => Object.assign(document.createElement(name), properties)

/** Longest wait for a frame (ms): a window that has just been hidden paints none. */
const noFrame = 250

/** When the frame that is being made has been painted: for what the eye does not wait for. */
export const painted = () =>
  new Promise<void>(resolve => {
    requestAnimationFrame(() => setTimeout(resolve))
    setTimeout(resolve, noFrame)
  })

/** An error summary takes focus when the page arrives (WCAG 3.3.1). */
export function focusOnArrival(): void {
  find('[data-focus]')?.focus()
}
