// The photo of an entry: used or not by one key, and asked after before it is published.
import { find, findAll } from './dom.ts'
import { tellFault } from './notice.ts'

/** The fields of the entry's form that are about its picture. */
export const photoFields = ['photo', 'aspect', 'focal', 'alt', 'credit', 'permission']

const choices = (form: HTMLFormElement) => findAll<HTMLInputElement>('[name=photo]', form)

/** `P`: the next picture, and after the last one none. Answers what to say; '' where there is nothing to choose. */
export function nextPhoto(form: HTMLFormElement): string {
  const all = choices(form)
  const next = all[(all.findIndex(each => each.checked) + 1) % all.length]
  if (!next) return ''
  next.checked = true
  const alt = find<HTMLInputElement>('[name=alt]', form)
  if (next.value === '') return 'Photo: not used.'
  if (alt?.value === '') alt.focus()
  return `Photo: ${next.parentElement?.textContent?.trim()}. Say what it shows.`
}

/** What a picture still lacks, in words, with the focus on it; '' when it may go. */
export function askOfPhoto(form: HTMLFormElement): string {
  if (!choices(form).some(each => each.checked && each.value !== '')) return ''
  const alt = find<HTMLInputElement>('[name=alt]', form)!
  const permissions = findAll<HTMLInputElement>('[name=permission]', form)
  const lacking = alt.value.trim() === '' ? alt : permissions.every(each => !each.checked) ? permissions[0] : null
  if (!lacking) return ''
  const words =
    lacking === alt
      ? 'Say what the picture shows, for readers who can’t see it.'
      : 'Say whether permission for the picture was found in the email, or asked for.'
  tellFault(lacking, words)
  lacking.focus()
  return words
}

/** A picture that cannot be shown says so in words. */
export function tellBrokenPictures(): void {
  addEventListener(
    'error',
    event => {
      const image = event.target as HTMLElement
      if (!(image instanceof HTMLImageElement) || !image.closest('.pictures')) return
      const words = document.createElement('span')
      words.textContent = 'This picture can’t be shown.'
      image.replaceWith(words)
    },
    true,
  )
}
