// The entry card: word count, preview, changes, folds put back, and drafts that outlive everything.
import { count, find, findAll, made, parse, post } from './dom.ts'
import { cutAgain, putBack } from './fold.ts'
import { forget, keep, readKept } from './kept.ts'
import { say, tellFault } from './notice.ts'
import { askOfPhoto, nextPhoto, photoFields, tellBrokenPictures } from './photo.ts'

const previewAfter = 150
const saveAfter = 2000

export const entryForm = () => find<HTMLFormElement>('[data-entry]')
const textOf = (form: HTMLFormElement) => form.elements.namedItem('text') as HTMLTextAreaElement
const isOff = (form: HTMLFormElement) => find<HTMLFieldSetElement>('.byline', form)?.disabled ?? true

/** What the entry form holds, as a decision sends it. */
export function fieldsOf(): Record<string, unknown> {
  const form = entryForm()
  if (!form) return {}
  const data = new FormData(form)
  const given = (name: string) => data.get(name) || undefined
  return { ...typedIn(form), version: Number(given('version')), without: given('without'), named: given('named') }
}

/** The words of an entry form: what a draft keeps, what the preview shows. */
function typedIn(form: HTMLFormElement): Record<string, string> {
  const data = new FormData(form)
  // An email without pictures has none of the fields of a photo.
  const names = ['name', 'place', 'verb', 'text', ...photoFields.filter(name => data.has(name))]
  return Object.fromEntries(names.map(name => [name, String(data.get(name) ?? '')]))
}

/**
 * The first press on an entry without a name or a place, or whose meaning an edit may have changed, goes there and says
 * why; the second publishes. Null: nothing to ask.
 */
export function askOnce(): string | null {
  const form = entryForm()
  if (!form || isOff(form)) return null
  if (textOf(form).value.trim() === '') {
    textOf(form).focus()
    return 'There is no text to publish.'
  }
  const missing = ['name', 'place']
    .map(name => form.elements.namedItem(name) as HTMLInputElement)
    .filter(field => field.value.trim() === '')
  const asked = askOfPhoto(form)
  if (asked) return asked
  const place = missing[0] ?? find('[data-doubts]', form)
  if (!place) return null
  const what = missing.map(field => `No ${field.name}. `).join('') || `${place.textContent} `
  const mend = missing.length > 0 ? 'Type it, or approve' : 'Approve'
  const words = `${what}${mend} once more to publish all the same.`
  for (const field of missing) tellFault(field, words)
  form.append(made('input', { type: 'hidden', name: 'without', value: '1' }))
  place.focus()
  return words
}

let form: HTMLFormElement | null = null
let previewTimer = 0
let saveTimer = 0
let dirty = false
let asked = 0

const keyOf = (number: number | string | undefined) => `postbag:${document.body.dataset.staff}:${number}`
const localKey = (of: HTMLFormElement) => keyOf(of.action.split('/').at(-2))

/** Looks at the pane that has just come on screen: what was typed here and never saved is put back into it. */
export function freshen(): void {
  form = entryForm()
  dirty = false
  if (form && !isOff(form)) void putBackKept(form)
}

async function putBackKept(mine: HTMLFormElement): Promise<void> {
  const kept = await readKept(localKey(mine))
  // Whoever has typed meanwhile means what they typed.
  if (!kept || mine !== form || dirty) return
  for (const [name, value] of Object.entries(JSON.parse(kept))) {
    // Of radio buttons it is their list, which takes a value too.
    const field = mine.elements.namedItem(name) as HTMLInputElement | null
    if (field) field.value = String(value)
  }
  tell('Kept on this computer')
  changed()
}

/** Saves at once what waits to be saved: before another email opens, and when the page goes away. */
export function flush(): void {
  if (dirty && form) void save(form)
}

/** An approval carries the words itself: nothing is saved beside it. */
export function settle(): void {
  clearTimeout(saveTimer)
  clearTimeout(previewTimer)
  dirty = false
}

/** The words have arrived with a decision; this computer need not keep them. */
export const forgetLocal = (number: number) => forget(keyOf(number))

function tell(words: string): void {
  const place = form && find('[data-saved]', form)
  if (place) place.textContent = words
}

function changed(): void {
  if (!form || isOff(form)) return
  dirty = true
  const words = textOf(form).value.trim()
  find('[data-words]', form)!.textContent = count(words === '' ? 0 : words.split(/\s+/).length, 'word')
  void keep(localKey(form), JSON.stringify(typedIn(form)))
  clearTimeout(previewTimer)
  clearTimeout(saveTimer)
  const mine = form
  previewTimer = setTimeout(() => void preview(mine), previewAfter) as unknown as number
  saveTimer = setTimeout(() => void save(mine), saveAfter) as unknown as number
}

