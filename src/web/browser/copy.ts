// “Copy”: the line and the words of the entry as they stand in the form, for a message to a colleague or another page.
import type { find as Find } from './dom.ts'

export function serveCopy(find: typeof Find, say: (words: string) => void): void {
  document.addEventListener('click', async event => {
    if (!(event.target as Element).closest('[data-act=copy]')) return
    const line = find('[data-preview] .post h3')?.textContent?.trim() ?? ''
    const text = find<HTMLTextAreaElement>('[data-entry] [name=text]')?.value.trim() ?? ''
    const copied = await navigator.clipboard?.writeText([line, text].filter(Boolean).join('\n\n')).then(
      () => true,
      () => false,
    )
    const menu = find<HTMLDetailsElement>('details.more')
    if (menu) menu.open = false
    find('summary', menu ?? document)?.focus()
    say(copied ? 'The line and the text are copied.' : 'Your browser does not let this page copy. Select the words.')
  })
}
