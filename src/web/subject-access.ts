// What we hold of one reader, as a ZIP file to hand over. Each export is written down with its reason.
import type { Request, Response } from 'express'
import { ZipFile } from 'yazl'
import { recordAccess } from '../desk/access.ts'
import { gatherPerson } from '../desk/subject-access.ts'
import { cleanLine } from '../safe.ts'
import { notFoundPage } from './errors.ts'
import { fields } from './form.ts'
import { actor } from './guard.ts'
import { attachmentPolicy } from './headers.ts'
import { flash } from './page.ts'
import type { Web } from './route.ts'

/** `POST /people/:id/export`: `about.json` and every message byte for byte. */
export async function exportPerson(request: Request, response: Response, web: Web): Promise<void> {
  const id = String(request.params.id)
  const reason = cleanLine(fields(request.body, ['reason']).reason, 200)
  const found = await gatherPerson(web.context.db, id)
  if (!found) return notFoundPage(request, response, 'There is no such person. They may have been erased.')
  if (reason === '') {
    flash(request, { words: 'Nothing was exported: say why, such as the reader’s own wish.', tone: 'warn' })
    return response.redirect(303, `/people/${id}`)
  }
  await recordAccess(web.context, actor(response), `exported everything of one reader: ${reason}`, null)
  response.set({
    'Content-Security-Policy': attachmentPolicy,
    'Content-Type': 'application/zip',
    'Content-Disposition': 'attachment; filename="reader.zip"',
  })
  const zip = new ZipFile()
  zip.outputStream.pipe(response)
  const mtime = new Date(web.context.now())
  zip.addBuffer(Buffer.from(`${JSON.stringify(found.about, null, 2)}\n`), 'about.json', { mtime })
  for (const number of found.mails) {
    const raw = await web.readMail.source(number)
    if (raw) zip.addBuffer(Buffer.from(raw), `mails/${number}.eml`, { mtime })
  }
  zip.end()
}