async function save(mine: HTMLFormElement): Promise<void> {
  clearTimeout(saveTimer)
  if (mine === form) dirty = false
  const typed = typedIn(mine)
  // The browser sends what a closing page leaves behind, up to 64 kB.
  const keepalive = typed.text!.length < 20_000
  const response = await post(mine.action, { ...typed, as: document.body.dataset.staff }, { keepalive })
  if (response?.ok) forget(localKey(mine), JSON.stringify(typed))
  if (mine === form)
    tell(response?.ok ? `Draft saved ${new Date().toTimeString().slice(0, 5)}` : 'Kept on this computer')
}

async function preview(mine: HTMLFormElement): Promise<void> {
  const place = find('[data-preview]', mine)
  if (!place) return
  const turn = ++asked
  const response = await post(place.dataset.url!, typedIn(mine))
  // A slower answer to an earlier text must not overwrite a later one.
  if (!response?.ok || turn !== asked) return
  const open = find('[data-act=changes]', place)?.getAttribute('aria-pressed') === 'true'
  place.replaceChildren(parse(await response.text()))
  if (open) toggleChanges()
}

function toggleChanges(): void {
  const button = find('[data-preview] [data-act=changes]')
  const place = button?.closest<HTMLElement>('[data-preview]')
  if (!button || !place) return say('Nothing was changed.')
  const on = button.getAttribute('aria-pressed') !== 'true'
  button.setAttribute('aria-pressed', String(on))
  find('[data-changes-words]', button)!.textContent = on ? 'Hide changes' : 'Show changes'
  find('[data-clean]', place)!.hidden = on
  find('[data-changes]', place)!.hidden = !on
}

/** The caret at the end of the text (`E`). */
function editText(): void {
  const field = form && !isOff(form) ? textOf(form) : null
  if (!field) return
  field.focus()
  field.setSelectionRange(field.value.length, field.value.length)
}

/** A fold goes back to its place in the text; a second press cuts it again. */
function toggleFold(button: HTMLButtonElement): void {
  if (!form) return
  const { before = '', words = '' } = button.dataset
  const field = textOf(form)
  const without = cutAgain(field.value, words)
  field.value = without ?? putBack(field.value, { before, words })
  button.textContent = without === null ? 'Cut it again' : 'Put back'
  say(without === null ? 'Put back into the text.' : 'Cut from the text.')
  changed()
}

/** The selection becomes […], so that readers see that something was left out. */
function cutOut(): void {
  if (!form) return
  const field = textOf(form)
  if (field.selectionStart === field.selectionEnd) return say('Select the words to cut first.')
  field.setRangeText('[…]', field.selectionStart, field.selectionEnd, 'end')
  field.focus()
  changed()
}

function restore(): void {
  if (!form) return
  textOf(form).value = textOf(form).dataset.proposed ?? ''
  say('Your edits are undone.')
  changed()
}

function usePhoto(): void {
  if (!form || isOff(form)) return
  const words = nextPhoto(form)
  if (!words) return say('There is no picture that could be used.')
  say(words)
  changed()
}

const stances = ['for', 'against', 'mixed']

/** The buttons of the card; false for an act that is not one of them. */
export function entryAct(act: string, button: HTMLElement | null): boolean {
  if (act === 'changes') toggleChanges()
  else if (act === 'restore-text') restore()
  else if (act === 'cut-out') cutOut()
  else if (act === 'put-back') toggleFold(button as HTMLButtonElement)
  else if (act === 'save') flush()
  else if (act === 'edit') editText()
  else if (act === 'photo') usePhoto()
  else if (stances.includes(act)) choosePointOfView(stances.indexOf(act))
  else return false
  return true
}

/** `1`, `2`, `3`; the same again clears it. */
function choosePointOfView(at: number): void {
  const choice = form && findAll<HTMLInputElement>('.stance [name=pointOfView]:not([value=""])', form)[at]
  if (!choice || choice.matches(':disabled')) return
  choice.checked = !choice.checked
  say(choice.checked ? `Point of view: ${choice.value}.` : 'Point of view cleared.')
  void sendPointOfView(choice)
}

async function sendPointOfView(choice: HTMLInputElement): Promise<void> {
  const url = choice.form!.action.replace(/draft$/, 'point-of-view')
  const response = await post(url, { pointOfView: choice.checked ? choice.value : '' })
  if (!response?.ok) say('Point of view not saved.')
}

export function serveEntry(): void {
  freshen()
  tellBrokenPictures()
  document.addEventListener('input', event => {
    const field = event.target as HTMLInputElement
    if (!field.form || field.form !== form || field.name === 'pointOfView') return
    changed()
  })
  document.addEventListener('change', event => {
    const field = event.target as HTMLInputElement
    if (field.name === 'pointOfView' && field.form === form) void sendPointOfView(field)
  })
  document.addEventListener('click', event => {
    const button = (event.target as Element).closest<HTMLElement>('[data-use]')
    const field = button && find<HTMLInputElement>(`#${button.dataset.for}`)
    if (!button || !field) return
    event.preventDefault()
    const { instead = '', use = '' } = button.dataset
    field.value = instead === '' ? use : field.value.replace(instead, () => use)
    field.focus()
    changed()
  })
  addEventListener('pagehide', flush)
}
