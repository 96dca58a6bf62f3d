// Facts about the newsroom that every page needs: its name, time zone and language.
import type { Request, Response } from 'express'
import { cleanLine, cleanText } from '../safe.ts'
import { commit, readInstallation, saveInstallation } from '../store/index.ts'
import { isZone, rfc3339 } from '../time.ts'
import { titleOf } from './account.ts'
import { type Form, fields, form } from './form.ts'
import { flash, page } from './page.ts'
import type { Web } from './route.ts'
import { zones } from './stories.ts'

/** `GET /admin/newsroom` */
export async function showNewsroom(_request: Request, response: Response, web: Web): Promise<void> {
  await view(response, web, await newsroomForm(web))
}

const view = (response: Response, web: Web, filled: Form) =>
  page(
    response,
    web,
    'newsroom/page',
    { title: titleOf('Newsroom', filled), section: 'admin' },
    { form: filled, zones: zones(), tab: 'newsroom' },
  )

/** The form with the facts as they stand. */
export async function newsroomForm(web: Web): Promise<Form> {
  const { newsroom, zone, language, dutyOfCare } = await readInstallation(web.context.db)
  return form({ newsroom, zone, language, dutyOfCare })
}

/** Saves a posted form, or answers it with its faults. The authority of permanent ids is fixed the first time. */
export async function saveNewsroom(request: Request, web: Web): Promise<Form | null> {
  const typed = fields(request.body, ['newsroom', 'zone', 'language', 'dutyOfCare'])
  const newsroom = cleanLine(typed.newsroom, 100)
  const faults: Form['faults'] = {}
  if (newsroom === '') faults.newsroom = 'Give the name of your newsroom.'
  if (!isZone(typed.zone)) faults.zone = 'Choose a time zone from the list, such as Europe/London.'
  const language = typed.language.trim()
  if (!isLanguage(language)) faults.language = 'Give a language as its code, such as en-GB or cy.'
  if (Object.keys(faults).length > 0) return form(typed, faults)
  const tagAuthority = new URL(web.config.baseUrl).hostname
  // The first steps of a new newsroom do not ask for it.
  const dutyOfCare = cleanText(typed.dutyOfCare).trim().slice(0, 1000) || undefined
  const tagDate = rfc3339(web.context.now()).slice(0, 4)
  await commit(web.context, trx =>
    saveInstallation(trx, { newsroom, zone: typed.zone, language, tagAuthority, tagDate, dutyOfCare }),
  )
  return null
}

function isLanguage(code: string): boolean {
  try {
    return Intl.getCanonicalLocales(code).length === 1
  } catch {
    return false
  }
}

/** `POST /admin/newsroom` */
export async function changeNewsroom(request: Request, response: Response, web: Web): Promise<void> {
  const wrong = await saveNewsroom(request, web)
  if (wrong) {
    response.status(400)
    return view(response, web, wrong)
  }
  flash(request, { words: 'Saved.', tone: 'done' })
  response.redirect(303, '/admin/newsroom')
}
